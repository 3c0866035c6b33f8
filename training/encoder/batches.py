"""Examples → batches of about one cost, sentences of like length together, padded tensors for every head."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from marsad.encoder.heads import heads
from marsad.encoder.pieces import PAD

from .examples import NOT_LABELLED, Example, sizes

PIECES = 1600  # padded pieces in a batch
POOL = 400  # examples sorted by length at a time, so that batches differ from epoch to epoch


@dataclass(frozen=True, slots=True)
class Batch:
    """``ids`` and ``begins`` (batch, pieces), ``firsts`` (batch, words) positions in them; targets as in the examples.

    ``hidden`` is there where the examples have it: it is what the branch of events reads.
    """

    ids: Tensor
    lengths: Tensor
    begins: Tensor
    firsts: Tensor
    is_word: Tensor
    events: Tensor
    event_weights: Tensor
    coded: Tensor
    coded_weights: Tensor
    parts: Tensor
    part_weights: Tensor
    sectors: Tensor
    names: Tensor
    kinds: Tensor
    proclitics: Tensor
    told_names: Tensor
    told_kinds: Tensor
    told_proclitics: Tensor
    hidden: Tensor | None


def cut(examples: Sequence[Example], shuffle: random.Random | None) -> Iterator[list[Example]]:
    """Groups of examples, each at most ``PIECES`` padded pieces; in a new order with ``shuffle``, else by length."""
    order = list(examples)
    if shuffle:
        shuffle.shuffle(order)
    pool = POOL if shuffle else max(1, len(order))
    groups: list[list[Example]] = []
    for start in range(0, len(order), pool):
        group: list[Example] = []
        for one in sorted(order[start : start + pool], key=lambda e: len(e.ids)):
            if group and (len(group) + 1) * len(one.ids) > PIECES:
                groups.append(group)
                group = []
            group.append(one)
        groups.append(group)
    if shuffle:
        shuffle.shuffle(groups)
    yield from (g for g in groups if g)


def collate(group: Sequence[Example]) -> Batch:
    """The tensors of a group."""
    types, parts, sectors = sizes()
    layout = heads().layout
    count = len(group)
    longest, words = max(len(e.ids) for e in group), max(1, max(len(e.firsts) for e in group))
    ids = np.full((count, longest), PAD, np.int64)
    begins = np.zeros((count, longest), np.float32)
    firsts = np.zeros((count, words), np.int64)
    is_word = np.zeros((count, words), np.float32)
    given: dict[str, npt.NDArray[Any]] = {
        "events": np.zeros((count, types), np.float32),
        "event_weights": np.zeros((count, types), np.float32),
        "coded": np.zeros((count, types), np.float32),
        "coded_weights": np.zeros((count, types), np.float32),
        "parts": np.zeros((count, words, types * parts), np.float32),
        "part_weights": np.zeros((count, types * parts), np.float32),
        "sectors": np.zeros((count, types, 2, sectors), np.float32),
        "names": np.full((count, words), NOT_LABELLED, np.int64),
        "kinds": np.full((count, words), NOT_LABELLED, np.int64),
        "proclitics": np.full((count, words), NOT_LABELLED, np.int64),
        "told_names": np.zeros((count, words, _width(layout.names)), np.float32),
        "told_kinds": np.zeros((count, words, _width(layout.kinds)), np.float32),
        "told_proclitics": np.zeros((count, words, _width(layout.proclitics)), np.float32),
    }
    for i, one in enumerate(group):
        ids[i, : len(one.ids)] = one.ids
        begins[i, list(one.firsts)] = 1
        firsts[i, : len(one.firsts)] = one.firsts
        is_word[i, : len(one.firsts)] = 1
        for name, array in given.items():
            value = getattr(one, name)
            if value is not None:
                whole = name in ("events", "event_weights", "coded", "coded_weights", "part_weights", "sectors")
                array[(i,) if whole else (i, slice(0, len(value)))] = value
    return Batch(
        torch.tensor(ids),
        torch.tensor([len(e.ids) for e in group]),
        torch.tensor(begins),
        torch.tensor(firsts),
        torch.tensor(is_word),
        **{name: torch.tensor(array) for name, array in given.items()},
        hidden=_hidden(group, longest),
    )


def _width(columns: slice) -> int:
    return int(columns.stop - columns.start)


def _hidden(group: Sequence[Example], longest: int) -> Tensor | None:
    """What the layers below the fork say of the pieces, shape (batch, pieces, hidden); None where they have not read them all."""
    states = [one.hidden for one in group if one.hidden is not None]
    if len(states) < len(group):
        return None
    out = torch.zeros(len(group), longest, states[0].shape[1])
    for i, state in enumerate(states):
        out[i, : len(state)] = torch.from_numpy(state)
    return out


def gathered(words: Tensor, firsts: Tensor) -> Tensor:
    """Outputs of pieces, shape (batch, pieces, width), → those of the first piece of each word (batch, words, width)."""
    return words.gather(1, firsts[..., None].expand(-1, -1, words.shape[-1]))
