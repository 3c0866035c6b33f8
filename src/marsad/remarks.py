"""What Marsad itself remarks on figures and claims: a code and what it was given, worded in Arabic and in English."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Generic, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator

from marsad.codebook.types import Label
from marsad.codebook.yaml_file import read_yaml
from marsad.errors import CodebookError

Language = Literal["ar", "en"]
Sort = Literal["name", "report", "number", "day"]
C = TypeVar("C", bound=str)

_SLOT = re.compile(r"\{(\w+)\}")
_ARABIC, _LETTER = re.compile("[\u0621-\u064a]"), re.compile(r"[^\W\d]")
_BETWEEN: Mapping[Language, str] = {"ar": "، و", "en": ", "}


class ReportId(str):
    """The id of a report that a remark names; any other string given to a remark is a name or words of a report."""

    __slots__ = ()


Given: TypeAlias = "str | int | float | Decimal | date | Label | Remark | tuple[Given, ...]"
"""What a remark may be given; a label is worded in the remark's language, of several what stands between is the language's."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a worded remark; ``value`` is the number, or the day in ISO 8601, that the text of such a piece stands for."""

    text: str
    sort: Sort | None = None
    value: float | str | None = None


class Wording(BaseModel):
    """How a remark is worded; what it is given stands in both languages under the same {names}."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ar: str
    en: str

    @property
    def slots(self) -> frozenset[str]:
        """The names of what it is given."""
        return frozenset(_SLOT.findall(self.en))

    @model_validator(mode="after")
    def _both(self) -> Wording:
        if self.slots != set(_SLOT.findall(self.ar)):
            raise ValueError("both languages must have the same {names}")
        en, ar = _SLOT.sub("", self.en), _SLOT.sub("", self.ar)
        if not {"{", "}"}.isdisjoint(en + ar):
            raise ValueError("a brace is no part of a {name}")
        if _ARABIC.search(en) or (_LETTER.search(en) and not _ARABIC.search(ar)):
            raise ValueError("each language must be worded in its own letters")
        return self


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark, in Arabic and in English when asked for."""

    code: str
    wording: Wording = field(repr=False)
    given: Mapping[str, Given] = field(hash=False)

    @property
    def ar(self) -> str:
        """The remark in Arabic."""
        return "".join(run.text for run in self.runs("ar"))

    @property
    def en(self) -> str:
        """The remark in English."""
        return "".join(run.text for run in self.runs("en"))

    def runs(self, language: Language) -> Iterator[Run]:
        """The remark in pieces: its own words, and what it was given."""
        for at, piece in enumerate(_SLOT.split(self.wording.ar if language == "ar" else self.wording.en)):
            if at % 2:
                yield from _runs(self.given[piece], language)
            elif piece:
                yield Run(piece)


class Wordings(Generic[C]):
    """The remarks of one data file, which has a wording for each of ``codes`` and for no other; read when first asked for."""

    def __init__(self, file: Traversable, codes: Collection[str]) -> None:
        self._file, self._codes = file, codes

    @cached_property
    def table(self) -> Mapping[str, Wording]:
        """The wordings by code; CodebookError where the file has others than it should."""
        table = read_yaml(self._file, dict[str, Wording])
        if wrong := table.keys() ^ set(self._codes):
            remedy = "give every remark a wording, and no other"
            raise CodebookError(
                f"wordings and remarks differ: {', '.join(sorted(wrong))}", where=str(self._file), remedy=remedy
            )
        return table

    def __call__(self, code: C, /, **given: Given) -> Remark:
        """The remark of this code; ValueError where what is ``given`` is not what its wording names."""
        slots = self._slots[code]
        if given.keys() != slots:
            raise ValueError(f"{code} is given {sorted(given)}, and names {sorted(slots)}")
        return Remark(code, self.table[code], given)

    @cached_property
    def _slots(self) -> Mapping[str, frozenset[str]]:
        return {code: wording.slots for code, wording in self.table.items()}


def _runs(given: Given, language: Language) -> Iterator[Run]:
    match given:
        case Remark():
            yield from given.runs(language)
        case tuple():
            for at, one in enumerate(given):
                if at:
                    yield Run(_BETWEEN[language])
                yield from _runs(one, language)
        case Label():
            yield Run(given.ar if language == "ar" else given.en)
        case date():
            yield Run(_in_arabic(given) if language == "ar" else given.isoformat(), "day", given.isoformat())
        case str():
            yield Run(given, "report" if isinstance(given, ReportId) else "name")
        case int() | float() | Decimal():
            yield Run(f"{given:,.10g}" if language == "ar" else f"{given:g}", "number", float(given))


def _in_arabic(day: date) -> str:
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale="ar")
