"""Which articles are labelled: drawn by chance, two thirds of them among those that name an armed or political group.

    python -m coreference.drawing ARTICLES.jsonl.gz

Prints the lines of the articles in the file, from 0, and for each the half it belongs to: "tune" or "measure".
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from pathlib import Path

SEED = 4
COUNT, NAMING = 30, 20
LENGTHS = range(700, 2600)  # characters: shorter have hardly a chain, longer are mostly columns
_GROUP = re.compile(r"تنظيم|حركة |جماعة |داعش|جبهة النصرة|ميليشيا|كتائب|حزب ")
_SAME_STORY = 0.4  # share of common words from which two articles tell the same story


def drawn(path: Path) -> dict[int, str]:
    """The half, "tune" or "measure", of each drawn article by its line; no two tell the same story in the same words."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["content"] for line in file]
    order = [n for n, text in enumerate(texts) if len(text) in LENGTHS]
    source = random.Random(SEED)
    source.shuffle(order)
    wanted = {True: NAMING, False: COUNT - NAMING}
    taken: list[int] = []
    for number in order:
        naming = len(_GROUP.findall(texts[number])) > 1
        if wanted[naming] and not any(_same(texts[number], texts[other]) for other in taken):
            wanted[naming] -= 1
            taken.append(number)
    source.shuffle(taken)
    return {number: ("tune", "measure")[place % 2] for place, number in enumerate(taken)}


def _same(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return len(a & b) > _SAME_STORY * min(len(a), len(b))


def main() -> None:
    """Print the draw."""
    for number, half in sorted(drawn(Path(sys.argv[1])).items()):
        print(number, half)


if __name__ == "__main__":
    main()
