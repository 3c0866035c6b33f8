"""Days that are one slip of the pen apart: a month, a year, or figures put the wrong way round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

Slip = Literal["another month", "another year", "figures transposed", "day and month exchanged"]


def slips(day: date) -> Iterator[tuple[date, Slip]]:
    """The days that ``day`` may have been mistaken for, each with how; both ways round: if b is among those of a, so is a among
    those of b."""
    for months in (-1, 1):
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        yield from _dated(year, month + 1, day.day, "another month")
    for years in (-1, 1):
        yield from _dated(day.year + years, day.month, day.day, "another year")
    turned = int(f"{day.day:02}"[::-1])
    if turned != day.day:
        yield from _dated(day.year, day.month, turned, "figures transposed")
    if day.day != day.month:
        yield from _dated(day.year, day.day, day.month, "day and month exchanged")


def _dated(year: int, month: int, day: int, slip: Slip) -> Iterator[tuple[date, Slip]]:
    """The day, if the calendar has it."""
    try:
        yield date(year, month, day), slip
    except ValueError:
        return
