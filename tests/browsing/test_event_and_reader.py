"""The event's ledger leads to the reader, where marks and claims light one another up."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from observatory import HOSTILE, SAMPLES, Visit

pytest_plugins = ("windows",)


def report(visit: Visit, source: str) -> str:
    return str(next(one["id"] for one in visit.ask("reports?limit=100")["items"] if one["source"].endswith(source)))


def test_every_figure_stands_in_the_ledger_with_its_sentence(visit: Callable[..., Visit]) -> None:
    seen = visit()
    items = seen.ask("events?limit=200")["items"]
    event = max(items, key=lambda item: len(item["event"]["reports"]))["event"]
    page = seen.to(f"/events/{event['id']}?lang=en")
    ledger = seen.ask(f"events/{event['id']}/ledger")
    assert ledger["entries"]
    assert page.locator(".entry").count() == len(ledger["entries"])
    for entry in ledger["entries"]:
        row = page.locator(f".entry[data-claim='{entry['claim']}']").first
        assert row.locator("blockquote").inner_text() == entry["sentence"]["text"]
        assert row.locator("mark").inner_text() == entry["text"]
    assert page.locator(".rise").count() >= 1
    page.locator("#choice-rule").select_option("reported-range")
    page.wait_for_selector(".in-use th:has-text('Whole reported range')")
    killed = seen.ask(f"events/{event['id']}/ledger?rule=reported-range")["bounds"]["killed"]
    assert str(killed["low"]).removesuffix(".0") in page.locator(".in-use td").first.inner_text()
    assert "rule=reported-range" in page.url
    entry = page.locator(".entry blockquote a").first
    words = entry.locator("mark").inner_text()
    entry.click()
    page.wait_for_selector(".reader .claim.lit")
    assert words in "".join(page.locator(".report-text mark.lit").all_inner_texts())


def test_marks_and_claims_light_one_another_up(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.to(f"/reports/{report(seen, 'scraped-niamey.txt')}?lang=en")
    mark = page.locator(".report-text mark.figure").first
    claim = mark.get_attribute("data-claim")
    mark.hover()
    assert page.locator(".claim.lit").get_attribute("data-claim") == claim
    card = page.locator(".claim.relation").first
    card.scroll_into_view_if_needed()
    card.hover()
    assert page.locator(".claim.lit").get_attribute("data-claim") == card.get_attribute("data-claim")
    said = seen.ask(f"claims/{card.get_attribute('data-claim')}")["claim"]
    assert "".join(page.locator(".report-text mark.lit").all_inner_texts()) == said["text"]
    first = page.locator(".claim").first
    first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.claim") == page.locator(".claim").nth(1).get_attribute(
        "data-claim"
    )


def test_a_report_stands_as_written_its_furniture_greyed(visit: Callable[..., Visit], tmp_path: Path) -> None:
    seen = visit()
    name = "scraped-niamey.txt"
    page = seen.to(f"/reports/{report(seen, name)}")
    written = seen.ask(f"reports/{report(seen, name)}")["report"]
    assert page.locator(".report-text").evaluate("one => one.textContent") == written["text"]
    letters = list(written["text"])
    aside = "".join("".join(letters[start:end]) for start, end in written["furniture"])
    assert aside
    assert "".join(page.locator(".furniture").evaluate_all("all => all.map(one => one.textContent)")) == aside
    with page.expect_download() as download:
        page.locator("a[download]").click()
    download.value.save_as(tmp_path / name)
    assert (tmp_path / name).read_bytes() == (SAMPLES / "reports" / name).read_bytes()


def test_a_kind_of_claims_can_be_put_out_of_sight(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.to(f"/reports/{report(seen, 'scraped-niamey.txt')}?lang=en")
    page.get_by_role("button", name=re.compile("^figure")).click()
    assert page.locator(".claim.figure:visible").count() == 0
    assert page.locator(".claim.event:visible").count() > 0
    assert (
        page.locator("mark.figure").first.evaluate("one => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"
    )


def test_hostile_reports_are_inert(visit: Callable[..., Visit]) -> None:
    seen = visit()
    seen.page.add_init_script("window.hits = []; window.hit = n => window.hits.push(n)")
    events = seen.ask(f"events?limit=50&report={quote(str(HOSTILE['id']))}")["items"]
    assert events
    pages = [
        f"/reports/{quote(str(HOSTILE['id']), safe='')}",
        *(f"/events/{item['event']['id']}" for item in events),
        f"/?report={quote(str(HOSTILE['id']))}&since=2023-03-01&until=2023-03-05",
        "/reports",
        "/contradictions",
        "/search?q=كركوك&by=words",
        "/search?q=" + quote("<img src=x onerror=hit(9)>"),
    ]
    for path in pages:
        page = seen.to(path)
        assert page.evaluate("window.hits") == []
        assert page.locator("main :is(script, iframe, img, object, svg[onload])").count() == 0
    page = seen.to(pages[0])
    assert page.locator("h1").inner_text() == HOSTILE["title"]
    assert '<img src=x onerror="hit(5)">' in page.locator(".report-text").inner_text()
