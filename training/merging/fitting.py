"""Weights across two reports, by logistic regression on tellings whose claims are labelled one by one.

The labels are of eleven days, with a few great events in them, so a regression left to itself says that two towns alike tell
nothing, since so many attacks were in the same towns that week.  It is therefore held near the weights that were set by hand
(``prior.yaml``), and what is the same may not count against two being one event, nor what differs for it.  Other days count
against it no less than by hand: where the labels say so, a day was misread, and two attacks a day apart must stay two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize

import marsad.merging.beside
import marsad.merging.blocking
import marsad.merging.clustering
import marsad.merging.event
import marsad.merging.likeness
import marsad.merging.linkage
import marsad.merging.outline
import marsad.merging.within
import marsad.merging.words
from marsad.codebook.yaml_file import read_yaml
from marsad.merging import weights as module
from marsad.merging.blocking import keys_of, neighbours
from marsad.merging.likeness import Feature, exclusive, features
from marsad.merging.outline import Outline
from marsad.merging.weights import Weights

from .told import region

TABLE = Path(module.__file__).with_name("weights.yaml")
_USERS = (
    marsad.merging.beside, marsad.merging.blocking, marsad.merging.clustering, marsad.merging.event,
    marsad.merging.likeness, marsad.merging.linkage, marsad.merging.outline, marsad.merging.within, marsad.merging.words,
)  # fmt: skip
_FOR = (
    "same-", "small-place", "near-place", "place-inside", "overlapping-days", "close-count", "words", "published-together",
)  # fmt: skip
_AGAINST = ("other-", "next-day")
_DAYS = ("next-day", "other-days")
# How strongly a weight is held near the one set by hand; 30 to 300 were tried across regions.
_HOLD = 100.0
_LEAST = 0.005  # a weight nearer to 0 tells nothing

Array = np.ndarray[Any, np.dtype[np.float64]]


class Pair(NamedTuple):
    """What was found in two tellings, whether they are of one event, and the regions of their events."""

    found: dict[str, float]
    same: bool
    regions: frozenset[str]


@contextmanager
def using(table: Weights) -> Iterator[None]:
    """Merging by another table of weights."""
    with ExitStack() as stack:
        for user in _USERS:
            stack.enter_context(patch.object(user, "weights", lambda: table))
        yield


def pairs(names: Mapping[str, str | None], outlines: Iterable[Outline]) -> Iterator[Pair]:
    """Each two tellings of two reports that merging would compare; ``names`` are the events of tellings, by id of the telling."""
    for a, b in neighbours((outline, keys_of(outline)) for outline in outlines):
        one, other = names.get(a.id), names.get(b.id)
        if one and other and a.report != b.report and not exclusive(a, b):
            found = features(*sorted((a, b), key=lambda outline: outline.id))
            yield Pair(_summed(found), one == other, frozenset({region(one), region(other)}))


def fitted(told: Sequence[Pair]) -> dict[str, float]:
    """The weight of each feature in log-odds, and the bias."""
    prior = read_yaml(Path(__file__).with_name("prior.yaml"), dict[str, float])
    names = sorted({name for pair in told for name in pair.found})
    place = {name: at for at, name in enumerate(names)}
    x = np.zeros((len(told), len(names) + 1))
    x[:, -1] = 1
    for number, pair in enumerate(told):
        for name, value in pair.found.items():
            x[number, place[name]] = value
    sign = np.array([-1.0 if pair.same else 1.0 for pair in told])
    hand = np.array([prior.get(name, 0.0) for name in names] + [prior["bias"]])
    hold = np.array([_HOLD] * len(names) + [0.0])

    def loss(w: Array) -> tuple[float, Array]:
        z = sign * (x @ w)
        off = w - hand
        gradient: Array = x.T @ (sign / (1 + np.exp(-z))) + hold * off
        return float(np.logaddexp(0, z).sum() + (hold * off * off).sum() / 2), gradient

    bounds = [*(_bounds(name, prior) for name in names), (None, None)]
    found = minimize(loss, hand, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}).x
    table = {"bias": found[-1]} | dict(zip(names, found, strict=False))
    return {name: round(float(value), 2) for name, value in table.items() if abs(value) >= _LEAST}


def written_back(table: Mapping[str, float]) -> None:
    """Put the weights across reports into weights.yaml; what else stands there is kept."""
    head, _, rest = TABLE.read_text("utf-8").partition("\nacross:\n")
    lines = rest.splitlines(keepends=True)
    end = next(at for at, line in enumerate(lines) if not line.startswith("  "))
    rows = "".join(f"  {name}: {value:g}\n" for name, value in table.items())
    TABLE.write_text(f"{head}\nacross:\n{rows}{''.join(lines[end:])}", "utf-8")


def _summed(found: Iterator[Feature]) -> dict[str, float]:
    """The values of features by name; one of each measure has the same name."""
    out: dict[str, float] = {}
    for name, value, _ in found:
        out[name] = out.get(name, 0.0) + value
    return out


def _bounds(name: str, prior: Mapping[str, float]) -> tuple[float | None, float | None]:
    if name in _DAYS:
        return None, prior[name]
    if name.startswith(_AGAINST):
        return None, 0.0
    return (0.0, None) if name.startswith(_FOR) else (None, None)
