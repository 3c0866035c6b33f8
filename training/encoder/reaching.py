"""How large the inputs of each product get, over sentences that the networks learned from: what 8 bits must reach."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn

from marsad.encoder.arrays import Floats

from .batches import collate, cut
from .examples import Example
from .losses import vectors
from .network import Events, Upper, Words

# What enters the fourth, `outer`, is a hundred times larger for a few opening marks than for words: no fixed step suits both.
PARTS = ("attended", "joined", "inner")


def reach(network: Words | Upper | Events, examples: Sequence[Example]) -> dict[str, Floats]:
    """``layer N part`` → the largest absolute value of each of its inputs, shape (inputs).

    Layers are numbered from 0 in the branches, in the upper part of the branch of words from the fork; all but the whole branch
    of words read the ``hidden`` of the examples.
    """
    out: dict[str, torch.Tensor] = {}
    is_piece = torch.ones(0)

    def watched(name: str) -> None:
        def seen(_: nn.Module, given: tuple[torch.Tensor]) -> None:
            largest = given[0][is_piece].abs().amax(0)
            out[name] = torch.maximum(out.get(name, largest), largest)

        number, part = name.split()[1:]
        handles.append(getattr(network.layers[int(number) - below], part).register_forward_pre_hook(seen))

    handles: list[torch.utils.hooks.RemovableHandle] = []
    below = network.fork if isinstance(network, Upper) else 0
    for number in range(len(network.layers)):
        for part in PARTS:
            watched(f"layer {number + below} {part}")
    network.eval()
    with torch.inference_mode():
        for group in cut(examples, None):
            batch = collate(group)
            is_piece = torch.arange(batch.ids.shape[1])[None] < batch.lengths[:, None]
            if isinstance(network, Words):
                network(vectors(batch), batch.lengths)
            elif isinstance(network, Upper):
                network(batch.hidden, batch.lengths)
            else:
                network(batch.hidden, batch.lengths, batch.begins)
    for handle in handles:
        handle.remove()
    return {name: value.numpy() for name, value in out.items()}
