"""Build places.tsv, Marsad's gazetteer, from Who's On First, GeoNames, CLDR and the reviewed files beside it.

    python training/build_places.py DATA_FOLDER [--out src/marsad/catalogue/places.tsv]

DATA_FOLDER holds places/ (whosonfirst/CC.jsonl.gz, geonames_cities500_arabic.tsv,
cldr_territories_*.json); nothing else of it is read.  Names that are words of the language are told by
Marsad's own lexicons, by their length, and by the reviewed catalogue/places/guarded.yaml.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from marsad.languages.arabic.letters import fold
from place_guards import guard
from place_sources import (
    FLOOR,
    HERE,
    NEAR,
    NEAR_FLOOR,
    WORLD_FLOOR,
    Neighbours,
    Place,
    countries,
    geonames,
    records,
    whos_on_first,
    yaml_of,
)

COLUMNS = "id name names guarded name_en country type latitude longitude radius_km parent population"


def row(p: Place) -> str:
    """The place as a line of the table: its name as it is written, then all names folded."""
    where = ["" if v is None else f"{v:.3f}".rstrip("0").rstrip(".") for v in (p.lat, p.lon)]
    bare = {fold(n): None for n in p.names if n not in p.guarded}
    guarded = {fold(n): None for n in p.guarded}
    cells = [p.id, p.names[0], "|".join(bare), "|".join(guarded), p.en, p.country, p.type, *where]
    radius = "" if p.lat is None else f"{p.radius:.0f}"
    return "\t".join([*cells, radius, p.parent, str(p.population or "")])


def plain(name: str) -> str:
    """A Latin name without accents, apostrophes and case."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", name).lower())


def capitals(places: list[Place], towns: list[Place]) -> None:
    """Give every capital its reviewed names, adding it from GeoNames where the list lacks it; one that no
    source file has is set nowhere."""
    for code, own in yaml_of("countries.yaml").items():
        if not (capital := own.get("capital")):
            continue
        english, *names = capital
        same = [p for p in places if p.type == "town" and p.country == code and plain(p.en) == plain(english)]
        if not same:
            found = [t for t in towns if t.country == code and plain(t.en) == plain(english)]
            if not found:
                print("no coordinates for", code, english)
                found = [Place(f"capital:{code}", [], english, code, "town", None, None, 20)]
            same = [found[0]]
            places.extend(p for p in same if p not in places)
        best = max(same, key=lambda p: p.population)
        seen = {fold(n) for n in names}
        best.names = names + [n for n in best.names if fold(n) not in seen and len(n) > 4]
        best.type, best.en = "capital", english


def supplement(places: list[Place]) -> list[Place]:
    """The reviewed regions; those that are `like` a place of the sources take its id and middle, and replace
    it."""
    by_id = {p.id: p for p in places}
    out = []
    for e in yaml_of("regions.yaml")["regions"]:
        like = by_id[e["like"]] if "like" in e else None
        lat, lon = (like.lat, like.lon) if like else (e["latitude"], e["longitude"])
        place = Place(e["id"], e["names"], e["en"], e.get("country", ""), "area", lat, lon, e["radius_km"])
        if like:
            places.remove(like)
            place.id, place.population = like.id, like.population
        out.append(place)
    return out


def towns_of_supplement(folder: Path) -> Iterator[Place]:
    """Reviewed towns by their Who's On First id, coordinates from there."""
    wanted = {e["like"]: e for e in yaml_of("regions.yaml")["towns"]}
    for cc in sorted({e["country"].lower() for e in wanted.values()}):
        for d in records(folder / f"{cc}.jsonl.gz"):
            if e := wanted.get(f"wof:{d['id']}"):
                where = d["lat"], d["lon"]
                p = Place(f"wof:{d['id']}", e["names"], e["en"], d["cc"], "town", *where, 5, "", d["pop"] or 0)
                p.guarded = [] if e.get("bare", True) else list(p.names)
                yield p


def gather(data: Path) -> list[Place]:
    """All places, in the order of the table."""
    wof = data / "places/whosonfirst"
    towns = geonames(data / "places/geonames_cities500_arabic.tsv")
    neighbours = Neighbours(towns)
    fixed = list(towns_of_supplement(wof))
    ids = {p.id for p in fixed}
    listed = [p for p in whos_on_first(wof) if p.id not in ids]
    own = {p.country: p for p in listed if p.type == "country"}
    places = [p for p in listed if p.type != "country" and neighbours.fits(p)] + fixed
    near = {(fold(n), p.country) for p in places for n in p.names if p.type == "town"}
    for t in towns:
        floor = FLOOR if t.country in own else NEAR_FLOOR if t.country in NEAR else WORLD_FLOOR
        if t.population >= floor and t.names and not any((fold(n), t.country) in near for n in t.names):
            places.append(t)
    capitals(places, towns)
    places += supplement(places)
    places += countries(data, towns, own)
    never = {fold(n) for n in yaml_of("guarded.yaml")["never"]}
    for p in places:
        p.names = [n for n in p.names if fold(n) not in never]
    places = [p for p in places if p.names]
    guard(places)
    return sorted(places, key=lambda p: (p.type, p.country, -p.population, p.id))


def main() -> None:
    """Write the table and say how much of what it holds."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--out", type=Path, default=HERE / "places.tsv")
    opts = ask.parse_args()
    places = gather(opts.data)
    opts.out.write_text(COLUMNS.replace(" ", "\t") + "\n" + "".join(row(p) + "\n" for p in places), encoding="utf-8")
    print(Counter(p.type for p in places), opts.out.stat().st_size, "bytes")
    print(sum(len(p.guarded) for p in places), "guarded names")


if __name__ == "__main__":
    main()
