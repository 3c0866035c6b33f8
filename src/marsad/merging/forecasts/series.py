"""What a store knows of what happened: events by type, and how many reports there were in a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from marsad.records import Event

from .types import Where
from .where import lies_in

Days = tuple[date, date]
HAPPENED = frozenset(("occurred", "ongoing", "attempted"))
"""Statuses of what came to pass, if only as an attempt; what was planned, threatened or foiled did not."""


@dataclass(frozen=True, slots=True)
class Series:
    """Events that happened and whose days are known, by type, and the days on which reports were published, in order."""

    events: Mapping[str, tuple[Event, ...]]
    published: tuple[date, ...]

    @classmethod
    def of(cls, events: Iterable[Event], published: Iterable[date]) -> Series:
        """The series of a store's ``events`` and of the days of publication of all its reports, in any order."""
        by_type: dict[str, list[Event]] = defaultdict(list)
        for event in events:
            if event.status in HAPPENED and event.date and event.date.earliest and event.date.latest:
                by_type[event.type].append(event)
        return cls(
            {kind: tuple(sorted(some, key=lambda event: event.id)) for kind, some in by_type.items()},
            tuple(sorted(published)),
        )

    def of_kind(self, kind: str, where: Sequence[Where], actors: Iterable[str]) -> list[Event]:
        """The events of a type in any of the places, anywhere if none is given, in which any of the actors has any part."""
        wanted = frozenset(actors)
        return [
            event
            for event in self.events.get(kind, ())
            if (not where or lies_in(event.place, where))
            and (not wanted or any(role.entity in wanted for role in event.roles))
        ]

    def reports_in(self, days: Days) -> int:
        """How many reports were published in the days, inclusive."""
        return bisect_right(self.published, days[1]) - bisect_left(self.published, days[0])


def within(event: Event, days: Days) -> bool:
    """Whether all days on which the event may have happened lie in the days, inclusive."""
    first, last = _days(event)
    return days[0] <= first and last <= days[1]


def touches(event: Event, days: Days) -> bool:
    """Whether the event may have happened in the days, inclusive."""
    first, last = _days(event)
    return first <= days[1] and last >= days[0]


def _days(event: Event) -> Days:
    """The days of an event of a series: they are known."""
    assert event.date
    assert event.date.earliest
    assert event.date.latest
    return event.date.earliest, event.date.latest
