"""Every place of the sources for the gazetteer's blocks: all names in all scripts, found by their consonants."""

from __future__ import annotations

import json
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marsad.catalogue.namesakes import BLOCK, EXACT, code_of, packed
from marsad.catalogue.place_spelling import arabic_by_rule, is_arabic, keys, plain
from marsad.catalogue.supplement import check_parents
from marsad.languages.arabic.letters import fold
from place_sources import KIND, Neighbours, Place, english, misplaced, parent_of, records, territories

KINDS = {
    "country": "c", "region": "r", "county": "d", "localadmin": "d", "locality": "t", "campus": "s", "neighbourhood": "n",
}  # fmt: skip
OF_KNOWN = {"country": "c", "area": "a", "capital": "k", "region": "r", "district": "d", "town": "t", "site": "s"}
LANGUAGES = ("ara", "rus", "tgk", "fas", "pus", "urd", "tur", "fra")
# A name of more letters than this is a description.
LONGEST = 48


@dataclass(slots=True)
class Wide:
    """The records by id, under which a source's neighbours mostly stand together and compress well; numbered in that order.

    ``spelt``: by id, names that the supplement adds to those of the source.
    """

    data: Path
    known: list[Place]
    towns: list[Place]
    neighbours: Neighbours
    spelt: dict[str, list[str]]
    count: int = 0
    _lines: list[str] = field(default_factory=list)
    _divisions: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    _wrong: set[tuple[str, str]] = field(default_factory=set)
    _keys: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._wrong = misplaced(self.data / "places/whosonfirst")
        made = sorted(self._records(), key=lambda r: (code_of(r[0]), r[0]))
        by_key: defaultdict[str, list[int]] = defaultdict(list)
        for number, cells in enumerate(made):
            self._lines.append("\t".join(cells))
            exact = {EXACT + plain(name) for name in cells[8:] if is_arabic(name)}
            for key in sorted({k for name in cells[8:] for k in keys(name)} | exact):
                by_key[key].append(number)
        self._keys = dict(sorted(by_key.items()))
        self.count = len(made)
        check_parents({i: parent or None for i, (_, _, parent) in self._divisions.items()}, "whosonfirst")

    def blocks(self) -> Iterator[tuple[int, int, bytes]]:
        """Number, the least code of an id, and the packed records of each block."""
        for at in range(0, len(self._lines), BLOCK):
            first = code_of(self._lines[at].partition("\t")[0])
            yield at // BLOCK, first, zlib.compress("\n".join(self._lines[at : at + BLOCK]).encode("utf-8"), 9)

    def keys(self) -> Iterator[tuple[str, bytes]]:
        """The numbers of the places of a key."""
        yield from ((key, packed(numbers)) for key, numbers in self._keys.items())

    def divisions(self) -> Iterator[tuple[str, str, str, str]]:
        """Id, name, English name and parent of every division."""
        yield from ((i, *told) for i, told in sorted(self._divisions.items()))

    def _records(self) -> Iterator[list[str]]:
        reviewed = {p.id: p for p in self.known}
        by_geonames = {p.id: p for p in self.towns}
        seen: set[str] = set()
        for path in sorted((self.data / "places/whosonfirst").glob("*.jsonl.gz")):
            for d in records(path):
                own = reviewed.get(f"wof:{d['id']}")
                if own is None and not self._fits(d):
                    continue
                twin = by_geonames.get(f"gn:{d['gn']}")
                if own is None and f"gn:{d['gn']}" in reviewed:
                    continue
                seen.update((f"wof:{d['id']}", f"gn:{d['gn']}"))
                yield self._of_source(d, own, twin)
        for place in self.known:
            if place.id not in seen:
                seen.add(place.id)
                yield _cells(place, OF_KNOWN[place.type], [place.en, *place.names, *self._told_elsewhere(place)])
        for town in self.towns:
            if town.id not in seen:
                yield _cells(town, "t", [town.en, *town.names])
        yield from self._iso({p.country for p in self.known if p.type == "region"})

    def _fits(self, d: dict[str, Any]) -> bool:
        return self.neighbours.fits(Place("", [], "", d["cc"], "", d["lat"], d["lon"], 0))

    def _of_source(self, d: dict[str, Any], own: Place | None, twin: Place | None) -> list[str]:
        latin = english(d)
        spelt = [
            n for code in LANGUAGES for n in d["names"].get(code, []) if (f"wof:{d['id']}", fold(n)) not in self._wrong
        ]
        further = self.spelt.get(f"wof:{d['id']}", [])
        names = [latin, *(own.names if own else []), *further, *d["names"].get("eng", []), d["name"], *spelt]
        names += twin.names if twin else []
        people = int(d["pop"] or 0) or (twin.population if twin else 0)
        kind = OF_KNOWN[own.type] if own else KINDS[d["pt"]]
        radius = own.radius if own else 0.0
        place = Place(f"wof:{d['id']}", [], latin, d["cc"], "", d["lat"], d["lon"], radius, parent_of(d), people)
        cells = _cells(place, kind, names)
        if d["pt"] in ("region", "county"):
            arabic = next((n for n in cells[8:] if is_arabic(n)), None)
            self._divisions[place.id] = (arabic or arabic_by_rule(latin), latin, place.parent)
        return cells

    def _told_elsewhere(self, place: Place) -> list[str]:
        if place.type != "country":
            return []
        return [territories(self.data, code).get(place.country, "") for code in ("ru", "tg")]

    def _iso(self, held: set[str]) -> Iterator[list[str]]:
        """First-level divisions of the countries that Who's On First's files here leave out."""
        for e in json.loads((self.data / "places/iso3166_2_subdivisions.json").read_text(encoding="utf-8")):
            country = e["code"][:2]
            if country in held or e["lat"] is None:
                continue
            names = [e["en"] or e["name"], e["ar"], e["name"], e["ru"], e["fa"], e["ur"], e["tr"]]
            place = Place(f"iso:{e['code']}", [], "", country, "", float(e["lat"]), float(e["lon"]), 100.0)
            yield _cells(place, "r", [n for n in names if n])


def _cells(place: Place, kind: str, names: list[str]) -> list[str]:
    """A record's cells: its Latin name, then every further spelling once, type words and qualifiers cut off."""
    kept: dict[str, str] = {}
    for name in names:
        short = re.sub(r"\s*[(،,|\t].*$", "", name).strip()
        for spelling in dict.fromkeys((short, KIND.sub("", short))) if is_arabic(short) else (short,):
            if 1 < len(spelling) < LONGEST:
                kept.setdefault(plain(spelling), spelling)
    where = ["" if v is None else str(round(v * 1000)) for v in (place.lat, place.lon)]
    numbers = [f"{place.radius:.0f}" if place.radius else "", str(place.population or "")]
    return [place.id, kind, place.country, *where, *numbers, place.parent, *(list(kept.values()) or [place.en])]
