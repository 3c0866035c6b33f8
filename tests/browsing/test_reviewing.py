"""Review: two coders code blind by keyboard, their alpha is told, a third decides, and what is decided shows elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from observatory import AXE, BUILT, Visit, serving
from reviewed import PERIOD, Coder, fill_with_reports, nominal_alpha, two_coders_differ
from test_pages_seen import serious

from marsad.codebook import load
from marsad.storing import open_store

pytest_plugins = ("windows",)
MINE = "/review?order=assigned&kind=event"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the reports, to be copied."""
    if not BUILT.exists():
        pytest.fail("the pages are not built: run `make web`")
    place = tmp_path_factory.mktemp("review") / "reports.db"
    fill_with_reports(place)
    return place


@pytest.fixture
def address(reports: Path, tmp_path: Path) -> Iterator[str]:
    """Where the pages are served over a store of this test's own."""
    place = tmp_path / "own.db"
    place.write_bytes(reports.read_bytes())
    with open_store(str(place)) as store, serving(store) as here:
        yield here


def assign(visit: Visit, *coders: str) -> None:
    """Have coders code the same week blind, by the page of assignments."""
    page = Coder("Dina", visit).to("/review/assignments")
    for name in coders:
        page.locator("#assign-coder").fill(name)
        page.locator("#assign-country").select_option("ML")
        page.locator("#assign-since").fill(PERIOD["since"])
        page.locator("#assign-until").fill(PERIOD["until"])
        page.locator("#assign-blind").check()
        page.get_by_role("button", name="Assign", exact=True).click()
        page.wait_for_selector(f".said:has-text('Assigned to {name}')")
        assert "0 of 12 done" in page.locator(".assignment").last.inner_text()


def test_two_coders_code_blind_by_keyboard_their_alpha_is_told_and_a_third_decides(
    visit: Callable[..., Visit],
) -> None:
    dina = visit()
    assign(dina, "Awa", "Bilal")
    awa, bilal = Coder("Awa", visit()), Coder("Bilal", visit())
    differing = []
    for coder in (awa, bilal):
        coder.to(MINE)
        for at in range(6):
            unit, read = coder.unit(), coder.asked()["coded"]["type"]
            first = coder is awa
            if at == 1:
                coder.decide("r", "Rejected", because="the words do not say this") if first else coder.decide(
                    "a", "Accepted"
                )
                coder.said[unit] = (not first, read)
            elif at == 2 and not first:
                coder.retype("threaten")
                coder.said[unit] = (True, "THREATEN")
                differing.append(unit)
            else:
                coder.decide("a", "Accepted")
                coder.said[unit] = (True, read)
        assert coder.page.locator(".desk").inner_text().startswith("Nothing that is assigned to you is left")
        assert "6 of 12 done" in coder.page.locator(".progress").inner_text()
    units = list(awa.said)
    assert units == list(bilal.said)

    page = Coder("Dina", dina).to("/review/agreement")
    both = [(awa.said[unit], bilal.said[unit]) for unit in units]
    stands = nominal_alpha([(one[0], other[0]) for one, other in both])
    types = nominal_alpha([(one[1], other[1]) for one, other in both if one[0] and other[0]])
    for name, alpha, n in (("stands", stands, "6"), ("type", types, "5")):
        row = page.locator(f"[data-row='alpha-event-{name}-Awa,Bilal'] td")
        assert row.first.inner_text().replace("-", "−") == f"{alpha:.3f}".replace("-", "−")
        assert row.nth(2).inner_text() == n
    page.locator("[data-row='alpha-event-type-Awa,Bilal'] button").click()
    behind = page.locator("[data-row='alpha-event-type-Awa,Bilal'] + .behind li")
    behind.nth(4).wait_for()
    assert behind.count() == 5
    assert [one.inner_text() for one in behind.all() if "differs" in (one.get_attribute("class") or "")]
    assert "Threaten" in page.locator(".behind .differs").inner_text().title()

    page = Coder("Dina", dina).to("/review/disagreements")
    assert page.locator(".disagreement").count() == 2
    card = page.locator(f".disagreement[data-claim='{differing[0]}']")
    assert {"type", "mode"} >= {str(row.get_attribute("data-field")) for row in card.locator("[data-differs]").all()}
    card.get_by_role("button", name="As Bilal says").click()
    assert page.locator(".disagreement").count() == 2, "a decision without a reason"
    card.get_by_label("Reason of the decision").fill("no one was arrested")
    card.get_by_role("button", name="As Bilal says").click()
    page.wait_for_selector(".said:has-text('Decided')")
    assert page.locator(".disagreement").count() == 1
    found = dina.ask(f"review/judgements?claim={differing[0]}&coder=Dina")["items"]
    assert [one["effect"] for one in found] == ["overruled", "taken", "taken"]
    assert Coder("Awa", awa.visit).to("/review/disagreements").locator(".disagreement").count() == 0


