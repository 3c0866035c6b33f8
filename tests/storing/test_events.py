from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import before_review
from stored_events import FIRST, Adding, Clock, Told, addings, exported, grouped, new_store, without_ids

from marsad.merging import clustering, linkage
from marsad.merging.weights import weights
from marsad.records import Event
from marsad.storing import (
    Query,
    Store,
    UnknownNameError,
    count_unplaced,
    decisions_on,
    event_named,
    find_claims,
    find_events,
    open_store,
    place_reports,
    tellings_of_event,
)
from marsad.storing.events import neighbourhood, placing, start_over

ATTACK = (Told("غاو", 0, 9),)
OTHER = (Told("بيدوا", 0, 9),)
BRIEFLY = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Store]:
    """Two reports of one attack, one of another elsewhere."""
    with new_store(tmp_path) as store:
        for step in (Adding(0, ATTACK, 1), Adding(1, OTHER, 1), Adding(2, (Told("غاو", 0, 14),), 2)):
            step.do(store)
        yield store


def events_of(store: Store, query: Query | None = None) -> list[Event]:
    return [event for event, _ in find_events(store, query or Query())]


def test_reports_of_one_attack_are_one_event(told: Store) -> None:
    assert {event.reports for event in events_of(told)} == {("report-0", "report-2"), ("report-1",)}


def test_an_event_holds_what_all_its_reports_tell(told: Store) -> None:
    event = event_named(told, "report-2-figure-0")
    assert set(event.claims) == {f"report-{n}-{kind}-0" for n in (0, 2) for kind in ("event", "figure")}
    assert [telling.report.id for telling in tellings_of_event(told, event)] == ["report-0", "report-2"]
    assert [telling.figures[0].id for telling in tellings_of_event(told, event)] == [
        "report-0-figure-0",
        "report-2-figure-0",
    ]


def test_a_join_is_a_decision_with_its_reasons(told: Store) -> None:
    (join,) = decisions_on(told, event_named(told, "report-0-event-0"))
    assert (join.kind, {join.one, join.other}) == ("joined", {"report-0-event-0", "report-2-event-0"})
    assert join.by.startswith("marsad ")
    assert join.score is not None
    assert join.score > 0.5
    assert {reason.name for reason in join.reasons} >= {"same-place", "same-day"}
    assert decisions_on(told, event_named(told, "report-1-event-0")) == []
    assert decisions_on(told) == [join]


