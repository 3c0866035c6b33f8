"""Neighbouring sentences read together: a teacher that sees what stands before and after names more surely."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from .examples import NOT_LABELLED, Example, Ints

LONGEST = 200  # pieces read together
SHORTER = (
    60,
    120,
    LONGEST,
    LONGEST,
)  # from which each length is drawn in training, so that the teacher can do with less


def passages(examples: Sequence[Example], source: random.Random | None = None) -> Iterator[list[Example]]:
    """Neighbours of one document together, as many as are not longer than ``LONGEST``, or than a length that ``source`` draws.

    ``group`` says of which document an example is: all of it, or all before its last space.
    """
    some: list[Example] = []
    limit = LONGEST
    for one in examples:
        if some and (_document(one) != _document(some[-1]) or sum(len(e.ids) for e in (*some, one)) > limit):
            yield some
            some, limit = [], source.choice(SHORTER) if source else LONGEST
        some.append(one)
    if some:
        yield some


def joined(examples: Sequence[Example]) -> Example:
    """One example of the pieces, words and tags of all, between one opening and one closing mark."""
    opening, closing = examples[0].ids[0], examples[0].ids[-1]
    ids, firsts = [opening], list[int]()
    for one in examples:
        firsts += [len(ids) - 1 + first for first in one.firsts]
        ids += one.ids[1:-1]
    return replace(
        examples[0],
        text=" ".join(e.text for e in examples),
        words=[],
        ids=(*ids, closing),
        firsts=tuple(firsts),
        names=np.concatenate([_tags(e, e.names) for e in examples]),
        kinds=np.concatenate([_tags(e, e.kinds) for e in examples]),
        proclitics=np.concatenate([_tags(e, e.proclitics) for e in examples]),
        hidden=None,
    )


def _tags(example: Example, tags: Ints | None) -> Ints:
    return np.full(len(example.firsts), NOT_LABELLED, np.int64) if tags is None else tags


def _document(example: Example) -> str:
    return example.group.partition(" ")[0]
