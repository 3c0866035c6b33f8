"""What resolving a date takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ....records import DatePrecision


@dataclass(frozen=True, slots=True)
class Resolved:
    """Days of a date, how precise they are, and whether the context gave its year or month."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """``anchor``: the report's day.  ``year`` and ``day``: those of the dates around, for what the words
    leave out; ``told``: the last day of the date last spoken of, for what they take up (العام نفسه)."""

    anchor: date | None
    future: bool = False
    year: int | None = None
    day: date | None = None
    told: date | None = None
