from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import Result

from marsad.records import Claim, FigureBody, Report
from marsad.storing import open_store

FIRST = "أسفر التمرد عن مقتل 32 شخصا."
SECOND = "وبين القتلى 29 سجينا و5 حراس."
TEXT = f"{FIRST} {SECOND} وانتهى التمرد صباحا."


@pytest.fixture(autouse=True)
def mutiny(tmp_path: Path) -> None:
    """A stored report whose parts are more than their whole, and fewer than another."""
    original = TEXT.encode()
    digest = sha256(original).hexdigest()
    report = Report(id="mutiny", source="mutiny.txt", sha256=digest, text=TEXT, published=date(2019, 5, 29))

    def figure(id_: str, words: str, number: int, part_of: str | None = None) -> Claim:
        at = TEXT.index(words)
        body = FigureBody(measure="killed", low=number, high=number, part_of=part_of)
        return Claim(id=id_, report="mutiny", kind="figure", start=at, end=at + len(words), text=words, figure=body)

    claims = [
        figure("whole", "32 شخصا", 32),
        figure("prisoners", "29 سجينا", 29, "whole"),
        figure("guards", "5 حراس", 5, "whole"),
        figure("all", "مقتل 32 شخصا", 32),
        figure("some", "29", 29, "all"),
        figure("few", "5 ", 1, "all"),
    ]
    with open_store(str(tmp_path / "marsad.db"), create=True) as store:
        assert store.add(report, original, (), claims, store.begin_run([]))


def test_check_shows_the_sentences_and_the_claims(marsad: Callable[..., Result]) -> None:
    result = marsad("check", "--format", "table")
    assert result.exit_code == 0
    first, *rest = result.stdout.splitlines()
    assert first.startswith("parts-exceed-whole: ")
    assert "34" in first
    assert "mutiny.txt" in rest[0]
    assert rest[1].strip() == f"whole: {FIRST.removesuffix('.')}"
    assert rest[2].strip() == f"prisoners: {SECOND.removesuffix('.')}"
    assert "1 contradiction" in result.stderr


def test_notes_are_shown_when_asked(marsad: Callable[..., Result]) -> None:
    found = [json.loads(line) for line in marsad("check", "--notes", "--format", "jsonl").stdout.splitlines()]
    assert [(row["kind"], row["severity"]) for row in found] == [
        ("parts-exceed-whole", "contradiction"),
        ("parts-short-of-whole", "note"),
    ]
    assert found[0]["weight"] > found[1]["weight"]
    assert found[0]["claims"] == ["whole", "prisoners", "guards"]
    assert len(found[0]["sentences"]) == 3


def test_strict_fails_a_script(marsad: Callable[..., Result]) -> None:
    assert marsad("check", "--strict").exit_code == 1
    assert marsad("check", "--strict", "--report", "another").exit_code == 0
