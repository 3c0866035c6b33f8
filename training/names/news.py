"""Names of persons that reports hold, found by Marsad's own reading: what must not be linked to a sanctions list."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from marsad.extracting import extract_all
from marsad.records import Report

_TOGETHER = 16


def persons(data: Path, wanted: int, seed: int) -> list[str]:
    """``wanted`` names of persons in the security news, each once, as written there.

    The articles are taken from the end of an order by ``seed``: those at its beginning were looked at when weights were set.
    """
    found: dict[str, None] = {}
    for name in _all(data, seed):
        found.setdefault(name)
        if len(found) == wanted:
            break
    return list(found)


def _all(data: Path, seed: int) -> Iterator[str]:
    with gzip.open(data / "text" / "security_news_2015.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["content"] for line in file]
    random.Random(seed).shuffle(texts)
    texts.reverse()
    for start in range(0, len(texts), _TOGETHER):
        reports = [Report(id="", source="", sha256="", text=text) for text in texts[start : start + _TOGETHER]]
        for extraction in extract_all(reports):
            for mention in extraction.mentions:
                if mention.type == "person":
                    yield " ".join(mention.text.split())
