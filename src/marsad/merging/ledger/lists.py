"""The word lists of the ledger, from the YAML files beside this one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, PositiveInt

from marsad.codebook.types import Label
from marsad.codebook.yaml_file import read_yaml
from marsad.languages.arabic.letters import fold
from marsad.records import Side

from .phrases import Phrases

Turn = Literal["rise", "fall", "renewal", "early", "former", "had-said", "increment"]
_Cue = Literal["rise", "fall", "renewal", "early", "former", "had-said", "increment", "had", "said"]
Scope = Literal["general", "others", "group", "subset"]
T = TypeVar("T")


class _Agency(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    names: list[str]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: str
    words: list[str]


class _Officials(BaseModel):
    model_config = ConfigDict(extra="forbid")

    never: list[str]
    others: list[str]
    findings: list[str]
    bodies: list[_Body]
    at: list[str]
    unnamed: list[str]


class _Kind(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: str
    ar: str
    words: list[str]
    scope: Literal["group", "subset"]
    side: Side | None = None


class _People(BaseModel):
    model_config = ConfigDict(extra="forbid")

    called: dict[Literal["general", "others"], str]
    general: list[str]
    others: list[str]
    kinds: list[_Kind]
    along_with: list[str]
    apart: list[str]
    on_top: list[str]


class _Vague(BaseModel):
    model_config = ConfigDict(extra="forbid")

    number: PositiveInt
    words: list[str]


class _Longer(BaseModel):
    model_config = ConfigDict(extra="forbid")

    beyond: list[str]
    over: list[str]
    about: list[str]
    rare: list[str]
    reach: PositiveInt
    since: list[str]
    gone: list[str]
    saw: list[str]


@dataclass(frozen=True, slots=True)
class Kind:
    """Whom a figure counts: ``scope`` says whether that may be everybody, ``known`` whether the lists know the word."""

    code: str
    scope: Scope
    side: Side | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Officials:
    """Words for bodies, the first body of the file first; words that rule them out, anywhere or where they come first; words
    for what is known, which name no speaker; words that name nobody; folded words ``at`` that lead to a speaker's body."""

    bodies: tuple[tuple[str, Phrases[str]], ...]
    never: Phrases[bool]
    others: Phrases[bool]
    findings: Phrases[bool]
    unnamed: Phrases[bool]
    at: frozenset[str]


@dataclass(frozen=True, slots=True)
class Longer:
    """Words of a longer time than that of one event, or of more places than its own; ``longer.yaml`` says what each list is."""

    beyond: Phrases[bool]
    over: Phrases[bool]
    about: frozenset[str]
    rare: frozenset[str]
    reach: int
    since: frozenset[str]
    gone: Phrases[bool]
    saw: frozenset[str]


@cache
def agencies() -> Phrases[str]:
    """Names of wire agencies, with the agency's id.  Raises CodebookError for a malformed file, as all of these do."""
    return Phrases((name, agency.id) for agency in _read("agencies.yaml", list[_Agency]) for name in agency.names)


@cache
def officials() -> Officials:
    """Who speaks for an authority."""
    raw = _read("officials.yaml", _Officials)
    return Officials(
        tuple((body.code, Phrases((word, body.code) for word in body.words)) for body in raw.bodies),
        Phrases((word, True) for word in raw.never),
        Phrases((word, True) for word in raw.others),
        Phrases((word, True) for word in raw.findings),
        Phrases((word, True) for word in raw.unnamed),
        frozenset(map(fold, raw.at)),
    )


@cache
def _people() -> _People:
    return _read("people.yaml", _People)


@cache
def setting_apart() -> Phrases[bool]:
    """Words between two numbers after which the second is told for itself."""
    return Phrases((word, True) for word in _people().apart)


@cache
def adding_on_top() -> Phrases[bool]:
    """Words between two numbers of a sentence by which the second is added to the first."""
    return Phrases((word, True) for word in _people().on_top)


@cache
def along_with() -> frozenset[str]:
    """Folded words by which those counted died or were hurt with somebody named before."""
    return frozenset(map(fold, _people().along_with))


@cache
def people() -> Phrases[Kind]:
    """Words for those counted."""
    raw = _people()

    def entries() -> Iterator[tuple[str, Kind]]:
        for word in raw.general:
            yield word, Kind("general", "general")
        for word in raw.others:
            yield word, Kind("others", "others")
        for kind in raw.kinds:
            for word in kind.words:
                yield word, Kind(kind.code, kind.scope, kind.side)

    return Phrases(entries())


@cache
def kind_labels() -> Mapping[str, Label]:
    """What the kinds of people are called, by code; in English that is the code."""
    named = [*_people().called.items(), *((kind.code, kind.ar) for kind in _people().kinds)]
    return {code: Label(en=code, ar=ar) for code, ar in named}


@cache
def turns() -> Phrases[Turn]:
    """Words that tell a count from the one before it."""
    kinds: tuple[Turn, ...] = get_args(Turn)
    return Phrases((phrase, turn) for turn in kinds for phrase in _updates()[turn])


@cache
def longer() -> Longer:
    """Words of a sentence whose number counts more than one event."""
    raw = _read("longer.yaml", _Longer)
    return Longer(
        beyond=Phrases((phrase, True) for phrase in raw.beyond),
        over=Phrases((phrase, True) for phrase in raw.over),
        about=frozenset(map(fold, raw.about)),
        rare=frozenset(map(fold, raw.rare)),
        reach=raw.reach,
        since=frozenset(map(fold, raw.since)),
        gone=Phrases((phrase, True) for phrase in raw.gone),
        saw=frozenset(map(fold, raw.saw)),
    )


@cache
def had() -> frozenset[str]:
    """Words that open a sentence on what was said before, folded."""
    return frozenset(map(fold, _updates()["had"]))


@cache
def said_before() -> frozenset[str]:
    """Verbs that after one of :func:`had` tell what was said before, folded."""
    return frozenset(map(fold, _updates()["said"]))


@cache
def _updates() -> dict[_Cue, list[str]]:
    return _read("updates.yaml", dict[_Cue, list[str]])


@cache
def vague() -> tuple[tuple[Phrases[int], int], ...]:
    """Words for numbers that name none, with what ACLED codes for them, the file's first entry first."""
    raw = _read("vague.yaml", list[_Vague])
    return tuple((Phrases((word, entry.number) for word in entry.words), entry.number) for entry in raw)


def _read(name: str, shape: type[T]) -> T:
    return read_yaml(files(__package__) / name, shape)
