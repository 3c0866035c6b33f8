from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from marsad.linking.lists import ListEntry, shipped_list

Marsad = Callable[..., Result]


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def xml(entries: list[ListEntry], more: str = "", day: str = "2199-01-01") -> bytes:
    def one(entry: ListEntry, tag: str) -> str:
        return (
            f"<{tag}><FIRST_NAME>{entry.reference.replace('.', ' ')}</FIRST_NAME><REFERENCE_NUMBER>{entry.reference}"
            f"</REFERENCE_NUMBER><LISTED_ON>{entry.listed_on}</LISTED_ON></{tag}>"
        )

    persons = "".join(one(entry, "INDIVIDUAL") for entry in entries if entry.kind == "person")
    bodies = "".join(one(entry, "ENTITY") for entry in entries if entry.kind == "body")
    return (
        f'<CONSOLIDATED_LIST dateGenerated="{day}T00:00:00Z"><INDIVIDUALS>{persons}{more}</INDIVIDUALS>'
        f"<ENTITIES>{bodies}</ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


HADI = (
    "<INDIVIDUAL><FIRST_NAME>HADI</FIRST_NAME><SECOND_NAME>NAHRI</SECOND_NAME><REFERENCE_NUMBER>QDi.9901</REFERENCE_NUMBER>"
    "<LISTED_ON>2198-12-01</LISTED_ON></INDIVIDUAL>"
)


@pytest.fixture
def known() -> list[ListEntry]:
    """The shipped list's entries."""
    return list(shipped_list().entries)


@pytest.fixture
def newer(tmp_path: Path, known: list[ListEntry]) -> Path:
    """A list of a later day: a person more, an entity less, all others without aliases."""
    path = tmp_path / "newer.xml"
    path.write_bytes(xml(known[:-1], HADI))
    return path


def test_a_newer_list_is_loaded_and_its_changes_told(marsad: Marsad, newer: Path, known: list[ListEntry]) -> None:
    result = marsad("lists", "update", newer)
    changes = rows(result)
    assert [row["reference"] for row in changes if row["change"] == "added"] == ["QDi.9901"]
    assert [row["reference"] for row in changes if row["change"] == "removed"] == [known[-1].reference]
    assert any("name" in row["fields"][0] for row in changes if row["change"] == "amended")
    assert "list of 2199-01-01, in use now: 1 added, 1 removed" in result.stderr
    assert [row["names"] for row in rows(marsad("lists", "show", "QDi.9901"))] == [["HADI NAHRI"]]
    assert rows(marsad("who", "هادي نهري"))[0]["id"] == "QDi.9901"
    again = marsad("lists", "update", newer)
    assert rows(again) == []
    assert "in use already" in again.stderr
    assert {row["generated"] for row in rows(marsad("lists", "changes"))} == {"2199-01-01"}


def test_a_dry_run_shows_and_stores_nothing(marsad: Marsad, newer: Path, tmp_path: Path) -> None:
    assert rows(marsad("lists", "update", newer, "--dry-run"))
    assert not (tmp_path / "marsad.db").exists()
    assert marsad("lists", "show", "QDi.9901").exit_code == 20


def test_a_list_that_shrinks_by_half_is_taken_only_when_agreed(
    marsad: Marsad, tmp_path: Path, known: list[ListEntry]
) -> None:
    path = tmp_path / "small.xml"
    path.write_bytes(xml(known[:100]))
    result = marsad("lists", "update", path)
    assert result.exit_code == 20
    assert "shrink to 100 persons" in result.stderr
    assert rows(marsad("lists", "changes")) == []
    assert rows(marsad("lists", "update", path, "--yes"))
    assert len(rows(marsad("lists", "show"))) == 100


def test_an_older_list_is_refused_unless_asked_for(marsad: Marsad, tmp_path: Path, known: list[ListEntry]) -> None:
    path = tmp_path / "old.xml"
    path.write_bytes(xml(known, day="2001-01-01"))
    result = marsad("lists", "update", path)
    assert result.exit_code == 20
    assert "older than the one in use" in result.stderr
    assert marsad("lists", "update", path, "--older").exit_code == 0
    assert "list of 2001-01-01" in marsad("lists", "show", known[0].reference).stderr


@pytest.mark.parametrize("content", [b"<CONSOLIDATED_LIST", b"<rss/>", b"", b"%PDF-1.7"])
def test_what_is_no_list_changes_nothing(marsad: Marsad, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "given.xml"
    path.write_bytes(content)
    result = marsad("lists", "update", path)
    assert result.exit_code == 20
    assert str(path) in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert rows(marsad("lists", "changes")) == []


def test_a_file_that_is_not_there(marsad: Marsad, tmp_path: Path) -> None:
    result = marsad("lists", "update", tmp_path / "none.xml")
    assert result.exit_code == 16
    assert "none.xml" in result.stderr


def test_an_unknown_number_is_told(marsad: Marsad) -> None:
    result = marsad("lists", "show", "QDi.9999")
    assert result.exit_code == 20
    assert "QDi.9999" in result.stderr
