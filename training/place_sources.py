"""Places as the source files have them: Who's On First, GeoNames and CLDR."""

from __future__ import annotations

import gzip
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from marsad.languages.arabic.letters import fold

HERE = Path(__file__).resolve().parent.parent / "src/marsad/catalogue"
# Inhabitants from which a town is taken: in the countries of Who's On First, in those of them at war, and
# elsewhere.
FLOOR, WAR_FLOOR, WORLD_FLOOR = 8_000, 1_000, 150_000
WAR = {"sy", "iq", "ye", "ly", "ps", "lb", "af", "so", "ml", "sd", "tj", "bf", "ne", "td", "mz"}
# Countries with armed conflicts that Who's On First's files here leave out.
NEAR, NEAR_FLOOR = {"PH", "MM", "ET", "ER", "SS", "CF", "UG", "TZ", "DJ", "UA"}, 30_000
# A smaller place is taken too if it has names in so many languages, and a Wikidata item or a name of several
# words.
LANGUAGES = 3
ARABIC = re.compile(r"[ء-ي ]+")
KINDS = (
    "محافظة ولاية منطقة إقليم اقليم مقاطعة مدينة بلدية دائرة قضاء ناحية مركز مديرية معتمدية عمالة بلدة قرية حي جماعة"
)
KIND = re.compile(f"^(?:{KINDS.replace(' ', '|')}) ")
PERSIAN = str.maketrans(
    {"پ": "ب", "چ": "تش", "گ": "غ", "ژ": "ج", "ک": "ك", "ی": "ي", "ہ": "ه", "ھ": "ه", "ے": "ي", "ں": "ن"}
)
TYPES = {
    "region": "region", "county": "district", "locality": "town", "campus": "site", "localadmin": "district",
}  # fmt: skip
RADIUS = {"region": 100.0, "county": 30.0, "campus": 3.0}


@dataclass
class Place:
    """One place; ``names`` in ordinary spelling, the most usual first; ``guarded`` are those of them that
    count only after a word such as "city"."""

    id: str
    names: list[str]
    en: str
    country: str
    type: str
    lat: float | None
    lon: float | None
    radius: float
    parent: str = ""
    population: int = 0
    guarded: list[str] = field(default_factory=list)


def yaml_of(name: str) -> Any:
    """A reviewed file of the catalogue's places."""
    return yaml.safe_load((HERE / "places" / name).read_text(encoding="utf-8"))


def names_of(raw: list[str]) -> list[str]:
    """Names in Arabic letters, cleaned of type words and qualifiers; doubles once folded are dropped, and
    spellings of other languages where there is one in Arabic's own letters."""
    out: dict[str, str] = {}
    arabic = [n for n in raw if n.translate(PERSIAN) == n and ARABIC.fullmatch(fold(n))]
    for name in arabic or raw:
        letters = re.sub("[\u200b-\u200f\u202a-\u202e]", "", name.translate(PERSIAN))
        plain = KIND.sub("", re.sub(r"\s*[(،,\-].*$", "", letters).strip()).strip()
        if ARABIC.fullmatch(fold(plain)) and 2 < len(plain) < 30:
            out.setdefault(fold(plain), plain)
    return list(out.values())


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def parent_of(d: dict[str, Any]) -> str:
    """The id of the division that a record of Who's On First lies in, the smallest; empty where none is told."""
    for level in ("county", "region"):
        if d[level] and d[level] != d["id"] and (level, d["pt"]) != ("county", "region"):
            return f"wof:{d[level]}"
    return ""


def english(d: dict[str, Any]) -> str:
    """The English name of a record: its own name where one of the English ones begins so, else the first of those, which is
    sometimes a translation or a mistake (City of Cut Noses for Arish)."""
    told = d["names"].get("eng") or [d["name"]]
    own = d["name"].lower()
    return d["name"] if any(n.lower().startswith(own) for n in told) else str(told[0])


def misplaced(folder: Path) -> set[tuple[str, str]]:
    """(id, folded name) of divisions that bear, behind their own, the first name of another of the same rank and country: the
    governorates of Sana'a and Raymah are called Ta'izz too."""
    first: dict[tuple[str, str, str], str] = {}
    later: list[tuple[tuple[str, str, str], str]] = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        for d in records(path):
            if d["pt"] not in ("region", "county"):
                continue
            names = names_of(d["names"].get("ara", []))
            for i, name in enumerate(names):
                key = (d["cc"], d["pt"], fold(name))
                if i == 0:
                    first.setdefault(key, f"wof:{d['id']}")
                else:
                    later.append((key, f"wof:{d['id']}"))
    return {(own, key[2]) for key, own in later if first.get(key, own) != own}


