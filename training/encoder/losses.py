"""What each of the networks is trained to make small: the losses of its heads over a batch."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor
from torch.nn import functional

from marsad.encoder.heads import heads
from marsad.encoder.table import rows

from .batches import Batch, gathered
from .examples import NOT_LABELLED
from .network import Events, Upper, Whole, Words

WEIGHT_OF_TAGS = 3.0
WEIGHT_OF_KEPT = 1.0  # of kinds and proclitics that the branch is to go on telling as it did
WEIGHT_OF_EVENTS = 2.0
WEIGHT_OF_PARTS = 8.0
WEIGHT_OF_SECTORS = 1.0
WEIGHT_OF_GATE = 1.0


def vectors(batch: Batch) -> Tensor:
    """The vectors of a batch's pieces, shape (batch, pieces, hidden)."""
    return torch.from_numpy(rows(batch.ids.numpy()))


def of_words(network: Words, batch: Batch) -> Tensor:
    """The losses of names, kinds, proclitics and the grammar's parts, each where the batch labels it, added up."""
    _, words = network(vectors(batch), batch.lengths)
    told = gathered(words, batch.firsts)
    return _of_parts(told[..., heads().layout.parts], batch) + _of_tags(told, batch)


def of_upper(network: Upper, batch: Batch) -> Tensor:
    """The losses of names, kinds and proclitics, each where the batch labels it, and of what other networks told of them."""
    assert batch.hidden is not None
    told = gathered(network(batch.hidden, batch.lengths), batch.firsts)
    layout = heads().layout
    out = _of_tags(told, batch)
    for weight, columns, shares in (
        (WEIGHT_OF_TAGS, layout.names, batch.told_names),
        (WEIGHT_OF_KEPT, layout.kinds, batch.told_kinds),
        (WEIGHT_OF_KEPT, layout.proclitics, batch.told_proclitics),
    ):
        each = -(shares * told[..., columns].float().log_softmax(-1)).sum(-1).sum(1)
        out = out + weight * (each / batch.is_word.sum(1).clamp(min=1)).sum() / len(batch.ids)
    return out


def _of_tags(told: Tensor, batch: Batch) -> Tensor:
    layout = heads().layout
    out = torch.zeros(())
    for columns, target in (
        (layout.names, batch.names),
        (layout.kinds, batch.kinds),
        (layout.proclitics, batch.proclitics),
    ):
        if (target != NOT_LABELLED).any():
            logits = told[..., columns].transpose(1, 2)
            each = functional.cross_entropy(logits, target, ignore_index=NOT_LABELLED, reduction="none")
            labelled = (target != NOT_LABELLED).float()
            out = out + WEIGHT_OF_TAGS * (each.sum(1) / labelled.sum(1).clamp(min=1)).sum() / len(batch.ids)
    return out


def of_events(network: Events, batch: Batch) -> Tensor:
    """The losses of gate, events, parts and sectors, added up."""
    assert batch.hidden is not None
    gate, events, coded, parts, sectors = network(batch.hidden, batch.lengths, batch.begins)
    out = _of_parts(gathered(parts, batch.firsts), batch)
    for weight, logits, shares, weights in (
        (WEIGHT_OF_EVENTS, events, batch.events, batch.event_weights),
        (WEIGHT_OF_EVENTS, coded, batch.coded, batch.coded_weights),
        (WEIGHT_OF_GATE, gate, batch.events, batch.event_weights),
        (WEIGHT_OF_GATE, gate, batch.coded, batch.coded_weights),
    ):
        out = out + weight * (_binary(logits, shares) * weights).sum() / len(batch.ids)
    return out - WEIGHT_OF_SECTORS * (batch.sectors * sectors.log_softmax(-1)).sum() / len(batch.ids)


def of_whole(network: Whole, batch: Batch) -> Tensor:
    """The same losses of a network that reads the pieces themselves."""
    return of_events(network, replace(batch, hidden=vectors(batch)))


def _of_parts(logits: Tensor, batch: Batch) -> Tensor:
    lengths = batch.is_word.sum(1).clamp(min=1)[:, None, None]
    each = _binary(logits, batch.parts) * batch.part_weights[:, None] * batch.is_word[..., None]
    return WEIGHT_OF_PARTS / len(heads().parts) * (each / lengths).sum() / len(batch.ids)


def _binary(logits: Tensor, target: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
