"""Events that a report names in passing: which words name one, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from event_samples import Row, body, check, events, report, rows

from marsad.extracting import extract
from marsad.extracting.events.context import context
from marsad.extracting.rating import rates


@pytest.mark.parametrize("row", rows("passing.yaml"))
def test_an_event_that_is_named_gives_a_claim_of_the_words_that_name_it(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", rows("not_named.yaml"))
def test_what_is_general_feared_or_invented_names_no_event(row: Row) -> None:
    assert [body(c).trigger.text for c in events(row.text) if body(c).type == "ASSAULT"] == []


@pytest.mark.parametrize("words", ["fictions", "urged"])
def test_every_word_before_a_name_of_an_event_takes_it_away(words: str) -> None:
    assert [body(c).type for c in events("كتب الصحفي عن تفجير تمبكتو.")] == ["ASSAULT"]
    listed = [word for word in getattr(context(), words) if " " not in word]
    assert len(listed) > 5
    assert [
        w for w in listed if any(body(c).type == "ASSAULT" for c in events(f"كتب الصحفي عن {w} تفجير تمبكتو."))
    ] == []


def test_nothing_is_named_in_a_report_without_a_day_of_its_own() -> None:
    dated = report("بدأت الحكومة حملة واسعة بعد تفجير تمبكتو.")
    for model in (False, True):
        assert [c.proposed_by for c in extract(dated, model=model).claims if c.event] == ["passing:تفجير"]
        assert not [c for c in extract(replace(dated, published=None), model=model).claims if c.event]


def test_a_claim_in_passing_has_a_rate_of_its_own() -> None:
    (claim,) = events("بدأت الحكومة حملة واسعة بعد تفجير تمبكتو.")
    assert claim.probability == rates()["event in passing"]


def test_a_later_noun_takes_up_what_was_told_not_what_was_named() -> None:
    text = (
        "قتل مسلحون تسعة جنود في كيدال الأحد. وتعيش المنطقة في قلق منذ تفجير تمبكتو.\n\nوأسفر الهجوم عن إصابة 12 آخرين."
    )
    claims = extract(report(text), model=False).claims
    told = {c.id: body(c).trigger.text for c in claims if c.event}
    injured = next(c.figure for c in claims if c.figure and c.figure.measure == "injured")
    assert told[injured.event or ""] == "قتل"
