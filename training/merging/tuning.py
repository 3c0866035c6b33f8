"""Weights of the features, fitted on labelled pairs and drawn towards those set by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from marsad.merging.likeness import exclusive, features
from marsad.merging.outline import Outline
from marsad.merging.weights import weights

Floats = NDArray[np.float64]
_SPREAD = 1.0  # how far, in log-odds, a weight may be thought to lie from the one set by hand
_AGREES = ("same", "close", "near", "overlapping", "place-inside", "words", "both", "published")


def fitted(told: Iterable[tuple[str, Outline]]) -> dict[str, float]:
    """Weights of pairs across reports by logistic regression: those that make the labels of all pairs likeliest.

    ``told`` are labelled tellings with the name of their event.  What agrees may not count against, nor what differs for one
    event.  Pairs of one event and pairs of two weigh the same together.
    """
    table = weights().across
    names = sorted(table)
    x, y = _pairs(list(told), names)
    prior = np.array([table[name] for name in names])
    share = np.where(y == 1, 0.5 / max(y.sum(), 1), 0.5 / max((1 - y).sum(), 1)) * len(y)
    # Repeats of one event are no new evidence: what counts is about the number of events, not of pairs.
    share *= 8 * len({name for name, _ in told}) / len(y)

    def loss(w: Floats) -> tuple[float, Floats]:
        z = x @ w
        p = 1 / (1 + np.exp(-z))
        value = float(np.sum(share * (np.logaddexp(0, z) - y * z)) + np.sum((w - prior) ** 2) / (2 * _SPREAD**2))
        return value, x.T @ (share * (p - y)) + (w - prior) / _SPREAD**2

    bounds = [(None, None) if n == "bias" else (0, None) if n.startswith(_AGREES) else (None, 0) for n in names]
    found = minimize(loss, prior, jac=True, method="L-BFGS-B", bounds=bounds)
    return {name: round(float(value), 2) for name, value in zip(names, found.x, strict=True)}


def _pairs(told: list[tuple[str, Outline]], names: list[str]) -> tuple[Floats, Floats]:
    rows, labels = [], []
    for (name, a), (other, b) in combinations(told, 2):
        if a.report != b.report and not exclusive(a, b):
            rows.append(_row({n: v for n, v, _ in _summed(a, b)}, names))
            labels.append(float(name == other))
    return np.array(rows), np.array(labels)


def _summed(a: Outline, b: Outline) -> Iterable[tuple[str, float, str]]:
    sums: dict[str, float] = {}
    for name, value, _ in features(a, b):
        sums[name] = sums.get(name, 0.0) + value
    return [(name, value, "") for name, value in sums.items()]


def _row(values: Mapping[str, float], names: list[str]) -> list[float]:
    return [1.0 if name == "bias" else values.get(name, 0.0) for name in names]
