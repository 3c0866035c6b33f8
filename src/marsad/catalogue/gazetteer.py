"""The gazetteer: countries, divisions, towns and regions of places.tsv, which training/build_places.py
builds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from ..codebook.yaml_file import read_bytes
from ..errors import CodebookError
from ..records import PlacePrecision

_COLUMNS = 12
_PRECISION: dict[str, PlacePrecision] = {
    "country": "country", "region": "region", "district": "district", "town": "town", "capital": "town",
    "site": "site", "area": "area",
}  # fmt: skip
# Among places of one name the greater of these, then the more populous, is meant.
RANK = {"country": 6, "capital": 5, "area": 4, "town": 3, "region": 2, "district": 1, "site": 1}


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place: coordinates in degrees of its middle, ``radius_km`` to its rim, ``kind`` as in places.tsv.

    Ids are Who's On First's (``wof:``) and GeoNames' (``gn:``); ``iso:`` for countries that neither has,
    ``region:`` for regions whose middle is the editors' approximation, ``capital:`` for capitals that no
    source file sets anywhere.
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

    @property
    def precision(self) -> PlacePrecision:
        """How fine a location the place is."""
        return _PRECISION[self.kind]


class Gazetteer:
    """Rows of places.tsv, turned into :class:`PlaceEntry` when asked for."""

    def __init__(self, table: Traversable | None = None) -> None:
        self.file = table or files(__package__) / "places.tsv"
        self._rows = read_bytes(self.file).decode("utf-8").rstrip("\n").split("\n")
        self._made: dict[int, PlaceEntry] = {}
        self._ids: dict[str, int] = {}
        self._countries: dict[str, int] = {}
        for i, row in enumerate(self._rows):
            if row.count("\t") != _COLUMNS - 1:
                raise CodebookError(
                    f"{row.count(chr(9)) + 1} columns, not {_COLUMNS}",
                    where=f"{self.file.name}: line {i + 1}",
                    remedy="build the table anew",
                )
            self._ids[row[: row.index("\t")]] = i
            if "\tcountry\t" in row and (cells := row.split("\t"))[6] == "country":
                self._countries[cells[5]] = i

    def names(self) -> Iterator[tuple[str, int, bool]]:
        """Every folded name, the row it belongs to, and whether it counts only after a type word."""
        for i, row in enumerate(self._rows):
            if i:
                _, _, bare, guarded, _ = row.split("\t", 4)
                for name in bare.split("|") if bare else ():
                    yield name, i, False
                for name in guarded.split("|") if guarded else ():
                    yield name, i, True

    def row(self, i: int) -> PlaceEntry:
        """The place of a row."""
        if (known := self._made.get(i)) is None:
            cells = self._rows[i].split("\t")
            known = self._made[i] = PlaceEntry(
                cells[0],
                cells[1],
                cells[4],
                cells[5] or None,
                cells[6],
                _number(cells[7]),
                _number(cells[8]),
                _number(cells[9]),
                cells[10] or None,
                int(cells[11] or 0),
            )
        return known

    def get(self, place_id: str) -> PlaceEntry | None:
        """The place of an id, or None."""
        at = self._ids.get(place_id)
        return self.row(at) if at else None

    def country(self, code: str) -> PlaceEntry | None:
        """A country by its ISO 3166 alpha-2 code."""
        at = self._countries.get(code)
        return self.row(at) if at else None

    def countries(self) -> Iterator[PlaceEntry]:
        """Every country."""
        return map(self.row, self._countries.values())


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with Marsad."""
    return Gazetteer()
