"""The organs that states have, as the files of states/ list them: ministries, forces, courts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from ..codebook.yaml_file import read_yaml
from ..errors import CodebookError
from ..languages.arabic.letters import fold
from ..records import MentionType
from .written import CountryCode, Id

FILES = ("government.yaml", "forces.yaml", "courts.yaml")
_Sector = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class _Organ(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: Id
    en: str
    en_also: list[str] = []
    ru: str
    ru_also: list[str] = []
    ar: str
    names: list[str] = []
    bare: list[str] = []
    holders: list[str] = []
    agrees: Literal["f", "m"]
    type: MentionType | None = None
    sector: _Sector | None = None
    many: bool = False
    towns: bool = False


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    type: MentionType
    sector: _Sector
    organs: list[_Organ]


class _Local(BaseModel):
    model_config = ConfigDict(extra="forbid")
    organ: Id
    countries: list[CountryCode]
    names: list[str]
    holders: list[str] = []


class _LocalFile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    local: list[_Local]
    apart: list[str]
    concepts: list[str]
    former: list[str]
    missions: list[Id]
    envoys: list[str]
    permanent: list[str]


class Abroad(BaseModel):
    """How a country is told in English and Russian names of organs; latin_and_cyrillic.yaml says what is what."""

    model_config = ConfigDict(extra="forbid")
    adjectives: list[str] = []
    names: list[str] = []
    of: str | None = None
    also_of: list[str] = []
    russian: str | None = None


@dataclass(frozen=True, slots=True)
class Organ:
    """A kind of body that states have: ``ar`` and ``ru`` and ``en`` its name without a country; ``feminine``
    how an Arabic adjective agrees with it; ``many`` where a state has several; ``towns`` where a town's counts
    with the country's."""

    id: str
    type: MentionType
    sector: str
    ar: str
    en: str
    ru: str
    feminine: bool
    many: bool
    towns: bool
    english: tuple[str, ...]
    russian: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What an Arabic phrase tells: an organ, in ``countries`` only unless they are None; ``bare`` where it names
    the field alone; ``office`` where it names the holder."""

    organ: Organ
    countries: frozenset[str] | None = None
    bare: bool = False
    office: bool = False


@dataclass(frozen=True, slots=True)
class OrganTable:
    """All organs by id, and the folded phrases that tell them, their words without the article."""

    organs: dict[str, Organ]
    phrases: dict[tuple[str, ...], tuple[Told, ...]]
    apart: frozenset[str]
    concepts: frozenset[str]
    former: frozenset[str]
    missions: tuple[str, ...]
    envoys: frozenset[str]
    permanent: frozenset[str]


def unarticled(word: str) -> str:
    """A folded word without its article: both words of an adjective phrase have it or neither.

    >>> unarticled("الامن")
    'امن'
    """
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def phrase_of(name: str) -> tuple[str, ...]:
    """The key of a name in :attr:`OrganTable.phrases`."""
    return tuple(unarticled(w) for w in fold(name).split())


def read_organs(home: Traversable | None = None) -> OrganTable:
    """The organs of the folder states/ of ``home``, or of Marsad's own where it has none.

    :class:`CodebookError` where an id stands twice, a phrase tells two organs, or a country's own name for an
    organ is given to an organ that no file has.
    """
    folder = home / "states" if home is not None and (home / "states").is_dir() else files(__package__) / "states"
    organs: dict[str, Organ] = {}
    phrases: dict[tuple[str, ...], list[Told]] = {}
    for name in FILES:
        content = read_yaml(folder / name, _File)
        for raw in content.organs:
            if raw.id in organs:
                raise CodebookError(
                    "the id stands twice", where=f"{name}: {raw.id}", remedy="give each organ its own id"
                )
            organ = organs[raw.id] = _organ(raw, content)
            for told, names in (
                (Told(organ), [raw.ar, *raw.names]),
                (Told(organ, bare=True), raw.bare),
                (Told(organ, office=True), raw.holders),
            ):
                for key in dict.fromkeys(map(phrase_of, names)):
                    _add(phrases, key, told, name)
    local = read_yaml(folder / "local.yaml", _LocalFile)
    for one in local.local:
        if one.organ not in organs:
            raise CodebookError("no organ", where=f"local.yaml: {one.organ}", remedy="correct the organ's id")
        where = frozenset(one.countries)
        for key in map(phrase_of, one.names):
            _add(phrases, key, Told(organs[one.organ], where), "local.yaml")
        for key in map(phrase_of, one.holders):
            _add(phrases, key, Told(organs[one.organ], where, office=True), "local.yaml")
    return OrganTable(
        organs,
        {key: tuple(sorted(told, key=lambda t: t.countries is None)) for key, told in phrases.items()},
        frozenset(map(fold, local.apart)),
        frozenset(map(fold, local.concepts)),
        frozenset(map(fold, local.former)),
        tuple(local.missions),
        frozenset(unarticled(fold(w)) for w in local.envoys),
        frozenset(unarticled(fold(w)) for w in local.permanent),
    )


def _add(phrases: dict[tuple[str, ...], list[Told]], key: tuple[str, ...], told: Told, file: str) -> None:
    """Enter a phrase; a name that some countries have for an organ stands beside one that all have."""
    for other in phrases.setdefault(key, []):
        both = other.countries is None and told.countries is None
        shared = other.countries is not None and told.countries is not None and other.countries & told.countries
        if (both or shared) and other.organ.id != told.organ.id:
            raise CodebookError(
                f"the name {' '.join(key)!r} tells {other.organ.id} too",
                where=f"{file}: {told.organ.id}",
                remedy="drop it from one of the organs",
            )
    phrases[key].append(told)


def _organ(raw: _Organ, content: _File) -> Organ:
    return Organ(
        raw.id,
        raw.type or content.type,
        raw.sector or content.sector,
        raw.ar,
        raw.en,
        raw.ru,
        raw.agrees == "f",
        raw.many,
        raw.towns,
        (raw.en, *raw.en_also),
        (raw.ru, *raw.ru_also),
    )


@cache
def read_abroad() -> dict[str, Abroad]:
    """How countries are told in English and Russian, by code."""
    return read_yaml(files(__package__) / "states" / "latin_and_cyrillic.yaml", dict[CountryCode, Abroad])
