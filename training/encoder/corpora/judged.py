"""Sentences coded for ASSAULT and PROTEST by a large language model after our guide, ``labels/event_sentences.md``.

``event_sentences.jsonl`` says for each how many of three coders would accept it, and which words tell the event; the text stands
in the corpora: the news, ANERcorp, NewsFANE.  The sentences of ``written_sentences.jsonl`` were invented.  They are there to
learn from; nothing is measured on them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from marsad.encoder.heads import heads

from ..examples import Example, example, sizes, words_of
from . import entities, silver

LABELS = Path(__file__).parents[2] / "labels"
CODERS = 3
_FILES = {"anercorp": "anercorp_train.txt", "newsfane": "newsfane_train.tsv"}
# How much of the sentences that tell of neither is read in a pass: they are many and soon learned.
KEPT_OF_REJECTED = 0.5


def examples(folder: Path) -> list[Example]:
    """One example a sentence; ``folder`` holds ``entities`` and ``text``."""
    out = []
    for text, label in [*_read(folder), *_written()]:
        if (made := judged(text, label)) is not None:
            out.append(made)
    return out


def judged(text: str, label: Mapping[str, Any]) -> Example | None:
    """A sentence with what its label says of it; None where it has no word."""
    made = example(text, label.get("corpus", "written"))
    if made is not None:
        _set(made, label)
    return made


def _read(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Sentences of the corpora, each with its label."""
    news = {report.id: report.text for report in silver.articles(folder / "text" / "security_news_2015.jsonl.gz")}
    tagged = {name: entities.sentences(folder / "entities" / file) for name, file in _FILES.items()}
    for label in labels("event_sentences.jsonl"):
        corpus, item = label["corpus"], label["item"]
        if corpus == "news":
            yield news[str(item)][label["start"] : label["end"]], label
        else:
            yield entities.labelled(tagged[corpus][item])[0], label


def _written() -> Iterator[tuple[str, dict[str, Any]]]:
    for label in labels("written_sentences.jsonl"):
        yield label["text"], label


def labels(name: str) -> Iterator[dict[str, Any]]:
    """The lines of a file of labels."""
    for line in (LABELS / name).read_text("utf-8").splitlines():
        yield json.loads(line)


def _set(made: Example, label: Mapping[str, Any]) -> None:
    known = heads()
    types, parts, sectors = sizes()
    made.coded = np.array([label[event]["score"] / CODERS for event in known.events], np.float32)
    if not made.coded.any():
        made.keep = KEPT_OF_REJECTED
    made.coded_weights = np.ones(types, np.float32)
    made.parts = np.zeros((len(made.firsts), types * parts), np.float32)
    made.part_weights = np.zeros(types * parts, np.float32)
    made.sectors = np.zeros((types, 2, sectors), np.float32)
    for kind, event in enumerate(known.events):
        told = label[event]
        if "trigger" in told:
            made.part_weights[kind * parts : (kind + 1) * parts] = 1
            for number, part in enumerate(known.parts):
                if part in told:
                    first, last = words_of(made, *told[part])
                    made.parts[first:last, kind * parts + number] = 1
            for actor, sector in enumerate(told["sectors"]):
                if sector is not None:
                    made.sectors[kind, actor, known.sectors.index(sector)] = 1
