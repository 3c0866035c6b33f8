"""What a trained branch of words says of examples: hidden states at the fork, logits of words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from marsad.encoder.arrays import Floats

from .batches import collate, cut, gathered
from .examples import Example
from .losses import vectors
from .network import Words


def read_words(network: Words, examples: Sequence[Example]) -> list[Floats]:
    """The logits of words of each example, shape (words, width), in their order; sets ``hidden`` of each."""
    network.eval()
    found: dict[int, Floats] = {}
    with torch.inference_mode():
        for group in cut(examples, None):
            batch = collate(group)
            hidden, words = network(vectors(batch), batch.lengths)
            told = gathered(words, batch.firsts)
            for i, one in enumerate(group):
                one.hidden = hidden[i, : len(one.ids)].numpy().astype(np.float16)
                found[id(one)] = told[i, : len(one.firsts)].numpy()
    return [found[id(e)] for e in examples]
