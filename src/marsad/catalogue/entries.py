"""Entries of the catalogue's reviewed files: groups, organizations, media, platforms, offices of states,
persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from ..codebook.yaml_file import read_yaml
from ..records import MentionType
from .conditions import Condition
from .entry_checks import refuse_contradictions
from .periods import ALWAYS, Period
from .written import WrittenEntry, WrittenFile

_ARABIC = re.compile("[\u0621-\u064a]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor, the language it belongs to (ISO 639-1), and when it was in use."""

    name: str
    language: str
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class Tie:
    """What an actor is to another, and when: a ``predicate`` of the codebook, the other's id."""

    predicate: str
    object: str
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor: ``name`` as Arabic reports call it first; ``parent`` is what it is a branch or part of,
    ``branch_in`` the countries in which "the branch of its parent" means it.

    ``aliases`` are all its names in all languages, the first of each language first.  ``un`` is the UN
    list's reference number, ``ucdp`` UCDP's actor ids,
    ``organ`` what it is of its country (organs.py).
    """

    id: str
    type: MentionType
    name: str
    en: str
    ru: str | None = None
    sector: str | None = None
    countries: tuple[str, ...] = ()
    parent: str | None = None
    branch_in: tuple[str, ...] = ()
    un: str | None = None
    ucdp: tuple[str, ...] = ()
    active: Period = ALWAYS
    aliases: tuple[Alias, ...] = ()
    relations: tuple[Tie, ...] = ()
    organ: str | None = None

    @property
    def country(self) -> str | None:
        """The home country, where there is one only."""
        return self.countries[0] if len(self.countries) == 1 else None


@dataclass(frozen=True, slots=True)
class Named:
    """A name as a file writes it, the entry that claims it, on what condition, and the file, for messages."""

    name: str
    entry: Entry
    condition: Condition | None
    file: str


def actor_files(home: Traversable | None = None) -> Iterator[Traversable]:
    """The reviewed files of actors, beside this module unless another ``home`` is given."""
    home = home or files(__package__)
    for folder in ("groups", "organizations"):
        yield from sorted((f for f in (home / folder).iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    if (home / "persons.yaml").is_file():
        yield home / "persons.yaml"


def read_actors(home: Traversable | None = None) -> list[Named]:
    """All names of all actors; :class:`CodebookError` naming file and entry where an entry contradicts
    itself or another."""
    written = [(file.name, read_yaml(file, WrittenFile)) for file in actor_files(home)]
    raws = [(name, content, raw) for name, content in written for raw in content.entries]
    refuse_contradictions([(name, raw, raw.type or content.type) for name, content, raw in raws])
    return [named for name, content, raw in raws for named in _named(raw, _entry(raw, content), name)]


def _named(raw: WrittenEntry, entry: Entry, file: str) -> Iterator[Named]:
    bare = [] if raw.ar in raw.conditional else [raw.ar]
    for name in [*bare, *(n.name for n in raw.names), *([raw.ru] if raw.ru else [])]:
        yield Named(name, entry, None, file)
    for name, needs in raw.conditional.items():
        yield Named(name, entry, needs.condition(), file)


def _entry(raw: WrittenEntry, content: WrittenFile) -> Entry:
    return Entry(
        raw.id,
        raw.type or content.type,
        raw.ar,
        raw.en,
        raw.ru,
        raw.sector or content.sector,
        tuple(raw.countries),
        raw.parent,
        tuple(raw.branch_in),
        raw.same_as.un,
        tuple(raw.same_as.ucdp),
        raw.active.period,
        _aliases(raw),
        tuple(Tie(t.predicate, t.object, t.period) for t in raw.relations),
        raw.organ,
    )


def _aliases(raw: WrittenEntry) -> tuple[Alias, ...]:
    """All names by language, each once; what is looked for in texts belongs to the language of its script."""
    every = [Alias(raw.ar, "ar"), Alias(raw.en, "en"), *([Alias(raw.ru, "ru")] if raw.ru else [])]
    every += [Alias(n.name, _language(n.name), n.period) for n in raw.names]
    every += [Alias(name, _language(name)) for name in raw.conditional]
    every += [Alias(n.name, language, n.period) for language, names in raw.aliases.items() for n in names]
    kept: dict[tuple[str, str], Alias] = {}
    for alias in every:
        known = kept.get((alias.language, alias.name))
        if known is None or known.period == ALWAYS:
            kept[alias.language, alias.name] = alias
    return tuple(kept.values())


def _language(name: str) -> str:
    return "ar" if _ARABIC.search(name) else "ru" if _CYRILLIC.search(name) else "en"
