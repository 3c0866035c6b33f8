"""Phrases of a table met in folded words: the longest at each word, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.lexicon import base, is_whole

T = TypeVar("T")


class Phrases(Generic[T]):
    """What phrases stand for; the first word of one may bear و or ف, or be any form that has the same ``base``."""

    def __init__(self, entries: Iterable[tuple[str, T]], *, bare: bool = False) -> None:
        self._bare = bare
        self._known: dict[tuple[str, ...], T] = {}
        for phrase, meaning in entries:
            self._known.setdefault(tuple(fold(phrase).split()), meaning)
        self._longest: Mapping[str, int] = self._lengths()

    def _lengths(self) -> dict[str, int]:
        out: dict[str, int] = {}
        for words in self._known:
            out[words[0]] = max(out.get(words[0], 0), len(words))
        return out

    def find(self, forms: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int, T]]:
        """First word, end and meaning of every phrase met in the words ``first`` up to, not including, ``last``."""
        word = first
        while word < last:
            met = self._at(forms, word, last)
            if met is None:
                word += 1
                continue
            end, meaning = met
            yield word, end, meaning
            word = end

    def _at(self, forms: Sequence[str], word: int, last: int) -> tuple[int, T] | None:
        for start in self._spellings(forms[word]):
            for length in range(min(self._longest.get(start, 0), last - word), 0, -1):
                meaning = self._known.get((start, *forms[word + 1 : word + length]))
                if meaning is not None:
                    return word + length, meaning
        return None

    def _spellings(self, form: str) -> Iterator[str]:
        yield form
        if form[0] in "وف" and len(form) > 2 and not is_whole(form):
            yield form[1:]
        if self._bare:
            yield base(form)
            yield from (base(form).removesuffix(ending) for ending in ("ه", "ها", "هم") if len(base(form)) > 5)
