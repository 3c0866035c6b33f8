"""F1 of spans: how far two coders mark the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Marked = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class SpanF1:
    """F1 where both ends must be the same, and where any overlap counts; None where neither marked anything."""

    exact: float | None
    overlap: float | None
    units: int
    one: int
    other: int


def span_f1(pairs: Iterable[tuple[Marked, Marked]]) -> SpanF1:
    """F1 over units, each given by the spans of one and of the other, which may be swapped: F1 is the same both ways."""
    exact = overlap = units = mine = theirs = 0
    for one, other in pairs:
        units += 1
        mine, theirs = mine + len(one), theirs + len(other)
        exact += (Counter(one) & Counter(other)).total()
        overlap += _matched(one, other)
    both = mine + theirs
    if both == 0:
        return SpanF1(None, None, units, mine, theirs)
    return SpanF1(2 * exact / both, 2 * overlap / both, units, mine, theirs)


def _matched(one: Marked, other: Marked) -> int:
    """How many spans can be put in pairs that overlap, each once: those that end first take what ends first."""
    free = sorted(other, key=lambda span: (span[1], span[0]))
    found = 0
    for start, end in sorted(one, key=lambda span: (span[1], span[0])):
        match = next((span for span in free if span[0] < end and start < span[1]), None)
        if match:
            free.remove(match)
            found += 1
    return found
