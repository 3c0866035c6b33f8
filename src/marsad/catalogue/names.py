"""A dictionary of names: folded phrases, found in a text word by word, proclitics of the first word set
aside."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from ..languages.arabic.clitics import splits
from ..languages.arabic.lexicon import is_whole
from ..languages.arabic.memo import Memo
from ..languages.arabic.words import Words
from .conditions import Condition, joined
from .entries import Entry
from .gazetteer import PlaceEntry
from .peoples import Demonym

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_QUOTES = frozenset("\"'«»“”‘’")

Meaning = Entry | PlaceEntry | Demonym


class Name(NamedTuple):
    """A name of one entry: its folded ``words``; ``row`` is the gazetteer's row where ``meaning`` is yet
    to be made."""

    words: tuple[str, ...]
    meaning: Entry | Demonym | None
    row: int = 0
    condition: Condition | None = None
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``first`` up to ``last`` that name one of ``names``; ``lead`` are the first word's proclitics."""

    first: int
    last: int
    lead: str
    names: tuple[Name, ...]


def phrase(name: str) -> tuple[str, ...]:
    """The words of a folded name, cut as texts are."""
    return (name,) if name.isalpha() else tuple(_TOKEN.findall(name))


def _lead(form: str, lead: str, rest: str) -> str:
    """The proclitics, with the article where it lost its alif to ل: للجيش is لل and جيش."""
    return lead + "ل" if lead and form[len(lead) :] != rest else lead


_Readings = tuple[tuple[str, dict[str, list[Name]]], ...]


class NameTable:
    """First word -> names that begin with it, the longest first."""

    def __init__(self, names: list[Name], type_words: frozenset[str], unsplit: frozenset[str] = frozenset()) -> None:
        self._unsplit = unsplit
        # First word -> second word, empty for names of one word -> names, the longest first.
        heads: defaultdict[str, dict[str, list[Name]]] = defaultdict(dict)
        for name in names:
            second = name.words[1] if len(name.words) > 1 else ""
            heads[name.words[0]].setdefault(second, []).append(name)
        for by_second in heads.values():
            for some in by_second.values():
                if len(some) > 1:
                    some.sort(key=lambda n: -len(n.words))
        self._heads = dict(heads)
        self._type_words = type_words
        self._known = Memo(self._read)

    def _read(self, form: str) -> _Readings:
        """(proclitics, names by second word) for each way to read a word."""
        out: list[tuple[str, dict[str, list[Name]]]] = []
        for lead, rest in splits(form):
            if rest not in self._heads:
                continue
            if lead and ("س" in lead or len(rest) < 3 or form in self._unsplit or is_whole(form)):
                continue
            out.append((_lead(form, lead, rest), self._heads[rest]))
        return tuple(out)

    def find(self, words: Words) -> list[Match]:
        """Where names stand, the longest at each word, none inside another."""
        out: list[Match] = []
        past = 0
        for i, readings in enumerate(map(self._known.__getitem__, words.forms)):
            if readings and i >= past and (match := self._match(words, i, readings)):
                out.append(match)
                past = match.last
        return out

    def at(self, words: Words, i: int) -> Match | None:
        """The longest name that starts at word ``i``, whether or not it stands inside another."""
        return self._match(words, i, self._known[words.forms[i]])

    def _match(self, words: Words, i: int, readings: _Readings) -> Match | None:
        forms, gaps = words.forms, words.gaps
        after = forms[i + 1] if i + 1 < len(forms) else ""
        for lead, by_second in readings:
            length = 0
            found: list[Name] = []
            for name in (*by_second.get(after, ()), *by_second.get("", ())) if after else by_second.get("", ()):
                n = len(name.words)
                if n < length:
                    break
                if n > 1 and not (
                    tuple(forms[i + 1 : i + n]) == name.words[1:] and all(joined(g) for g in gaps[i + 1 : i + n])
                ):
                    continue
                if n > 1 and self._half_quoted(words, i, i + n, name):
                    continue
                if name.guarded and not self._after_type_word(words, i, lead):
                    continue
                if name.condition and not name.condition.holds(words, i, i + n, lead):
                    continue
                length = n
                found.append(name)
            if found:
                return Match(i, i + length, lead, tuple(found))
        return None

    def _half_quoted(self, words: Words, i: int, past: int, name: Name) -> bool:
        """Whether a quotation that begins inside the words names the same by itself: حركة «طالبان» is
        طالبان."""
        for at in range(i + 1, past):
            if words.gaps[at] != " " and not _QUOTES.isdisjoint(words.gaps[at]):
                inner = self.at(words, at)
                return inner is not None and inner.last >= past and any(n.meaning is name.meaning for n in inner.names)
        return False

    def _after_type_word(self, words: Words, i: int, lead: str) -> bool:
        return (
            i > 0
            and not lead
            and joined(words.gaps[i])
            and any(rest in self._type_words for _, rest in splits(words.forms[i - 1]))
        )
