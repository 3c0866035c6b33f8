"""Why things stand as they do is told in the language of the page, with its digits, names set apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from observatory import Visit

pytest_plugins = ("windows",)

ARABIC, DIGITS = re.compile("[\u0621-\u064a]"), str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬")


def given(reason: dict[str, Any], sort: str, language: str = "ar") -> list[str]:
    marks = (mark for mark in reason["marks"][language] if mark["sort"] == sort)
    return [reason[language][mark["start"] : mark["end"]] for mark in marks]


def test_an_arabic_page_tells_in_arabic_why_figures_stand_so(visit: Callable[..., Visit]) -> None:
    seen = visit()
    events = [item["event"]["id"] for item in seen.ask("events?limit=200")["items"]]
    ledgers = {event: seen.ask(f"events/{event}/ledger")["entries"] for event in events}
    event = max(events, key=lambda one: sum(len(entry["reason"]["ar"]) for entry in ledgers[one]))
    told = [entry for entry in ledgers[event] if given(entry["reason"], "report") and given(entry["reason"], "name")]
    assert told
    page = seen.to(f"/events/{event}?lang=ar&digits=arab")
    for entry in told:
        why = page.locator(f".entry[data-claim='{entry['claim']}'] details p").first
        words = why.text_content() or ""
        assert why.get_attribute("lang") is None
        assert ARABIC.search(words)
        isolated = why.locator("bdi").all_text_contents()
        assert {*given(entry["reason"], "report"), *given(entry["reason"], "name")} <= set(isolated)
        assert [number.translate(DIGITS) for number in given(entry["reason"], "number")] == [
            one for one in isolated if re.fullmatch("[٠-٩٬٫]+", one)
        ]
        for day in given(entry["reason"], "day"):
            assert day.translate(DIGITS) in words
    page = seen.to(f"/events/{event}?lang=en&digits=latn")
    why = page.locator(f".entry[data-claim='{told[0]['claim']}'] details p").first
    assert not ARABIC.search(
        "".join(why.evaluate("one => [...one.childNodes].filter(n => n.nodeType === 3).map(n => n.data)"))
    )


def test_arabic_pages_tell_in_arabic_what_contradicts_and_why_a_codebook_has_no_row(
    visit: Callable[..., Visit],
) -> None:
    seen = visit()
    page = seen.to("/contradictions?lang=ar&digits=latn")
    first = seen.ask("contradictions")["items"][0]
    assert page.locator(".contradiction details p").first.text_content() == first["what"]["ar"]
    (event,) = first["events"][:1] or [seen.ask("events")["items"][0]["event"]["id"]]
    rows = [row for row in seen.ask(f"events/{event}")["codebooks"] if not row["included"]]
    page = seen.to(f"/events/{event}?lang=ar")
    left_out = page.locator(".codebook.left-out p.small").all_text_contents()
    assert left_out == [f"{row['because']['ar']} — {row['citation']}" for row in rows]
    assert page.locator("#ledger p[lang=en], #codebooks p[lang=en]").count() == 0
