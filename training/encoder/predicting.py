"""What networks say of examples: a trained branch of words its logits of words, the shipped one its hidden states at the fork
and, for another to learn, how likely it holds each tag to be; a teacher of events how likely it holds one to be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
import torch

from marsad.encoder.arrays import Floats
from marsad.encoder.heads import heads
from marsad.encoder.running import SLOWER
from marsad.encoder.table import rows
from marsad.extracting.learned.spans import shares

from .batches import collate, cut, gathered
from .examples import Example
from .losses import vectors
from .network import Whole, Words
from .taught import Told


def read_words(network: Words, examples: Sequence[Example], half: bool = False) -> list[Floats]:
    """The logits of words of each example, shape (words, width), in their order; with ``half``, products are in 16 bits."""
    network.eval()
    found: dict[int, Floats] = {}
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=half):
        for group in cut(examples, None):
            batch = collate(group)
            told = gathered(network(vectors(batch), batch.lengths)[1], batch.firsts)
            for i, one in enumerate(group):
                found[id(one)] = told[i, : len(one.firsts)].float().numpy()
    return [found[id(e)] for e in examples]


def read_events(network: Whole, examples: Sequence[Example]) -> list[Told]:
    """How likely the network holds it of each example, in their order, that an event is told, and which words are its parts."""
    network.eval()
    found: dict[int, Told] = {}
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for group in cut(examples, None):
            batch = collate(group)
            _, events, coded, parts, sectors = network(vectors(batch), batch.lengths, batch.begins)
            told = (events.sigmoid(), coded.sigmoid(), gathered(parts, batch.firsts).sigmoid(), sectors.softmax(-1))
            each = [one.float().numpy() for one in told]
            for i, one in enumerate(group):
                found[id(one)] = Told(each[0][i], each[1][i], each[2][i, : len(one.firsts)], each[3][i])
    return [found[id(e)] for e in examples]


def read_hidden(path: Path, examples: Sequence[Example]) -> None:
    """Set ``hidden`` of each example to what the branch of words at ``path`` says of its pieces: what the branch of events gets
    to read wherever Marsad runs, so what it should learn from.
    """
    for one, hidden, _ in _shipped(path, examples):
        one.hidden = hidden


def read_tags(path: Path, examples: Sequence[Example]) -> None:
    """Set ``hidden``, and how likely the branch of words at ``path`` holds each kind and each chain of proclitics to be."""
    layout = heads().layout
    for one, hidden, logits in _shipped(path, examples):
        one.hidden = hidden
        one.told_kinds, one.told_proclitics = shares(logits[:, layout.kinds]), shares(logits[:, layout.proclitics])


def _shipped(path: Path, examples: Sequence[Example]) -> Iterator[tuple[Example, npt.NDArray[np.float16], Floats]]:
    """Each example with hidden states of its pieces and logits of its words."""
    session = onnxruntime.InferenceSession(str(path), disabled_optimizers=[SLOWER])
    for several in cut(examples, None):
        for _, alike in groupby(several, _length):
            group = list(alike)
            given = {"vectors": rows(np.array([one.ids for one in group], np.int64))}
            hidden, words = map(np.asarray, session.run(["hidden", "words"], given))
            for i, one in enumerate(group):
                yield one, hidden[i].astype(np.float16), words[i, list(one.firsts)]


def _length(example: Example) -> int:
    return len(example.ids)
