"""Build places.tsv, Marsad's gazetteer, from Who's On First, GeoNames, ISO 3166-2 and CLDR.

    python training/build_places.py DATA_FOLDER [--out src/marsad/catalogue/places.tsv]

DATA_FOLDER holds places/ (whosonfirst/CC.jsonl.gz, geonames_cities500_arabic.tsv,
iso3166_2_subdivisions.json, cldr_territories_*.json), text/ and syntax/, from which the words are
counted that no place is called by without a word such as "city" before it.  Towns are taken from FLOOR
inhabitants up, elsewhere in the world from WORLD_FLOOR.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from marsad.languages.arabic.letters import fold

FLOOR, WAR_FLOOR, WORLD_FLOOR = 15_000, 4_000, 150_000
WAR = {"sy", "iq", "ye", "ly", "ps", "lb", "af", "so", "ml", "sd", "tj"}
COMMON = 12  # occurrences in the news from which a small town's one-word name is taken for a common word
HERE = Path(__file__).resolve().parent.parent / "src/marsad/catalogue"
ARABIC = re.compile(r"[ء-ي ]+")
KINDS = (
    "محافظة ولاية منطقة إقليم اقليم مقاطعة مدينة بلدية دائرة قضاء ناحية مركز "
    "مديرية معتمدية عمالة بلدة قرية حي"
)
KIND = re.compile(f"^(?:{KINDS.replace(' ', '|')}) ")
PERSIAN = str.maketrans(
    {"پ": "ب", "چ": "تش", "گ": "غ", "ژ": "ج", "ک": "ك", "ی": "ي", "ہ": "ه", "ھ": "ه", "ے": "ي", "ں": "ن"}
)
TYPES = {
    "region": "region",
    "county": "district",
    "locality": "town",
    "campus": "site",
    "localadmin": "district",
}
COLUMNS = "id names guarded name_en country type latitude longitude radius_km parent population"


@dataclass
class Place:
    """One row; ``names`` in ordinary spelling, the most usual first."""

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

    def row(self) -> str:
        """The place as a line of the table."""
        where = ["" if v is None else f"{v:.3f}" for v in (self.lat, self.lon)]
        bare = [n for n in self.names if n not in self.guarded]
        cells = [self.id, "|".join(bare), "|".join(self.guarded), self.en, self.country, self.type, *where]
        return "\t".join([*cells, f"{self.radius:.0f}", self.parent, str(self.population or "")])


def plain(name: str) -> str:
    """A Latin name without accents, apostrophes and case."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", name).lower())


def yaml_of(name: str) -> Any:
    """A reviewed file beside the table."""
    return yaml.safe_load((HERE / "places" / name).read_text(encoding="utf-8"))


def names_of(raw: list[str]) -> list[str]:
    """Names in Arabic letters, cleaned of type words and qualifiers; doubles once folded are dropped."""
    out: dict[str, str] = {}
    for name in raw:
        plain = KIND.sub("", re.sub(r"\s*[(،,\-].*$", "", name.translate(PERSIAN)).strip()).strip()
        if ARABIC.fullmatch(fold(plain)) and 2 < len(plain) < 30:
            out.setdefault(fold(plain), plain)
    return list(out.values())


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def whos_on_first(folder: Path) -> Iterator[Place]:
    """Countries, divisions and towns with a name in Arabic letters."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        cc = path.name[:2]
        floor = WAR_FLOOR if cc in WAR else FLOOR
        for d in records(path):
            kind, people = d["pt"], int(d["pop"] or 0)
            if (
                kind not in TYPES
                or (kind == "locality" and people < floor)
                or (kind == "localadmin" and people < floor)
            ):
                continue
            raw = list(d["names"].get("ara", []))
            if not names_of(raw) and cc in ("af", "ir", "pk", "tj", "uz"):
                raw = d["names"].get("fas", []) + d["names"].get("pus", [])
            if not (names := names_of(raw)):
                continue
            radius = {"region": 100.0, "county": 30.0, "campus": 3.0}.get(kind, 3 + people**0.5 / 100)
            english = (d["names"].get("eng") or [d["name"]])[0]
            parent = f"wof:{d['region']}" if d["region"] and d["region"] != d["id"] else ""
            yield Place(
                f"wof:{d['id']}",
                names,
                english,
                d["cc"],
                TYPES[kind],
                d["lat"],
                d["lon"],
                radius,
                parent,
                people,
            )


def geonames(path: Path) -> list[Place]:
    """Towns of the world with names in Arabic script."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        gid, name, lat, lon, cc, _, people, raw = line.split("\t")
        names = names_of(re.split(r"[|,]", raw))
        n = int(people or 0)
        out.append(
            Place(f"gn:{gid}", names, name, cc, "town", float(lat), float(lon), 3 + n**0.5 / 100, "", n)
        )
    return out


