"""Build places.sqlite, Marsad's gazetteer, from Who's On First, GeoNames, ISO 3166-2, CLDR and the reviewed files beside it.

    python training/build_places.py DATA_FOLDER [--out src/marsad/catalogue/places.sqlite]

DATA_FOLDER holds places/ (whosonfirst/CC.jsonl.gz, geonames_cities500_arabic.tsv,
iso3166_2_subdivisions.json, cldr_territories_*.json); nothing else of it is read.  The file is put in place
once it is whole.  Names that are words of the language are told by
Marsad's own lexicons, by their length, and by the reviewed catalogue/places/guarded.yaml.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from marsad.catalogue.supplement import FILES, Supplement, read_supplement
from marsad.languages.arabic.letters import fold
from place_blocks import Wide
from place_guards import guard
from place_sources import (
    FLOOR,
    HERE,
    NEAR,
    NEAR_FLOOR,
    WORLD_FLOOR,
    Neighbours,
    Place,
    capital_divisions,
    countries,
    geonames,
    parent_of,
    records,
    whos_on_first,
    yaml_of,
)

SCHEMA = """
CREATE TABLE known (id TEXT, name TEXT, names TEXT, guarded TEXT, name_en TEXT, country TEXT, type TEXT,
  latitude REAL, longitude REAL, radius_km REAL, parent TEXT, population INTEGER);
CREATE TABLE divisions (id TEXT PRIMARY KEY, name TEXT, name_en TEXT, parent TEXT) WITHOUT ROWID;
CREATE TABLE blocks (number INTEGER PRIMARY KEY, first INTEGER, rows BLOB);
CREATE INDEX firsts ON blocks (first);
CREATE TABLE keys (key TEXT PRIMARY KEY, places BLOB) WITHOUT ROWID;
"""
Row = tuple[str | int | float | None, ...]


def row(p: Place) -> Row:
    """The place as a row of the known ones: its name as it is written, then all names folded."""
    where = [None if v is None else round(v, 3) for v in (p.lat, p.lon)]
    bare = {fold(n): None for n in p.names if n not in p.guarded}
    guarded = {fold(n): None for n in p.guarded}
    radius = None if p.lat is None else float(round(p.radius))
    told = (p.id, p.names[0], "|".join(bare), "|".join(guarded), p.en, p.country or None, p.type)
    return (*told, *where, radius, p.parent or None, p.population)


def plain(name: str) -> str:
    """A Latin name without accents, apostrophes and case."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", name).lower())


def capitals(places: list[Place], towns: list[Place], set_by_division: dict[str, tuple[float, float]]) -> None:
    """Give every capital its reviewed names, adding it from GeoNames where the list lacks it, or where its division of ISO
    3166-2 lies; one that no source file has is set nowhere."""
    for code, own in yaml_of("countries.yaml").items():
        if not (capital := own.get("capital")):
            continue
        english, *names = capital
        same = [p for p in places if p.type == "town" and p.country == code and plain(p.en) == plain(english)]
        if not same:
            found = [t for t in towns if t.country == code and plain(t.en) == plain(english)]
            if (division := set_by_division.get(code)) is not None:
                found = [Place(f"capital:{code}", [], english, code, "town", *division, 20)]
            if not found:
                print("no coordinates for", code, english)
                found = [Place(f"capital:{code}", [], english, code, "town", None, None, 20)]
            same = [found[0]]
            places.extend(p for p in same if p not in places)
        best = max(same, key=lambda p: p.population)
        seen = {fold(n) for n in names}
        best.names = names + [n for n in best.names if fold(n) not in seen and len(n) > 4]
        best.type, best.en = "capital", english


def supplement(places: list[Place], reviewed: Supplement, wof: Path) -> list[Place]:
    """The reviewed regions; those that are `like` a place of the sources take its id and middle, and replace
    it."""
    countries_of = {e.country for e in reviewed.regions if e.like}
    others = dict(by_id_of(wof, {e.like for e in reviewed.regions if e.like}, countries_of))
    by_id = {p.id: p for p in places}
    out = []
    for e in reviewed.regions:
        like = by_id.get(e.like) or others[e.like] if e.like else None
        lat, lon = (like.lat, like.lon) if like else (e.latitude, e.longitude)
        place = Place(e.id, e.names, e.en, e.country or "", e.type, lat, lon, e.radius_km, e.parent or "")
        if like:
            if like in places:
                places.remove(like)
            place.id, place.population, place.parent = like.id, like.population, place.parent or like.parent
        out.append(place)
    return out


