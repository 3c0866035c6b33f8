"""One numeral at a time: digits, words and their mixtures, put together by the order that Arabic gives
their parts.

Hundreds, units, tens, each joined by و; a scale (thousand, million) multiplies what stands before it,
and scales descend: ثلاثة آلاف ومئتان وخمسة وأربعون, ١٢٣ ألفا, ثلاثة ملايين ونصف المليون.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as OneOf

from .literals import Number
from .words import NumeralWord

_DOZEN = 12
_FULL = frozenset({"hundred", "unit", "tens"})
NumeralKind = OneOf["number", "ordinal", "vague", "few"]


@dataclass(slots=True)
class Numeral:
    """Tokens ``first`` up to ``last``; folded offsets; ``low`` and ``high`` differ for بضعة, and are
    None for vague ones.

    ``scale`` is the scale that the numeral ends with ("15 thousand": 1000), else 1.  ``literal``:
    digits alone, and ``word``: words alone.  ``joined``: و stands right before.  ``parts``: the plural
    that names parts of a whole (واحد وعشرونات "twenty-firsts").
    """

    first: int
    last: int
    start: int
    end: int
    low: Number | None
    high: Number | None
    kind: NumeralKind = "number"
    scale: int = 1
    literal: bool = False
    word: bool = False
    joined: bool = False
    article: bool = False
    counted: str | None = None
    fraction: bool = False
    parts: bool = False
    lead: str = ""


@dataclass(slots=True)
class Sum:
    """A numeral being added up: ``total`` of finished scales, and the ``group`` below a thousand with
    its ``slots`` taken.

    ``limit`` is the last scale, which the next must stay below; ``last`` the kind of the last part.
    """

    total: Number = 0
    group: Number = 0
    limit: float = float("inf")
    slots: frozenset[str] = frozenset()
    last: str = ""
    scale: int = 1

    def copy(self) -> Sum:
        """The sum as it stands, to come back to."""
        return Sum(self.total, self.group, self.limit, self.slots, self.last, self.scale)

    @property
    def value(self) -> Number:
        """What the parts come to so far."""
        return self.total + self.group

    def add(self, word: NumeralWord, joined: bool) -> bool:
        """Take in a word if it may stand here; ``joined`` means after و."""
        first = not self.last
        kind = word.kind
        if kind in ("unit", "teen_unit"):
            fits = (first or joined) and not self.slots & {"unit", "tens"}
            return fits and self._fill(kind, word.value, "unit")
        if kind == "ten":
            if self.last in ("unit", "teen_unit") and not joined:
                return self._fill("tens", 10, "tens")
            fits = (first or joined) and not self.slots & {"unit", "tens"}
            return fits and self._fill("ten", 10, "tens", "unit")
        if kind in ("tens", "tens_parts"):
            return (first or joined) and "tens" not in self.slots and self._fill(kind, word.value, "tens")
        if kind in ("hundred", "hundreds", "doubtful"):
            if kind == "hundred" and not joined and self._multiplies(3, 9):
                self.group *= 100
                self.slots, self.last = frozenset({"hundred"}), kind
                return True
            return (first or joined) and not self.slots and self._fill(kind, word.value, "hundred")
        return self._add_scale(word, joined, first)

    def _add_scale(self, word: NumeralWord, joined: bool, first: bool) -> bool:
        size = word.value // 2 if word.kind == "dual" else word.value
        if word.kind == "plural" and size == 100 and not joined and self._multiplies(3, 9):
            self.group *= 100
            self.slots, self.last = frozenset({"hundred"}), "hundred"
            return True
        if word.kind == "plural" and (first or joined or size < 1000):
            return False
        if word.kind == "dual" or joined or first:
            if not (first or joined) or (self.slots and size != _DOZEN) or size >= self.limit:
                return False
            self.total += self.group + word.value
        elif self.slots:
            if size >= self.limit:
                return False
            self.total += self.group * size
        elif self.last == "scale" and size > self.scale:
            self.total *= size
        else:
            return False
        self.group, self.slots, self.last = 0, frozenset(), "scale"
        self.limit = self.scale = size
        return True

    def add_digits(self, value: Number, joined: bool) -> bool:
        """Take in digits: at the head, or after a scale or hundreds that leave room for them (3 آلاف
        و500)."""
        if not self.last:
            self.group, self.slots, self.last = value, _FULL, "digits"
            return True
        room = self.limit if self.last == "scale" else 100 if self.last == "hundred" else 0
        if not joined or not 0 < value < room or room == float("inf"):
            return False
        self.group += value
        self.slots, self.last = _FULL, "digits"
        return True

    def _multiplies(self, least: int, most: int) -> bool:
        return self.last in ("unit", "digits") and least <= self.group <= most

    def _fill(self, last: str, value: int, *slots: str) -> bool:
        self.group += value
        self.slots = self.slots.union(slots)
        self.last = last
        return True
