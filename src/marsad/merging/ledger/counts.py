"""All that is told of an event, by measure and unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.codebook import load

from ..telling import Telling
from .adding import read_totals
from .figure import Figure, figures_of
from .holding import held
from .standing import Held
from .totals import Part, Total


@dataclass(frozen=True, slots=True)
class Count:
    """All that is told of one measure in one unit."""

    measure: str
    unit: str
    accounts: list[Held]
    parts: list[Part]
    denied: list[Figure]


def counts_of(tellings: Iterable[Telling]) -> list[Count]:
    """The counts of what ``tellings`` tell, in the order of measures and units; the order of the tellings does not matter."""
    told: dict[tuple[str, str], list[list[Figure]]] = defaultdict(list)
    for telling in sorted({telling.id: telling for telling in tellings}.values(), key=lambda t: (t.report.id, t.id)):
        here: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in figures_of(telling):
            here[figure.body.measure, figure.body.unit].append(figure)
        for key, figures in here.items():
            told[key].append(figures)
    return [_count(measure, unit, told[measure, unit]) for measure, unit in sorted(told)]


def _count(measure: str, unit: str, tellings: Sequence[Sequence[Figure]]) -> Count:
    totals: list[Total] = []
    parts: list[Part] = []
    denied: list[Figure] = []
    for figures in tellings:
        denied += [figure for figure in figures if figure.claim.certainty == "denied"]
        given, inside = read_totals([figure for figure in figures if figure.claim.certainty != "denied"])
        totals += given
        parts += inside
    return Count(measure, unit, held(totals), parts, denied)


def in_usual_units(counts: Sequence[Count]) -> dict[str, Count]:
    """The count of each measure in its usual unit; measures of which nothing is counted are left out."""
    by_measure: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        if count.accounts:
            by_measure[count.measure].append(count)
    return {measure: _in_unit(measure, found) for measure, found in by_measure.items()}


def _in_unit(measure: str, counts: Sequence[Count]) -> Count:
    """The count in the codebook's unit, else in the unit told most: families and persons are not compared."""
    known = load().measures.get(measure)
    usual = [count for count in counts if known and count.unit == known.unit]
    return usual[0] if usual else max(counts, key=lambda count: len(count.accounts))
