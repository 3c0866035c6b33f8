"""Periods as the catalogue's files write them: since and until a year, a month or a day, either unknown."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """``since`` and ``until`` as written: 2015, 2015-03 or 2015-03-07; None where unknown or still going on."""

    since: str | None = None
    until: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the period may include ``day``: an unknown end excludes nothing, and a year or month counts
        whole."""
        return not (
            (self.since is not None and first_day(self.since) > day)
            or (self.until is not None and last_day(self.until) < day)
        )

    @property
    def backwards(self) -> bool:
        """Whether it ends before it begins."""
        return self.since is not None and self.until is not None and last_day(self.until) < first_day(self.since)

    def __str__(self) -> str:
        return f"{self.since or ''}..{self.until or ''}" if self.since or self.until else ""


ALWAYS = Period()


def first_day(written: str) -> date:
    """The first day of a year, month or day; ValueError where it is none."""
    year, month, day = _parts(written)
    return date(year, month or 1, day or 1)


def last_day(written: str) -> date:
    """The last day of a year, month or day; ValueError where it is none."""
    year, month, day = _parts(written)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(written: str) -> tuple[int, int | None, int | None]:
    year, *rest = (int(part) for part in written.split("-"))
    month, day = (*rest, None, None)[:2]
    return year, month, day
