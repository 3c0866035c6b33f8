"""Counts how rare parts of names are, for ``rarity.tsv``."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from marsad.linking.names.forms import rarity_key
from marsad.linking.names.letters import to_arabic
from marsad.linking.names.parts import parts_of
from marsad.linking.names.rarity import UNKNOWN

from . import sanctions
from .pairs import is_held_out, listed, without_article

# How much each source has to say.  Wikidata's names are of all the world, the others' of the reports Marsad reads.
_WIKIDATA, _LISTED, _NEWS = 0.3, 0.4, 0.3


def rarities(data: Path, seed: int) -> dict[str, float]:
    """The key of a part -> its rarity in bits, where it is less than what an unknown part has."""
    shares: dict[str, float] = defaultdict(float)
    for weight, counted in (
        (_WIKIDATA, _wikidata(data, seed)),
        (
            _LISTED,
            _of_persons(name for entry in sanctions.read(data) if entry.kind == "person" for name in entry.latin[:1]),
        ),
        (_NEWS, _of_persons(_news(data))),
    ):
        whole = sum(counted.values())
        for key, count in counted.items():
            shares[key] += weight * count / whole
    found = {key: -math.log2(share) for key, share in shares.items()}
    return {key: round(value, 1) for key, value in sorted(found.items()) if value < UNKNOWN - 0.5}


def _wikidata(data: Path, seed: int) -> Counter[str]:
    counted: Counter[str] = Counter()
    for arabic, spellings in listed(data).items():
        if not is_held_out(arabic, seed):
            for latin, count in spellings.items():
                counted[rarity_key(without_article(to_arabic(arabic), latin))] += count
    return counted


def _of_persons(names: Iterable[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for name in names:
        for part in parts_of(name):
            mark = f"{part.affix}:" if part.affix else ""
            counted[mark + rarity_key(part.stem.arabic[0][0])] += 1
    return counted


def _news(data: Path) -> Iterable[str]:
    """Names of persons in the training part of ANERcorp, as often as they stand there."""
    words: list[str] = []
    for line in (data / "entities" / "anercorp_train.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.rpartition(" ")
        if tag == "I-PERS":
            words.append(word)
            continue
        if words:
            yield " ".join(words)
        words = [word] if tag == "B-PERS" else []
