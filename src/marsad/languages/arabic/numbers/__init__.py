"""Numbers in Arabic text: digits, words and their mixtures, with bounds, ranges and vagueness kept."""

from __future__ import annotations

from .find import find_numbers, find_numbers_in
from .spans import NumberSpan

__all__ = ["NumberSpan", "find_numbers", "find_numbers_in"]
