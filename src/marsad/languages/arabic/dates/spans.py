"""What reading dates gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ....records import DatePrecision


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Words that date something; offsets are original code points, end exclusive.

    ``earliest`` and ``latest`` are days, inclusive at both ends, None where open or, both, where a
    relative date has no anchor to count from.  ``inferred``: the year or month comes from the context.
    """

    start: int
    end: int
    earliest: date | None
    latest: date | None
    precision: DatePrecision
    inferred: bool = False
