"""Finding the numerals of a text, with fractions, vague quantities, ordinals and dual nouns."""

from __future__ import annotations

from functools import lru_cache

from ..gates import WordGate
from .literals import Number, literals
from .look import Look
from .parts import Numeral, Sum
from .several import several, several_words
from .tokens import tokens
from .words import NumeralWord, lists, numeral_word, numeral_words

_SINGLE_STARTS = frozenset(
    ["unit", "teen_unit", "ten", "tens", "hundred", "hundreds", "doubtful", "scale", "dual", "tens_parts"]
)


@lru_cache(maxsize=8)
def numerals(text: str) -> tuple[Numeral, ...]:
    """All numerals of a folded text in order, ordinals and vague ones too; the last few texts are
    remembered."""
    cut = tokens(text)
    out: list[Numeral] = []
    reader = _Reader(cut)
    i = 0
    for at in cut.where(_may_start):
        if at < i:
            continue
        found = reader.read(at)
        if found and out and _agrees(out[-1], found[0]):
            found = []
        out.extend(found)
        i = found[-1].last if found else at + 1
    return tuple(out)


def _agrees(noun: Numeral, adjective: Numeral) -> bool:
    """Whether a dual is the adjective of the dual before it (جنديان سوريان)."""
    both = noun.counted is not None and adjective.counted is not None
    return both and adjective.first == noun.last and not adjective.joined


@WordGate.of(lambda: (*numeral_words(), *several_words()))
def _may_start(form: str) -> bool:
    return (
        form[0].isdecimal() or numeral_word(form) is not None or form in several_words() or form[1:] in several_words()
    )


