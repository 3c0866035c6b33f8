"""Event sentences and their spans (openeventdata/arabic_event_gsr, MIT): what annotators said of ASSAULT and PROTEST.

Every annotator counts: the target of a sentence is the share that accepted it, the target of a word the share that marked it.
Span records are rows of the sentence files, so both belong to one document and one fold.
"""

from __future__ import annotations

import collections
import csv
import json
import random
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from marsad.encoder.heads import heads

from ..examples import Example, example, sizes

_WORD = re.compile(r"[^\W_]+")
# How much of the sentences that no annotator accepted is read again in each epoch: they are many and soon learned.
KEPT_OF_REJECTED = 0.5
_PARTS = ("verb", "source_actor", "target_actor")
_ACTORS = ("source_role", "target_role")


def documents(folder: Path) -> dict[str, str]:
    """Sentence text → a name for the source document; texts that stand in two documents make them one."""
    parents: dict[str, str] = {}

    def root(name: str) -> str:
        while parents.setdefault(name, name) != name:
            name = parents[name]
        return name

    found = [(row["text"], row["id"]) for row in rows(folder)] + [(r["text"], r["source"]) for r in records(folder)]
    for text, name in found:
        parents[root("document " + name.rsplit("-", 1)[0])] = root("text " + text)
    return {text: root("text " + text) for text, _ in found}


def folds(folder: Path, count: int, seed: int = 0) -> dict[str, int]:
    """Sentence text → its fold, all sentences of one document in one."""
    documents_of = documents(folder)
    names = sorted(set(documents_of.values()))
    random.Random(seed).shuffle(names)
    number = {name: i % count for i, name in enumerate(names)}
    return {text: number[name] for text, name in documents_of.items()}


def rows(folder: Path) -> list[dict[str, str]]:
    """The rows of both sentence files."""
    out = []
    for kind in ("assault", "protest"):
        with (folder / f"{kind}_sentences.csv").open(encoding="utf-8", newline="") as file:
            out += list(csv.DictReader(file))
    return out


def records(folder: Path) -> list[dict[str, Any]]:
    """The records of both span files."""
    paths = [folder / f"{kind}_spans.jsonl" for kind in ("assault", "protest")]
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").split("\n") if line.strip()]


def examples(folder: Path) -> list[Example]:
    """One example a sentence, whatever number of rows and records it has."""
    out: dict[str, Example] = {}
    documents_of = documents(folder)
    for text, document in documents_of.items():
        made = example(text, document)
        if made is not None:
            made.keep = KEPT_OF_REJECTED
            types, parts, sectors = sizes()
            made.events, made.event_weights = np.zeros(types, np.float32), np.zeros(types, np.float32)
            made.parts = np.zeros((len(made.firsts), types * parts), np.float32)
            made.part_weights = np.zeros(types * parts, np.float32)
            made.sectors = np.zeros((types, 2, sectors), np.float32)
            out[text] = made
    for row in rows(folder):
        if made := out.get(row["text"]):
            _judged(made, row)
    for record in records(folder):
        if made := out.get(record["text"]):
            _marked(made, record)
    return list(out.values())


def _judged(made: Example, row: dict[str, str]) -> None:
    accepted, rejected = int(row["accept"]), int(row["reject"])
    kind = heads().events.index(row["event_type"])
    assert made.events is not None
    assert made.event_weights is not None
    if accepted + rejected:
        made.events[kind] = accepted / (accepted + rejected)
        made.event_weights[kind] = min(1, (accepted + rejected) / 3)
    if accepted:
        made.keep = 1.0


def _marked(made: Example, record: dict[str, Any]) -> None:
    known = heads()
    kind, count = known.events.index(record["event_type"]), len(known.parts)
    words = [made.text[a:b] for a, b in made.words]
    assert made.parts is not None
    assert made.part_weights is not None
    assert made.sectors is not None
    for spans in record["spans"]:
        for part, name in enumerate(_PARTS):
            for word in located(words, spans[name]):
                made.parts[word, kind * count + part] += 1 / len(record["spans"])
        for actor, name in enumerate(_ACTORS):
            sector = _sector(spans[name])
            if sector is not None:
                made.sectors[kind, actor, sector] += 1
    made.part_weights[kind * count : (kind + 1) * count] = 1
    made.sectors[kind] /= np.maximum(made.sectors[kind].sum(-1, keepdims=True), 1)
    made.keep = 3.0


def _sector(coded: Any) -> int | None:
    """The index of an annotator's sector code, 0 for "none"; None where the actor was not coded."""
    if not isinstance(coded, dict) or not coded:
        return None
    return heads().sectors.index(coded["role"]) if coded.get("role") in heads().sectors else 0


def located(words: list[str], marked: Iterable[str]) -> list[int]:
    """Where the words that an annotator marked stand: in one piece, else the shortest stretch that holds most of them."""
    wanted = [w for token in marked for w in _WORD.findall(token)]
    count = len(wanted)
    if not wanted:
        return []
    for i in range(len(words) - count + 1):
        if words[i : i + count] == wanted:
            return list(range(i, i + count))
    bag = collections.Counter(wanted)
    best: tuple[int, int, list[int]] = (0, 0, [])
    for i in range(len(words)):
        seen: collections.Counter[str] = collections.Counter()
        hit: list[int] = []
        for j in range(i, min(len(words), i + 3 * count + 6)):
            if seen[words[j]] < bag[words[j]]:
                seen[words[j]] += 1
                hit.append(j)
                best = max(best, (len(hit), i - j, list(hit)))
    return best[2]
