"""The words and weights by which nouns refer to what was named before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...errors import CodebookError
from ...languages.arabic.letters import fold
from ...records import MentionType

Part = Literal[
    "noun", "known_as", "called", "other_word", "kind", "named_otherwise", "country", "untold_country", "unmatched", "often",
    "sentence", "here",
]  # fmt: skip


_PERSON: frozenset[MentionType] = frozenset(("person",))


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid")
    types: list[MentionType]
    nouns: list[str]
    generic: bool = False
    kinds: list[str] = []
    countries: list[str] = []
    steady: bool = False
    dropped: bool = False


class _Persons(BaseModel):
    model_config = ConfigDict(extra="forbid")
    nouns: dict[str, list[str]]
    feminines: dict[str, str]
    offices: dict[str, list[str]]


class _Weights(BaseModel):
    model_config = ConfigDict(extra="forbid")
    enough: float
    weights: dict[Part, float]
    often_up_to: int
    far: int
    window: int
    looked_at: int
    neutral: list[str]
    also_known: list[str]


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that can refer: ``noun`` folded and masculine, ``words`` all by which whom it refers to may be introduced."""

    noun: str
    types: frozenset[MentionType]
    words: frozenset[str]
    feminine: bool
    generic: bool = False
    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    steady: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """All of the files, folded; ``offices`` are the nouns of office by id of a person."""

    heads: dict[str, Head]
    offices: dict[str, frozenset[str]]
    weights: dict[Part, float]
    enough: float
    often_up_to: int
    far: int
    window: int
    looked_at: int
    neutral: frozenset[str]
    also_known: frozenset[str]


@cache
def rules() -> Rules:
    """The rules that come with Marsad; CodebookError where a file does not fit or a noun stands for two things."""
    home = files(__package__)
    raw = read_yaml(home / "rules.yaml", _Weights)
    persons = read_yaml(home / "persons.yaml", _Persons)
    heads: dict[str, Head] = {}
    for head in [*_bodies(read_yaml(home / "heads.yaml", list[_Group])), *_of_persons(persons)]:
        known = heads.get(head.noun)
        if known and "person" in known.types | head.types:
            raise CodebookError(
                f"{head.noun} refers to persons and to bodies",
                where="extracting/coreference/persons.yaml",
                remedy="leave it in one of the files",
            )
        heads[head.noun] = _joined(known, head) if known else head
    heads |= _feminines(heads, persons)
    offices: dict[str, set[str]] = {}
    for noun, ids in persons.offices.items():
        for one in ids:
            offices.setdefault(one, set()).add(fold(noun))
    return Rules(
        heads,
        {one: frozenset(nouns) for one, nouns in offices.items()},
        raw.weights,
        raw.enough,
        raw.often_up_to,
        raw.far,
        raw.window,
        raw.looked_at,
        frozenset(map(fold, raw.neutral)),
        frozenset(map(fold, raw.also_known)),
    )


def _bodies(groups: Iterable[_Group]) -> Iterable[Head]:
    for group in groups:
        for noun in map(fold, group.nouns):
            yield Head(
                noun,
                frozenset(group.types),
                frozenset((noun,)),
                noun.endswith(("ه", "ات")),
                group.generic,
                frozenset(group.kinds),
                frozenset(group.countries),
                group.steady,
                group.dropped,
            )


def _of_persons(persons: _Persons) -> Iterable[Head]:
    for noun, words in persons.nouns.items():
        own = fold(noun)
        yield Head(own, _PERSON, frozenset((own, *map(fold, words))), feminine=False)


def _feminines(heads: dict[str, Head], persons: _Persons) -> dict[str, Head]:
    """The feminine of each noun for persons, read as that noun."""
    pairs = {noun + "ه": noun for noun, head in heads.items() if "person" in head.types}
    pairs |= {fold(feminine): fold(noun) for feminine, noun in persons.feminines.items()}
    return {
        feminine: Head(noun, heads[noun].types, heads[noun].words, feminine=True)
        for feminine, noun in pairs.items()
        if feminine not in heads
    }


def _joined(one: Head, other: Head) -> Head:
    return Head(
        one.noun, one.types | other.types, one.words, one.feminine, one.generic and other.generic, dropped=one.dropped
    )
