"""Nothing that a report, a name, a reason or an address holds does anything in any page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from observatory import BUILT, ROOT, Visit, serving
from playwright.sync_api import Dialog, Error

from marsad.storing import open_store

from .inputs import in_text, inputs
from .store import build

pytest_plugins = ("windows",)

CHECKS = (Path(__file__).with_name("page_checks.js")).read_text("utf-8")
LISTENING = """
window.hits = [];
window.hit = (what) => window.hits.push(String(what));
for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => window.hits.push(name);
addEventListener("securitypolicyviolation", (one) => window.hits.push(`policy ${one.violatedDirective} ${one.blockedURI}`));
"""
ROUTE = re.compile(r"^\s*\[/\^(.+)\$/, \w+\],$", re.MULTILINE)
ROUTES = [found.replace("\\/", "/") for found in ROUTE.findall((ROOT / "web/src/main.ts").read_text("utf-8"))]
# What of an address may be anything, and what may be missing.
ANYTHING, MAY_BE_MISSING = re.compile(r"\((?!\?).+\)"), re.compile(r"\(\?:(.+)\)\?")
OF_A_TEAM = ("/sign-in", "/account", "/team")  # without --team they say that they cannot be
TOGETHER = 25
LONGEST = 300  # a server takes an address of 64 KB, in which a letter may be nine signs
# What a page may be asked for by its address: whatever the pages read from it, each with the same hostile value.
ASKED = sorted(
    {
        name
        for path in (ROOT / "web/src").rglob("*.ts")
        for name in re.findall(r'(?:get|getAll|set|has|append)\("([a-z_]+)"', path.read_text("utf-8"))
    }
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages are served, over a store of all hostile inputs."""
    if not BUILT.exists():
        pytest.fail("the pages are not built: run `make web`")
    place = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place.parent))
        build(place)
        with open_store(str(place)) as store, serving(store) as here:
            yield here


# Goes to another page as a link does, without loading the pages' script anew.
FOLLOW = """path => { const link = document.createElement("a"); link.href = path; document.body.append(link); link.click();
                     link.remove(); }"""


def look(seen: Visit, path: str, *, load: bool = True, there: bool = True) -> list[str]:
    """What is wrong on the page at ``path``, once it is drawn or, unless it is ``there``, says that it cannot be."""
    if load:
        answer = seen.page.goto(seen.address + path)
        assert answer is not None
        assert answer.status == 200, path
    else:
        seen.page.evaluate(FOLLOW, path)
    drawn = "main[data-ready]" if there else "main[data-ready], main [role=alert]"
    seen.page.wait_for_selector(drawn, timeout=30_000)
    # What the API refuses is logged by the browser; that the server failed would be logged alike, with 500.
    seen.wrong = [one for one in seen.wrong if not re.search(r"status of 4\d\d", one)]
    found: list[str] = seen.page.evaluate(CHECKS)
    return [f"{path}: {one}" for one in found]


def window(visit: Callable[..., Visit]) -> Visit:
    """A window that listens for whatever ran."""
    seen = visit()

    def told(dialog: Dialog) -> None:
        seen.wrong.append(f"dialog {dialog.message}")
        dialog.dismiss()

    seen.page.on("dialog", told)
    seen.page.add_init_script(LISTENING)
    return seen


def looked_at(visit: Callable[..., Visit], paths: list[str], *, there: bool = True) -> list[str]:
    """What is wrong on any of the pages; the first of every few is loaded, the others are gone to from there."""
    assert paths
    wrong: list[str] = []
    for at in range(0, len(paths), TOGETHER):
        seen = window(visit)
        for place, path in enumerate(paths[at : at + TOGETHER]):
            wrong += look(seen, path, load=place == 0, there=there)
        seen.page.close()
    return wrong


def every(seen: Visit, noun: str) -> list[dict[str, object]]:
    items: list[dict[str, object]] = []
    cursor = ""
    while True:
        page = seen.ask(f"{noun}?limit=200{f'&cursor={quote(cursor)}' if cursor else ''}")
        items += page["items"]
        if not (cursor := page["next"]):
            return items


def test_the_routes_are_found() -> None:
    assert {"/", "/events/([^/]+)", "/reports/(.+)", "/search"} <= set(ROUTES)
    assert {"q", "claim"} <= set(ASKED)


