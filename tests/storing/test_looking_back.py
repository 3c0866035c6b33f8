"""Both kinds of looking back give what a store built only from what was there by then gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored_events import FIRST, START, Adding, Clock, Told, addings, exported, new_store

from marsad.storing import (
    Query,
    RulingError,
    Store,
    UnknownNameError,
    decisions_on,
    event_named,
    find_events,
    find_mentions,
    search_words,
    tellings_of_event,
)
from marsad.storing.events import exclude, merge, rule, split, withdraw
from marsad.storing.events.rulings import rulings_of
from marsad.storing.places import count_places

BY = {"by": "أ. كريم", "because": "قرأتُ التقريرين"}
BRIEFLY = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@dataclass(frozen=True)
class Ruling:
    """A step of a history: a person rules on the events there are, told by their places in the list."""

    kind: str
    one: int
    other: int

    def do(self, store: Store) -> None:
        events = [event for event, _ in find_events(store, Query())]
        if not events:
            return
        event = events[self.one % len(events)]
        told = [claim for claim in event.claims if "-event-" in claim]
        try:
            if self.kind == "merge":
                merge(store, event.id, events[self.other % len(events)].id, **BY)
            elif self.kind == "split":
                split(store, event.id, [told[self.other % len(told)]], **BY)
            elif self.kind == "exclude":
                exclude(store, told[self.other % len(told)], **BY)
            elif log := decisions_on(store):
                withdraw(store, log[self.other % len(log)].number, **BY)
        except (RulingError, UnknownNameError):
            pass


@dataclass(frozen=True)
class Waiting:
    """A step of a history: hours pass."""

    hours: int


Step = Adding | Ruling | Waiting
rulings = st.builds(
    Ruling,
    kind=st.sampled_from(["merge", "split", "exclude", "withdraw"]),
    one=st.integers(0, 5),
    other=st.integers(0, 5),
)
waits = st.builds(Waiting, hours=st.sampled_from([1, 24]))


@st.composite
def histories(draw: st.DrawFn, reports: int = 4) -> list[Step]:
    steps: list[Step] = [*draw(addings(1, reports))]
    for other in draw(st.lists(st.one_of(rulings, waits), max_size=5)):
        steps.insert(draw(st.integers(0, len(steps))), other)
    return steps


def play(store: Store, clock: Clock, steps: list[Step], until: int | None = None) -> None:
    """Go through a history, up to the end of a day where one is given, counted from the first."""
    for step in steps:
        if isinstance(step, Waiting):
            clock.now += timedelta(hours=step.hours)
            if until is not None and (clock.now - START.replace(hour=0)).days > until:
                return
        else:
            step.do(store)


@BRIEFLY
@given(steps=histories(), data=st.data())
def test_as_known_on_is_the_store_of_that_day(tmp_path: Path, steps: list[Step], data: st.DataObject) -> None:
    clock, earlier = Clock(), Clock()
    with new_store(tmp_path, clock) as store, new_store(tmp_path, earlier) as then:
        play(store, clock, steps)
        last = (clock.now - START).days
        day = data.draw(st.integers(0, last + 1))
        play(then, earlier, steps, until=day)
        known = Query(as_known_on=START.date() + timedelta(day))
        assert exported(store, known) == exported(then)
        assert [d.kind for d in decisions_on(store, query=known) if not d.by.startswith("marsad")] == [
            d.kind for d in decisions_on(then) if not d.by.startswith("marsad")
        ]


@BRIEFLY
@given(steps=histories(), until=st.integers(-1, 6))
def test_published_until_is_the_store_of_those_reports(tmp_path: Path, steps: list[Step], until: int) -> None:
    clock = Clock()
    with new_store(tmp_path, clock) as store, new_store(tmp_path) as then:
        play(store, clock, steps)
        for step in steps:
            if isinstance(step, Adding) and step.published is not None and step.published <= until:
                step.do(then)
        with store.reading() as connection:
            ruled = rulings_of(connection)
        rule_as(then, ruled.same, ruled.apart, ruled.excluded)
        assert exported(store, Query(published_until=FIRST + timedelta(until))) == exported(then)


def rule_as(
    store: Store, same: frozenset[tuple[str, str]], apart: frozenset[tuple[str, str]], excluded: frozenset[str]
) -> None:
    """Rule on the claims that are there as was ruled in another store."""
    told = {claim for event, _ in find_events(store, Query()) for claim in event.claims}
    if pairs := [pair for pair in same if told.issuperset(pair)]:
        rule(store, "same", pairs, **BY)
    if pairs := [pair for pair in apart if told.issuperset(pair)]:
        rule(store, "apart", pairs, **BY)
    for claim in sorted(excluded & told):
        exclude(store, claim, **BY)


@BRIEFLY
@given(steps=histories(), data=st.data(), until=st.integers(0, 6))
def test_both_together(tmp_path: Path, steps: list[Step], data: st.DataObject, until: int) -> None:
    clock, earlier = Clock(), Clock()
    with new_store(tmp_path, clock) as store, new_store(tmp_path, earlier) as then:
        play(store, clock, steps)
        day = data.draw(st.integers(0, (clock.now - START).days))
        play(then, earlier, steps, until=day)
        published = FIRST + timedelta(until)
        both = Query(as_known_on=START.date() + timedelta(day), published_until=published)
        assert exported(store, both) == exported(then, Query(published_until=published))


@BRIEFLY
@given(steps=histories())
def test_looking_back_from_today_sees_what_there_is(tmp_path: Path, steps: list[Step]) -> None:
    clock = Clock()
    with new_store(tmp_path, clock) as store:
        play(store, clock, steps)
        known = Query(as_known_on=clock.day)
        assert exported(store, known) == exported(store)
        for event, _ in find_events(store, Query()):
            assert event_named(store, event.id, known) == event
            assert event_named(store, event.claims[0], Query(rule="median")).claims == event.claims
            told = tellings_of_event(store, event, known)
            assert told == tellings_of_event(store, event)
            assert tuple(dict.fromkeys(t.report.id for t in told)) == event.reports


def test_a_clock_set_back_does_not_change_what_was_known(tmp_path: Path) -> None:
    clock = Clock()
    with new_store(tmp_path, clock) as store:
        Adding(0, (Told("غاو", 0, 9),), 1).do(store)
        clock.now -= timedelta(40)
        Adding(1, (Told("غاو", 0, 9),), 1).do(store)
        assert exported(store, Query(as_known_on=START.date() - timedelta(1))) == []
        assert exported(store, Query(as_known_on=START.date())) == exported(store)


def test_what_is_put_together_late_counts_from_when_it_was_stored(tmp_path: Path) -> None:
    clock = Clock()
    with new_store(tmp_path, clock) as store:
        Adding(0, (Told("غاو", 0, 9),), 1).do(store)
        clock.now += timedelta(1)
        Adding(1, (Told("غاو", 0, 9),), 1).do(store)
        clock.now += timedelta(30)
        (event,) = (event for event, _ in find_events(store, Query()))
        (before,) = (event for event, _ in find_events(store, Query(as_known_on=START.date())))
        assert (event.id, len(event.reports), len(before.reports)) == (before.id, 2, 1)
        (join,) = decisions_on(store, event)
        assert (join.since.date(), join.decided.date()) == (START.date() + timedelta(1), clock.day)


def test_all_that_is_asked_for_looks_back(tmp_path: Path) -> None:
    clock = Clock()
    with new_store(tmp_path, clock) as store:
        Adding(0, (Told("غاو", 0, 9),), 1).do(store)
        clock.now += timedelta(2)
        Adding(1, (Told("بيدوا", 0, 9),), 3).do(store)
        for query in (Query(as_known_on=START.date()), Query(published_until=FIRST + timedelta(2))):
            assert {place.place.country for place in count_places(store, query)} == {"ML"}
            assert {found.report.id for found in search_words(store, "ثكنة", query)} == {"report-0"}
            assert list(find_mentions(store, query)) == []
        assert {found.report.id for found in search_words(store, "ثكنة")} == {"report-0", "report-1"}
