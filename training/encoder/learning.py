"""Training: a loop that shows progress, is seeded, and can be taken up where it stopped."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from rich.progress import Progress
from torch import Tensor, nn

from .batches import Batch, collate, cut
from .examples import Example

Loss = Callable[[Batch], Tensor]

WARMING, FLOOR = 0.1, 0.02
FASTER_HEADS = 8
LARGEST_STEP = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: ``rate`` of the encoder (heads learn ``FASTER_HEADS`` times as fast), and passes."""

    rate: float
    epochs: int


def train(
    network: nn.Module,
    loss: Loss,
    epoch: Callable[[random.Random], Sequence[Example]],
    plan: Plan,
    seed: int,
    path: Path,
    half: bool = False,
) -> None:
    """Train ``network`` by ``loss`` on what ``epoch`` gives anew for each pass, all chance from ``seed``, and write its state to
    ``path``.

    After each pass all that is needed to go on is written beside it, and taken up by the next call; where ``path`` is
    there already, it is loaded and nothing is trained.  With ``half`` products are in 16 bits, half as fast again where the
    processor has instructions for them.
    """
    if path.exists():
        network.load_state_dict(torch.load(path, weights_only=True))
        return
    torch.manual_seed(seed)
    source = random.Random(seed)
    steps = plan.epochs * sum(1 for _ in cut(epoch(random.Random(seed)), source))
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
            groups = cut(epoch(source), source)
            total = _pass(network, loss, groups, optimizer, schedule, half, lambda: progress.advance(task))
            progress.console.print(f"{path.stem}: pass {number + 1} of {plan.epochs}, loss {total:.3f}")
            state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "done": number + 1}
            state |= {"schedule": schedule.state_dict(), "source": source.getstate(), "torch": torch.get_rng_state()}
            torch.save(state, part)
    torch.save(network.state_dict(), path)
    part.unlink(missing_ok=True)


def _pass(
    network: nn.Module,
    loss: Loss,
    groups: Iterable[list[Example]],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    half: bool,
    advance: Callable[[], None],
) -> float:
    total, count = 0.0, 0
    for group in groups:
        batch = collate(group)
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            value = loss(batch)
        optimizer.zero_grad()
        value.backward()  # type: ignore[no-untyped-call]  # torch leaves it without types
        nn.utils.clip_grad_norm_(network.parameters(), LARGEST_STEP)
        optimizer.step()
        schedule.step()
        total, count = total + float(value.detach()) * len(group), count + len(group)
        advance()
    return total / max(count, 1)


def _optimizer(network: nn.Module, plan: Plan) -> torch.optim.Optimizer:
    slow = [p for name, p in network.named_parameters() if name.startswith(("layers", "norm"))]
    known = {id(p) for p in slow}
    fast = [p for p in network.parameters() if id(p) not in known]
    groups = [{"params": slow, "lr": plan.rate}, {"params": fast, "lr": plan.rate * FASTER_HEADS}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _rate(step: int, steps: int) -> float:
    warming = max(1, math.ceil(WARMING * steps))
    return min((step + 1) / warming, max(FLOOR, (steps - step) / max(1, steps - warming)))
