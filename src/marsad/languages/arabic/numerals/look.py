"""What a reader of numerals asks of the words around a token, and how it makes a numeral of them."""

from __future__ import annotations

from .literals import Number
from .parts import Numeral, NumeralKind
from .tokens import Tokens
from .words import NumeralWord, lists, numeral_word


class Look:
    """Questions about one cut text."""

    def __init__(self, cut: Tokens) -> None:
        self.cut = cut

    def _numeral(self, i: int) -> NumeralWord | None:
        form = self.cut.form(i)
        return numeral_word(form) if form else None

    def _kind(self, i: int) -> str:
        word = self._numeral(i)
        return word.kind if word else ""

    def _definite(self, i: int) -> bool:
        form = self.cut.form(i)
        return form.startswith("ال") and len(form) > 4

    def _percent(self, i: int) -> int:
        """The token after the percent sign or words at ``i``, or ``i`` where none stand."""
        for phrase in lists().percent:
            if tuple(self.cut.forms[i : i + len(phrase)]) == phrase:
                return i + len(phrase)
        return i

    def _numeral_of(
        self,
        first: int,
        last: int,
        word: NumeralWord,
        low: Number | None,
        high: Number | None,
        *,
        kind: NumeralKind = "number",
        counted: str | None = None,
        fraction: bool = False,
        scale: int = 1,
    ) -> Numeral:
        return Numeral(
            first,
            last,
            self.cut.starts[first] + len(word.lead),
            self.cut.ends[last - 1],
            low,
            high,
            kind,
            scale,
            joined=word.joined,
            article=word.article,
            counted=counted,
            fraction=fraction,
            lead=word.lead,
        )

    def _share(self, i: int, at: int, word: NumeralWord | None, count: Number, parts: int) -> Numeral:
        """So many of so many parts (ثلاثة أرباع), perhaps of a scale (ثلاثة أرباع المليون)."""
        lead = word or NumeralWord("digits", 0)
        of = self._numeral(at + 1)
        if of and of.kind == "scale" and not of.joined:
            value = of.value * count / parts
            return self._numeral_of(i, at + 2, lead, value, value)
        return self._numeral_of(i, at + 1, lead, count / parts, count / parts, fraction=True)

    def _may_count(self, i: int) -> bool:
        form = self.cut.form(i)
        return (
            form == "كل"
            or form[:1].isdecimal()
            or (self._kind(i) not in ("", "counted", "ordinal") and not form.startswith("ال"))
        )

    def _stands_alone(self, i: int, word: NumeralWord) -> bool:
        before, after = self.cut.form(i - 1), self.cut.form(i + 1)
        if word.kind == "teen_unit":
            return False
        if word.kind == "doubtful":
            return after == "من"
        if word.kind == "unit" and word.value == 1:
            if before in lists().one_not_after or after in lists().one_not_before or word.article:
                return False
            # "One of" a set is no count, "one in three" and a bare "one" are.
            return after != "من" or self._may_count(i + 2)
        # With the article it is Monday, or a second mention of the two.
        return not (word.article and word.word in ("اثنين", "اثنان"))
