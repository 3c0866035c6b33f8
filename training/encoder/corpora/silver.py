"""Security news of 2015, labelled by Marsad's own grammar and catalogue: what the lists know, said in running text.

Nothing is measured on these labels.  They teach the heads the names and kinds that no open corpus has (armed groups, forces,
roles) and what triggers, agents and targets look like, before the few sentences that people labelled.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from marsad.encoder.heads import heads
from marsad.extracting import Extraction, extract
from marsad.languages.arabic.words import cut
from marsad.records import EventBody, Report, Role

from ..examples import Example, example, sizes, tags, words_of

LENGTHS = range(6, 90)  # words: shorter are headings and bylines, longer are lists
_KIND_OF = {
    "person": "person", "group": "group", "organization": "organization", "government": "government", "media": "media",
    "platform": "media", "armed force": "armed force", "place": "place", "role": "role",
}  # fmt: skip
_PART_OF = {"agent": "agent", "organizer": "agent", "target": "target", "victim": "target", "counterpart": "target"}


def articles(path: Path) -> Iterator[Report]:
    """The articles of the file, each by its line as id."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            article = json.loads(line)
            yield Report(id=str(number), source="", sha256="", text=article["content"])


def every(path: Path) -> list[Example]:
    """The sentences of the articles in their order, without labels, none twice."""
    found: dict[str, Example] = {}
    for report in articles(path):
        words = cut(report.text)
        for one in words.sentences:
            if one.last - one.first in LENGTHS:
                text = words.quote(one.first, one.last)[2]
                made = example(text, report.id)
                if made is not None:
                    found.setdefault(text, made)
    return list(found.values())


def sentences(path: Path, count: int, seed: int) -> list[Example]:
    """``count`` sentences of the articles drawn by chance, without labels, none twice."""
    found = sorted(every(path), key=lambda e: e.text)
    return random.Random(seed).sample(found, min(count, len(found)))


def examples(path: Path, count: int, seed: int) -> list[Example]:
    """``count`` sentences with what the grammar finds in them, those that tell of an event of the heads' types first."""
    told: list[Example] = []
    rest: list[Example] = []
    for report in articles(path):
        found = extract(report, model=False)
        words = cut(report.text)
        for one in words.sentences:
            if one.last - one.first not in LENGTHS:
                continue
            start, end, text = words.quote(one.first, one.last)
            made = example(text, report.id)
            if made is not None:
                (told if _labelled(made, found, start, end) else rest).append(made)
    source = random.Random(seed)
    source.shuffle(told)
    source.shuffle(rest)
    return (told[: count * 2 // 3] + rest)[:count]


def _labelled(made: Example, found: Extraction, start: int, end: int) -> bool:
    """Set the labels of a sentence that stands at ``start``; whether an event is told in it."""
    known = heads()
    types, parts, sectors = sizes()
    count = len(made.firsts)
    spans = [
        (known.kinds.index(_KIND_OF[m.type]), *words_of(made, m.start - start, m.end - start))
        for m in sorted(found.mentions, key=lambda m: m.start - m.end)
        if start <= m.start and m.end <= end and m.type in _KIND_OF
    ]
    made.kinds = tags(count, spans)
    made.parts = np.zeros((count, types * parts), np.float32)
    made.part_weights = np.zeros(types * parts, np.float32)
    made.sectors = np.zeros((types, 2, sectors), np.float32)
    for claim in found.claims:
        body = claim.event
        if isinstance(body, EventBody) and start <= body.trigger.start < end and body.type in known.events:
            kind = known.events.index(body.type)
            made.part_weights[kind * parts : (kind + 1) * parts] = 1
            given = [("trigger", body.trigger), *((_PART_OF.get(r.role, ""), r) for r in body.roles)]
            for name, span in given:
                if name in known.parts and start <= span.start and span.end <= end:
                    first, last = words_of(made, span.start - start, span.end - start)
                    made.parts[first:last, kind * parts + known.parts.index(name)] = 1
                    if isinstance(span, Role) and span.type in known.sectors:
                        made.sectors[kind, known.parts.index(name) - 1] = np.eye(sectors)[
                            known.sectors.index(span.type)
                        ]
    return bool(made.part_weights.any())
