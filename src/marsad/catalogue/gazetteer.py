"""The gazetteer: places.sqlite, which training/build_places.py builds.

It has two parts.  ``known`` are the places whose names a text is searched for: countries, divisions, towns and regions, all
read at once.  ``blocks`` hold every place of the sources, some 690,000, and are asked by :mod:`marsad.catalogue.namesakes` for
one name at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from ..errors import CodebookError
from ..records import PlacePrecision

_KNOWN = (
    "SELECT id, name, names, guarded, name_en, country, type, latitude, longitude, radius_km, parent, population"
    " FROM known ORDER BY rowid"
)
_PRECISION: dict[str, PlacePrecision] = {
    "country": "country", "region": "region", "district": "district", "town": "town", "capital": "town",
    "site": "site", "area": "area",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place: coordinates in degrees of its middle, ``radius_km`` to its rim, ``kind`` as in places.sqlite.

    Ids are Who's On First's (``wof:``) and GeoNames' (``gn:``); ``iso:`` for countries and divisions that neither has,
    ``region:`` for regions whose middle is the editors' approximation, ``capital:`` for capitals that no
    list of towns has.  ``by_rule`` says that no source has the Arabic ``name``.
    """

    id: str
    name: str
    en: str
    country: str | None
    kind: str
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    parent: str | None
    population: int
    by_rule: bool = False

    @property
    def precision(self) -> PlacePrecision:
        """How fine a location the place is."""
        return _PRECISION[self.kind]


class Gazetteer:
    """The known places, turned into :class:`PlaceEntry` when asked for; row numbers count from 0."""

    def __init__(self, file: Traversable | Path | None = None) -> None:
        self.file = Path(str(file or files(__package__) / "places.sqlite"))
        with connect(self.file) as base:
            self._rows = ask(self.file, base, _KNOWN)
        base.close()
        self._made: dict[int, PlaceEntry] = {}
        self._ids: dict[str, int] = {row[0]: i for i, row in enumerate(self._rows)}
        self._countries: dict[str, int] = {row[5]: i for i, row in enumerate(self._rows) if row[6] == "country"}

    def names(self) -> Iterator[tuple[str, int, bool]]:
        """Every folded name, the row it belongs to, and whether it counts only after a type word."""
        for i, row in enumerate(self._rows):
            for name in row[2].split("|") if row[2] else ():
                yield name, i, False
            for name in row[3].split("|") if row[3] else ():
                yield name, i, True

    def __iter__(self) -> Iterator[PlaceEntry]:
        return (self.row(i) for i in range(len(self._rows)))

    def row(self, i: int) -> PlaceEntry:
        """The place of a row."""
        if (known := self._made.get(i)) is None:
            place_id, name, _, _, en, country, *rest = self._rows[i]
            known = self._made[i] = PlaceEntry(place_id, name, en, country, *rest)
        return known

    def get(self, place_id: str) -> PlaceEntry | None:
        """The place of an id, or None."""
        at = self._ids.get(place_id)
        return self.row(at) if at is not None else None

    def country(self, code: str) -> PlaceEntry | None:
        """A country by its ISO 3166 alpha-2 code."""
        at = self._countries.get(code)
        return self.row(at) if at is not None else None

    def countries(self) -> Iterator[PlaceEntry]:
        """Every country."""
        return map(self.row, self._countries.values())


def connect(file: Path) -> sqlite3.Connection:
    """The file opened for reading only; :class:`CodebookError` where there is none."""
    if not file.is_file():
        raise CodebookError(
            "there is no such file", where=str(file), remedy="reinstall Marsad, or build the gazetteer anew"
        )
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def ask(file: Path, base: sqlite3.Connection, question: str, *values: object) -> list[tuple[Any, ...]]:
    """All rows of an answer; :class:`CodebookError` where the file is no gazetteer."""
    try:
        return base.execute(question, values).fetchall()
    except sqlite3.DatabaseError as error:
        raise CodebookError(str(error), where=file.name, remedy="build the gazetteer anew") from error


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with Marsad."""
    return Gazetteer()
