"""The name tokens of Wikidata, Latin beside Arabic, and which of them training never sees."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from pathlib import Path

from marsad.linking.names.letters import to_arabic, to_latin

# One Arabic form in this many is held out, with all its Latin spellings.
HELD_OUT_OF = 10
_LONGEST = 25
_ARTICLE = "ال"

Listed = dict[str, dict[str, int]]


def listed(data: Path) -> Listed:
    """Arabic form -> its Latin spellings, as written, each with how often it stands in Wikidata."""
    found: Listed = defaultdict(dict)
    with (data / "names" / "wikidata_ar_en.tsv").open(encoding="utf-8", newline="") as file:
        for latin, arabic, count in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[arabic.replace(" ", "")][latin] = int(count)
    return dict(found)


def is_held_out(arabic: str, seed: int) -> bool:
    """Whether an Arabic form is kept from training; the same forms for the same ``seed``."""
    return int(hashlib.sha256(f"{seed} {arabic}".encode()).hexdigest(), 16) % HELD_OUT_OF == 0


def training_pairs(names: Listed, seed: int) -> list[tuple[str, str, int]]:
    """(Latin letters, Arabic letters, count) of what is not held out; an article that Latin leaves out is left out."""
    return [
        (latin, without_article(arabic, latin), count)
        for form, spellings in names.items()
        if not is_held_out(form, seed) and (arabic := to_arabic(form))
        for written, count in spellings.items()
        if 0 < len(latin := to_latin(written)) < _LONGEST
    ]


def without_article(arabic: str, latin: str) -> str:
    """``arabic`` without its article where ``latin`` begins otherwise: الدوعاجي is douagi."""
    if arabic.startswith(_ARTICLE) and len(arabic) > 4 and "l" not in latin[:2]:
        return arabic[2:]
    return arabic
