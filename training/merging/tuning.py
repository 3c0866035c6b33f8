"""Weights of merging by coordinate ascent: one is changed at a time, and kept where the labelled events come out better.

Logistic regression on labelled pairs was tried first: with fields that are often wrong or missing it came out no better than
weights set by hand (B-cubed F1 .75 to .76 on the half tuned on), since what counts is which clusters the pairs make.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import marsad.merging.beside
import marsad.merging.blocking
import marsad.merging.clustering
import marsad.merging.event
import marsad.merging.likeness
import marsad.merging.linkage
import marsad.merging.outline
import marsad.merging.within
import marsad.merging.words
from marsad.merging import weights as module
from marsad.merging.weights import Weights, weights

TABLE = Path(module.__file__).with_name("weights.yaml")
_USERS = (
    marsad.merging.beside, marsad.merging.blocking, marsad.merging.clustering, marsad.merging.event,
    marsad.merging.likeness, marsad.merging.linkage, marsad.merging.outline, marsad.merging.within, marsad.merging.words,
)  # fmt: skip
_LIMITS = {"join": 0.4, "join_within": 0.5, "share_of_best": 0.15, "one_report": 2.0, "told_apart": 0.7, "floor": 0.7}
_TABLES = ("across", "within")
_AGAINST = ("other", "next-day", "another", "indefinite", "roles-reversed", "distance")
_STEP = 1.0
_SHRINKS = 0.6
_ROUNDS = 3
_GAIN = 0.0005  # less than this is chance


@contextmanager
def using(table: Weights) -> Iterator[None]:
    """Merging by another table of weights."""
    for user in _USERS:
        setattr(user, "weights", lambda: table)  # noqa: B010  # mypy: no module says that it may be assigned
    try:
        yield
    finally:
        for user in _USERS:
            setattr(user, "weights", weights)  # noqa: B010


def climbed(score: Callable[[], float], tell: Callable[[str], None], seed: int = 0) -> Weights:
    """The weights across reports, and the limits of joining, that make ``score`` greatest, from those in use; ``tell`` is handed
    each gain."""
    best = weights()
    with using(best):
        height = score()
    tell(f"{height:.4f} to begin with")
    chance = random.Random(seed)
    steps: dict[str, float] = {f"{table}.{name}": _STEP for table in _TABLES for name in getattr(best, table)} | _LIMITS
    for _ in range(_ROUNDS):
        names = list(steps)
        chance.shuffle(names)
        for name in names:
            for other in (_moved(best, name, steps[name]), _moved(best, name, -steps[name])):
                with using(other):
                    reached = score()
                if reached > height + _GAIN:
                    best, height = other, reached
                    tell(f"{height:.4f} with {name} at {_of(best, name):g}")
                    break
        steps = {name: step * _SHRINKS for name, step in steps.items()}
    return best


def written_back(table: Weights) -> None:
    """Put the numbers of ``table`` into weights.yaml, its comments kept."""
    lines = TABLE.read_text("utf-8").splitlines()
    section = ""
    for at, line in enumerate(lines):
        name = line.split(":")[0]
        if not line.startswith((" ", "#")):
            section = name
        if line.startswith("  ") and section in _TABLES:
            lines[at] = f"{name}: {getattr(table, section)[name.strip()]:g}"
        elif section in _LIMITS and not line.startswith("#"):
            lines[at] = f"{name}: {getattr(table, section):g}"
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


def _of(table: Weights, name: str) -> float:
    section, _, key = name.rpartition(".")
    value: float = getattr(table, section)[key] if section else getattr(table, name)
    return value


def _moved(table: Weights, name: str, step: float) -> Weights:
    """One number changed; what speaks for one event never comes to speak against it, nor the reverse."""
    value = round(_of(table, name) + step, 2)
    section, _, key = name.rpartition(".")
    if section and key != "bias":
        value = min(value, 0.0) if key.startswith(_AGAINST) else max(value, 0.0)
    change: dict[str, Any] = {section: {**getattr(table, section), key: value}} if section else {name: value}
    return table.model_copy(update=change)
