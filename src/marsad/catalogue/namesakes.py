"""All places of a name, in any script: asked of the gazetteer's blocks one name at a time, so that nothing of them is loaded."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from .gazetteer import PlaceEntry, ask, connect, gazetteer
from .place_spelling import arabic_by_rule, is_arabic, keys

# Places in a block: few enough to unpack one in a fraction of a millisecond.
BLOCK = 128
# Before a folded Arabic name that is a key as it stands.
EXACT = "="
KINDS = {
    "c": "country",
    "a": "area",
    "k": "capital",
    "r": "region",
    "d": "district",
    "t": "town",
    "s": "site",
    "n": "site",
}
RADIUS = {"c": 500.0, "a": 200.0, "r": 100.0, "d": 30.0, "s": 3.0, "n": 2.0}
_CACHED, _BLOCKS_CACHED = 16_384, 512


@dataclass(frozen=True, slots=True)
class Namesake:
    """A place with all its names as its sources spell them."""

    place: PlaceEntry
    names: tuple[str, ...]


class Namesakes:
    """The blocks of places.sqlite."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._base = connect(file)
        self._block = lru_cache(maxsize=_BLOCKS_CACHED)(self._read)
        self.spelt = lru_cache(maxsize=_CACHED)(self._spelt)

    def alike(self, name: str) -> list[Namesake]:
        """Places with a name of the same consonants, whatever its script, in no order that means anything."""
        return self._under(keys(name))

    def _spelt(self, name: str) -> tuple[PlaceEntry, ...]:
        """Places that a source spells so in Arabic script: ``name`` is a folded name.  The last few thousand answers are kept."""
        return tuple(n.place for n in self._under((EXACT + name,)))

    def _under(self, wanted: tuple[str, ...]) -> list[Namesake]:
        numbers: set[int] = set()
        for key in wanted:
            for (found,) in ask(self._file, self._base, "SELECT places FROM keys WHERE key = ?", key):
                numbers.update(unpacked(found))
        return [_place(self._block(n // BLOCK)[n % BLOCK]) for n in sorted(numbers)]

    def place(self, place_id: str) -> PlaceEntry | None:
        """The place of an id, or None."""
        code = code_of(place_id)
        found = ask(
            self._file, self._base, "SELECT number FROM blocks WHERE first <= ? ORDER BY first DESC LIMIT 1", code
        )
        for (number,) in found:
            for line in self._block(number):
                if line.startswith(place_id + "\t"):
                    return _place(line).place
        return None

    def division(self, place_id: str) -> tuple[str, str, str | None] | None:
        """Name, English name and parent's id of a first- or second-level division."""
        rows = ask(self._file, self._base, "SELECT name, name_en, parent FROM divisions WHERE id = ?", place_id)
        if not rows:
            return None
        name, english, parent = rows[0]
        return name, english, parent or None

    def _read(self, number: int) -> list[str]:
        rows = ask(self._file, self._base, "SELECT rows FROM blocks WHERE number = ?", number)
        return zlib.decompress(rows[0][0]).decode("utf-8").split("\n")


def code_of(place_id: str) -> int:
    """A number by which places are ordered: the source's own, below zero for others than Who's On First.

    >>> code_of("wof:85678913"), code_of("gn:292223"), code_of("iso:FR-IDF") < -(10**12)
    (85678913, -292223, True)
    """
    source, _, own = place_id.partition(":")
    if source in ("wof", "gn"):
        return int(own) if source == "wof" else -int(own)
    return -(10**12) - int.from_bytes(own.encode()[:6], "big")


def _place(line: str) -> Namesake:
    place_id, kind, country, lat, lon, radius, people, parent, *names = line.split("\t")
    population = int(people or 0)
    arabic = next((n for n in names[1:] if is_arabic(n)), None)
    place = PlaceEntry(
        place_id,
        arabic or arabic_by_rule(names[0]),
        names[0],
        country or None,
        KINDS[kind],
        int(lat) / 1000 if lat else None,
        int(lon) / 1000 if lon else None,
        float(radius) if radius else RADIUS.get(kind) or 3 + population**0.5 / 100,
        parent or None,
        population,
        by_rule=arabic is None,
    )
    return Namesake(place, tuple(names))


def packed(numbers: list[int]) -> bytes:
    """Growing numbers as their differences, seven bits a byte, the last byte of each below 128.

    >>> unpacked(packed([3, 700, 701]))
    [3, 700, 701]
    """
    out = bytearray()
    before = 0
    for number in numbers:
        step, before = number - before, number
        while step > 127:
            out.append(128 | step & 127)
            step >>= 7
        out.append(step)
    return bytes(out)


def unpacked(data: bytes) -> list[int]:
    """The numbers that :func:`packed` packed."""
    out, at, step, shift = [], 0, 0, 0
    for byte in data:
        step |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            at += step
            out.append(at)
            step = shift = 0
    return out


@cache
def namesakes() -> Namesakes:
    """Those of the gazetteer that comes with Marsad."""
    return Namesakes(gazetteer().file)
