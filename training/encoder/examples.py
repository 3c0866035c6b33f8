"""Labelled sentences as the network learns from them: pieces, words, and for each head a target or nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from marsad.encoder.arrays import Floats
from marsad.encoder.heads import heads
from marsad.encoder.pieces import passages
from marsad.languages.arabic.words import cut

Ints = npt.NDArray[np.int64]
NOT_LABELLED = -100


@dataclass(slots=True)
class Example:
    """One sentence, cut to the first passage.

    ``events``: share of annotators and weight for each event type; ``coded``: the same of coders after our guide.  ``parts``:
    (words, types × parts), the share of annotators that marked the word, with ``part_weights`` 0 for the types not labelled.
    ``sectors``: (types, 2, sectors), all 0 where not labelled.  ``names``, ``kinds``, ``proclitics``: a tag for each word,
    ``NOT_LABELLED`` for none.  ``told_names`` and its like: (words, tags), how likely a network holds each tag of the word to be,
    for another to learn.
    """

    text: str
    words: list[tuple[int, int]]
    ids: tuple[int, ...]
    firsts: tuple[int, ...]
    group: str = ""
    events: Floats | None = None
    event_weights: Floats | None = None
    coded: Floats | None = None
    coded_weights: Floats | None = None
    parts: Floats | None = None
    part_weights: Floats | None = None
    sectors: Floats | None = None
    names: Ints | None = None
    kinds: Ints | None = None
    proclitics: Ints | None = None
    told_names: Floats | None = None
    told_kinds: Floats | None = None
    told_proclitics: Floats | None = None
    keep: float = 1.0
    hidden: npt.NDArray[np.float16] | None = None


def example(text: str, group: str) -> Example | None:
    """``text`` cut into words and pieces, with no labels yet; None where it has no word.  ``group`` names its document."""
    words = cut(text)
    if not words.forms:
        return None
    cuts = passages(text, words.starts)
    if not cuts:
        return None
    firsts = cuts[0].words
    spans = list(zip(words.starts, words.ends, strict=True))[: len(firsts)]
    return Example(text, spans, cuts[0].ids, firsts, group)


def tags(count: int, spans: list[tuple[int, int, int]]) -> Ints:
    """Tags of ``count`` words: 0 outside, for kind k 1 + 2k on the first word of a span and 2 + 2k on the others.

    ``spans`` are (kind, first word, past the last word); of two that overlap the first given is kept.
    """
    out = np.zeros(count, np.int64)
    for kind, first, last in spans:
        if first < last <= count and not out[first:last].any():
            out[first] = 1 + 2 * kind
            out[first + 1 : last] = 2 + 2 * kind
    return out


def words_of(example_: Example, start: int, end: int) -> tuple[int, int]:
    """The words that the offsets ``start`` up to ``end`` touch."""
    touched = [i for i, (a, b) in enumerate(example_.words) if a < end and b > start]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)


def sizes() -> tuple[int, int, int]:
    """How many event types, parts and sectors the heads know."""
    known = heads()
    return len(known.events), len(known.parts), len(known.sectors)
