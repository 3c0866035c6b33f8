"""What an event's row is made from: the event, and the tellings with the figures that they give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from marsad.merging.ledger import tolls_by_rule
from marsad.merging.telling import Telling
from marsad.records import Bounds, Claim, Event, EventBody, FigureBody, Report


@dataclass(frozen=True, slots=True)
class Evidence:
    """The tellings of one event, and its tolls by measure under any rule of the ledger, asked for by its name."""

    tellings: tuple[Telling, ...]
    tolls: Callable[[str], Mapping[str, Bounds]]

    @classmethod
    def of(cls, tellings: Iterable[Telling]) -> Evidence:
        """The evidence of these tellings, with the tolls that the ledger gives, each reckoned once."""
        told = tuple(tellings)
        return cls(told, tolls_by_rule(told))

    @property
    def reports(self) -> list[Report]:
        """The reports that tell of it, each once."""
        return list({telling.report.id: telling.report for telling in self.tellings}.values())

    @property
    def published(self) -> date | None:
        """The day of the first report that has one."""
        return min((report.published for report in self.reports if report.published), default=None)

    def mode(self, event: Event) -> str | None:
        """How it was done: the mode told most often for the event's type, of several the first told."""
        return _most(body.mode for body in self._bodies(event))

    def weapon(self, event: Event) -> str | None:
        """With what it was done, as told most often."""
        return _most(body.weapon for body in self._bodies(event))

    def _bodies(self, event: Event) -> Iterator[EventBody]:
        told = [claim.event for telling in self.tellings for claim in telling.events if claim.event]
        return (body for body in told if body.type == event.type)


def figures(telling: Telling, measure: str) -> list[tuple[Claim, FigureBody]]:
    """The figures of a telling for one measure, denied ones left out."""
    return [
        (claim, claim.figure)
        for claim in telling.figures
        if claim.figure and claim.figure.measure == measure and claim.certainty != "denied"
    ]


def _most(values: Iterator[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None
