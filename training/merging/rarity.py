"""How rare words are in news, counted over the sentences of the entity corpora: what a word in common is worth."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from encoder.corpora.entities import sentences
from marsad.merging.words import forms

TABLE = Path(__file__).resolve().parents[2] / "src" / "marsad" / "merging" / "rarity.tsv"
_KEPT = 4000


def write(data: Path) -> int:
    """Write the table of the most frequent words with how rare they are, in bits; how many sentences were counted."""
    counts: Counter[str] = Counter()
    total = 0
    for sentence in _texts(data):
        total += 1
        counts.update(set(forms(sentence)))
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:_KEPT]
    lines = [f"{word}\t{math.log2(total / count):.2f}\n" for word, count in rows]
    TABLE.write_text("".join(lines), "utf-8")
    return total


def _texts(data: Path) -> Iterable[str]:
    """Each sentence once, though the corpora share many."""
    folder = data / "entities"
    found = {" ".join(word for word, _ in told) for path in sorted(folder.iterdir()) for told in sentences(path)}
    return sorted(found)
