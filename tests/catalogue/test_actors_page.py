"""The page of actors is fresh and names every entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.catalogue import load
from marsad.catalogue.page import main, render

PAGE = Path(__file__).parents[2] / "docs" / "actors.md"


def test_the_committed_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(load()), "run: python -m marsad.catalogue.page docs/actors.md"


def test_the_page_names_every_entry_with_its_references(tmp_path: Path) -> None:
    main([str(tmp_path / "page.md")])
    rows = {
        line.split("`")[1]: line for line in (tmp_path / "page.md").read_text("utf-8").splitlines() if "| `" in line
    }
    assert set(rows) == set(load().entries)
    for entry in load().entries.values():
        assert all(alias.name in rows[entry.id] for alias in entry.aliases)
        assert all(f"UCDP {u}" in rows[entry.id] for u in entry.ucdp)


def test_the_page_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    assert capsys.readouterr().out == render(load())
