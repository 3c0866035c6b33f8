"""Loading the codebook: its files read, checked against one another, and frozen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from marsad.errors import CodebookError

from .crosswalk import Crosswalk, CrosswalkFile
from .load_checks import contradictions
from .types import (
    Assessment,
    CertaintyLevel,
    EventType,
    Manifest,
    Measure,
    Relation,
    Sector,
    Source,
    Term,
    Weapon,
)
from .yaml_file import read_bytes, read_yaml

MANIFEST = "codebook.yaml"
E = TypeVar("E", bound=Term)


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All that Marsad codes, as read-only mappings from code to entry, in the order of the files.

    ``digest`` is the SHA-256 over the names and bytes of the manifest and every file it lists.
    """

    name: str
    version: str
    date: date
    digest: str
    sources: tuple[Source, ...]
    events: Mapping[str, EventType]
    roles: Mapping[str, Term]
    statuses: Mapping[str, Term]
    weapons: Mapping[str, Weapon]
    sectors: Mapping[str, Sector]
    measures: Mapping[str, Measure]
    relations: Mapping[str, Relation]
    assessments: Mapping[str, Assessment]
    certainties: Mapping[str, CertaintyLevel]
    mentions: Mapping[str, Term]
    crosswalks: Mapping[str, Crosswalk]


@cache
def load(folder: Path | None = None) -> Codebook:
    """The codebook in ``folder``, by default the one that comes with Marsad; read once.

    Raises :class:`CodebookError`, naming file, entry and remedy, if a file is missing, unlisted or malformed,
    or if the codebook contradicts itself.
    """
    home: Traversable = folder if folder is not None else files("marsad.codebook")
    manifest = read_yaml(home / MANIFEST, Manifest)
    parts = manifest.files
    listed = [MANIFEST, *parts.model_dump().values(), *manifest.crosswalks]
    _same_files(home, listed)
    sectors = _table(home / parts.sectors, list[Sector])
    book = Codebook(
        name=manifest.name,
        version=manifest.version,
        date=manifest.date,
        digest=_digest(home, listed),
        sources=manifest.sources,
        events=_table(home / parts.events, list[EventType]),
        roles=_table(home / parts.roles, list[Term]),
        statuses=_table(home / parts.statuses, list[Term]),
        weapons=_table(home / parts.weapons, list[Weapon]),
        sectors=sectors,
        measures=_table(home / parts.measures, list[Measure]),
        relations=_table(home / parts.relations, list[Relation]),
        assessments=_table(home / parts.assessments, list[Assessment]),
        certainties=_table(home / parts.certainties, list[CertaintyLevel]),
        mentions=_table(home / parts.mentions, list[Term]),
        crosswalks=_crosswalks(home, manifest.crosswalks, sectors),
    )
    for part, entry, what, remedy in contradictions(book):
        file = parts.model_dump().get(part, part)
        raise CodebookError(what, where=f"{home / file}: {entry}", remedy=remedy)
    return book


def _table(file: Traversable, shape: type[list[E]]) -> Mapping[str, E]:
    table: dict[str, E] = {}
    for entry in read_yaml(file, shape):
        if entry.code in table:
            raise CodebookError(
                f"{entry.code} is defined twice",
                where=f"{file}: {entry.code}",
                remedy="remove one of the two or rename it",
            )
        table[entry.code] = entry
    return MappingProxyType(table)


def _crosswalks(home: Traversable, names: Iterable[str], sectors: Mapping[str, Sector]) -> Mapping[str, Crosswalk]:
    out: dict[str, Crosswalk] = {}
    for name in names:
        file = read_yaml(home.joinpath(name), CrosswalkFile)
        if file.code in out or Path(name).stem != file.code:
            raise CodebookError(
                f"the crosswalk calls itself {file.code}",
                where=f"{home.joinpath(name)}: code",
                remedy="name a crosswalk's file by its code, and each code once",
            )
        out[file.code] = Crosswalk(file, sectors)
    return MappingProxyType(out)


def _same_files(home: Traversable, listed: list[str]) -> None:
    crosswalks = home / "crosswalks"
    found = {entry.name for entry in home.iterdir() if entry.name.endswith(".yaml")}
    if crosswalks.is_dir():
        found |= {f"crosswalks/{entry.name}" for entry in crosswalks.iterdir() if entry.name.endswith(".yaml")}
    if stray := sorted(found - set(listed)):
        raise CodebookError(
            f"{stray[0]} is not listed", where=str(home / MANIFEST), remedy="list the file or remove it"
        )


def _digest(home: Traversable, listed: list[str]) -> str:
    digest = hashlib.sha256()
    for name in sorted(listed):
        content = read_bytes(home.joinpath(name))
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()
