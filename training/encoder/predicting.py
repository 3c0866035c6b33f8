"""What a branch of words says of examples: the trained one its logits of words, the shipped one its hidden states at the fork."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from marsad.encoder.arrays import Floats
from marsad.encoder.running import SLOWER

from .batches import collate, cut, gathered
from .examples import Example
from .losses import vectors
from .network import Words


def read_words(network: Words, examples: Sequence[Example]) -> list[Floats]:
    """The logits of words of each example, shape (words, width), in their order."""
    network.eval()
    found: dict[int, Floats] = {}
    with torch.inference_mode():
        for group in cut(examples, None):
            batch = collate(group)
            told = gathered(network(vectors(batch), batch.lengths)[1], batch.firsts)
            for i, one in enumerate(group):
                found[id(one)] = told[i, : len(one.firsts)].numpy()
    return [found[id(e)] for e in examples]


def read_hidden(path: Path, examples: Sequence[Example]) -> None:
    """Set ``hidden`` of each example to what the branch of words at ``path`` says of its pieces: what the branch of events gets
    to read wherever Marsad runs, so what it should learn from.
    """
    session = onnxruntime.InferenceSession(str(path), disabled_optimizers=[SLOWER])
    for group in cut(examples, None):
        batch = collate(group)
        given = {"vectors": vectors(batch).numpy(), "lengths": batch.lengths.numpy().astype(np.int32)}
        hidden = np.asarray(session.run(["hidden"], given)[0])
        for i, one in enumerate(group):
            one.hidden = hidden[i, : len(one.ids)].astype(np.float16)
