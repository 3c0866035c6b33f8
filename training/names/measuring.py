"""What the comparison of names does, on what it was not made with: figures for ``figures.yaml``."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from marsad.codebook.yaml_file import read_yaml
from marsad.linking.names import NameIndex
from marsad.linking.names.forms import form
from marsad.linking.names.letters import to_arabic, to_latin
from marsad.linking.names.sounding import Sounds
from marsad.linking.names.spelling import likelihood

from . import news, sanctions
from .pairs import is_held_out, listed

Figures = dict[str, float | int]

_POOL, _NEWS, _SPARE, _TOP = 10_000, 2_000, 200, 5


def tokens(data: Path, seed: int) -> Figures:
    """How often a listed Latin spelling of an Arabic form that training never saw is found among 10,000 Latin ones.

    The 10,000 are the Latin spellings of all forms held out, filled up from the others.
    """
    names = listed(data)
    held = {arabic: spellings for arabic, spellings in names.items() if is_held_out(arabic, seed)}
    pool = dict.fromkeys(latin for spellings in held.values() for latin in spellings)
    others = [latin for arabic, spellings in names.items() if arabic not in held for latin in spellings]
    random.Random(seed).shuffle(others)
    pool |= dict.fromkeys(others[: _POOL - len(pool)])
    by_letters: dict[str, set[str]] = {}
    for latin in pool:
        by_letters.setdefault(to_latin(latin), set()).add(latin)
    sounds = Sounds(form(letters) for letters in by_letters if letters)
    first = five = 0
    for arabic, spellings in held.items():
        ranked = _ranked(sounds, to_arabic(arabic))[:_TOP]
        right = [not by_letters[one].isdisjoint(spellings) for one in ranked]
        first += any(right[:1])
        five += any(right)
    return {"asked": len(held), "among": len(pool), "first": first / len(held), "first five": five / len(held)}


def _ranked(sounds: Sounds, arabic: str) -> list[str]:
    """Latin words, the likeliest to render ``arabic`` first, with its article or without."""
    bare = arabic[2:] if arabic.startswith("ال") and len(arabic) > 4 else arabic
    found: dict[str, float] = {}
    for one in {arabic, bare} - {""}:
        for other in sounds.alike(form(one)):
            found[other.text] = max(found.get(other.text, -1e9), likelihood(other.rows, one))
    return sorted(found, key=lambda text: -found[text])


def reduced(entries: Iterable[sanctions.Listed]) -> NameIndex[str]:
    """The index of the list without what is written in Arabic letters."""
    return NameIndex.build((entry.reference, name, entry.kind) for entry in entries for name in entry.latin)


def entries(data: Path) -> dict[str, Figures]:
    """Entries of the list asked for by what they are called in Arabic letters, in an index without any of that.

    ``first``: the share of entries that come first for every one of their Arabic forms; ``linked``: of forms above the default
    threshold; ``wrongly``: how many of these to another entry.
    """
    known = sanctions.read(data)
    index = reduced(known)
    out: dict[str, Figures] = {}
    for kind in ("person", "body"):
        for half in ("development", "test"):
            some = [
                one
                for one in known
                if one.arabic and one.kind == kind and one.is_development == (half == "development")
            ]
            out[f"{kind} {half}"] = _asked(index, some)
    return out


def _asked(index: NameIndex[str], some: list[sanctions.Listed]) -> Figures:
    first = forms = linked = wrongly = 0
    for entry in some:
        hits = [index.find(name, 1, entry.kind) for name in entry.arabic]
        first += all(hit and hit[0].key == entry.reference for hit in hits)
        links = [hit[0] for hit in hits if hit and hit[0].comparison.verdict != "different"]
        forms += len(hits)
        linked += len(links)
        wrongly += sum(link.key != entry.reference for link in links)
    return {"asked": len(some), "first": first / len(some), "forms": forms, "linked": linked, "wrongly": wrongly}


def unlisted(data: Path, seed: int, kept: Path) -> Figures:
    """Names of persons in the news that are not on the list, and how many are linked to it all the same.

    ``kept`` holds the names, one a line, or will: reading the news takes minutes.
    """
    judged = read_yaml(files(__package__) / "judged.yaml", dict[str, str])
    if not kept.exists():
        kept.write_text("\n".join(news.persons(data, _NEWS + _SPARE, seed)), encoding="utf-8")
    names = [name for name in kept.read_text(encoding="utf-8").splitlines() if name not in judged][:_NEWS]
    index = reduced(sanctions.read(data))
    hits = [index.find(name, 1, "person") for name in names]
    return {
        "asked": len(names),
        "linked": sum(bool(hit) and hit[0].comparison.verdict != "different" for hit in hits),
        "same": sum(bool(hit) and hit[0].comparison.verdict == "same" for hit in hits),
    }


def digests(package: Path) -> dict[str, str]:
    """SHA-256 of the tables that comparing names depends on."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(package.iterdir())
        if file.suffix in (".tsv", ".yaml")
    }


def rounded(figures: dict[str, Figures]) -> dict[str, Figures]:
    """The figures as they are kept."""
    return {name: {key: round(value, 4) for key, value in some.items()} for name, some in figures.items()}


def precision(figures: dict[str, Figures]) -> float:
    """Of all links, to listed entries asked for and from names in the news, the share that is right."""
    asked = [figures[f"{kind} {half}"] for kind in ("person", "body") for half in ("development", "test")]
    links, wrong = sum(one["linked"] for one in asked), sum(one["wrongly"] for one in asked)
    return (links - wrong) / (links + figures["news"]["linked"])
