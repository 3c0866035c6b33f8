"""Training: the loss of each head, and a loop that shows progress, is seeded, and can be taken up where it stopped."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from rich.progress import Progress
from torch import Tensor, nn
from torch.nn import functional

from marsad.encoder.heads import heads
from marsad.encoder.table import rows

from .batches import Batch, collate, cut, gathered
from .examples import NOT_LABELLED, Example
from .network import Network

WEIGHT_OF_PARTS = 3.0
WEIGHT_OF_SECTORS = 0.3
WEIGHT_OF_TAGS = 3.0
WARMING, FLOOR = 0.1, 0.02
FASTER_HEADS = 8
LARGEST_STEP = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: ``rate`` of the encoder (heads learn ``FASTER_HEADS`` times as fast), passes, and the seed of all chance."""

    rate: float
    epochs: int
    seed: int


def loss(output: tuple[Tensor, Tensor, Tensor], batch: Batch) -> Tensor:
    """The losses of all heads that the batch labels, added up."""
    events, words, sectors = (o.float() for o in output)
    layout, count = heads().layout, len(batch.ids)
    told = gathered(words, batch.firsts)
    out = (_binary(events, batch.events) * batch.event_weights).sum() / count
    lengths = batch.is_word.sum(1).clamp(min=1)[:, None, None]
    marked = _binary(told[..., layout.parts], batch.parts) * batch.part_weights[:, None] * batch.is_word[..., None]
    out = out + WEIGHT_OF_PARTS / len(heads().parts) * (marked / lengths).sum() / count
    out = out - WEIGHT_OF_SECTORS * (batch.sectors * sectors.log_softmax(-1)).sum() / count
    for columns, target in (
        (layout.names, batch.names),
        (layout.kinds, batch.kinds),
        (layout.proclitics, batch.proclitics),
    ):
        if (target != NOT_LABELLED).any():
            logits = told[..., columns]
            each = functional.cross_entropy(logits.transpose(1, 2), target, ignore_index=NOT_LABELLED, reduction="none")
            labelled = (target != NOT_LABELLED).float()
            out = out + WEIGHT_OF_TAGS * (each.sum(1) / labelled.sum(1).clamp(min=1)).sum() / count
    return out


def _binary(logits: Tensor, target: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(logits, target, reduction="none")


def vectors(batch: Batch) -> Tensor:
    """The vectors of a batch's pieces, shape (batch, pieces, hidden)."""
    return torch.from_numpy(rows(batch.ids.numpy()))


def train(network: Network, epoch: Callable[[random.Random], Sequence[Example]], plan: Plan, path: Path) -> None:
    """Train ``network`` on what ``epoch`` gives anew for each pass, and write its state to ``path``.

    After each pass all that is needed to go on is written beside it, and taken up by the next call; where ``path`` is
    there already, it is loaded and nothing is trained.
    """
    if path.exists():
        network.load_state_dict(torch.load(path, weights_only=True))
        return
    torch.manual_seed(plan.seed)
    source = random.Random(plan.seed)
    steps = plan.epochs * sum(1 for _ in cut(epoch(random.Random(plan.seed)), source))
    optimizer = _optimizer(network, plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: _rate(s, steps))
    part, done = path.with_suffix(".part"), 0
    if part.exists():
        kept = torch.load(part, weights_only=False)
        network.load_state_dict(kept["network"])
        optimizer.load_state_dict(kept["optimizer"])
        schedule.load_state_dict(kept["schedule"])
        source.setstate(kept["source"])
        torch.set_rng_state(kept["torch"])
        done = kept["done"]
    with Progress(transient=True) as progress:
        task = progress.add_task(path.stem, total=steps, completed=done * steps // plan.epochs)
        for number in range(done, plan.epochs):
            network.train()
            total = _pass(network, cut(epoch(source), source), optimizer, schedule, lambda: progress.advance(task))
            progress.console.print(f"{path.stem}: pass {number + 1} of {plan.epochs}, loss {total:.3f}")
            state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "done": number + 1}
            state |= {"schedule": schedule.state_dict(), "source": source.getstate(), "torch": torch.get_rng_state()}
            torch.save(state, part)
    torch.save(network.state_dict(), path)
    part.unlink(missing_ok=True)


def _pass(
    network: Network,
    groups: Iterable[list[Example]],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    advance: Callable[[], None],
) -> float:
    total, count = 0.0, 0
    for group in groups:
        batch = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            output = network(vectors(batch), batch.lengths, batch.begins)
        value = loss(output, batch)
        optimizer.zero_grad()
        value.backward()  # type: ignore[no-untyped-call]  # torch leaves it without types
        nn.utils.clip_grad_norm_(network.parameters(), LARGEST_STEP)
        optimizer.step()
        schedule.step()
        total, count = total + float(value.detach()) * len(group), count + len(group)
        advance()
    return total / max(count, 1)


def _optimizer(network: Network, plan: Plan) -> torch.optim.Optimizer:
    slow = [p for name, p in network.named_parameters() if name.startswith(("layers", "norm"))]
    known = {id(p) for p in slow}
    fast = [p for p in network.parameters() if id(p) not in known]
    groups = [{"params": slow, "lr": plan.rate}, {"params": fast, "lr": plan.rate * FASTER_HEADS}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _rate(step: int, steps: int) -> float:
    warming = max(1, math.ceil(WARMING * steps))
    return min((step + 1) / warming, max(FLOOR, (steps - step) / max(1, steps - warming)))