def test_an_id_keeps_through_later_merges(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        Adding(0, ATTACK, 1).do(store)
        (before,) = events_of(store)
        Adding(1, ATTACK, 0).do(store)
        (after,) = events_of(store)
        assert after.id == before.id
        assert len(after.reports) == 2


def test_a_name_that_nothing_has(told: Store) -> None:
    for name in ("e0123456789abcdef", "report-9-event-0", "غاو"):
        with pytest.raises(UnknownNameError, match=name):
            event_named(told, name)


def test_a_denied_event_is_none(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        Adding(0, (Told("غاو", 0, denied=True),), 1).do(store)
        assert events_of(store) == []
        with pytest.raises(UnknownNameError, match="no event"):
            event_named(store, "report-0-event-0")


@BRIEFLY
@given(some=addings(2, 6), data=st.data())
def test_reports_in_any_order_give_the_same_events(tmp_path: Path, some: list[Adding], data: st.DataObject) -> None:
    other = data.draw(st.permutations(some))
    asked = data.draw(st.sets(st.sampled_from(range(len(some)))))
    with new_store(tmp_path) as one, new_store(tmp_path) as two:
        for at, step in enumerate(some):
            step.do(one)
            if at in asked:
                events_of(one)
        for step in other:
            step.do(two)
        assert without_ids(one) == without_ids(two)
        assert grouped(one) == grouped(two)


@BRIEFLY
@given(some=addings(1, 5))
def test_every_event_claim_that_is_not_denied_is_in_one_event(tmp_path: Path, some: list[Adding]) -> None:
    with new_store(tmp_path) as store:
        for step in some:
            step.do(store)
        claimed = [claim for event in events_of(store) for claim in event.claims]
        told = {c.id for c, _ in find_claims(store, Query(kind=("event",))) if c.certainty != "denied"}
        assert len(claimed) == len(set(claimed))
        assert told <= set(claimed)


def test_what_was_interrupted_is_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "_TOGETHER", 20)
    steps = [Adding(n, (Told("غاو", n % 3 * 30, 9),), None) for n in range(50)]
    with new_store(tmp_path) as store, new_store(tmp_path) as whole:
        for step in steps:
            step.do(store)
            step.do(whole)
        assert count_unplaced(store) == 50
        (done,) = islice(place_reports(store), 1)
        assert count_unplaced(store) == 50 - done
        assert done == 20
        with open_store(store.name) as again:
            assert exported(again) == exported(whole)
        assert count_unplaced(store) == 0
        assert list(place_reports(store)) == []


def test_a_store_of_before_there_were_events_is_put_together(told: Store) -> None:
    before = exported(told)
    told.close()
    with sqlite3.connect(told.name) as raw:
        for table in ("joins", "placements", "placed", "telling_claims", "telling_keys", "tellings", "likenesses",
                      "events", "event_values", "decisions"):  # fmt: skip
            raw.execute(f"drop table {table}")
        raw.execute("drop index ix_reports_source")
        before_review(raw)
        raw.execute("update alembic_version set version_num = '0003'")
    raw.close()
    with open_store(told.name) as store:
        assert count_unplaced(store) == 3
        assert exported(store) == before


def test_putting_together_anew_changes_what_is_weighed_otherwise_from_then_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    with new_store(tmp_path, clock) as store:
        for number, day in enumerate((0, 0, 1)):
            Adding(number, (Told("غاو", day, 9),), 2).do(store)
        before = exported(store)
        start_over(store)
        assert exported(store) == before
        assert [d.kind for d in decisions_on(store)] == ["joined"] * len(decisions_on(store))
        clock.now += timedelta(3)
        stricter = weights().model_copy(update={"join": 50.0})
        for module in (linkage, clustering, neighbourhood):
            monkeypatch.setattr(module, "weights", lambda: stricter)
        start_over(store)
        assert grouped(store) == {frozenset({f"report-{n}-event-0", f"report-{n}-figure-0"}) for n in range(3)}
        assert exported(store, Query(as_known_on=clock.day - timedelta(1))) == before


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(country="ml"), {"report-0"}),
        (Query(country="FR"), set()),
        (Query(place="بيـدوا"), {"report-1"}),
        (Query(actor="ثكنة"), {"report-0", "report-1"}),
        (Query(actor="isil"), set()),
        (Query(type="assault"), {"report-0", "report-1"}),
        (Query(type="protest"), set()),
        (Query(since=FIRST, until=FIRST), {"report-0", "report-1"}),
        (Query(since=date(2023, 6, 1)), set()),
        (Query(until=date(2023, 4, 1)), set()),
        (Query(certainty="denied"), set()),
        (Query(certainty="asserted"), {"report-0", "report-1"}),
        (Query(sure=0.5), set()),
        (Query(report="report-2"), {"report-0"}),
        (Query(report="report-1.txt"), {"report-1"}),
        (Query(limit=1), {"report-0"}),
        (Query(country="ML", report="report-1"), set()),
    ],
)
def test_events_by_condition_now_and_looking_back(told: Store, query: Query, found: set[str]) -> None:
    assert {event.reports[0] for event in events_of(told, query)} == found
    back = replace(query, as_known_on=Clock().day, published_until=date(2030, 1, 1))
    assert events_of(told, back) == events_of(told, query)
    assert events_of(told, replace(query, as_known_on=Clock().day)) == events_of(told, query)
