"""Sentences of stored reports → vectors in the store, those of reports that have none yet."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..encoder.pieces import Passage, passages
from ..encoder.running import sentence_vectors
from ..languages.arabic.words import cut
from ..records import Report
from ..storing import Store, add_vectors, reports_without_vectors

_TOGETHER = 16
STORED_AS, ASKED_AS = (
    "passage: ",
    "query: ",
)  # as multilingual-e5 was trained to read what is searched and what is asked
SHORTEST = 3  # words: bylines and headings of fewer say little and answer everything


def index_sentences(store: Store) -> Iterator[int]:
    """Add the vectors that the store lacks, a group of reports at a time; how many reports are done after each.

    What is added stays when it is interrupted, and the next call goes on from there.
    """
    done = 0
    while group := reports_without_vectors(store, _TOGETHER):
        told = [(number, start, end, passage) for number, report in group for start, end, passage in _sentences(report)]
        vectors = sentence_vectors([passage for *_, passage in told]).astype(np.float16)
        rows = [(number, start, end, v.tobytes()) for (number, start, end, _), v in zip(told, vectors, strict=True)]
        add_vectors(store, [number for number, _ in group], rows)
        done += len(group)
        yield done


def _sentences(report: Report) -> Iterator[tuple[int, int, Passage]]:
    words = cut(report.text)
    for sentence in words.sentences:
        start, end, text = words.quote(sentence.first, sentence.last)
        if sentence.last - sentence.first >= SHORTEST and not any(a <= start < b for a, b in report.furniture):
            yield start, end, as_passage(STORED_AS, text)


def as_passage(prefix: str, text: str) -> Passage:
    """A text with its prefix as one passage, cut off where it is too long for one."""
    return passages(prefix + text, [])[0]
