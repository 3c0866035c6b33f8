"""The cue words of assessments, read from the codebook and indexed by the forms in which they are met."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...errors import CodebookError
from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import base
from ...languages.arabic.verbs import Tense, conjugate
from ...records import AssessmentType, Certainty, Direction
from .lists import WordLists, word_lists

_POSSESSIVES = ("ه", "ها", "هم")


class Cue(BaseModel):
    """One entry of ``outlook.yaml``; the head of that file says what each field means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: str
    type: AssessmentType
    verbs: tuple[tuple[str, str], ...] = ()
    nouns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    not_words: frozenset[str] = frozenset()
    tense: Tense | None = None
    then: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    reach: int = 3
    start: bool = False
    topic: bool = False
    frame: bool = False
    predicate: bool = False
    verb_after: bool = False
    certainty: Certainty | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A way to meet a cue: ``tail`` are the words that follow its first; ``rank`` is its place in the
    file.
    """

    cue: Cue
    rank: int
    tail: tuple[str, ...]
    then: frozenset[str]
    after: frozenset[str]
    unless: frozenset[str]
    lists: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class CueIndex:
    """Entries by the first word: as written, and by the bare form of a noun."""

    written: dict[str, tuple[Entry, ...]]
    bare: dict[str, tuple[Entry, ...]]


def with_possessives(noun: str) -> list[str]:
    """A folded noun and its forms with a third-person pronoun: قدره, قدرته, قدرتها, قدرتهم."""
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return [noun, *(stem + pronoun for pronoun in _POSSESSIVES)]


@cache
def cue_index() -> CueIndex:
    """The cues of ``outlook.yaml``; CodebookError where an entry has no word to meet it by or names
    no known list.
    """
    source = files("marsad.codebook") / "cues" / "outlook.yaml"
    written: dict[str, list[Entry]] = defaultdict(list)
    bare: dict[str, list[Entry]] = defaultdict(list)
    for rank, cue in enumerate(read_yaml(source, list[Cue])):
        if not (cue.verbs or cue.nouns or cue.words or cue.phrases):
            raise CodebookError("no word to meet this cue by", where=f"{source}: item {rank + 1}, {cue.rule}")
        lists = tuple(_listed(name, word_lists(), f"{source}: item {rank + 1}") for name in cue.near or cue.beside)
        entry = Entry(cue, rank, (), _folded(cue.then), _folded(cue.after), _folded(cue.unless), lists)
        unmeant = frozenset(map(fold, cue.not_words))
        for perfect, imperfect in cue.verbs:
            for form in conjugate(perfect, imperfect):
                if cue.tense in (None, form.tense) and form.word not in unmeant:
                    written[form.word].append(entry)
        for word in cue.words:
            written[fold(word)].append(entry)
        for phrase in cue.phrases:
            first, *tail = fold(phrase).split()
            written[first].append(replace(entry, tail=tuple(tail)))
        for noun in cue.nouns:
            for form_of_noun in with_possessives(fold(noun)):
                bare[form_of_noun].append(entry)
    return CueIndex(_frozen(written), _frozen(bare))


@lru_cache(maxsize=4096)
def entries_of(word: str) -> tuple[Entry, ...]:
    """The entries that a folded word may meet, a leading و or ف set aside; none for most words."""
    index = cue_index()
    found = index.written.get(word, ())
    if word[0] in "وف" and len(word) > 2:
        found += index.written.get(word[1:], ())
    return found + index.bare.get(base(word), ())


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _frozen(index: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {word: tuple(entries) for word, entries in index.items()}


def _listed(name: str, lists: WordLists, where: str) -> frozenset[str]:
    found = getattr(lists, name, None)
    if not isinstance(found, frozenset):
        raise CodebookError(f"no word list is called {name!r}", where=where, remedy="see outlook_words.yaml")
    return found
