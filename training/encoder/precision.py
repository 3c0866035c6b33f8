"""How many pieces, and how many bits a weight, the figures need: those of a fold's reader alone, with fewer of either."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import torch

from . import export, measuring, recipes, vocabulary, weights
from .data import Data
from .weights import BLOCK

BITS = (6, 4)
SEEN = (1, 5)  # times a piece stands in what was learned from
FILES = ("words.onnx", "events.onnx", "wording.npz", "decisions.yaml")


def measured(data: Data, scorer: Path, fold: int, seed: int) -> Iterator[tuple[str, dict[str, float]]]:
    """(what was left, figures): as trained, as shipped, with weights in fewer bits, with fewer pieces."""
    shipped = data.runs / f"model-{fold}-{seed}"
    folders = {"as trained": data.runs / f"float-{fold}-{seed}", "as shipped": shipped}
    folders |= {f"weights in {bits} bits": _rounded(data, fold, seed, bits) for bits in BITS}
    folders |= dict(_pruned(data, fold, times, shipped) for times in SEEN)
    for what, folder in folders.items():
        yield what, measuring.alone(data, scorer, fold, folder)


def _rounded(data: Data, fold: int, seed: int, bits: int) -> Path:
    """The reader with the weights of its layers rounded to ``bits``, one step for each ``BLOCK`` of a row."""
    out = data.runs / f"bits-{bits}"
    lower, upper = copy.deepcopy(recipes.words(data, recipes.SHIPPED)), copy.deepcopy(recipes.reader(data, fold, seed))
    most = 2 ** (bits - 1) - 1
    with torch.no_grad():
        for module in [*lower.layers.modules(), *upper.layers.modules()]:
            if isinstance(module, torch.nn.Linear):
                blocks = module.weight.view(-1, BLOCK)
                steps = blocks.abs().amax(1, keepdim=True).clamp(min=1e-9) / most
                module.weight.copy_(((blocks / steps).round() * steps).view_as(module.weight))
    export.words(lower, upper.gate, out / "words.onnx", None)
    export.events(upper, out / "events.onnx", None)
    for name in ("wording.npz", "decisions.yaml"):
        (out / name).write_bytes((data.runs / f"model-{fold}-{seed}" / name).read_bytes())
    return out


def _pruned(data: Data, fold: int, times: int, shipped: Path) -> tuple[str, Path]:
    """The reader with the pieces that what it learned from holds so many times, its tokenizer cut down to them."""
    learned = recipes.grounding(data, recipes.SHIPPED) + recipes.divided(data, fold)[0]
    counts = Counter(i for e in learned for i in e.ids)
    known = weights.read(weights.installed())
    every = vocabulary.kept(known.pieces)
    ids = [i for row, i in enumerate(every) if row < vocabulary.SPECIAL or counts[row] >= times]
    out = data.runs / f"pieces-{times}"
    vocabulary.write(known, out, ids)
    for name in FILES:
        (out / name).write_bytes((shipped / name).read_bytes())
    return f"{len(ids)} pieces, those seen {times} times or more", out
