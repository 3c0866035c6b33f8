"""Numbers of a text as spans of original offsets."""

from __future__ import annotations

from bisect import bisect_left

from ..dates.phrases import date_phrases
from ..letters import Folded, fold_with_map
from ..numerals.parts import Numeral
from ..numerals.reader import numerals
from ..numerals.tokens import tokens
from .quantities import quantities
from .spans import NumberSpan


def find_numbers(text: str) -> list[NumberSpan]:
    """The quantities that ``text`` states, in order and without overlap; never raises.

    Numbers that belong to a date (20 مايو 2019), a time, a label or a name (القرار 2254, إف-16) are
    left out, and so are ordinals.

    >>> [(s.low, s.high) for s in find_numbers("ما يتراوح بين 1000 و1400 شخص")]
    [(1000, 1400)]
    """
    return find_numbers_in(fold_with_map(text))


def find_numbers_in(folded: Folded) -> list[NumberSpan]:
    """As :func:`find_numbers`, of a text that is folded already; the offsets are those of the original."""
    dates = [(p.start, p.end) for p in date_phrases(folded.text)]
    return [
        NumberSpan(
            folded.start(q.start),
            folded.end(q.end),
            q.low,
            q.high,
            q.approximate,
            q.kind,
            q.counted,
            q.share,
            folded.start(q.core_start),
            folded.end(q.core_end),
        )
        for q in quantities(tokens(folded.text), _undated(numerals(folded.text), dates))
    ]


def _undated(found: tuple[Numeral, ...], dates: list[tuple[int, int]]) -> tuple[Numeral, ...]:
    """The numerals outside all ``dates``, both in order."""
    starts = [start for start, _ in dates]

    def dated(numeral: Numeral) -> bool:
        i = bisect_left(starts, numeral.end) - 1
        return i >= 0 and dates[i][1] > numeral.start

    return tuple(n for n in found if not dated(n))
