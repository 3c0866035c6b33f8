"""Words of a longer time beside a number, by which it counts more than one event: "in thirty years", "last year saw"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from marsad.languages.arabic.dates.words import date_words
from marsad.languages.arabic.numerals.reader import numerals
from marsad.records import Span

from .lists import longer
from .phrases import Phrases, words_of

# Words on either side of a number in which words of time are looked for.
_TIME = 9
_LONG = frozenset({"week", "month", "year", "decade", "century"})


def counts_beyond(text: str, sentence: Span, at: int) -> bool:
    """Whether words of a longer time stand near a number that begins at ``at``, on either side of it in its sentence.

    A year that "saw" or "recorded" something rules its sentence up to the number, however far that is.
    """
    before = words_of(text[sentence.start : at]).forms
    after = words_of(text[at : sentence.start + len(sentence.text)]).forms
    near = (*before[-_TIME:], *after[:_TIME])
    return longer().beyond.first(near) is not None or _over(near) or _saw(before) or _saw(near)


@dataclass(frozen=True, slots=True)
class _Time:
    """Words that give a length of time: from the word ``first`` up to ``last``."""

    first: int
    last: int


@lru_cache(maxsize=16_384)
def _over(forms: tuple[str, ...]) -> bool:
    """Whether something is told over a number of weeks, months or years, or since a month: في ثلاثين عاما, منذ آذار.

    "The worst in ten years" tells how rare an attack is, not what is counted.
    """
    words = longer()
    for time in (*_lengths(forms), *_months(forms)):
        first = time.first
        while first and forms[first - 1] in words.about:
            first -= 1
        opening = next((i for i, last, _ in words.over.find(forms) if last == first), None)
        if opening is not None and words.rare.isdisjoint(forms[max(0, opening - words.reach) : opening]):
            return True
    return False


def _lengths(forms: Sequence[str]) -> Iterator[_Time]:
    """A number with a unit of time, either first: ثلاثين عاما, السنوات الخمس, شهرين."""
    starts: list[int] = []
    text = ""
    for form in forms:
        starts.append(len(text))
        text += form + " "
    for numeral in numerals(text):
        first = next((i for i, start in enumerate(starts) if start + len(forms[i]) > numeral.start), len(forms))
        last = next((i for i, start in enumerate(starts) if start >= numeral.end), len(forms))
        if numeral.counted is not None:
            if _is_unit(forms[first]):
                yield _Time(first, last)
        elif last < len(forms) and _is_unit(forms[last]):
            yield _Time(first, last + 1)
        elif first and numeral.article and _is_unit(forms[first - 1]):
            yield _Time(first - 1, last)


def _months(forms: Sequence[str]) -> Iterator[_Time]:
    """The name of a month, "month" before it or not, that something is counted "since"."""
    for first, last, _ in _named_months().find(forms):
        month_first = first - 1 if first and _is_unit(forms[first - 1]) else first
        if month_first and forms[month_first - 1] in longer().since:
            yield _Time(month_first, last)


@cache
def _named_months() -> Phrases[bool]:
    return Phrases((" ".join(phrase), True) for phrase, word in date_words().phrases.items() if word.kind == "month")


@lru_cache(maxsize=4096)
def _is_unit(form: str) -> bool:
    """Whether a word is a week, month, year or longer, in the singular, dual or plural."""
    bare = form.removeprefix("ال")
    word = date_words().phrases.get((bare,))
    return word is not None and word.kind == "unit" and word.name in _LONG


@lru_cache(maxsize=16_384)
def _saw(forms: tuple[str, ...]) -> bool:
    """Whether a year or month gone by is said to have seen what is counted: العام الماضي سجل, شهد العام الماضي."""
    saw = longer().saw
    return any(
        form in saw
        for first, last, _ in longer().gone.find(forms)
        for form in (*forms[max(0, first - 1) : first], *forms[last : last + 1])
    )
