"""A text's tokens, numerals and written dates, as the date grammar looks at them."""

from __future__ import annotations

from dataclasses import replace

from ..numerals.parts import Numeral
from ..numerals.reader import numerals
from ..numerals.tokens import tokens
from .nodes import Node
from .numeric import written_dates
from .words import DateWord, date_words, first_words


class Cursor:
    """Looks up what stands at a token; all offsets are of the folded text."""

    def __init__(self, text: str) -> None:
        self.cut = tokens(text)
        self.forms = self.cut.forms
        self.numerals: dict[int, Numeral] = {}
        for found in numerals(text):
            self.numerals.setdefault(found.first, found)
        starts = {start: i for i, start in enumerate(self.cut.starts)}
        self.written: dict[int, tuple[int, Node, bool]] = {}
        for start, (end, node, sure) in written_dates(text).items():
            i = starts.get(start)
            if i is not None:
                self.written[i] = (self._after(i, end), node, sure)

    def _after(self, i: int, end: int) -> int:
        while i < len(self.forms) and self.cut.starts[i] < end:
            i += 1
        return i

    def starts(self) -> list[int]:
        """The tokens where a date may begin."""
        found = {i for i, form in enumerate(self.forms) if form[0].isdigit() or first_words(form)}
        return sorted(found.union(self.numerals, self.written))

    def form(self, i: int) -> str:
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def word(self, i: int, *kinds: str) -> DateWord | None:
        """The date word or phrase at token ``i``, the longest first, of one of ``kinds`` if any are named."""
        if not 0 <= i < len(self.forms):
            return None
        phrases = date_words().phrases
        for lead, first, article, longest in first_words(self.forms[i]):
            for length in range(longest, 0, -1):
                phrase = (first, *self.forms[i + 1 : i + length])
                found = phrases.get(phrase)
                if found is not None and (not kinds or found.kind in kinds):
                    return replace(found, lead=lead, article=article) if lead or article else found
        return None

    def number(self, i: int, least: int = 1, most: int = 31, ordinal: bool | None = None) -> tuple[int, int] | None:
        """A whole number within bounds at token ``i``, and the token after it."""
        found = self.numerals.get(i)
        if found is None and len(self.form(i)) < 3 and self.form(i).isdigit() and ordinal is not True:
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
