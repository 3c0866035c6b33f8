"""Pictures of every page in both languages, for the documentation: `make screens`, or with a folder and names of pages."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from urllib.request import urlopen

from observatory import ARGUMENTS, SAMPLES, chromium, fill, serving
from playwright.sync_api import Browser, Page, sync_playwright
from reviewed import two_coders_differ

from marsad.storing import open_store
from marsad.storing.store import now
from marsad.team import Doer, add_account

WIDTH, HEIGHT = 1280, 860
PHONE = 390, 780


# Pages of which more is to be seen than their heads: what to bring into view.
PARTS = {"decisions": "#decisions", "graph": "#relations", "candidates": "#candidates", "add": ".job .claim"}
OTHERWISE = (
    "overview",
    "reader",
    "graph",
    "add",
    "channels",
    "decisions",
    "review",
    "review-correct",
)  # in the dark and on a phone too
# Pages of a team, and who is in it; all but the first page are of the first account, signed in.
TEAM = {"sign-in": "/sign-in", "account": "/account", "team": "/team"}
ACCOUNTS = (
    ("سلمى", "admin", "copper lantern meadow"),
    ("أسماء", "coder", "harbour violet kettle"),
    ("بلال", "reader", "orchard marble canoe"),
)


def main(folder: Path, *only: str) -> None:
    """Write the pictures into ``folder``, over a store of the sample reports; ``only`` of these pages, or of all."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "samples.db"
        fill(place, model=True, hostile=False)
        with open_store(str(place)) as store, serving(store) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
            pages = _pages(address)
            if not only or any(name.startswith("review") for name in only):
                two_coders_differ(address, ("أسماء", "بلال"), "IQ", "2021-01-01", "2023-12-31")
            _pictures(
                browser, address, {name: path for name, path in pages.items() if not only or name in only}, folder
            )
            if of_team := {name: path for name, path in TEAM.items() if not only or name in only}:
                for name, role, password in ACCOUNTS:
                    add_account(store, name, role, password, now(), Doer(ACCOUNTS[0][0]))
                with serving(store, team=True) as shared:
                    _pictures(browser, shared, of_team, folder)
            browser.close()


def _pictures(browser: Browser, address: str, pages: dict[str, str], folder: Path) -> None:
    for name, path in pages.items():
        for lang in ("ar", "en"):
            where = f"{address}{path}{'&' if '?' in path else '?'}lang={lang}"
            _picture(browser, name, where, folder / f"{name}-{lang}.png", (WIDTH, HEIGHT), "light")
            if name in OTHERWISE and lang == "ar":
                _picture(browser, name, where, folder / f"{name}-{lang}-dark.png", (WIDTH, HEIGHT), "dark")
                _picture(browser, name, where, folder / f"{name}-{lang}-phone.png", PHONE, "light")


def _pages(address: str) -> dict[str, str]:
    events = json.load(urlopen(f"{address}/api/v1/events?limit=200"))["items"]
    event = max(events, key=lambda item: len(item["event"]["reports"]))["event"]["id"]
    reports = json.load(urlopen(f"{address}/api/v1/reports?limit=100"))["items"]
    report = next(one["id"] for one in reports if one["source"].endswith("rival-tolls-kunduz.txt"))
    claims = json.load(urlopen(f"{address}/api/v1/reports/{report}"))["claims"]
    claim = next(one["id"] for one in claims if one["kind"] == "figure" and one["voice"])
    return {
        "overview": "/",
        "event": f"/events/{event}",
        "reader": f"/reports/{report}?claim={claim}",
        "reports": "/reports",
        "actors": "/actors",
        "actor": "/actors/isil",
        "contradictions": "/contradictions",
        "decisions": f"/events/{event}",
        "graph": "/actors/al-qaida",
        "candidates": "/actors/imu",
        "channels": "/channels",
        "add": "/add",
        "forecasts": "/forecasts",
        "search": "/search?q=هجوم&by=words",
        "review": "/review",
        "review-correct": "/review?kind=event&country=IQ",
        "review-blind": "/review?order=assigned",
        "review-pairs": "/review/pairs",
        "review-disagreements": "/review/disagreements",
        "review-agreement": "/review/agreement",
        "review-recoding": "/review/recoding",
        "review-assignments": "/review/assignments",
    }


def _picture(browser: Browser, name: str, address: str, to: Path, size: tuple[int, int], theme: str) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    context.add_init_script(f"localStorage.setItem('marsad.coder', '{'أسماء' if name == 'review-blind' else 'دينا'}')")
    page = context.new_page()
    if name in TEAM and name != "sign-in":
        _sign_in(page, address)
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.goto(address)
    page.wait_for_selector("main[data-ready]", timeout=60_000)
    page.wait_for_load_state("networkidle")
    if name == "review-correct":
        page.locator("[data-key=C]").click()
        for key in ("ArrowLeft", "ArrowLeft", "Shift+ArrowLeft"):
            page.keyboard.press(key)
    if name == "add":
        text = (SAMPLES / "reports/rival-tolls-kunduz.txt").read_text("utf-8")
        page.locator("#add-text").fill(text.replace("أمس", "يومها"))
        page.locator("#add-read").click()
    if name in PARTS:
        page.locator(PARTS[name]).first.evaluate("one => (one.closest('.job') ?? one).scrollIntoView()")
    page.wait_for_timeout(500)
    page.screenshot(path=to)
    context.close()


def _sign_in(page: Page, address: str) -> None:
    name, _, password = ACCOUNTS[0]
    here = "/".join(address.split("/")[:3])
    headers = {"X-Marsad": "1", "Origin": here}
    assert page.request.post(f"{here}/api/v1/session", data={"name": name, "password": password}, headers=headers).ok


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
