"""What was measured of names may not fall, and belongs to the tables that ship."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import names
from marsad.codebook.yaml_file import read_yaml
from names.measuring import digests

FIGURES = read_yaml(Path(names.__file__).with_name("figures.yaml"), dict[str, dict[str, float | str]])


def least(part: str, figure: str) -> float:
    return float(FIGURES[part][figure])


def test_tokens_held_out_are_found() -> None:
    assert least("tokens", "first") >= 0.85
    assert least("tokens", "first five") >= 0.95


def test_entries_of_the_list_are_found_by_their_arabic_names() -> None:
    assert min(least("person development", "first"), least("person test", "first")) >= 0.92
    assert min(least("body development", "first"), least("body test", "first")) >= 0.70


def test_links_are_right() -> None:
    # Four entries of the list bear the name Ansar al-Sharia and tie, of which one alone counts as right.
    assert least("links", "precision") >= 0.965
    assert least("news", "asked") == 2000


def test_figures_are_of_the_tables_that_ship() -> None:
    assert FIGURES["files"] == digests(Path(str(files("marsad.linking.names"))))
