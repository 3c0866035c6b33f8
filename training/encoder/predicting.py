"""What a trained network says of examples: probabilities of events, parts and sectors, tags of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from marsad.encoder.heads import heads

from .batches import collate, cut, gathered
from .examples import Example, Floats
from .learning import vectors
from .network import Network


@dataclass(frozen=True, slots=True)
class Prediction:
    """Of one example: ``events`` logits (types), ``words`` logits (words, width), ``sectors`` logits (types, 2, sectors)."""

    events: Floats
    words: Floats
    sectors: Floats

    @property
    def parts(self) -> Floats:
        """Probability that a word is a part, shape (words, types × parts)."""
        return np.asarray(1 / (1 + np.exp(-self.words[:, heads().layout.parts])), np.float32)


def predict(network: Network, examples: Sequence[Example]) -> list[Prediction]:
    """One prediction an example, in their order, in float32."""
    network.eval()
    found: dict[int, Prediction] = {}
    with torch.inference_mode():
        for group in cut(examples, None):
            batch = collate(group)
            output = network(vectors(batch), batch.lengths, batch.begins)
            events, words, sectors = (o.float() for o in output)
            told = gathered(words, batch.firsts)
            for i, one in enumerate(group):
                found[id(one)] = Prediction(events[i].numpy(), told[i, : len(one.firsts)].numpy(), sectors[i].numpy())
    return [found[id(e)] for e in examples]
