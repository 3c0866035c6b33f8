"""Entries of the catalogue's reviewed files: groups, organizations, media, platforms, offices of states,
persons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from ..codebook.yaml_file import read_yaml
from ..errors import CodebookError
from ..records import MentionType
from .conditions import Condition, WordSet

ID = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
COUNTRY = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class Needs(BaseModel):
    """A condition as the files write it."""

    model_config = ConfigDict(extra="forbid")
    not_before: list[str] = []
    but_before: list[str] = []
    not_after: list[str] = []
    needs: list[str] = []
    needs_after: list[str] = []

    def condition(self) -> Condition:
        """The same, folded and ready to be asked."""
        sets = {field: WordSet.of(entries) for field, entries in self if entries}
        return Condition(**sets)


class _SameAs(BaseModel):
    model_config = ConfigDict(extra="forbid")
    un: str | None = None
    ucdp: str | None = None


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: ID
    en: str
    ar: str
    ru: str | None = None
    type: MentionType | None = None
    sector: str | None = None
    countries: list[COUNTRY] = []
    parent: ID | None = None
    branch_in: list[COUNTRY] = []
    organ: ID | None = None
    same_as: _SameAs = _SameAs()
    names: list[str] = []
    conditional: dict[str, Needs] = {}


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    type: MentionType
    sector: str | None = None
    entries: list[_Entry]


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor: ``name`` as Arabic reports call it first; ``parent`` is what it is a branch or part of,
    ``branch_in`` the countries in which "the branch of its parent" means it.  ``un`` and ``ucdp`` are
    the UN list's reference number and UCDP's actor id, ``organ`` what it is of its country (organs.py)."""

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
    ucdp: str | None = None
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
    another."""
    out: list[Named] = []
    seen: dict[str, str] = {}
    parents: list[tuple[str, Entry]] = []
    for file in actor_files(home):
        content = read_yaml(file, _File)
        for raw in content.entries:
            if raw.id in seen:
                raise CodebookError(
                    f"the id stands in {seen[raw.id]} too",
                    where=f"{file.name}: {raw.id}",
                    remedy="give each entry its own id",
                )
            seen[raw.id] = file.name
            entry = _entry(raw, content)
            parents.append((file.name, entry))
            bare = [] if raw.ar in raw.conditional else [raw.ar]
            out += [Named(n, entry, None, file.name) for n in [*bare, *raw.names, *([raw.ru] if raw.ru else [])]]
            out += [Named(n, entry, c.condition(), file.name) for n, c in raw.conditional.items()]
    for name, entry in parents:
        if entry.parent and entry.parent not in seen:
            raise CodebookError(
                f"its parent {entry.parent!r} is no entry",
                where=f"{name}: {entry.id}",
                remedy="correct the parent's id",
            )
    return out


def _entry(raw: _Entry, content: _File) -> Entry:
    sector = raw.sector or content.sector
    return Entry(
        raw.id,
        raw.type or content.type,
        raw.ar,
        raw.en,
        raw.ru,
        sector,
        tuple(raw.countries),
        raw.parent,
        tuple(raw.branch_in),
        raw.same_as.un,
        raw.same_as.ucdp,
        raw.organ,
    )