def radius_of_town(people: int) -> float:
    """A town's rough extent in km by its inhabitants."""
    return 3 + math.sqrt(people) / 100


def whos_on_first(folder: Path) -> Iterator[Place]:
    """Countries, divisions and towns with a name in Arabic letters."""
    wrong = misplaced(folder)
    for path in sorted(folder.glob("*.jsonl.gz")):
        cc = path.name[:2]
        floor = WAR_FLOOR if cc in WAR else FLOOR
        for d in records(path):
            kind, people = d["pt"], int(d["pop"] or 0)
            if kind not in TYPES and kind != "country":
                continue
            spoken = len(d["names"])
            known = spoken >= LANGUAGES and (bool(d["wd"]) or (" " in d["name"] and spoken > LANGUAGES))
            if kind in ("locality", "localadmin") and people < floor and not known:
                continue
            raw = list(d["names"].get("ara", []))
            if not names_of(raw) and cc in ("af", "ir", "pk", "tj", "uz"):
                raw = d["names"].get("fas", []) + d["names"].get("pus", [])
            names = [n for n in names_of(raw) if (f"wof:{d['id']}", fold(n)) not in wrong]
            if not names:
                continue
            yield Place(
                f"wof:{d['id']}",
                names,
                english(d),
                d["cc"],
                TYPES.get(kind, kind),
                d["lat"],
                d["lon"],
                RADIUS.get(kind, radius_of_town(people)),
                parent_of(d),
                people,
            )


def geonames(path: Path) -> list[Place]:
    """Towns of the world with names in Arabic script."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        gid, name, lat, lon, cc, _, people, raw = line.split("\t")
        names = names_of(re.split(r"[|,،]", raw))
        n = int(people or 0)
        where = float(lat), float(lon)
        out.append(Place(f"gn:{gid}", names, name, cc, "town", *where, radius_of_town(n), "", n))
    return out


def capital_divisions(path: Path) -> dict[str, tuple[float, float]]:
    """Where the capitals lie that are a division of their own and stand in no other source: by country, degrees."""
    wanted = set(yaml_of("capitals.yaml").values())
    divisions = json.loads(path.read_text(encoding="utf-8"))
    return {d["code"][:2]: (float(d["lat"]), float(d["lon"])) for d in divisions if d["code"] in wanted and d["lat"]}


class Neighbours:
    """Tells places that a source files under the wrong country: Malta's towns under Mali."""

    def __init__(self, towns: list[Place]) -> None:
        self._cells: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        for t in towns:
            self._cells[int(t.lat or 0), int(t.lon or 0)].add(t.country)

    def fits(self, p: Place) -> bool:
        """Whether GeoNames has a town of the same country about a degree around, or no town at all."""
        lat, lon = int(p.lat or 0), int(p.lon or 0)
        around = [self._cells.get((lat + i, lon + j), set()) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        near = set().union(*around)
        return not near or p.country in near


def territories(data: Path, code: str) -> dict[str, str]:
    """CLDR's names of countries in a language, by ISO code."""
    doc = json.loads((data / f"places/cldr_territories_{code}.json").read_text(encoding="utf-8"))
    names: dict[str, str] = doc["main"][code]["localeDisplayNames"]["territories"]
    return {c: n for c, n in names.items() if re.fullmatch("[A-Z]{2}", c)}


def countries(data: Path, towns: list[Place], known: dict[str, Place]) -> Iterator[Place]:
    """Countries under CLDR's names and the reviewed ones; id and middle of Who's On First where it has them,
    else `iso:` and the middle of their towns."""
    english, reviewed = territories(data, "en"), yaml_of("countries.yaml")
    by_country: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        by_country[town.country].append(town)
    for code, name in territories(data, "ar").items():
        own = reviewed.get(code, {})
        names = [n for n in [name, *own.get("names", [])] if n not in own.get("drop", [])]
        conditional = list(own.get("conditional", {}))
        kept: dict[str, str] = {}
        for n in names:
            kept.setdefault(fold(n), n)
        names = [n for n in kept.values() if n not in conditional] + conditional
        if not names:
            continue
        here, row = by_country.get(code, []), known.get(code)
        lat = row.lat if row else median(t.lat or 0 for t in here) if here else None
        lon = row.lon if row else median(t.lon or 0 for t in here) if here else None
        spread = max((abs((t.lat or 0) - (lat or 0)) for t in here), default=1.0) * 111
        yield Place(row.id if row else f"iso:{code}", names, english[code], code, "country", lat, lon, max(spread, 20))
