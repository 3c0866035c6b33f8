"""What holds of any text: nothing raises, quotations stand where they say, two readings are one."""

from __future__ import annotations

from dataclasses import replace

from extraction_samples import STORY, report, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.codebook import load
from marsad.extracting import Extraction, extract
from marsad.extracting.composing import LONGEST
from marsad.languages.arabic.words import cut
from marsad.records import Mention, Span


def quotations(found: Extraction) -> list[Span | Mention]:
    """Everything in an extraction that quotes the report."""
    out: list[Span | Mention] = [*found.mentions]
    for claim in found.claims:
        out += [Span(claim.text, claim.start, claim.end), *claim.voice]
        out += [claim.place] if claim.place else []
        if claim.event:
            out += [claim.event.trigger, *claim.event.roles]
        if claim.relation:
            out += [e for e in (claim.relation.subject, claim.relation.object) if e]
        if claim.assessment:
            out += claim.assessment.about
    return out


def test_the_story_has_claims_of_events_figures_and_outlook_with_voices() -> None:
    found = extract(report(STORY))
    assert {"event", "figure", "assessment"} <= {c.kind for c in found.claims}
    assert {"asserted", "reported", "denied"} <= {c.certainty for c in found.claims}
    assert any(c.voice for c in found.claims)
    assert any(c.place for c in found.claims)
    assert len(quotations(found)) > 30


@settings(max_examples=100)
@given(texts())
def test_no_text_makes_it_raise_and_every_quotation_stands_where_it_says(text: str) -> None:
    found = extract(report(text))
    for span in quotations(found):
        assert text[span.start : span.end] == span.text
        assert span.text
    for claim in found.claims:
        assert len(claim.text) <= LONGEST
        assert getattr(claim, claim.kind) is not None


@settings(max_examples=60)
@given(texts())
def test_reading_twice_gives_the_same_claims(text: str) -> None:
    assert extract(report(text)) == extract(report(text))


@settings(max_examples=60)
@given(texts())
def test_claims_have_ids_of_their_own_and_links_that_lead_somewhere(text: str) -> None:
    claims = extract(report(text)).claims
    ids = {c.id for c in claims}
    assert len(ids) == len(claims)
    kinds = {c.id: c.kind for c in claims}
    for figure in (c.figure for c in claims if c.figure):
        assert figure.event is None or kinds[figure.event] == "event"
        assert figure.part_of is None or kinds[figure.part_of] == "figure"
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@settings(max_examples=60)
@given(texts())
def test_whatever_is_coded_is_of_the_codebook(text: str) -> None:
    book = load()
    for claim in extract(report(text)).claims:
        if claim.event:
            assert claim.event.mode is None or claim.event.mode in book.events[claim.event.type].modes
            assert {r.role for r in claim.event.roles} <= set(book.roles)
        if claim.figure:
            assert claim.figure.unit == book.measures[claim.figure.measure].unit


@settings(max_examples=60)
@given(texts())
def test_a_claim_of_an_event_or_figure_stays_within_one_sentence(text: str) -> None:
    words = cut(text)
    for claim in extract(report(text)).claims:
        if claim.kind in ("event", "figure"):
            first, last = words.at(claim.start), words.upto(claim.end) - 1
            assert words.sentence_of(first) == words.sentence_of(last)


@settings(max_examples=30)
@given(texts(), st.data())
def test_furniture_yields_no_event_and_no_figure(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(text)))
    for claim in extract(report(text, furniture=((0, end),))).claims:
        if claim.event:
            assert claim.event.trigger.start >= end
        if claim.figure:
            assert claim.end > end


def test_a_report_without_a_day_is_read_too() -> None:
    undated = extract(replace(report(STORY), published=None))
    assert [c.event.type for c in undated.claims if c.event] == [
        c.event.type for c in extract(report(STORY)).claims if c.event
    ]


def test_an_empty_report_has_no_claims() -> None:
    assert extract(report("")) == Extraction((), ())
