"""The reader that ships is the one that was measured, and its figures hold the floors."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from marsad.encoder.files import model_file

FIGURES = yaml.safe_load((Path(__file__).parents[2] / "training" / "encoder" / "figures.yaml").read_text("utf-8"))
FLOORS = yaml.safe_load((Path(__file__).parents[2] / ".ci" / "floors.yaml").read_text("utf-8"))["reader"]


@pytest.mark.parametrize("name", FIGURES["files"])
def test_the_shipped_files_are_those_measured(name: str) -> None:
    """A file that changed must be measured anew: `python -m encoder measure`, see training/README.md."""
    assert sha256(model_file(name).read_bytes()).hexdigest() == FIGURES["files"][name]


def test_every_shipped_file_was_measured() -> None:
    assert {path.name for path in model_file("words.onnx").parent.iterdir()} == set(FIGURES["files"])


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_is_below_its_floor(name: str) -> None:
    assert FIGURES["both"][name]["mean"] >= FLOORS[name]
