"""What a date says before the report's day is known: nodes that :mod:`.resolve` turns into days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["hour", "day", "week", "month", "year", "decade", "century"]
Season = Literal["spring", "summer", "autumn", "winter"]
Piece = Literal["begin", "middle", "end", "half", "third", "quarter", "rest", "later", "weekend", "week", "count"]
Side = Literal["since", "until", "before", "after"]
TakenUp = Literal["week", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A day, month or year of a calendar, as far as it is said; ``day_to`` ends a run of days.

    ``year_shift`` counts years from the anchor's ("of last year": -1), ``month_shift`` likewise months
    ("the 20th of next month"); ``turn`` is -1 or 1 for a month called past or coming. ``weekday``
    stands beside the day and tells the year where none is said. ``loose``: a two-digit year that may
    also be the day. ``same`` is what is said to be that of the date last spoken of (من العام نفسه), or ``by`` later
    (من العام التالي).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    day_to: int | None = None
    hijri: bool = False
    year_shift: int | None = None
    month_shift: int | None = None
    turn: int | None = None
    loose: bool = False
    weekday: int | None = None
    same: TakenUp | None = None
    by: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week (Monday 0): past (``turn`` -1), coming (1), "this" (0), or of a counted week.

    ``day`` is the day of the month where that stands beside it, ``nth`` which such weekday of the month.
    """

    weekday: int
    turn: int | None = None
    week_shift: int | None = None
    day: int | None = None
    nth: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """The day, week, month, year or decade that lies ``by`` of them from the anchor's; 0 is the running one.

    ``weekday`` is the day of the week said beside today or yesterday: where the anchor is a day off, it
    decides.
    """

    unit: Unit
    by: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """So long before (``sign`` -1) or after the anchor, or, ``told``, the date last spoken of (بعد ذلك بعامين); ``lengths``
    from the least to the greatest, of each unit."""

    lengths: tuple[tuple[Unit, int, int], ...]
    sign: int
    exact: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The last (``sign`` -1) or next ``count`` units up to or from the anchor; None where the text does
    not count them."""

    unit: Unit
    count: int | None
    sign: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InSeason:
    """A season of a year, northern and meteorological; ``turn`` and ``year_shift`` as for months."""

    season: Season
    year: int | None = None
    turn: int | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decade:
    """Ten years from ``start``; below 100 the century is to be found."""

    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a period: ``number`` counts halves, quarters, thirds and weeks from 1, and -1 is the last.

    Of a "count" it is how many of ``unit`` the period begins with, or, negative, ends with.
    """

    piece: Piece
    of: Node
    number: int = 1
    unit: Unit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """From the first day of one date to the last of another."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEnded:
    """Since, until, before or after a date."""

    side: Side
    of: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAfter:
    """The day ``by`` days after the date last spoken of (في اليوم التالي); 0 is that day itself (في اليوم نفسه)."""

    by: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """The week, month or year of the date last spoken of, or ``by`` of them later: في العام نفسه, في العام التالي."""

    unit: TakenUp
    by: int = 0


Node = (
    Calendar | Weekday | Shifted | Distance | Window | InSeason | Decade | Part | Between | OpenEnded |
    DayAfter | Same
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words at folded ``start`` up to ``end`` that give a date; ``future`` where their sentence speaks
    of what is to come."""

    start: int
    end: int
    node: Node
    future: bool = False