def countries(data: Path, towns: list[Place]) -> Iterator[Place]:
    """Countries under CLDR's names and the reviewed ones, set in the middle of their towns."""
    labels = {}
    for code in ("ar", "en"):
        doc = json.loads((data / f"places/cldr_territories_{code}.json").read_text(encoding="utf-8"))
        labels[code] = doc["main"][code]["localeDisplayNames"]["territories"]
    reviewed = yaml_of("countries.yaml")
    by_country: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        by_country[town.country].append(town)
    for code, name in labels["ar"].items():
        if not re.fullmatch("[A-Z]{2}", code):
            continue
        own = reviewed.get(code, {})
        names = [n for n in [name, *own.get("names", [])] if n not in own.get("drop", [])]
        kept: dict[str, str] = {}
        for n in names:
            kept.setdefault(fold(n), n)
        names = list(kept.values())
        names = [n for n in names if n not in own.get("conditional", {})] + list(own.get("conditional", {}))
        if not names:
            continue
        here = by_country.get(code, [])
        lat = median(t.lat or 0 for t in here) if here else None
        lon = median(t.lon or 0 for t in here) if here else None
        spread = max((abs((t.lat or 0) - (lat or 0)) for t in here), default=1.0) * 111
        yield Place(f"iso:{code}", names, labels["en"][code], code, "country", lat, lon, max(spread, 20))


def capitals(places: list[Place], towns: list[Place]) -> None:
    """Give every capital its reviewed names, adding it from GeoNames where the list lacks it."""
    for code, own in yaml_of("countries.yaml").items():
        if not (capital := own.get("capital")):
            continue
        english, *names = capital
        same = [p for p in places if p.type == "town" and p.country == code and plain(p.en) == plain(english)]
        if not same:
            found = [t for t in towns if t.country == code and plain(t.en) == plain(english)]
            if not found:
                print("no coordinates for", code, english)
                continue
            same = [found[0]]
            places.extend(p for p in same if p not in places)
        best = max(same, key=lambda p: p.population)
        seen = {fold(n) for n in names}
        best.names = names + [n for n in best.names if fold(n) not in seen and len(n) > 4]
        best.type, best.en = "capital", english


def supplement(places: list[Place]) -> list[Place]:
    """The reviewed regions and towns."""
    by_id = {p.id: p for p in places}
    raw = yaml_of("regions.yaml")
    out = []
    for e in raw["regions"]:
        like = by_id.get(e.get("like", ""))
        lat, lon = (like.lat, like.lon) if like else (e["latitude"], e["longitude"])
        out.append(
            Place(e["id"], e["names"], e["en"], e.get("country", ""), "area", lat, lon, e["radius_km"])
        )
        if like:
            places.remove(like)
            out[-1].id = like.id
    return out


