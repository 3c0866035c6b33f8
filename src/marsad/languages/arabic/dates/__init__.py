"""Dates in Arabic text: Gregorian and Hijri, whole, partial and relative to the report's day."""

from __future__ import annotations

from .find import find_dates, find_dates_in
from .spans import DateSpan

__all__ = ["DateSpan", "find_dates", "find_dates_in"]
