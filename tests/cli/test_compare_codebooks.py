from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from marsad.publishing.codebooks import COLUMNS

TEXTS = {
    "attack": "قتل خمسة جنود في هجوم شنه تنظيم داعش على بلدة منكا في شمال مالي يوم 9 مايو 2021.",
    "arrest": "اعتقلت الشرطة ثلاثة رجال في دوشنبه يوم 31 يناير 2022.",
}
Marsad = Callable[..., Result]


@pytest.fixture
def filled(marsad: Marsad, tmp_path: Path) -> Marsad:
    """A store with two reports."""
    lines = [json.dumps({"id": name, "text": text}, ensure_ascii=False) for name, text in TEXTS.items()]
    file = tmp_path / "told.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert marsad("add", file, "--no-model").exit_code == 0
    return marsad


def test_events_as_rows_of_a_codebook(filled: Marsad) -> None:
    told = filled("events", "--codebook", "ucdp", "--format", "csv")
    (row,) = csv.DictReader(told.stdout.splitlines())
    assert tuple(row) == COLUMNS["ucdp"]
    assert (row["side_a"], row["type_of_violence"], row["country"]) == ("Government of Mali", "1", "Mali")
    assert "1 not in ucdp: No lethal force is used." in told.stderr


@pytest.mark.parametrize("codebook", ["plover", "acled", "ucdp", "cameo"])
def test_every_codebook_has_a_table_and_lines(filled: Marsad, codebook: str) -> None:
    table = filled("events", "--codebook", codebook, "--format", "table")
    lines = [json.loads(line) for line in filled("events", "--codebook", codebook).stdout.splitlines()]
    assert len(table.stdout.splitlines()) == len(lines) + 2
    assert all(set(line) <= set(COLUMNS[codebook]) for line in lines)


def test_filters_hold_for_rows_too(filled: Marsad) -> None:
    (line,) = filled("events", "--codebook", "acled", "--country", "TJ").stdout.splitlines()
    assert json.loads(line)["sub_event_type"] == "Arrests"


def test_rows_of_another_time(filled: Marsad) -> None:
    told = filled("events", "--codebook", "plover", "--as-known-on", "2020-01-01", "--format", "jsonl")
    assert told.stdout == ""
    assert filled("compare-codebooks", "--as-known-on", "2020-01-01").stdout == ""


def test_differences_with_their_rules_and_counts(filled: Marsad) -> None:
    told = filled("compare-codebooks", "--format", "jsonl")
    found = {(line["aspect"], line["ucdp"]): line for line in map(json.loads, told.stdout.splitlines())}
    order = next(line for (aspect, _), line in found.items() if aspect == "actors")
    assert order["ucdp"].startswith("Government of Mali")
    assert "UCDP GED: Side A is the state, whoever attacked." in order["because"]
    assert "side_a" in order["citations"]
    assert order["claims"]
    assert ("inclusion", "no row") in found
    assert "2 events; rows: PLOVER 2, ACLED 2, UCDP GED 1" in told.stderr
    assert "2 with differences, of inclusion 1, type 0, actors 1" in told.stderr


def test_a_table_shows_the_codebooks_one_under_the_other(filled: Marsad) -> None:
    lines = filled("compare-codebooks", "--country", "TJ", "--format", "table").stdout.splitlines()
    assert lines[1:5] == [
        "  inclusion",
        "    PLOVER: a row",
        "    ACLED: a row",
        "    UCDP GED: no row (No lethal force is used.)",
    ]
