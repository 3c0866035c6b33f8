"""A text's tokens, numerals and written dates, as the date grammar looks at them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from ..gates import WordGate
from ..numerals.parts import Numeral
from ..numerals.reader import numerals
from ..numerals.tokens import tokens
from .nodes import Node
from .numeric import written_dates
from .words import DateWord, date_words, first_words

_OPENERS = frozenset(
    ["since", "until", "before", "after", "between", "from", "demonstrative", "same_before", "after_it", "before_it"]
)
_WEAK = frozenset(
    ["in", "to", "same", "following", "past", "last", "next", "this", "few", "hijri", "ce", "now", "during"]
)


def _names(kind: str) -> bool:
    return kind not in _WEAK and kind not in _OPENERS


def _single(form: str, kinds: Callable[[str], bool]) -> bool:
    read = first_words(form)
    if not read:
        return False
    phrases = date_words().phrases
    return any((word := phrases.get((first,))) and kinds(word.kind) for _, first, _, _ in read)


@WordGate.of(lambda: date_words().lengths)
def _naming(form: str) -> bool:
    """Whether a token names a time, or a number, by itself."""
    return form[0].isdecimal() or _single(form, _names)


@WordGate.of(lambda: date_words().lengths)
def _phrasing(form: str) -> bool:
    """Whether it may name one with tokens after it."""
    read = first_words(form)
    return bool(read) and any(longest > 1 for _, _, _, longest in read)


@WordGate.of(lambda: date_words().lengths)
def _opening(form: str) -> bool:
    """Whether it may open a date by itself."""
    return _single(form, _OPENERS.__contains__)


@lru_cache(maxsize=8192)
def _alone(form: str) -> tuple[DateWord, ...] | None:
    """The date words that a token is by itself; None where it may begin a longer phrase."""
    if any(longest > 1 for _, _, _, longest in first_words(form)):
        return None
    return _look_up([form], 0)


@lru_cache(maxsize=4096)
def _bearing(word: DateWord, lead: str, article: bool) -> DateWord:
    return replace(word, lead=lead, article=article) if lead or article else word


def _look_up(forms: list[str], i: int) -> tuple[DateWord, ...]:
    phrases = date_words().phrases
    out: list[DateWord] = []
    for lead, first, article, longest in first_words(forms[i]):
        for length in range(longest, 0, -1):
            found = phrases.get((first, *forms[i + 1 : i + length]))
            if found is not None and found.length == length:
                out.append(_bearing(found, lead, article))
    return tuple(out)


class Cursor:
    """Looks up what stands at a token; all offsets are of the folded text."""

    def __init__(self, text: str) -> None:
        self.cut = tokens(text)
        self.forms = self.cut.forms
        self._words: dict[int, tuple[DateWord, ...]] = {}
        self.numerals: dict[int, Numeral] = {}
        for found in numerals(text):
            self.numerals.setdefault(found.first, found)
        self.written: dict[int, tuple[int, Node, bool]] = {}
        for start, (end, node, sure) in written_dates(text).items():
            i = bisect_left(self.cut.starts, start)
            if i < len(self.forms) and self.cut.starts[i] == start:
                self.written[i] = (self._after(i, end), node, sure)

    def _after(self, i: int, end: int) -> int:
        while i < len(self.forms) and self.cut.starts[i] < end:
            i += 1
        return i

    def starts(self) -> list[int]:
        """The tokens where a date may begin: what names a time or numbers, and prepositions right before
        such."""
        alone = set(self.cut.where(_naming))
        phrasing = [i for i in self.cut.where(_phrasing) if i not in alone]
        naming = alone.union(self.numerals)
        alone.update(phrasing)
        openers = [(i, 1) for i in self.cut.where(_opening) if i not in alone]
        for i in phrasing:
            words = self.words(i)
            if any(_names(word.kind) for word in words):
                naming.add(i)
            openers += [(i, word.length) for word in words if word.kind in _OPENERS]
        about = date_words().about
        for i, length in openers:
            next_one = i + length
            if next_one in naming or (self.form(next_one) in about and next_one + 1 in naming):
                naming.add(i)
        return sorted(naming)

    def form(self, i: int) -> str:
        """The token ``i``, or nothing beyond either end of the text."""
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def words(self, i: int) -> tuple[DateWord, ...]:
        """The date words and phrases at token ``i``, the longest first."""
        known = self._words.get(i)
        if known is None:
            known = ()
            if 0 <= i < len(self.forms):
                alone = _alone(self.forms[i])
                known = _look_up(self.forms, i) if alone is None else alone
            self._words[i] = known
        return known

    def word(self, i: int, *kinds: str) -> DateWord | None:
        """The date word or phrase at token ``i``, the longest first, of one of ``kinds`` if any are named."""
        known = self._words.get(i)
        for found in self.words(i) if known is None else known:
            if not kinds or found.kind in kinds:
                return found
        return None

    def number(self, i: int, least: int = 1, most: int = 31, ordinal: bool | None = None) -> tuple[int, int] | None:
        """A whole number within bounds at token ``i``, and the token after it."""
        found = self.numerals.get(i)
        if found is None and len(self.form(i)) < 3 and self.form(i).isdecimal() and ordinal is not True:
            # Digits that are no quantity (a list mark, what follows a hyphen) may still be a day.
            return (int(self.form(i)), i + 1) if least <= int(self.form(i)) <= most else None
        if found is None or found.kind not in ("number", "ordinal") or not isinstance(found.low, int) or found.counted:
            return None
        if ordinal is not None and (found.kind == "ordinal") != ordinal:
            return None
        return (found.low, found.last) if least <= found.low <= most else None

    def start(self, i: int) -> int:
        """Folded offset of token ``i`` without its proclitics, if it begins a date or a numeral."""
        numeral = self.numerals.get(i)
        if numeral is not None:
            return numeral.start
        word = self.word(i)
        return self.cut.starts[i] + (len(word.lead) if word else 0)

    def skip(self, i: int, *forms: str) -> int:
        """The token after ``i`` if ``i`` is one of ``forms``, else ``i``."""
        return i + 1 if self.form(i) in forms else i