def test_the_desk_of_a_blind_coder_holds_nothing_of_others_or_of_how_sure_marsad_is(
    visit: Callable[..., Visit],
) -> None:
    assign(visit(), "Awa", "Bilal")
    awa = Coder("Awa", visit())
    awa.to(MINE)
    claim = awa.unit()
    awa.decide("r", "Rejected", because="seen from afar")
    every = awa.visit.ask("claims?limit=200")["items"]
    sure = next(one["claim"]["probability"] for one in every if one["claim"]["id"] == claim)
    bilal = Coder("Bilal", visit())
    page = bilal.to(MINE)
    assert bilal.unit() == claim
    shown = page.content()
    assert "blind" in page.locator(".item-head").inner_text()
    assert "Awa" not in shown
    assert "seen from afar" not in shown
    assert f"{sure}" not in shown
    assert page.locator(".desk a, .why th:text-is('Marsad is uncertain')").count() == 0


def test_a_rejected_claim_leaves_the_events_and_comes_back_when_that_is_undone(visit: Callable[..., Visit]) -> None:
    dina = Coder("Dina", visit())
    page = dina.to("/review?kind=event&country=ML")
    item = next(
        one
        for one in dina.visit.ask("review/queue?coder=Dina&kind=event&country=ML")["items"]
        if one["id"] == dina.unit()
    )
    events = "events?limit=100"
    assert item["event"] in [one["event"]["id"] for one in dina.visit.ask(events)["items"]]
    dina.decide("r", "Rejected", because="background")
    looking = visit()
    rows = looking.to("/?lang=en").locator(".event-row")
    assert item["event"] not in [row.get_attribute("data-event") for row in rows.all()]
    page.keyboard.press("z")
    page.wait_for_selector(f".desk:focus[data-claim='{item['id']}']")
    assert "taken back" in page.locator(".said").inner_text()
    rows = looking.to("/").locator(".event-row")
    assert item["event"] in [row.get_attribute("data-event") for row in rows.all()]


def test_words_marked_by_keyboard_show_in_the_reader_until_they_are_taken_back(visit: Callable[..., Visit]) -> None:
    dina = Coder("Dina", visit())
    page = dina.to("/review?kind=event&country=ML")
    while "خطف" not in page.locator(".item-head + * .judged, .passage").first.inner_text():
        before = dina.unit()
        page.keyboard.press("n")
        dina.moved_on(before)
    claim = dina.unit()
    page.keyboard.press("c")
    # The first word is the trigger; the next two are the merchants, whom the grammar took for part of the target.
    for key in ("ArrowLeft", "ArrowLeft", "Shift+ArrowLeft"):
        page.keyboard.press(key)
    assert page.locator(".picked-now q").inner_text().strip("“”") == "تجار محليون"
    page.keyboard.press("g")
    assert page.locator(".as-agent.judged").first.inner_text() == "تجار محليون"
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    assert page.locator(".picked-now q").inner_text().strip("“”") == "طبيبين"
    page.get_by_role("button", name="Remove target تجار محليون").click()
    page.wait_for_selector(".passage:focus")
    page.keyboard.press("o")
    page.keyboard.press("Enter")
    page.wait_for_selector(".said:has-text('Corrected')")
    (made,) = dina.visit.ask(f"review/judgements?claim={claim}&coder=Dina")["items"]
    reader = visit()
    address = f"/reports/{made['report']}?lang=en"
    card = reader.to(address).locator(f".claim[data-claim='{made['became']}']")
    told = " ".join(card.inner_text().split())
    assert "agent تجار محليون" in told
    assert "target طبيبين" in told
    assert "Coded by Dina" in told
    assert "corrected by a person" in card.page.locator(f".claim.left-out[data-claim='{claim}']").inner_text()
    dina.page.keyboard.press("z")
    dina.page.wait_for_selector(".said:has-text('taken back')")
    seen = reader.to(address)
    assert seen.locator(f".claim[data-claim='{made['became']}']").count() == 0
    assert seen.locator(f".claim[data-claim='{claim}']:not(.left-out)").count() == 1


