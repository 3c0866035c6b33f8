"""How often what was given a probability turned out so."""

from __future__ import annotations

import numpy as np

from marsad.encoder.arrays import Floats

BINS = 10
FEW = 5  # below so many sentences a bin says nothing


def bins(probabilities: Floats, shares: Floats) -> list[tuple[float, float, int]]:
    """For each tenth of probability the mean probability, the mean share that agreed, and how many sentences it holds."""
    place = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    return [
        (float(probabilities[inside].mean()), float(shares[inside].mean()), int(inside.sum()))
        for number in range(BINS)
        if (inside := place == number).sum() >= FEW
    ]


def surest(probabilities: Floats, shares: Floats, least: float) -> tuple[int, float]:
    """How many sentences have a probability of ``least`` or more, and the mean share that agreed with them."""
    sure = probabilities >= least
    return int(sure.sum()), float(shares[sure].mean()) if sure.any() else 0.0
