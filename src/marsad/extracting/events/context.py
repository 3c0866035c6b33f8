"""Whether a word of violence tells of something that happened: metaphors, plans, fears and negations."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import chain

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.clitics import bare
from ...languages.arabic.gates import WordGate
from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.verbs import conjugate
from ..phrase_words import phrase_words


class Context(BaseModel):
    """The word lists of ``codebook/cues/context.yaml``, folded."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    figurative_modifiers: frozenset[str]
    figurative_objects: frozenset[str]
    figurative_domains: frozenset[str]
    unreal_heads: frozenset[str]
    unreal_verbs: frozenset[str]
    intents: frozenset[str]
    calls: frozenset[str]
    holding: frozenset[str]
    will: frozenset[str]
    doubts: frozenset[str]
    causes: frozenset[str]
    amid: frozenset[str]
    attempts: frozenset[str]
    foiled: frozenset[str]
    planned: frozenset[str]
    questions: frozenset[str]
    led_by: frozenset[str]
    negations: frozenset[str]
    leaving_open: frozenset[str]
    conditions: frozenset[str]
    light_verbs: tuple[tuple[str, str], ...]
    violent_verbs: tuple[tuple[str, str], ...]
    occurrence_verbs: tuple[tuple[str, str], ...]
    reported_by: tuple[tuple[str, str], ...]
    transparent: frozenset[str]
    topics: frozenset[str]
    fictions: frozenset[str]
    urged: frozenset[str]
    expected: frozenset[str]
    crimes: frozenset[str]
    answers: frozenset[str]
    besides: frozenset[str]
    beginnings: frozenset[str]
    including: frozenset[str]
    included: frozenset[str]
    also: frozenset[str]
    afterwards: frozenset[str]
    spans_of_time: frozenset[str]
    spans_later: frozenset[str]
    after: frozenset[str]
    span_joins: frozenset[str]
    had_been: frozenset[str]
    selves: frozenset[str]
    turned_on: frozenset[str]
    town_words: frozenset[str]
    day_after: frozenset[str]
    made_known: frozenset[str]
    days_of_spans: dict[str, int]
    days_of_counted: dict[str, int]
    months_of_spans: dict[str, int]
    months_of_counted: dict[str, int]
    elapsed: frozenset[str]
    since: frozenset[str]
    weapons: frozenset[str]
    tolls: frozenset[str]

    @cached_property
    def contrasts(self) -> frozenset[str]:
        """Words between two tellings of violence behind which the second is told beside the first."""
        return self.also | phrase_words().meanwhile

    @cached_property
    def not_yet(self) -> frozenset[str]:
        """Words before a present tense that tells of nothing that has happened: سوف يهاجم, قد يهاجم."""
        return self.will | self.leaving_open


@cache
def context() -> Context:
    """The context words; CodebookError where the file does not fit."""
    raw = read_yaml(files("marsad.codebook") / "cues" / "context.yaml", Context)
    lists = {name: frozenset(map(fold, words)) for name, words in raw if isinstance(words, frozenset)}
    spans = {name: {fold(word): days for word, days in table.items()} for name, table in raw if isinstance(table, dict)}
    return raw.model_copy(update={**lists, **spans})


def _forms(verbs: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(form.word for verb in verbs for form in conjugate(*verb))


@cache
def light_forms() -> frozenset[str]:
    """All forms of the light verbs: those that leave the event to the noun after them (شن هجوما, قام بتفجير)."""
    return _forms(context().light_verbs)


@cache
def telling_forms() -> frozenset[str]:
    """All forms of verbs by which a noun of violence is told as having taken place, or as having been reported."""
    return definite_telling_forms() | _forms(context().reported_by)


@cache
def occurrence_forms() -> frozenset[str]:
    """All forms of verbs that say of an attack that it took place, and what it led to."""
    return _forms(context().occurrence_verbs)


@cache
def definite_telling_forms() -> frozenset[str]:
    """Of :func:`telling_forms`, those that tell a noun with the article too."""
    return _forms(context().violent_verbs) | occurrence_forms()


@lru_cache(maxsize=16_384)
def stands_for(word: str) -> tuple[str, ...]:
    """The spellings under which a folded word may stand in a list: itself, and without its proclitics."""
    rest = proclitic(word)[1]
    return (word,) if rest == word else (word, rest)


@lru_cache(maxsize=16_384)
def _stands_bare_for(word: str) -> tuple[str, ...]:
    forms = stands_for(word)
    return tuple(dict.fromkeys((*forms, *map(bare, forms))))


def among(word: str, words: frozenset[str]) -> bool:
    """Whether a folded word, or what is left of it without proclitics, is one of ``words``."""
    return not words.isdisjoint(stands_for(word))


def singles_out(first: str, second: str) -> bool:
    """Whether two folded words single one out of what was told before them: بما في (ذلك), بما فيها."""
    return first in context().including and second in context().included


def among_bare(word: str, words: frozenset[str]) -> bool:
    """The same with the article set aside too."""
    return not words.isdisjoint(_stands_bare_for(word))


@WordGate.of(lambda: context().figurative_domains)
def of_figurative_domain(word: str) -> bool:
    """Whether a folded word is of sport, cinema or the market."""
    return among(word, context().figurative_domains)


@WordGate.of(lambda: context().tolls)
def of_toll(word: str) -> bool:
    """Whether a folded word tells of the dead and wounded."""
    return among_bare(word, context().tolls)


@WordGate.of(lambda: context().weapons)
def of_weapon(word: str) -> bool:
    """Whether a folded word tells of arms."""
    return among_bare(word, context().weapons)


def any_among(forms: Iterable[str], words: frozenset[str]) -> bool:
    """Whether :func:`among` holds for one of several folded words."""
    return not words.isdisjoint(chain.from_iterable(map(stands_for, forms)))
