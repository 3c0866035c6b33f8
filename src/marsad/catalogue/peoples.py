"""Adjectives and plurals of countries and peoples (روسي، الروسية، الروس), and the conditions of country
names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from ..codebook.yaml_file import read_yaml
from ..languages.arabic.letters import fold
from .conditions import Condition
from .written import Needs

_Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class _Country(BaseModel):
    model_config = ConfigDict(extra="forbid")
    names: list[str] = []
    drop: list[str] = []
    adjectives: list[str] = []
    people: list[str] = []
    capital: list[str] = []
    conditional: dict[str, Needs] = {}
    conditional_adjectives: dict[str, Needs] = {}


class _People(BaseModel):
    model_config = ConfigDict(extra="forbid")
    adjectives: list[str]
    people: list[str]
    en: str
    country: _Code | None = None


class _Demonyms(BaseModel):
    model_config = ConfigDict(extra="forbid")
    endings: list[str]
    never: list[str]
    peoples: list[_People]


@dataclass(frozen=True, slots=True)
class Demonym:
    """A folded word for people of ``country`` or, where none is theirs, of the people ``label``."""

    word: str
    country: str | None
    label: str
    condition: Condition | None = None


def _countries(home: Traversable | None) -> dict[_Code, _Country]:
    return read_yaml(_folder(home) / "countries.yaml", dict[_Code, _Country]) if home else _own_countries()


@cache
def _own_countries() -> dict[_Code, _Country]:
    return read_yaml(_folder(None) / "countries.yaml", dict[_Code, _Country])


def _folder(home: Traversable | None) -> Traversable:
    return (home or files(__package__)) / "places"


def read_demonyms(home: Traversable | None = None) -> Iterator[Demonym]:
    """All forms of all adjectives and plurals, with and without the article."""
    rules = read_yaml(_folder(home) / "demonyms.yaml", _Demonyms)
    never = {fold(w) for w in rules.never}

    def forms(adjectives: list[str], people: list[str]) -> Iterator[str]:
        words = {fold(p) for p in people}
        for adjective in adjectives:
            # Of كوري شمالي both words are inflected, of جنوب أفريقي the last.
            parts = fold(adjective).split()
            words |= {
                " ".join(w[:-1] + fold(e) if w.endswith("ي") or w == parts[-1] else w for w in parts)
                for e in rules.endings
            }
        for word in sorted(words):
            definite = dict.fromkeys((" ".join("ال" + w for w in word.split()), "ال" + word))
            yield from (w for w in (word, *definite) if w not in never)

    for code, country in _countries(home).items():
        for word in forms(country.adjectives, country.people):
            yield Demonym(word, code, code)
        for adjective, needs in country.conditional_adjectives.items():
            for word in forms([adjective], []):
                yield Demonym(word, code, code, needs.condition())
            stem = fold(adjective)
            for word in (stem + "ه", "ال" + stem + "ه"):
                yield Demonym(word, code, code, needs.condition())
    for people in rules.peoples:
        for word in forms(people.adjectives, people.people):
            yield Demonym(word, people.country, people.en)


def read_adjectives(home: Traversable | None = None) -> dict[str, str]:
    """Country -> its first masculine adjective as the file writes it; countries without one are left out."""
    every = {code: [*c.adjectives, *c.conditional_adjectives] for code, c in _countries(home).items()}
    return {code: adjectives[0] for code, adjectives in every.items() if adjectives}


def read_country_conditions(home: Traversable | None = None) -> dict[tuple[str, str], Condition]:
    """(folded name, country) -> on what condition the name stands for the country."""
    countries = _countries(home)
    return {(fold(n), code): needs.condition() for code, c in countries.items() for n, needs in c.conditional.items()}
