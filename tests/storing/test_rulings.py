from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored_events import Adding, Told, addings, exported, grouped, new_store

from marsad.storing import Query, RulingError, Store, UnknownNameError, decisions_on, event_named, find_events
from marsad.storing.events import MergeDecision, exclude, merge, split, withdraw

BY = {"by": "أ. كريم", "because": "قرأتُ التقريرين"}
ATTACK = (Told("غاو", 0, 9),)
BRIEFLY = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three reports of one attack, one of another."""
    with new_store(tmp_path) as opened:
        for number in range(3):
            Adding(number, ATTACK, 1).do(opened)
        Adding(3, (Told("بيدوا", 0, 9),), 1).do(opened)
        yield opened


def ids(store: Store) -> list[str]:
    return [event.id for event, _ in find_events(store, Query())]


def do_any(store: Store, data: st.DataObject) -> MergeDecision | None:
    """A ruling of any kind, where one can be made."""
    events = [event for event, _ in find_events(store, Query())]
    if not events:
        return None
    event = data.draw(st.sampled_from(events))
    told = [claim for claim in event.claims if "-event-" in claim]
    kind = data.draw(st.sampled_from(["merge", "split", "exclude claim", "exclude report"]))
    try:
        if kind == "merge":
            return merge(store, event.id, data.draw(st.sampled_from(events)).id, **BY)
        if kind == "split":
            return split(store, event.id, data.draw(st.sets(st.sampled_from(told), min_size=1)), **BY)
        return exclude(store, data.draw(st.sampled_from(told if kind == "exclude claim" else event.reports)), **BY)
    except RulingError:
        return None
    except UnknownNameError:
        assert kind == "split"  # a denied claim tells of no event by itself
        return None


def test_two_events_held_to_be_one(store: Store) -> None:
    one, other = ids(store)
    decision = merge(store, one, "report-3-event-0", **BY)
    assert (decision.kind, decision.by, decision.because) == ("same", BY["by"], BY["because"])
    (event,) = (event for event, _ in find_events(store, Query()))
    assert len(event.reports) == 4
    assert event_named(store, other) == event_named(store, one) == event
    assert decision in decisions_on(store, event)
    with pytest.raises(RulingError, match="one event already"):
        merge(store, one, other, **BY)


def test_a_report_held_to_tell_of_another_event(store: Store) -> None:
    whole = event_named(store, "report-0-event-0").id
    split(store, whole, ["report-1"], **BY)
    assert event_named(store, "report-1-event-0").reports == ("report-1",)
    assert event_named(store, whole).reports == ("report-0", "report-2")
    Adding(4, ATTACK, 2).do(store)
    assert event_named(store, "report-1-event-0") != event_named(store, "report-0-event-0")
    with pytest.raises(RulingError, match="all claims"):
        split(store, "report-1-event-0", ["report-1"], **BY)
    with pytest.raises(UnknownNameError, match="report-3"):
        split(store, whole, ["report-3"], **BY)


def test_a_claim_left_out_of_all_events(store: Store) -> None:
    exclude(store, "report-0-event-0", **BY)
    assert event_named(store, "report-1-event-0").reports == ("report-1", "report-2")
    with pytest.raises(UnknownNameError, match="no event"):
        event_named(store, "report-0-event-0")
    with pytest.raises(UnknownNameError, match="report-9"):
        exclude(store, "report-9", **BY)


def test_a_join_taken_back_stays_so_until_that_is_taken_back(store: Store) -> None:
    before = exported(store)
    join = next(d for d in decisions_on(store) if "report-2-event-0" in d.about)
    apart = withdraw(store, join.number, **BY)
    assert (apart.kind, apart.withdraws) == ("apart", join.number)
    assert event_named(store, join.one) != event_named(store, join.other or "")
    assert decisions_on(store)[-1].kind == "unjoined"
    with pytest.raises(RulingError, match="does not hold"):
        withdraw(store, join.number, **BY)
    withdraw(store, apart.number, **BY)
    assert exported(store) == before
    with pytest.raises(RulingError, match="was withdrawn by"):
        withdraw(store, apart.number, **BY)


def test_a_decision_that_is_none(store: Store) -> None:
    with pytest.raises(UnknownNameError, match="99"):
        withdraw(store, 99, **BY)


def test_the_last_ruling_on_a_pair_holds(store: Store) -> None:
    one, other = ids(store)
    first = merge(store, one, other, **BY)
    second = split(store, one, ["report-3"], **BY)
    assert len(ids(store)) == 2
    third = merge(store, one, other, **BY)
    assert len(ids(store)) == 1
    withdraw(store, third.number, **BY)
    assert len(ids(store)) == 2
    withdraw(store, second.number, **BY)
    assert len(ids(store)) == 1
    withdraw(store, first.number, **BY)
    assert ids(store) == [one, other] or ids(store) == [other, one]


@BRIEFLY
@given(some=addings(2, 5), data=st.data())
def test_rulings_taken_back_leave_no_trace(tmp_path: Path, some: list[Adding], data: st.DataObject) -> None:
    with new_store(tmp_path) as store:
        for step in some:
            step.do(store)
        before = exported(store)
        made = [ruling for _ in range(data.draw(st.integers(1, 3))) if (ruling := do_any(store, data))]
        for ruling in data.draw(st.permutations(made)):
            withdraw(store, ruling.number, **BY)
        assert exported(store) == before


@BRIEFLY
@given(some=addings(1, 4), last=addings(1, 1))
def test_joins_of_a_report_taken_back_leave_the_events_of_before(
    tmp_path: Path, some: list[Adding], last: list[Adding]
) -> None:
    new = Adding(99, last[0].events[:1], last[0].published)
    with new_store(tmp_path) as store:
        for step in some:
            step.do(store)
        before = grouped(store)
        new.do(store)
        while True:
            alone = grouped(store)
            mine = [d for d in decisions_on(store) if "report-99-event-0" in d.about]
            undone = {d.withdraws for d in decisions_on(store) if d.kind == "unjoined"}
            held = [d for d in mine if d.kind == "joined" and d.number not in undone]
            if not held:
                break
            withdraw(store, held[0].number, **BY)
        assert {group for group in alone if not any(c.startswith("report-99") for c in group)} == before


@BRIEFLY
@given(some=addings(2, 5), more=addings(1, 2), data=st.data())
def test_rulings_hold_whatever_comes_before_or_after(
    tmp_path: Path, some: list[Adding], more: list[Adding], data: st.DataObject
) -> None:
    later = [Adding(50 + step.number, step.events, step.published) for step in more]
    with new_store(tmp_path) as store, new_store(tmp_path) as other:
        for step in some:
            step.do(store)
            step.do(other)
        ruling = do_any(store, data)
        for step in later:
            step.do(store)
            step.do(other)
        if ruling is None:
            return
        from marsad.storing.events import rule

        if ruling.kind in ("same", "apart"):
            rule(other, "same" if ruling.kind == "same" else "apart", ruling.pairs, **BY)
        for claim in ruling.claims:
            exclude(other, claim, **BY)
        assert exported(store) == exported(other)
