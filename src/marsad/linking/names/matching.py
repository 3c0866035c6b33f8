"""Pairs up the parts of two names, and makes one score of what fits, what is left over, and how rare it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

# A pair that fits less is no pair.
FITS = 0.5

Pair = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Joined:
    """Two neighbouring parts of one name, ``first`` and the next, that are part ``other`` of the other name."""

    first: int
    in_query: bool
    other: int
    fit: float


@dataclass(frozen=True, slots=True)
class Reading:
    """How two names were laid beside each other: pairs of parts, joined parts, the score, and what order took off it."""

    score: float
    pairs: tuple[Pair, ...]
    joined: tuple[Joined, ...] = ()
    order: float = 1.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How evidence becomes a score; set on the development half of the UN list (`python -m names measure`).

    ``conflict`` and ``surplus`` are what a bit left over counts against a bit matched: where both names have other parts, and
    where one says more.  ``enough`` bits matched give half the certainty there is, ``slope`` more or fewer move it by one in e.
    """

    conflict: float
    surplus: float
    enough: float
    slope: float

    def matched(self, score: float) -> float:
        """The bits that must be matched for a ``score``, where nothing is left over."""
        return self.enough + self.slope * math.log(score / (1 - score))

    def score(self, matched: float, query_left: float, name_left: float, against: float = 0.0) -> float:
        """The score, 0 to 1, of ``matched`` bits, those left over on both sides, and further bits ``against``."""
        if matched <= 0:
            return 0.0
        both = min(query_left, name_left)
        lost = self.conflict * both + self.surplus * (query_left + name_left - 2 * both) + against
        return matched / (matched + lost) / (1 + math.exp((self.enough - matched) / self.slope))


def paired(fits: Sequence[Sequence[float]], bits: Sequence[float]) -> list[Pair]:
    """One to one pairs (row, column, fit), the most telling first; among equals those that keep the order of the names."""
    found = [
        (fit * bits[i] - 0.3 * abs(i - j), i, j, fit)
        for i, row in enumerate(fits)
        for j, fit in enumerate(row)
        if fit >= FITS
    ]
    if len(found) > 1:
        found.sort(reverse=True)
    rows: set[int] = set()
    columns: set[int] = set()
    out: list[Pair] = []
    for _, i, j, fit in found:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            out.append((i, j, fit))
    return out
