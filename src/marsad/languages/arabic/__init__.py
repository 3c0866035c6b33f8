"""Arabic: letters, clitics, words, numbers, dates."""

from __future__ import annotations

from .dates import DateSpan, find_dates, find_dates_in
from .numbers import NumberSpan, find_numbers, find_numbers_in

__all__ = [
    "DateSpan",
    "NumberSpan",
    "find_dates",
    "find_dates_in",
    "find_numbers",
    "find_numbers_in",
]
