"""Where the same evidence gives different rows, and which rule makes the difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from marsad.codebook import load
from marsad.records import Event
from marsad.remarks import Remark

from .evidence import Evidence
from .rendering import rendered
from .rows import Aspect, NotIncluded, Row, Said

COMPARED = ("plover", "acled", "ucdp")


@dataclass(frozen=True, slots=True)
class Difference:
    """One aspect in which the rows of an event differ: what each codebook says, and the rules behind it with citations.

    A codebook that has no row of the event, or does not code the aspect, is not among ``values``, except where the
    difference is of inclusion.
    """

    event: Event
    aspect: Aspect
    values: Mapping[str, str]
    because: Mapping[str, Remark]
    citations: Mapping[str, str]


@dataclass(slots=True)
class Tally:
    """How often the codebooks differ, by aspect, and which of them have a row."""

    events: int = 0
    alike: int = 0
    aspects: Counter[Aspect] = field(default_factory=Counter)
    included: Counter[str] = field(default_factory=Counter)

    def count(self, rows: Iterable[Row | NotIncluded], found: Sequence[Difference]) -> None:
        """Count one event."""
        self.events += 1
        self.alike += not found
        self.aspects.update(difference.aspect for difference in found)
        self.included.update(row.codebook for row in rows if isinstance(row, Row))


def rows_of(event: Event, evidence: Evidence, codebooks: Sequence[str] = COMPARED) -> tuple[Row | NotIncluded, ...]:
    """The event by each of the codebooks."""
    return tuple(rendered(event, codebook, evidence) for codebook in codebooks)


def differences(event: Event, rows: Sequence[Row | NotIncluded]) -> list[Difference]:
    """The aspects in which ``rows`` of the event differ, inclusion first; the others among those that have a row."""
    return [*_of_inclusion(event, rows), *_of_others(event, [row for row in rows if isinstance(row, Row)])]


def _of_inclusion(event: Event, rows: Sequence[Row | NotIncluded]) -> Iterator[Difference]:
    out = [row for row in rows if isinstance(row, NotIncluded)]
    if out and len(out) < len(rows):
        yield Difference(
            event,
            "inclusion",
            {row.codebook: "no row" if isinstance(row, NotIncluded) else "a row" for row in rows},
            {row.codebook: row.because for row in out},
            {row.codebook: row.citation for row in out},
        )


def _of_others(event: Event, rows: Sequence[Row]) -> Iterator[Difference]:
    aspects: tuple[Aspect, ...] = ("type", "actors", "date", "place", "deaths")
    for aspect in aspects:
        told = {row.codebook: row.said[aspect] for row in rows if row.said[aspect].sense is not None}
        if _differ(aspect, list(told.values())):
            yield Difference(
                event,
                aspect,
                {codebook: said.words for codebook, said in told.items()},
                {codebook: said.because for codebook, said in told.items()},
                {codebook: said.citation for codebook, said in told.items()},
            )


def _differ(aspect: Aspect, told: Sequence[Said]) -> bool:
    """Types differ where two have no sense in common, all else where two senses are not the same."""
    pairs = [(a.sense, b.sense) for i, a in enumerate(told) for b in told[i + 1 :]]
    if aspect == "type":
        return any(one.isdisjoint(other) for one, other in pairs if one is not None and other is not None)
    return any(one != other for one, other in pairs)


def named(codebook: str) -> str:
    """What a codebook is called."""
    return load().crosswalks[codebook].file.name