def towns_of_supplement(folder: Path) -> Iterator[Place]:
    """Reviewed towns by their Who's On First id, coordinates from there."""
    wanted = {e["like"]: e for e in yaml_of("regions.yaml")["towns"]}
    for cc in {e["country"].lower() for e in wanted.values()}:
        for d in records(folder / f"{cc}.jsonl.gz"):
            if e := wanted.get(f"wof:{d['id']}"):
                p = Place(
                    f"wof:{d['id']}",
                    e["names"],
                    e["en"],
                    d["cc"],
                    "town",
                    d["lat"],
                    d["lon"],
                    5,
                    "",
                    d["pop"] or 0,
                )
                p.guarded = [] if e.get("bare", True) else list(p.names)
                yield p


def common_words(data: Path) -> tuple[Counter[str], set[str]]:
    """How often each word stands in the news, and the words that are mostly no names in the parsed
    sentences."""
    news: Counter[str] = Counter()
    with gzip.open(data / "text/security_news_2015.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            news.update(re.findall("[ء-ي]+", fold(json.loads(line)["content"])))
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (data / "syntax/ar_pud-ud-test.conllu").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 4 and cells[0].isdigit():
            form = re.sub("[\u064b-\u0652]", "", fold(cells[1]))
            tags[form][cells[3]] += 1
    words = {w for w, c in tags.items() if c["PROPN"] * 2 < sum(c.values()) and c["X"] * 2 < sum(c.values())}
    return news, words


def guard(places: list[Place], data: Path) -> None:
    """Set aside the names that are common words, names of persons, or too short to stand alone."""
    news, words = common_words(data)
    lists = yaml_of("guarded.yaml")
    guarded = {fold(w).replace("_", " ") for line in lists["guarded"] for w in line.split()}
    bare = {fold(n) for n in lists["bare"]}
    given = yaml.safe_load((HERE.parent / "extracting/mentions/given_names.yaml").read_text(encoding="utf-8"))
    people = {fold(w) for line in given["names"] + given["ambiguous"] for w in line.split()}

    def set_aside(word: str, p: Place) -> bool:
        if word in bare or " " in word:
            return word in guarded
        stem = word[2:] if word.startswith("ال") else word
        if {word, stem} & (people | words) or word in guarded:
            return True
        short = len(stem) < 4 and (p.population < 500_000 or p.type == "district")
        return short or (news[word] >= COMMON and (p.population < 100_000 or p.type == "district"))

    for p in places:
        if p.type not in ("country", "area", "capital"):
            p.guarded += [n for n in p.names if n not in p.guarded and set_aside(fold(n), p)]
    # one place known by the bare name lets its namesakes be candidates too
    free = {fold(n) for p in places for n in p.names if n not in p.guarded} - guarded
    for p in places:
        if p.type != "area":
            p.guarded = [n for n in p.guarded if fold(n) not in free]


def main() -> None:
    """Write the table and say how much of what it holds."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--out", type=Path, default=HERE / "places.tsv")
    opts = ask.parse_args()
    wof = opts.data / "places/whosonfirst"
    towns = geonames(opts.data / "places/geonames_cities500_arabic.tsv")
    fixed = list(towns_of_supplement(wof))
    ids = {p.id for p in fixed}
    places = [p for p in whos_on_first(wof) if p.id not in ids] + fixed
    covered = {p.country for p in places}
    near = {(fold(n), p.country) for p in places for n in p.names if p.type == "town"}
    for t in towns:
        floor = FLOOR if t.country in covered else WORLD_FLOOR
        if t.population >= floor and t.names and not any((fold(n), t.country) in near for n in t.names):
            places.append(t)
    capitals(places, towns)
    places += supplement(places)
    places += countries(opts.data, towns)
    guard(places, opts.data)
    places.sort(key=lambda p: (p.type, p.country, -p.population, p.id))
    opts.out.write_text(
        COLUMNS.replace(" ", "\t") + "\n" + "".join(p.row() + "\n" for p in places), encoding="utf-8"
    )
    print(Counter(p.type for p in places), opts.out.stat().st_size, "bytes")
    print(sum(len(p.guarded) for p in places), "guarded names")


if __name__ == "__main__":
    main()
