"""What stands for all that a source counts in one report, and what is only a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.remarks import Remark

from .figure import Figure
from .wording import Number


@dataclass(frozen=True, slots=True)
class Total:
    """A figure, or several added up, that one source gives in one report as the number of all that it counts.

    ``figures`` are in the order of the text; ``narrow`` says that they count some kind of people only.
    """

    figures: tuple[Figure, ...]
    low: Number
    high: Number

    @property
    def head(self) -> Figure:
        """The first figure."""
        return self.figures[0]

    @property
    def narrow(self) -> bool:
        """Whether it counts a kind of people, and not several added up."""
        return len(self.figures) == 1 and self.head.kind.scope in ("group", "subset")

    @property
    def others(self) -> bool:
        """Whether it counts others beside somebody named before."""
        return len(self.figures) == 1 and self.head.others

    @property
    def companions(self) -> bool:
        """Whether it counts those who fell with somebody, who is not among them."""
        return len(self.figures) == 1 and self.head.companions

    @property
    def of_attackers(self) -> bool:
        """Whether it counts those on the acting side only."""
        return all(figure.side == "agent" for figure in self.figures)

    @property
    def vague(self) -> bool:
        """Whether it has no bound at all."""
        return self.low is None and self.high is None


@dataclass(frozen=True, slots=True)
class Part:
    """A figure that does not count beside its whole, and why; ``whole`` is the id of the whole's claim."""

    figure: Figure
    whole: str
    reason: Remark


def added(figures: Sequence[Figure]) -> Total:
    """Figures of different people as one; an open bound of one of them leaves the sum open."""
    return Total(tuple(figures), _sum(f.low for f in figures), _sum(f.high for f in figures))


def counted_within(part: Total, whole: Total) -> bool:
    """Whether ``part`` counts a kind of people that a greater count of people at large takes in.

    Of people whose kind the lists do not know ("15 worshippers") that is held only within the words of one source in one
    report, for they may be everybody; "two others", whom somebody named before makes three, are within any of their report, and
    two killed "with" somebody within any at all.
    """
    if part is whole or whole.low is None or part.low is None or whole.low <= part.low:
        return False
    report = part.head.report.id == whole.head.report.id
    same = report and part.head.source.key == whole.head.source.key
    if part.companions or (part.others and report):
        return True
    return part.narrow and not whole.narrow and (part.head.kind.known or same)


def _sum(numbers: Iterable[Number]) -> Number:
    told = list(numbers)
    return None if None in told else sum(number for number in told if number is not None)
