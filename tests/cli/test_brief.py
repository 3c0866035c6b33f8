from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def told(marsad: Run, folder: Path) -> Run:
    marsad("add", folder)
    return marsad


def test_a_brief_is_written_in_the_format_that_its_name_asks_for(told: Run, tmp_path: Path) -> None:
    page, document = tmp_path / "mali.html", tmp_path / "mali.docx"
    assert told("brief", "--country", "ML", "--output", page).exit_code == 0
    assert told("brief", "--country", "ML", "--lang", "en", "--output", document).exit_code == 0
    assert 'dir="rtl"' in page.read_text(encoding="utf-8")
    assert docx.Document(str(document)).paragraphs[0].text == "Brief: Mali"


def test_a_brief_asks_the_store_as_other_commands_do(told: Run) -> None:
    result = told(
        "brief", "--country", "ml", "--since", "2021", "--until", "2021-12", "--lang", "en", "--digits", "latn"
    )
    assert result.exit_code == 0
    assert "Period: 1 January 2021 to 31 December 2021" in result.stdout
    assert "Assault: 1 event; toll: " in result.stdout
    assert "written" not in result.stderr
    nothing = told("brief", "--country", "NE", "--lang", "en")
    assert nothing.stdout.startswith("Brief: \u2068Niger\u2069")
    assert "0 events" in nothing.stderr
