"""Word lists of the outlook: topics, what is measured, rise and fall, futures of routine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import base
from ...languages.arabic.verbs import conjugate
from ...records import AssessmentType
from ..speech.voice import UtteranceKind


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    topics: list[str]
    measured: list[str]
    tolls: list[str]
    rise: list[str]
    more: list[str]
    fall: list[str]
    rising: list[tuple[str, str]]
    falling: list[tuple[str, str]]
    spread: list[str]
    causes: list[str]
    announcers: dict[AssessmentType, list[str]]
    ordinals: list[str]
    futures: list[str]
    may: list[str]
    negations: list[str]
    before_clauses: list[str]
    routine: list[tuple[str, str]]
    not_future: list[str]
    not_future_words: list[str]
    not_imperfect: list[str]
    not_we: list[str]
    hedges: list[str]
    conditions: list[str]
    openers: list[str]
    adding: list[str]
    event_words: list[str]
    measuring: list[str]
    kinds_of_saying: dict[UtteranceKind, AssessmentType]
    silent: list[UtteranceKind]
    opinion_words: list[str]
    judging: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of ``outlook_words.yaml``, folded; verbs in all their forms, nouns with their pronouns."""

    topics: frozenset[str]
    measured: frozenset[str]
    tolls: frozenset[str]
    rise: frozenset[str]
    more: frozenset[str]
    fall: frozenset[str]
    spread: frozenset[str]
    causes: frozenset[str]
    announcers: dict[str, AssessmentType]
    ordinals: frozenset[str]
    futures: frozenset[str]
    may: frozenset[str]
    negations: frozenset[str]
    before_clauses: frozenset[str]
    routine: frozenset[str]
    not_future: tuple[str, ...]
    not_future_words: frozenset[str]
    not_imperfect: frozenset[str]
    not_we: frozenset[str]
    hedges: frozenset[str]
    conditions: tuple[tuple[str, ...], ...]
    openers: dict[str, str]
    adding: frozenset[str]
    event_words: frozenset[str]
    measuring: frozenset[str]
    kinds_of_saying: dict[UtteranceKind, AssessmentType]
    silent: frozenset[UtteranceKind]
    opinion_words: frozenset[str]
    judging: frozenset[str]


@cache
def word_lists() -> WordLists:
    """Read once; CodebookError where the file misses a list or holds an unknown one."""
    raw = read_yaml(files("marsad.codebook") / "cues" / "outlook_words.yaml", _File)
    openers = {words[0]: words[1] if words[1:] else "" for words in map(_words, raw.openers)}
    return WordLists(
        topics=_nouns(raw.topics),
        measured=_nouns(raw.measured),
        tolls=_nouns(raw.tolls),
        more=_nouns(raw.more),
        rise=_nouns(raw.rise) | _verbs(raw.rising),
        fall=_nouns(raw.fall) | _verbs(raw.falling),
        spread=_nouns(raw.spread),
        causes=_nouns(raw.causes),
        announcers={fold(noun): kind for kind, nouns in raw.announcers.items() for noun in nouns},
        ordinals=frozenset(map(fold, raw.ordinals)),
        futures=frozenset(map(fold, raw.futures)),
        may=frozenset(map(fold, raw.may)),
        negations=frozenset(map(fold, raw.negations)),
        before_clauses=frozenset(map(fold, raw.before_clauses)),
        routine=_verbs(raw.routine),
        not_future=tuple(map(fold, raw.not_future)),
        not_future_words=frozenset(map(fold, raw.not_future_words)),
        not_imperfect=frozenset(map(fold, raw.not_imperfect)),
        not_we=frozenset(map(fold, raw.not_we)),
        hedges=frozenset(map(fold, raw.hedges)),
        conditions=tuple(tuple(_words(entry)) for entry in raw.conditions),
        openers=openers,
        adding=frozenset(map(fold, raw.adding)),
        measuring=frozenset(map(fold, raw.measuring)),
        kinds_of_saying=raw.kinds_of_saying,
        silent=frozenset(raw.silent),
        event_words=frozenset(map(fold, raw.event_words)),
        opinion_words=frozenset(map(fold, raw.opinion_words)),
        judging=_verbs(raw.judging),
    )


@lru_cache(maxsize=8192)
def is_topic(word: str) -> bool:
    """Whether a folded word tells that a passage is about armed groups, security or politics."""
    topics = word_lists().topics
    return word in topics or base(word) in topics


@lru_cache(maxsize=16_384)
def _spellings(word: str) -> tuple[str, ...]:
    return (word, base(word), word[1:]) if word[0] in "وف" else (word, base(word))


def in_list(word: str, among: frozenset[str]) -> bool:
    """Whether a folded word, or its bare form, stands in a list."""
    return not among.isdisjoint(_spellings(word))


@lru_cache(maxsize=8192)
def future(word: str) -> str | None:
    """The imperfect within a future written with س (سيعود: يعود), None for any other folded word."""
    rest = word[1:] if word[0] in "وف" and word[1:2] == "س" else word
    if rest[0] != "س" or len(rest) < 4 or rest[1] not in "يتن":
        return None
    lists = word_lists()
    return None if rest in lists.not_future_words or rest.startswith(lists.not_future) else rest[1:]


@lru_cache(maxsize=8192)
def imperfect(word: str) -> bool:
    """Whether a folded word has the look of an imperfect verb, third person or first plural."""
    lists = word_lists()
    if len(word) < 3 or word in lists.not_imperfect or word[0] not in "يتن":
        return False
    return word[0] != "ن" or word not in lists.not_we


def _nouns(nouns: list[str]) -> frozenset[str]:
    out: set[str] = set()
    for noun in map(fold, nouns):
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        out |= {noun, noun + "ا", stem + "ه", stem + "ها", stem + "هم"}
    return frozenset(out)


def _verbs(pairs: list[tuple[str, str]]) -> frozenset[str]:
    return frozenset(form.word for perfect, imperfect in pairs for form in conjugate(perfect, imperfect))


def _words(entry: str) -> list[str]:
    return fold(entry).split()
