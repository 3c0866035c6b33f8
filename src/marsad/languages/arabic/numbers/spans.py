"""What reading numbers gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NumberKind = Literal["exact", "range", "bound", "vague"]
Share = Literal["percent", "fraction"]


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A quantity as the text states it; offsets are original code points, end exclusive.

    ``start`` and ``end`` take in the words that bound or blur the number ("at least", "about") where
    they stand beside it; ``core_start`` and ``core_end`` hold the numeral alone (of a range, from its
    first to its last), and proclitics belong to neither.  Bounds are inclusive as spoken: "at least N"
    and "more than N" leave ``high`` None, "up to N" and "less than N" leave ``low`` None, "dozens"
    leaves both.  ``counted`` is the dual noun that is its own number (شخصين "two persons"), without
    proclitics.  ``share`` marks what is no count: percentages (20 for 20 %) and fractions (0.25).
    """

    start: int
    end: int
    low: int | float | None
    high: int | float | None
    approximate: bool = False
    kind: NumberKind = "exact"
    counted: str | None = None
    share: Share | None = None
    core_start: int = -1
    core_end: int = -1
