"""The catalogue as a whole: loaded once, checked, and asked for entries, places and the names in a text."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import BaseModel, ConfigDict

from ..codebook.yaml_file import read_yaml
from ..errors import CodebookError
from ..languages.arabic.letters import fold
from ..languages.arabic.words import Words
from .conditions import Condition
from .entries import Entry, Named, read_actors
from .gazetteer import Gazetteer, PlaceEntry, gazetteer
from .names import Match, Meaning, Name, NameTable, phrase
from .namesakes import namesakes
from .organ_names import OrganNames
from .organ_table import read_organs
from .organs import Organs
from .peoples import read_adjectives, read_country_conditions, read_demonyms


class _TypeWords(BaseModel):
    model_config = ConfigDict(extra="forbid")
    before: str
    sites: str
    kinds: dict[str, str]
    villages: str
    locatives: str
    unsplit: str


class Catalogue:
    """Entries by id, places by id, and a table of all their names."""

    def __init__(self, home: Traversable | None = None, places: Gazetteer | None = None) -> None:
        named = read_actors(home)
        _refuse_shared(named)
        self.places = places or gazetteer()
        self.entries: dict[str, Entry] = {n.entry.id: n.entry for n in named}
        raw = read_yaml((home or files(__package__)) / "places" / "type_words.yaml", _TypeWords)
        self.place_words = frozenset(fold(raw.before).split())
        self.site_words = frozenset(fold(raw.sites).split())
        self.locatives = frozenset(fold(raw.locatives).split())
        self.kind_words = {w: kind for kind, words in raw.kinds.items() for w in fold(words).split()}
        self.village_words = frozenset(fold(raw.villages).split())
        self.branches: dict[tuple[str, str], Entry] = {
            (e.parent, code): e for e in self.entries.values() if e.parent for code in e.branch_in
        }
        self.organs = Organs(read_organs(home), self.entries, read_adjectives(home), self.country)
        self.organ = self.organs.organ
        self.opening_words: dict[str, frozenset[str]] = _opening_words(named)
        self._table = NameTable(
            _names(named, self.places, home),
            self.place_words | self.site_words,
            frozenset(fold(raw.unsplit).split()),
        )
        self._organ_names: OrganNames | None = None
        self.match = self._table.find
        self.match_at = self._table.at

    def entry(self, entry_id: str) -> Entry | None:
        """The actor of an id, a composed body's (organs.py) included, or None."""
        return self.entries.get(entry_id) or self.organs.by_id(entry_id)

    def organ_named(self, name: str) -> Entry | None:
        """The body of a state that a name in Arabic, English or Russian names with its country, or None."""
        if self._organ_names is None:
            self._organ_names = OrganNames(self.organs, self.places, self.match_at, self.meaning)
        return self._organ_names.find(name)

    def place(self, place_id: str) -> PlaceEntry | None:
        """The place of an id, or None."""
        return self.places.get(place_id) or namesakes().place(place_id)

    def country(self, code: str) -> PlaceEntry | None:
        """A country by its ISO 3166 alpha-2 code, or None."""
        return self.places.country(code)

    def meaning(self, name: Name) -> Meaning:
        """What a name of a :class:`Match` stands for."""
        return name.meaning or self.places.row(name.row)

    def branch(self, parent: str, country: str) -> Entry | None:
        """The branch of an actor in a country: ("isil", "AF") -> isil-khorasan."""
        return self.branches.get((parent, country))

    def find(self, words: Words) -> list[Match]:
        """Where a text names entries: the longest name at each word, none inside another."""
        return self._table.find(words)


def _refuse_shared(named: list[Named]) -> None:
    """One name, one entry, unless a condition tells when it is which."""
    owners: dict[str, Named] = {}
    for n in named:
        other = owners.setdefault(fold(n.name), n)
        if other.entry.id != n.entry.id and n.condition is None and other.condition is None:
            raise CodebookError(
                f"the name {n.name!r} is claimed by {other.entry.id} of {other.file} too",
                where=f"{n.file}: {n.entry.id}",
                remedy="drop it from one entry or give it a condition",
            )


def _opening_words(named: list[Named]) -> dict[str, frozenset[str]]:
    """The folded first words of each actor's names of several words: what it is called, as a movement or an organization."""
    out: dict[str, set[str]] = {}
    for n in named:
        first, _, rest = fold(n.name).partition(" ")
        if rest:
            out.setdefault(n.entry.id, set()).add(first)
    return {one: frozenset(words) for one, words in out.items()}


def _names(named: list[Named], places: Gazetteer, home: Traversable | None) -> list[Name]:
    conditions: dict[tuple[str, str], Condition] = read_country_conditions(home)
    conditional = {name for name, _ in conditions}
    out = [Name(phrase(fold(n.name)), n.entry, 0, n.condition) for n in named]
    out += [Name(phrase(d.word), d, 0, d.condition) for d in read_demonyms(home)]
    for name, row, guarded in places.names():
        condition = None
        if name in conditional and (place := places.row(row)).kind == "country" and place.country:
            condition = conditions.get((name, place.country))
        out.append(Name(phrase(name), None, row, condition, guarded))
    return [n for n in out if n.words]


@cache
def load() -> Catalogue:
    """The catalogue that comes with Marsad, loaded once; :class:`CodebookError` where its files
    contradict themselves."""
    return Catalogue()
