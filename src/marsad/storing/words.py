"""Words as the full-text search sees them: folded, and besides without article and proclitics.

A word is kept under every reading of its proclitics, so that ارهاب finds الإرهاب, والإرهاب and بالإرهاب;
which reading is right need not be known, since a wrong one is seldom asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from marsad.languages.arabic.clitics import bare, splits
from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.words import cut

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 2


def forms(word: str) -> tuple[str, ...]:
    """What a folded ``word`` of a text can be found by, itself first."""
    found = {word: None}
    for _, rest in splits(word):
        for form in (rest, bare(rest)):
            if len(form) >= _SHORTEST:
                found[form] = None
    return tuple(found)


def indexed(text: str) -> str:
    """Every form of every word of ``text``, set apart by spaces."""
    return " ".join(map(_spelled, _WORD.findall(fold(text))))


@lru_cache(maxsize=30_000)
def _spelled(word: str) -> str:
    return " ".join(forms(word))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a search asks for: ``phrases`` of folded words, each word with the forms that answer it."""

    phrases: tuple[tuple[tuple[str, ...], ...], ...]

    @property
    def alternatives(self) -> list[tuple[str, ...]]:
        """Per word wanted, the forms of which a report must hold one."""
        return [word for phrase in self.phrases for word in phrase]


def wanted(query: str) -> Wanted:
    """Read a query: words that stand in one sentence, "words in quotation marks" next to each other."""
    phrases: list[tuple[tuple[str, ...], ...]] = []
    for i, part in enumerate(re.split('["“”«»]', query)):
        words = tuple(_asked(word) for word in _WORD.findall(fold(part)))
        if i % 2 and words:
            phrases.append(words)
        else:
            phrases += [(word,) for word in words]
    return Wanted(tuple(phrases))


def sentences(text: str, query: Wanted) -> list[tuple[int, int]]:
    """Start and end of the sentences of ``text`` that answer ``query``."""
    words = cut(text)
    hits = []
    for sentence in words.sentences:
        said = [frozenset(forms(word)) for word in words.forms[sentence.first : sentence.last]]
        if all(_holds(said, phrase) for phrase in query.phrases):
            start, end, _ = words.quote(sentence.first, sentence.last)
            hits.append((start, end))
    return hits


def _asked(word: str) -> tuple[str, ...]:
    """The forms that answer a word asked for: with the article it also finds the word without."""
    found = {word: None, bare(word): None}
    for _, rest in splits(word):
        if rest.startswith("ال") and len(bare(rest)) >= _SHORTEST:
            found[bare(rest)] = None
    return tuple(found)


def _holds(said: list[frozenset[str]], phrase: tuple[tuple[str, ...], ...]) -> bool:
    last = len(said) - len(phrase) + 1
    return any(all(not said[at + i].isdisjoint(word) for i, word in enumerate(phrase)) for at in range(max(last, 0)))