def test_the_checks_find_what_they_are_for(visit: Callable[..., Visit]) -> None:
    seen = window(visit)
    assert look(seen, "/reports") == []
    seen.page.evaluate(
        """() => { const main = document.querySelector("main"); const put = (html) => {
             const box = document.createElement("div"); box.innerHTML = html; main.append(box); };
           put("<iframe></iframe>"); put("<b onclick='x'>x</b>"); put("<a href='javascript:x'>x</a>");
           put("<blink>x</blink>"); put("<p>a <i>\\u202Ex</i> b</p>"); hit("once"); }"""
    )
    found = seen.page.evaluate(CHECKS)
    kinds = {one.split()[0] for one in found}
    assert [one for one in seen.wrong if "Content Security Policy" in one]
    seen.wrong.clear()
    assert {"element", "attribute", "address", "unknown", "direction", "ran"} <= kinds


def test_every_report_is_read_inertly_and_shown_whole(visit: Callable[..., Visit]) -> None:
    reports = every(window(visit), "reports")
    assert len(reports) > len(inputs())
    wrong = looked_at(visit, [f"/reports/{quote(str(one['id']), safe='')}" for one in reports])
    assert wrong == []


def test_a_text_is_shown_as_written(visit: Callable[..., Visit]) -> None:
    seen = window(visit)
    ids = [str(one["id"]) for one in every(seen, "reports")]
    for group in ("scripts", "handlers", "mutations", "directions", "terminal"):
        id_ = next(one for one in ids if one.endswith(f" {group}-1"))
        text = seen.ask(f"reports/{quote(id_, safe='')}")["report"]["text"]
        assert look(seen, f"/reports/{quote(id_, safe='')}") == []
        assert seen.page.locator(".report-text").evaluate("one => one.textContent") == text


def test_every_event_is_shown_inertly(visit: Callable[..., Visit]) -> None:
    events = every(window(visit), "events")
    assert len(events) > len(inputs())
    assert looked_at(visit, [f"/events/{one['event']['id']}?lang=en" for one in events]) == []  # type: ignore[index]


@pytest.mark.parametrize("route", ROUTES)
def test_no_address_and_no_question_does_anything(visit: Callable[..., Visit], route: str) -> None:
    # A question may be anything; of filters and of ids that nothing has, the API's answers are tested with all inputs.
    paths = []
    path = MAY_BE_MISSING.sub(r"\1", route)
    for hostile in list(inputs().values())[:: 1 if route == "/search" else 4 if "(" in route else 12]:
        said = in_text(hostile)[:LONGEST]
        asked = urlencode({name: said for name in ASKED if name not in ("lang", "digits", "theme")}, errors="replace")
        inside = quote(re.sub(r"[\r\n]", " ", said), safe="")
        before, anything, after = path.partition(found[0] if (found := ANYTHING.search(path)) else "(")
        paths.append(f"{before}{inside if anything else ''}{after}?{asked if len(asked) < 20_000 else ''}")
    assert looked_at(visit, paths, there=False) == []


def test_lists_of_everything_are_inert(visit: Callable[..., Visit]) -> None:
    plain = [path for route in ROUTES if "(" not in (path := MAY_BE_MISSING.sub("", route))]
    assert {"/", "/review"} <= set(plain)
    for there in (True, False):
        routes = [route for route in plain if (route not in OF_A_TEAM) is there]
        wrong = looked_at(visit, [f"{route}?lang={lang}" for route in routes for lang in ("ar", "en")], there=there)
        assert wrong == []


def test_the_card_on_the_map_is_inert(visit: Callable[..., Visit]) -> None:
    seen = window(visit)
    shown = 0
    for one in every(seen, "events")[:40:8]:
        assert look(seen, f"/?lang=en&report={quote(one['event']['reports'][0], safe='')}") == []  # type: ignore[index]
        seen.page.wait_for_selector(".map[data-drawn]", timeout=15_000)
        area = seen.page.locator(".map").bounding_box()
        if area is None or int(seen.page.locator(".map").get_attribute("data-cells") or 0) == 0:
            continue
        seen.page.mouse.click(area["x"] + area["width"] / 2, area["y"] + area["height"] / 2)
        try:
            seen.page.wait_for_selector(".maplibregl-popup", timeout=2000)
        except Error:
            continue
        shown += 1
        assert seen.page.evaluate(CHECKS) == []
    assert shown


def test_what_is_sought_is_found_inertly(visit: Callable[..., Visit]) -> None:
    assert (
        looked_at(visit, [f"/search?by=words&q={quote(one, safe='')}" for one in ("هجوم", "قُتل", "hit", "script")])
        == []
    )
