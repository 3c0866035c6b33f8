"""`where` tells candidates with reasons; `places` counts what the store holds."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("name", ["باماكو", "Bamako", "Бамако"])
def test_where_takes_any_script(marsad: Run, name: str) -> None:
    first = rows(marsad("where", name, "--format", "jsonl"))[0]
    assert (first["name_en"], first["country"], first["type"]) == ("Bamako", "ML", "capital")


def test_where_explains_each_score(marsad: Run) -> None:
    found = rows(marsad("where", "طرابلس", "--near", "اشتباكات في طرابلس شمال لبنان", "--explain", "--format", "jsonl"))
    assert found[0]["country"] == "LB"
    for row in found:
        reasons = row["reasons"]
        assert isinstance(reasons, list)
        assert sum(float(r.partition(":")[2]) for r in reasons) == pytest.approx(row["score"], abs=0.05)


def test_where_keeps_to_a_country_and_a_limit(marsad: Run) -> None:
    found = rows(marsad("where", "طرابلس", "--country", "ly", "--limit", "2", "--format", "jsonl"))
    assert [row["country"] for row in found] == ["LY", "LY"]


def test_where_says_when_there_is_none(marsad: Run) -> None:
    result = marsad("where", "لا مكان يسمى هكذا أبدا", "--format", "jsonl")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "no place is called" in result.stderr


def test_places_are_counted(marsad: Run, folder: Path) -> None:
    marsad("add", folder)
    found = rows(marsad("places", "--format", "jsonl"))
    assert {row["country"] for row in found} >= {"ML", "SN"}
    by_country = {row["country"]: row for row in found}
    assert by_country["ML"]["reports"] == 2
    counts = [row["claims"] for row in found]
    assert counts == sorted(counts, key=lambda n: -int(str(n)))
    only = rows(marsad("places", "--country", "SN", "--format", "jsonl"))
    assert [row["country"] for row in only] == ["SN"]
    table = list(csv.DictReader(io.StringIO(marsad("places", "--format", "csv").stdout)))
    assert [row["country"] for row in table] == [row["country"] for row in found]
