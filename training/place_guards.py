"""Which names of places are words too, so that they count only after a word such as "city"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.lexicon import common_verbs
from place_sources import HERE, Place, yaml_of

# One-word names shorter than this are words more often than towns, unless the town is a large one.
SHORTEST, LARGE = 4, 500_000
# The project's own lists of words of the language; what they hold is no rare word.
LEXICONS = (
    "languages/arabic/**/*.yaml", "codebook/cues/*.yaml", "extracting/mentions/*.yaml", "reading/cues.yaml",
)  # fmt: skip
# Endings by which a name that begins like a person's is a town's: خليل آباد.
_SETTLEMENTS = ("اباد", "شهر", "كوي", "بور", "كلا")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for k, v in value.items():
            yield from _strings(k)
            yield from _strings(v)
    elif isinstance(value, list):
        for v in value:
            yield from _strings(v)


def lexicon_words() -> set[str]:
    """All folded words of the project's lexicons, common verbs in all their forms."""
    out = set(common_verbs())
    for pattern in LEXICONS:
        for path in sorted(HERE.parent.glob(pattern)):
            for text in _strings(yaml.safe_load(path.read_text(encoding="utf-8"))):
                out.update(re.findall("[ء-ي]+", fold(text)))
    return out | {w[2:] for w in out if w.startswith("ال") and len(w) > 4}


def given_names() -> set[str]:
    """Folded given names."""
    path = HERE.parent / "extracting/mentions/given_names.yaml"
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {fold(w) for line in lists["names"] + lists["ambiguous"] for w in line.split()}


def guard(places: list[Place]) -> None:
    """Set aside names by rule and by the reviewed list; those the list calls `bare` are kept."""
    lists = yaml_of("guarded.yaml")
    guarded = {fold(w).replace("_", " ") for line in lists["guarded"] for w in line.split()}
    bare = {fold(w).replace("_", " ") for line in lists["bare"] for w in line.split()}
    words, people = lexicon_words(), given_names()

    def set_aside(name: str, p: Place) -> bool:
        if name in bare or name in guarded:
            return name in guarded
        if " " in name:
            return name.split()[0] in people and not name.endswith(_SETTLEMENTS)
        stem = name[2:] if name.startswith("ال") else name
        large = p.population >= LARGE and p.type != "district"
        return bool({name, stem} & words) or (len(stem) < SHORTEST and not large)

    for p in places:
        if p.type not in ("country", "area", "capital"):
            p.guarded += [n for n in p.names if n not in p.guarded and set_aside(fold(n), p)]
    # one place known by the bare name lets its namesakes be candidates too
    free = {fold(n) for p in places for n in p.names if n not in p.guarded} - guarded
    for p in places:
        if p.type != "area":
            p.guarded = [n for n in p.guarded if fold(n) not in free]