def by_id_of(wof: Path, wanted: set[str], codes: set[str | None]) -> Iterator[tuple[str, Place]]:
    """Records of Who's On First by id, in the files of the countries given."""
    for code in sorted(c.lower() for c in codes if c):
        for d in records(wof / f"{code}.jsonl.gz"):
            if (own := f"wof:{d['id']}") in wanted:
                yield own, Place(own, [], "", d["cc"], "", d["lat"], d["lon"], 0, parent_of(d), d["pop"] or 0)


def towns_of_supplement(folder: Path, reviewed: Supplement) -> Iterator[Place]:
    """Reviewed towns and divisions by their Who's On First id, coordinates from there."""
    wanted = {e.like: e for e in reviewed.towns if e.listed}
    for cc in sorted({e.country.lower() for e in wanted.values()}):
        for d in records(folder / f"{cc}.jsonl.gz"):
            if e := wanted.get(f"wof:{d['id']}"):
                where = d["lat"], d["lon"]
                radius = {"region": 100.0, "district": 30.0, "site": 2.0}.get(e.type, 5.0)
                people = d["pop"] or 0
                p = Place(f"wof:{d['id']}", e.names, e.en, d["cc"], e.type, *where, radius, parent_of(d), people)
                p.guarded = [] if e.bare else list(p.names)
                yield p


def gather(data: Path, towns: list[Place], neighbours: Neighbours, reviewed: Supplement) -> list[Place]:
    """The known places, in the order of the table."""
    wof = data / "places/whosonfirst"
    fixed = list(towns_of_supplement(wof, reviewed))
    ids = {p.id for p in fixed}
    listed = [p for p in whos_on_first(wof) if p.id not in ids]
    own = {p.country: p for p in listed if p.type == "country"}
    places = [p for p in listed if p.type != "country" and neighbours.fits(p)] + fixed
    near = {(fold(n), p.country) for p in places for n in p.names if p.type == "town"}
    for t in towns:
        floor = FLOOR if t.country in own else NEAR_FLOOR if t.country in NEAR else WORLD_FLOOR
        if t.population >= floor and t.names and not any((fold(n), t.country) in near for n in t.names):
            places.append(t)
    capitals(places, towns, capital_divisions(data / "places/iso3166_2_subdivisions.json"))
    places += supplement(places, reviewed, wof)
    places += countries(data, towns, own)
    never = {fold(n) for n in yaml_of("guarded.yaml")["never"]}
    for p in places:
        p.names = [n for n in p.names if fold(n) not in never]
    places = [p for p in places if p.names]
    guard(places)
    return sorted(places, key=lambda p: (p.type, p.country, -p.population, p.id))


def write(path: Path, known: list[Place], wide: Wide) -> None:
    """The gazetteer as one SQLite file, put in place once it is whole."""
    torn = path.with_suffix(".part")
    torn.unlink(missing_ok=True)
    base = sqlite3.connect(torn)
    base.executescript(SCHEMA)
    base.executemany(f"INSERT INTO known VALUES ({','.join('?' * 12)})", map(row, known))
    base.executemany("INSERT INTO divisions VALUES (?, ?, ?, ?)", wide.divisions())
    base.executemany("INSERT INTO blocks VALUES (?, ?, ?)", wide.blocks())
    base.executemany("INSERT INTO keys VALUES (?, ?)", wide.keys())
    base.commit()
    base.execute("VACUUM")
    base.close()
    torn.replace(path)


def main() -> None:
    """Write the gazetteer and say how much of what it holds."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--out", type=Path, default=HERE / "places.sqlite")
    opts = ask.parse_args()
    reviewed = read_supplement([HERE / "places" / name for name in FILES])
    towns = geonames(opts.data / "places/geonames_cities500_arabic.tsv")
    neighbours = Neighbours(towns)
    known = gather(opts.data, towns, neighbours, reviewed)
    wide = Wide(opts.data, known, towns, neighbours, {e.like: e.names for e in reviewed.towns if not e.listed})
    write(opts.out, known, wide)
    print(Counter(p.type for p in known), sum(len(p.guarded) for p in known), "guarded names")
    print(wide.count, "places,", opts.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
