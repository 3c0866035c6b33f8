"""How far what was told agrees with what annotators said of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.encoder.arrays import Floats


def f1(odds: Floats, labels: Sequence[str], threshold: float, *, hard: bool) -> float:
    """F1 of "yes" against "easy no", and with ``hard`` against "difficult no" too."""
    right = wrong = missed = 0
    for value, label in zip(odds, labels, strict=True):
        told = value >= threshold
        right += told and label == "yes"
        missed += not told and label == "yes"
        wrong += told and (label == "easy no" or (hard and label == "difficult no"))
    return 2 * right / max(1, 2 * right + wrong + missed)
