from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from store_samples import AMBUSH, ambush, many, sample, trial

from marsad.errors import OffsetError, StoreError, UnreadableError
from marsad.records import Claim
from marsad.storing import (
    Query,
    Store,
    StoreConflictError,
    StoreIntegrityError,
    find_all,
    find_claims,
    find_mentions,
    find_reports,
)


def test_records_come_back_as_they_were_stored(store: Store) -> None:
    told = ambush()
    assert told.add_to(store)
    assert list(find_reports(store, Query())) == [told.report]
    assert [mention for mention, _ in find_mentions(store, Query())] == list(told.mentions)
    assert {claim for claim, _ in find_claims(store, Query())} == set(told.claims)
    assert [type(record).__name__ for record in find_all(store, Query())] == [
        "Report",
        "Mention",
        "Claim",
        "Claim",
    ]


def test_originals_are_kept_byte_for_byte(store: Store) -> None:
    for told in (ambush(), sample("قتل \x01", trigger="قتل", place="قتل", country="ML", target="قتل")):
        told.add_to(store)
        assert store.original(told.report.sha256) == told.original


def test_an_original_that_is_not_there(store: Store) -> None:
    with pytest.raises(StoreError):
        store.original("0" * 64)


def test_the_same_report_is_stored_once(store: Store) -> None:
    assert not store.holds(ambush().report)
    assert ambush().add_to(store)
    assert store.holds(ambush().report)
    before = store.counts()
    assert not ambush().add_to(store)
    assert store.counts() == before


def test_the_same_text_in_another_wrapping_is_the_same_report(store: Store) -> None:
    told = ambush()
    told.add_to(store)
    wrapped = told.original + b"\n"
    again = replace(told, original=wrapped, report=replace(told.report, sha256=sha256(wrapped).hexdigest()))
    assert not again.add_to(store)
    assert store.counts()["originals"] == 1


def test_an_id_stands_for_one_text(store: Store) -> None:
    ambush().add_to(store)
    other = sample(
        f"{AMBUSH} تصحيح",
        trigger="كمين",
        place="تيساليت",
        country="ML",
        target="خمسة جنود",
        id_=ambush().report.id,
    )
    with pytest.raises(StoreConflictError):
        other.add_to(store)
    with pytest.raises(StoreConflictError):
        store.holds(other.report)
    assert store.counts()["reports"] == 1


def test_one_original_may_give_several_reports(store: Store) -> None:
    told = trial()
    told.add_to(store)
    twin = replace(told.report, id="twin")
    assert store.add(twin, told.original, (), (), 1)
    counts = store.counts()
    assert (counts["reports"], counts["originals"]) == (2, 1)


def test_bytes_that_are_not_the_original_are_refused(store: Store) -> None:
    told = ambush()
    with pytest.raises(UnreadableError):
        store.add(told.report, told.original + b" ", told.mentions, told.claims, 1)
    assert store.counts()["reports"] == 0


def test_a_span_out_of_place_stores_nothing(store: Store) -> None:
    told = ambush()
    moved = replace(told.claims[0], start=told.claims[0].start + 1, end=told.claims[0].end + 1)
    with pytest.raises(OffsetError):
        store.add(told.report, told.original, told.mentions, (moved,), 1)
    assert store.counts()["reports"] == 0


def test_a_claim_of_another_report_stores_nothing(store: Store) -> None:
    told = ambush()
    stray: Claim = replace(told.claims[0], report="another")
    with pytest.raises(OffsetError):
        store.add(told.report, told.original, (), (stray,), 1)
    assert store.counts()["reports"] == 0


def test_a_figure_of_an_event_that_is_not_there_stores_nothing(store: Store) -> None:
    told = ambush()
    with pytest.raises(StoreIntegrityError) as caught:
        store.add(told.report, told.original, told.mentions, told.claims[1:], 1)
    assert told.report.source in str(caught.value)
    counts = store.counts()
    assert (counts["reports"], counts["claims"], counts["mentions"], counts["originals"]) == (0, 0, 0, 0)


def test_after_a_failure_the_next_report_is_stored(store: Store) -> None:
    told = ambush()
    with pytest.raises(StoreError):
        store.add(told.report, told.original, told.mentions, told.claims[1:], 1)
    assert told.add_to(store)
    assert all(other.add_to(store) for other in many(3))
    assert store.counts()["reports"] == 4
