"""The function words by which phrases are told apart, from the codebook's cue file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ..codebook.yaml_file import read_yaml
from ..languages.arabic.letters import fold


class PhraseWords(BaseModel):
    """The lists of ``codebook/cues/phrases.yaml``, folded."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    partitives: frozenset[str]
    quantities: frozenset[str]
    of_all: frozenset[str]
    locatives: frozenset[str]
    inside: frozenset[str]
    sides: frozenset[str]
    leading_away: frozenset[str]
    to: frozenset[str]
    where_then: frozenset[str]
    meanwhile: frozenset[str]
    natives: frozenset[str]
    parts_of_places: frozenset[str]
    beside: frozenset[str]
    belonging: frozenset[str]
    whereabouts: frozenset[str]
    km: frozenset[str]
    auxiliaries: frozenset[str]
    was: frozenset[str]
    as_told: frozenset[str]
    counting: frozenset[str]
    of_them: frozenset[str]
    among_them: frozenset[str]
    publications: frozenset[str]
    published: frozenset[str]
    with_pronoun: frozenset[str]
    not_duals: frozenset[str]
    of_origin: frozenset[str]
    emphasis: frozenset[str]


@cache
def phrase_words() -> PhraseWords:
    """The words; CodebookError where the file does not fit."""
    raw = read_yaml(files("marsad.codebook") / "cues" / "phrases.yaml", PhraseWords)
    return PhraseWords(**{name: frozenset(map(fold, words)) for name, words in raw})


def meanwhile(word: str) -> bool:
    """Whether a folded word, with "and" or without, opens what went on beside what was told before it."""
    return word.removeprefix("و") in phrase_words().meanwhile
