from __future__ import annotations

from datetime import date

import pytest
from store_samples import AMBUSH, ambush, many, trial

from marsad.records import Bounds
from marsad.storing import Query, Store, find_claims, find_events, find_reports, search_words

AMBUSH_ID, TRIAL_ID = ambush().report.id, trial().report.id
BOTH = {f"{AMBUSH_ID}-event", f"{AMBUSH_ID}-figure"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), BOTH | {f"{TRIAL_ID}-event"}),
        (Query(kind=("event",)), {f"{AMBUSH_ID}-event", f"{TRIAL_ID}-event"}),
        (Query(kind=("figure",)), {f"{AMBUSH_ID}-figure"}),
        (Query(country="ml"), BOTH),
        (Query(country="FR"), set()),
        (Query(place="تيسـاليت"), BOTH),
        (Query(place="تيس%"), set()),
        (Query(actor="جنود"), BOTH),
        (Query(actor="المتحدث"), BOTH),
        (Query(actor="isil"), set()),
        (Query(type="coerce"), {f"{TRIAL_ID}-event"}),
        (Query(type="killed"), {f"{AMBUSH_ID}-figure"}),
        (Query(certainty="reported"), {f"{AMBUSH_ID}-event"}),
        (Query(since=date(2021, 5, 9), until=date(2021, 5, 9)), BOTH),
        (Query(since=date(2021, 5, 10)), {f"{TRIAL_ID}-event"}),
        (Query(until=date(2021, 5, 8)), set()),
        (Query(report=TRIAL_ID), {f"{TRIAL_ID}-event"}),
        (Query(report=trial().report.source), {f"{TRIAL_ID}-event"}),
        (Query(country="ML", kind=("event",), since=date(2022, 1, 1)), set()),
    ],
)
def test_claims_by_condition(filled: Store, query: Query, found: set[str]) -> None:
    assert {claim.id for claim, _ in find_claims(filled, query)} == found


def test_claims_come_with_their_report(filled: Store) -> None:
    assert all(claim.report == report.id for claim, report in find_claims(filled, Query()))


def test_a_limit_holds(filled: Store) -> None:
    assert len(list(find_claims(filled, Query(limit=2)))) == 2
    assert len(list(find_reports(filled, Query(limit=1)))) == 1
    assert len(list(find_events(filled, Query(limit=1)))) == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), [AMBUSH_ID, TRIAL_ID]),
        (Query(since=date(2022, 1, 1)), [TRIAL_ID]),
        (Query(until=date(2021, 12, 31)), [AMBUSH_ID]),
        (Query(kind=("figure",)), [AMBUSH_ID]),
        (Query(country="SN"), [TRIAL_ID]),
        (Query(type="killed", country="SN"), []),
    ],
)
def test_reports_by_condition(filled: Store, query: Query, found: list[str]) -> None:
    assert [report.id for report in find_reports(filled, query)] == found


def test_events_carry_their_figures(filled: Store) -> None:
    (event, _), (other, _) = find_events(filled, Query())
    assert event.figures == {"killed": Bounds(low=5, best=5, high=5)}
    assert event.claims == (f"{AMBUSH_ID}-event", f"{AMBUSH_ID}-figure")
    assert event.reports == (AMBUSH_ID,)
    assert other.figures == {}
    assert [found.id for found, _ in find_events(filled, Query(country="ML"))] == [event.id]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ارهاب", "الإرهاب"),
        ("إرهاب", "الإرهاب"),
        ("الارهاب", "الإرهاب"),
        ("قتل", "قُتل"),
        ("حرب ارهاب", "الإرهاب"),
        ('"الحرب على الارهاب"', "الإرهاب"),
        ("انتماء", "بالانتماء"),
        ('"تنظيم القاعدة"', "القاعدة"),
        ("متحدث", "المتحدث"),
    ],
)
def test_search_finds_words_in_any_spelling(filled: Store, words: str, sentence: str) -> None:
    found = list(search_words(filled, words))
    assert len(found) == 1
    assert sentence in found[0].text
    assert found[0].report.text[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize("words", ["غير_مذكور", '"الإرهاب الحرب"', "جنود الإرهاب", "", '"', "* OR (", "NEAR(قتل)"])
def test_search_finds_nothing_where_the_words_are_not_together(filled: Store, words: str) -> None:
    assert list(search_words(filled, words)) == []


def test_search_names_the_claims_of_the_sentence(filled: Store) -> None:
    (found,) = search_words(filled, "كمين")
    assert set(found.claims) == BOTH
    assert AMBUSH.startswith(found.text)


def test_search_looks_into_titles(filled: Store) -> None:
    found = list(search_words(filled, "أحداث"))
    assert [(hit.start, hit.text) for hit in found] == [(None, "عن الأحداث")] * 2


def test_many_rows_stream_whole(store: Store) -> None:
    for told in many(250):
        told.add_to(store)
    assert len({claim.id for claim, _ in find_claims(store, Query())}) == 500
    assert [len(event.reports) for event, _ in find_events(store, Query())] == [250]
    assert len(list(search_words(store, "كمين"))) == 250
