"""The tables of a release from what a store says, without the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from marsad.catalogue import Catalogue
from marsad.records import Claim, Event, Mention, Report

from .arrow import builders
from .errors import ReleaseError
from .rows import (
    Row,
    actor_row,
    claim_row,
    event_row,
    figure_row,
    forecast_row,
    named,
    participant_rows,
    place_row,
    report_row,
    toll_rows,
)
from .standings import Told, standings
from .withholding import Private, outlet_of

if TYPE_CHECKING:
    import pyarrow as pa


def gather(
    told: Iterable[Report | Mention | Claim],
    events: Iterable[Event],
    decisions: Iterable[Row],
    catalogue: Catalogue,
) -> dict[str, pa.Table]:
    """The tables by name, rows in the declared order.

    ``told`` gives each report followed by its mentions, then its claims; ``decisions`` are rows of that table without their
    numbers.  Raises ReleaseError where an event has a claim that is not told.
    """
    work = _Gathering(list(events), catalogue)
    for record in told:
        work.take(record)
    work.finish(decisions)
    return {name: builder.table() for name, builder in work.out.items()}


@dataclass
class _Gathering:
    events: list[Event]
    catalogue: Catalogue

    def __post_init__(self) -> None:
        self.out = builders()
        self.event_of = {claim: event.id for event in self.events for claim in event.claims}
        self.private: dict[str, frozenset[str]] = {}
        self.told: dict[str, dict[str, Told]] = {}
        self.figures: dict[str, Row] = {}
        self.actors, self.places = _Named(), _Named()
        self._untold = set(self.event_of)
        self._report: Report | None = None
        self._group: str | None = None
        self._mentions: list[Mention] = []
        self._persons: Private | None = None

    def take(self, record: Report | Mention | Claim) -> None:
        if isinstance(record, Report):
            self._report, self._mentions, self._persons = record, [], None
            self._group = outlet_of(record, self.catalogue)
            self.out["reports"].add(report_row(record, self._group))
        elif isinstance(record, Mention):
            self._mentions.append(record)
        elif isinstance(record, Claim):
            self._claim(record)

    def _claim(self, claim: Claim) -> None:
        assert self._report
        assert claim.report == self._report.id
        self._persons = self._persons or Private(self._mentions)
        if words := self._persons.roles(claim):
            self.private[claim.report] = self.private.get(claim.report, frozenset()) | words
        self._untold.discard(claim.id)
        event = self.event_of.get(claim.id)
        if event:
            told = self.told.setdefault(event, {})
            told.setdefault(claim.report, (self._report, []))[1].append(claim)
        claim = self._persons.left_out(claim)
        cells = claim_row(claim, self._report, event, withheld=self._group is not None)
        self.out["claims"].add(cells)
        if claim.figure:
            self.figures[claim.id] = figure_row(cells)
        if claim.assessment:
            self.out["forecasts"].add(forecast_row(cells, claim))
        for who in {who.entity: who for who in named(claim) if who.entity}.values():
            self.actors.count(who.entity, who.name or who.text)
        if claim.place:
            self.places.count(claim.place.id, claim.place.name or claim.place.text)

    def finish(self, decisions: Iterable[Row]) -> None:
        if self._untold:
            raise ReleaseError(
                f"an event has a claim that is not told, {min(self._untold)}",
                remedy="the store was changed: run it again",
            )
        for event in self.events:
            private = frozenset[str]().union(*(self.private.get(report, ()) for report in event.reports))
            self.out["events"].add(event_row(event, private))
            for row in participant_rows(event, private):
                self.out["participants"].add(row)
            for row in toll_rows(event):
                self.out["tolls"].add(row)
            for role in event.roles:
                self.actors.know(role.entity, role.name or role.text)
            if event.place:
                self.places.know(event.place.id, event.place.name or event.place.text)
            for claim, cells in standings(event, self.told[event.id].values()):
                self.figures[claim] |= cells
        for row in self.figures.values():
            self.out["figures"].add(row)
        for actor, (name, count) in self.actors.all():
            self.out["actors"].add(actor_row(actor, name, count, self.catalogue))
        for place, (name, count) in self.places.all():
            self.out["places"].add(place_row(place, name, count, self.catalogue))
        for number, row in enumerate(sorted(decisions, key=_order), 1):
            self.out["decisions"].add(row | {"number": number})


@dataclass
class _Named:
    """How often each id is named, with the least of its names: whichever order they come in, the same."""

    names: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def know(self, id_: str | None, name: str) -> None:
        if id_ is not None:
            self.names[id_] = min(name, self.names.get(id_, name))

    def count(self, id_: str | None, name: str) -> None:
        self.know(id_, name)
        if id_ is not None:
            self.counts[id_] += 1

    def all(self) -> Iterable[tuple[str, tuple[str, int]]]:
        return ((id_, (name, self.counts[id_])) for id_, name in self.names.items())


def _order(decision: Row) -> tuple[str, ...]:
    return tuple(
        str(decision[name] or "") for name in ("one", "other", "decision", "by", "decided", "because", "withdrawn")
    )