def test_letters_act_in_an_arabic_layout_not_in_fields_and_not_when_switched_off(visit: Callable[..., Visit]) -> None:
    dina = Coder("Dina", visit())
    page = dina.to("/review?kind=event", lang="ar")
    before = dina.unit()
    arabic = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: %r, code: %r, bubbles: true}))"
    page.evaluate(arabic % ("ى", "KeyN"))
    dina.moved_on(before)
    page.evaluate(arabic % ("؟", "Slash"))
    dialog = page.locator("dialog.keys")
    assert dialog.is_visible()
    dialog.locator("#letter-keys").uncheck()
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    page.wait_for_selector(".desk:focus")
    now = dina.unit()
    page.keyboard.press("r")
    assert page.locator(".reason").count() == 0
    assert page.locator(".desk kbd").count() == 0
    page.locator("[data-key=R]").click()
    page.keyboard.type("aaa")
    assert page.locator("#because").input_value() == "aaa"
    assert dina.unit() == now
    page.keyboard.press("Escape")
    page.wait_for_selector(".desk:focus:not(:has(.reason))")
    page.locator("#coder").focus()
    page.keyboard.type("n")
    assert dina.unit() == now


def test_two_events_are_said_to_be_one(visit: Callable[..., Visit]) -> None:
    dina = Coder("Dina", visit())
    page = dina.to("/review/pairs")
    before = dina.visit.ask("events?limit=100")["total"]
    items = dina.visit.ask("review/queue?coder=Dina&kind=pair")["items"]
    assert items
    apart = items[0]["pair"]["one"]["id"] != items[0]["pair"]["other"]["id"]
    assert page.locator(".pair-view .pair-side").count() == 2
    page.keyboard.press("a")
    page.wait_for_selector(".said:has-text('Held to be the same')")
    assert dina.visit.ask("events?limit=100")["total"] == before - apart


def test_what_was_missed_is_marked_and_kept(visit: Callable[..., Visit]) -> None:
    dina = Coder("Dina", visit())
    page = dina.to("/review?kind=event&country=ML")
    page.keyboard.press("m")
    page.locator(".passage .judged").first.dblclick(position={"x": 12, "y": 20})
    words = page.locator(".picked-now q bdi").inner_text()
    page.keyboard.press("t")
    page.locator(".coding [data-name=type]").fill("Mobilize")
    page.keyboard.press("Tab")
    page.locator(".passage").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".said:has-text('What was missed is kept')")
    (made,) = dina.visit.ask("review/judgements?by=Dina&coder=Dina")["items"]
    assert (made["verdict"], made["coded"]["type"], made["effect"]) == ("missed", "MOBILIZE", "taken")
    text = dina.visit.ask(f"reports/{made['report']}")["report"]["text"]
    trigger = made["coded"]["trigger"]
    assert text[trigger["start"] : trigger["end"]] == words
    assert words.isalpha()


def test_what_a_changed_codebook_touches_is_coded_anew(visit: Callable[..., Visit]) -> None:
    dina = Coder("Dina", visit())
    page = dina.to("/review?kind=event&country=ML")
    book = load()
    events = {code: one.model_copy(update={"definition": "As it was."}) for code, one in book.events.items()}
    older = replace(book, version="1999.1", digest="0" * 64, events=MappingProxyType(events))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("marsad.reviewing.judging.load", lambda: older)
        dina.decide("a", "Accepted")
    page = dina.to("/review/recoding")
    assert page.locator(".recoding del").inner_text() == "definition: As it was."
    assert page.locator(".recoding ins").inner_text().startswith("definition: ")
    page.get_by_role("button", name="Code it anew").click()
    page.locator(".coding select#choice-status").select_option("attempted")
    page.get_by_role("button", name="Save the correction").click()
    page.wait_for_selector(".said:has-text('Coded under the codebook of now')")
    assert page.locator(".recoding").count() == 0
    (first, again) = dina.visit.ask("review/judgements?by=Dina&coder=Dina")["items"]
    assert (first["codebook"], again["codebook"]) == ("1999.1", book.version)
    assert again["coded"]["status"] == "attempted"


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("part", ["", "/pairs", "/disagreements", "/agreement", "/recoding", "/assignments"])
def test_axe_finds_nothing_serious_on_the_pages_of_review(visit: Callable[..., Visit], part: str, lang: str) -> None:
    seen = visit()
    two_coders_differ(seen.address, ("Awa", "Bilal"), country="ML", **PERIOD)
    page = Coder("Dina", seen).to(f"/review{part}", lang)
    assert page.evaluate("document.documentElement.dir") == ("rtl" if lang == "ar" else "ltr")
    assert page.locator("h1").count() == 1
    page.evaluate(AXE.read_text("utf-8"))
    assert serious(page) == []
    if page.locator("[data-key=C]").count():
        page.locator("[data-key=C]").click()
        assert serious(page) == []
    page.emulate_media(color_scheme="dark")
    assert serious(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_who_codes_is_asked_first(visit: Callable[..., Visit]) -> None:
    page = visit().to("/review?lang=en")
    assert page.locator(".desk").count() == 0
    page.get_by_label("Coding as").fill("Dina")
    page.keyboard.press("Enter")
    page.wait_for_selector(".desk .item-head")
    assert page.evaluate("localStorage.getItem('marsad.coder')") == "Dina"
