"""What was measured of merging may not fall, and belongs to the tables that ship."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import merging
from marsad.codebook.yaml_file import read_yaml
from merging.__main__ import digests
from merging.scoring import b_cubed

FIGURES = read_yaml(Path(merging.__file__).with_name("figures.yaml"), dict[str, dict[str, Any]])


def test_events_put_together_are_the_labelled_ones() -> None:
    half = FIGURES["measure"]
    assert half["B-cubed"]["claimed"]["f1"] >= 0.835
    assert half["B-cubed"]["news"]["f1"] >= 0.855
    assert half["B-cubed"]["all"]["f1"] >= 0.75
    assert half["events in two countries"] == 0


def test_weights_learned_from_other_regions_put_claims_together_as_labelled() -> None:
    assert FIGURES["fitted"]["claims"]["f1"] >= 0.74
    assert FIGURES["fitted"]["tellings"]["f1"] >= 0.77


def test_tolls_of_events_are_the_labelled_ones() -> None:
    tolls = FIGURES["measure"]["tolls right"]["latest-official"]
    assert tolls["best"] >= 0.72
    assert tolls["whole"] >= 0.425


def test_figures_are_of_the_tables_that_ship() -> None:
    assert FIGURES["files"] == digests()


@pytest.mark.parametrize(
    ("told", "precision", "recall"),
    [
        pytest.param("aabb", 1.0, 1.0, id="right"),
        pytest.param("aaaa", 0.5, 1.0, id="all in one"),
        pytest.param("abcd", 1.0, 0.5, id="each alone"),
        pytest.param("aaab", 2 / 3, 0.75, id="one in the wrong company"),
    ],
)
def test_b_cubed(told: str, precision: float, recall: float) -> None:
    items = [("r", n, n) for n in range(4)]
    gold = dict(zip(items, "xxyy", strict=True))
    score = b_cubed(gold, dict(zip(items, told, strict=True)))
    assert score.precision == pytest.approx(precision)
    assert score.recall == pytest.approx(recall)
