"""How often what was given a probability turned out so."""

from __future__ import annotations

import numpy as np
import pytest

from encoder.reliability import FEW, bins, surest


def test_a_bin_holds_the_sentences_of_its_tenth() -> None:
    probabilities = np.array([0.02] * FEW + [0.95] * FEW + [1.0] * FEW, np.float32)
    shares = np.array([0.0] * FEW + [0.8] * FEW + [1.0] * FEW, np.float32)
    low, high = bins(probabilities, shares)
    assert list(low) == pytest.approx([0.02, 0.0, FEW])
    assert list(high) == pytest.approx([0.975, 0.9, 2 * FEW])


def test_a_bin_of_few_sentences_says_nothing() -> None:
    assert bins(np.full(FEW - 1, 0.5, np.float32), np.ones(FEW - 1, np.float32)) == []


def test_the_surest_and_how_many_agreed() -> None:
    probabilities, shares = np.array([0.89, 0.9, 0.99], np.float32), np.array([0.0, 0.5, 1.0], np.float32)
    assert surest(probabilities, shares, 0.9) == (2, 0.75)
    assert surest(probabilities, shares, 0.995) == (0, 0.0)