class _Reader(Look):
    def read(self, i: int) -> list[Numeral]:
        """The numerals that start at token ``i``: none, one, or the several that one digit token may hold."""
        if self.cut.forms[i][0].isdecimal():
            return self._digits(i)
        word = numeral_word(self.cut.forms[i])
        if word is None:
            last = several(self.cut, i)
            start = self.cut.starts[i] + (self.cut.forms[i][1:] in several_words())
            return [Numeral(i, last, start, self.cut.ends[last - 1], None, None, kind="vague")] if last > i else []
        if self.cut.forms[i] in lists().percent_words and self.cut.form(i - 1) == "في":
            return []
        found = self._word(i, word)
        return [found] if found else []

    def _word(self, i: int, word: NumeralWord) -> Numeral | None:
        kind, after = word.kind, self._numeral(i + 1)
        if kind == "counted":
            last = i + 2 if after and after.value == 2 and not after.joined and after.kind == "unit" else i + 1
            return self._numeral_of(i, last, word, 2, 2, counted=word.word)
        if kind == "zero":
            return self._numeral_of(i, i + 1, word, 0, 0)
        if kind == "ordinal":
            return self._ordinal(i, word)
        if kind == "plural":
            last = i + 1
            while (more := self._numeral(last)) and more.kind in ("plural", "scale") and not more.joined:
                last += 1
            return self._numeral_of(i, last, word, None, None, kind="vague")
        if kind == "few":
            return self._few(i, word)
        if kind in ("fraction", "fraction_dual"):
            return self._fraction(i, word)
        if kind not in _SINGLE_STARTS:
            return None
        if word.word in lists().fraction_or_unit and not word.article and self._definite(i + 1) and not after:
            share = 1 / lists().fraction_or_unit[word.word]
            return self._numeral_of(i, i + 1, word, share, share, fraction=True)
        return self._sum(i, word, None)

    def _digits(self, i: int) -> list[Numeral]:
        after = self._numeral(i + 1)
        scaled = after is not None and after.kind in ("scale", "plural") and not after.joined
        found = literals(self.cut, i, scaled or self._percent(i + 1) > i + 1)
        lead = self.cut.form(i - 1) if self.cut.glued(i) and self.cut.is_word(i - 1) else ""
        if len(found) == 1 and found[0].last == i + 1 and not found[0].ratio:
            one = self._sum(i, None, found[0].value)
            if one is None:
                return []
            plain = found[0].plain and one.last == i + 1
            joined = self.cut.form(i - 1) == "و"
            first = i if found[0].start >= self.cut.starts[i] else i - 1
            one.first, one.start, one.literal, one.joined, one.lead = (
                first,
                found[0].start,
                plain,
                joined,
                lead,
            )
            return [one]
        return [Numeral(i, f.last, f.start, f.end, f.value, f.value, lead=lead, fraction=f.ratio) for f in found]

    def _sum(self, i: int, word: NumeralWord | None, digits: Number | None) -> Numeral | None:
        """Add up from token ``i`` on as long as the parts fit."""
        total = Sum()
        if digits is not None:
            total.add_digits(digits, joined=False)
        elif word is None or not total.add(word, joined=False):
            return None
        at = i + 1
        fraction = False
        # Where the last joined group began: if a scale too great for the sum follows it, it is a numeral
        # of its own.
        begun: tuple[int, Sum] | None = None
        while True:
            step = at + 1 if self.cut.form(at) == "و" else at
            form = self.cut.form(step)
            if form[:1].isdecimal():
                found = literals(self.cut, step, False)
                if step == at or len(found) != 1 or found[0].last != step + 1:
                    break
                # Digits add only to a numeral that digits began or a scale left open, never to counted words.
                begun = at, total.copy()
                if not total.add_digits(found[0].value, joined=True):
                    break
                at = step + 1
                continue
            part = numeral_word(form) if form else None
            if part is None:
                break
            joined = step > at or part.joined
            if closed := self._fraction_behind(step, part, joined, total):
                at, fraction = closed
                break
            if step == at and (parts := _parts_named(part, joined, total)):
                return self._share(i, at, word, total.value, parts)
            if part.kind in ("counted", "ordinal", "few", "zero", "fractions", "fraction", "fraction_dual"):
                break
            if joined and total.last == "scale":
                begun = at, total.copy()
            if not total.add(part, joined):
                if not joined and part.kind in ("scale", "plural") and begun:
                    at, total = begun
                break
            at = step + 1
        if word is not None and at == i + 1 and not self._stands_alone(i, word):
            return None
        return self._summed(i, at, word, total, fraction)

    def _summed(self, i: int, last: int, word: NumeralWord | None, total: Sum, fraction: bool) -> Numeral:
        """The numeral of tokens ``i`` up to ``last`` that is worth ``total``, with the word for "minus" before it."""
        scale = total.scale if total.last == "scale" else 1
        value = total.value
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 and scale > 1:
            value = int(value)
        lead = word or NumeralWord("digits", 0)
        made = self._numeral_of(i, last, lead, value, value, fraction=fraction, scale=scale)
        if self.cut.form(i - 1) in lists().negative:
            made.first, made.start, made.low, made.high, made.lead = (
                i - 1,
                self.cut.starts[i - 1],
                -value,
                -value,
                "",
            )
            made.joined = False
        made.word, made.parts = word is not None, total.last == "tens_parts"
        return made

    def _fraction_behind(self, step: int, part: NumeralWord, joined: bool, total: Sum) -> tuple[int, bool] | None:
        """Add a fraction that closes a numeral (ونصف المليون, وثلاثة أخماس) to ``total``.

        Gives the token after it and whether the sum is a fraction of one, not of a scale.
        """
        share = self._numeral(step + 1)
        if not joined:
            return None
        if part.kind == "unit" and share and share.kind == "fractions" and total.last != "digits":
            total.total += part.value / share.value
            return step + 2, True
        if part.kind != "fraction" or part.article:
            return None
        scaled = total.last == "scale"
        total.total += (total.scale if scaled else 1) / part.value
        named = share and share.kind == "scale" and share.value == total.scale and not share.joined
        return step + 2 if named else step + 1, False

    def _fraction(self, i: int, word: NumeralWord) -> Numeral | None:
        parts = word.value
        count = 2 if word.kind == "fraction_dual" else 1
        of = self._numeral(i + 1)
        if of and of.kind == "scale" and not of.joined:
            value = of.value * count / parts
            return self._numeral_of(i, i + 2, word, value, value, scale=of.value)
        if word.article:
            return None
        return self._numeral_of(i, i + 1, word, count / parts, count / parts, fraction=True)

    def _few(self, i: int, word: NumeralWord) -> Numeral:
        """بضعة: three to nine, of tens, hundreds or thousands where such a word follows."""
        of = self._numeral(i + 1)
        if of and of.kind in ("scale", "plural", "hundred") and not of.joined:
            return self._numeral_of(i, i + 2, word, 3 * of.value, 9 * of.value, kind="few")
        if of and ((of.kind == "ten" and not of.joined) or (of.kind == "tens" and of.joined)):
            return self._numeral_of(i, i + 2, word, of.value + 3, of.value + 9, kind="few")
        return self._numeral_of(i, i + 1, word, 3, 9, kind="few")

    def _ordinal(self, i: int, word: NumeralWord) -> Numeral:
        value, last = word.value, i + 1
        step = last + 1 if self.cut.form(last) == "و" else last
        more = self._numeral(step)
        if more and more.kind == "ten" and step == last and not more.joined:
            value, last = value + 10, last + 1
        elif more and more.kind == "tens" and (step > last or more.joined):
            value, last = value + more.value, step + 1
        return self._numeral_of(i, last, word, value, value, kind="ordinal")


def _parts_named(part: NumeralWord, joined: bool, total: Sum) -> int:
    """How many parts of a whole a word behind a numeral names (ثلاثة أرباع: 4), 0 where it does not."""
    if joined:
        return 0
    if part.kind in ("fractions", "fraction_dual") and 1 < total.value < 100:
        return part.value
    return lists().fraction_or_unit.get(part.word, 0) if total.last == "tens" else 0
