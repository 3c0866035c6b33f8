"""Phrases looked for in the folded words of a text, the first word with whatever is written onto it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from marsad.languages.arabic.letters import fold

T = TypeVar("T")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_LEADS = tuple(lead + preposition for lead in ("", "و", "ف") for preposition in ("", "ب", "ل", "ك"))


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words and where each begins in the folded text."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]


@lru_cache(maxsize=16_384)
def words_of(text: str) -> Words:
    """The words of a text, folded."""
    found = list(_WORD.finditer(fold(text)))
    return Words(tuple(m.group() for m in found), tuple(m.start() for m in found))


class Phrases(Generic[T]):
    """Phrases and what each stands for; of those that begin at one word the longest is found."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            first, *rest = words_of(phrase).forms
            for form in _written(first):
                self._by_first.setdefault(form, []).append((tuple(rest), value))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def find(self, forms: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """(first word, word after the last, value) of every phrase, in the order of the text."""
        for i, form in enumerate(forms):
            for rest, value in self._by_first.get(form, ()):
                last = i + 1 + len(rest)
                if tuple(forms[i + 1 : last]) == rest:
                    yield i, last, value
                    break

    def first(self, forms: Sequence[str]) -> T | None:
        """What the first phrase found stands for."""
        return next((value for _, _, value in self.find(forms)), None)


def _written(word: str) -> Iterator[str]:
    """A first word with and without conjunction, preposition and article."""
    for lead in _LEADS:
        yield lead + word
        if word.startswith("ال"):
            if lead.endswith("ل"):
                yield lead + word[1:]
        elif lead.endswith("ل"):
            yield lead + "ل" + word
        else:
            yield lead + "ال" + word
