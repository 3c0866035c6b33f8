"""The codebook promises what a sentence is coded as; extraction is held to its examples."""

from __future__ import annotations

from typing import Any

import pytest
from extraction_samples import report

from marsad.codebook import load
from marsad.extracting import extract

# What the codebook codes and extraction does not read yet, by trigger or measure.
EVENTS = [
    pytest.param(example, id=f"{kind.code}-{n}")
    for kind in load().events.values()
    for n, example in enumerate(kind.examples, 1)
]
FIGURES = [pytest.param(measure.example, id=code) for code, measure in load().measures.items()]


@pytest.mark.parametrize("example", EVENTS)
def test_an_example_of_an_event_is_coded_as_the_codebook_says(example: Any) -> None:
    told = [c.event for c in extract(report(example.text), model=False).claims if c.event]
    assert example.type in [event.type for event in told]


@pytest.mark.parametrize("example", FIGURES)
def test_an_example_of_a_figure_is_coded_as_the_codebook_says(example: Any) -> None:
    told = [c.figure for c in extract(report(example.text), model=False).claims if c.figure]
    assert (example.measure, example.low, example.high) in [(f.measure, f.low, f.high) for f in told]
