from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def home(marsad: Run, folder: Path, tmp_path: Path) -> Path:
    """Two releases: of one report, and of three."""
    releases = tmp_path / "releases"
    marsad("add", folder / "ambush.txt")
    assert marsad("release", "--output", releases, "--license", "cc-by-4.0", "--creator", "Diallo, Awa").exit_code == 0
    marsad("add", folder / "news.jsonl")
    assert marsad("release", "--output", releases, "--title", "هجمات").exit_code == 0
    return releases


def test_releases_are_written_and_named(marsad: Run, home: Path) -> None:
    assert sorted(one.name for one in home.iterdir()) == ["0001", "0002"]
    assert "license: CC-BY-4.0" in (home / "0001" / "CITATION.cff").read_text(encoding="utf-8")
    assert "هجمات" in (home / "0002" / "CITATION.cff").read_text(encoding="utf-8")
    again = marsad("release", "--output", home)
    assert again.exit_code == 21
    assert again.stdout == ""
    assert "nothing changed" in again.stderr
    once_more = marsad("release", "--output", home, "--again")
    told = json.loads((home / "0002" / "manifest.json").read_text(encoding="utf-8"))
    assert once_more.stdout == f"{home / '0003'} sha256:{told['sha256']}\n"


def test_a_license_must_be_known(marsad: Run, tmp_path: Path, folder: Path) -> None:
    marsad("add", folder / "ambush.txt")
    assert marsad("release", "--output", tmp_path / "r", "--license", "mine").exit_code == 2
    assert not (tmp_path / "r").exists()


def test_a_tampered_file_is_named(marsad: Run, home: Path) -> None:
    assert marsad("release", "--verify", home / "0001").exit_code == 0
    changed = home / "0001" / "csv" / "events.csv"
    changed.chmod(0o644)
    changed.write_text(changed.read_text(encoding="utf-8").replace("ASSAULT", "PROTEST"), encoding="utf-8")
    result = marsad("release", "--verify", home / "0001")
    assert result.exit_code == 22
    assert result.stdout == "csv/events.csv: changed\n"
    assert "1 differ" in result.stderr


def test_a_difference_names_events_and_new_reports(marsad: Run, home: Path) -> None:
    result = marsad("diff", home / "0001", home / "0002", "--format", "jsonl")
    changes = [json.loads(line) for line in result.stdout.splitlines()]
    reasons = {reason["what"] for change in changes for reason in change["because"]}
    assert "new report trial" in reasons
    assert {change["change"] for change in changes} >= {"added"}
    events = marsad("events", "--format", "jsonl").stdout.splitlines()
    known = {json.loads(line)["id"] for line in events}
    assert {id_ for change in changes for id_ in change["after"]} <= known
    flat = list(csv.DictReader(io.StringIO(marsad("diff", home / "0001", home / "0002", "--format", "csv").stdout)))
    assert [row["after"] for row in flat] == [" ".join(change["after"]) for change in changes]
    assert marsad("diff", home / "0001", home / "0001", "--format", "jsonl").stdout == ""


def test_what_is_no_release_is_told_in_one_line(marsad: Run, tmp_path: Path) -> None:
    result = marsad("diff", tmp_path, tmp_path)
    assert result.exit_code == 21
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_the_store_and_its_release_answer_alike(marsad: Run, home: Path, form: str) -> None:
    sql = "SELECT measure, low, report, published, claims FROM figures JOIN events ON events.id = event ORDER BY ALL"
    stored = marsad("query", sql, "--format", form)
    released = marsad("query", sql, "--release", home / "0002", "--format", form)
    assert stored.exit_code == 0
    assert stored.stdout == released.stdout
    assert "2021-05-10" in stored.stdout


def test_columns_of_one_name_are_told_apart(marsad: Run, home: Path) -> None:
    result = marsad("query", "SELECT 1e0 AS a, [25e-1] AS a, {'k': DATE '2020-01-02'} AS b", "--format", "jsonl")
    assert json.loads(result.stdout) == {"a": 1, "a_1": [2.5], "b": {"k": "2020-01-02"}}


def test_a_query_that_changes_something_is_refused(marsad: Run, home: Path) -> None:
    result = marsad("query", "DROP TABLE events", "--release", home / "0002")
    assert result.exit_code == 23
    assert len(result.stderr.splitlines()) == 1


def test_help_does_not_load_what_only_queries_need() -> None:
    told = "import sys, marsad.cli.app; print({'duckdb', 'pyarrow', 'packaging'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_releases_and_queries_look_back(marsad: Run, home: Path, tmp_path: Path) -> None:
    count = "SELECT count(*) AS n FROM reports"
    assert json.loads(marsad("query", count, "--published-until", "2021", "--format", "jsonl").stdout) == {"n": 1}
    assert json.loads(marsad("query", count, "--as-known-on", "2001-01-01", "--format", "jsonl").stdout) == {"n": 0}
    assert marsad("query", count, "--published-until", "2021", "--release", home / "0001").exit_code == 2
    assert marsad("release", "--output", tmp_path / "then", "--published-until", "2021").exit_code == 0
    told = json.loads((tmp_path / "then" / "0001" / "manifest.json").read_text(encoding="utf-8"))
    assert told["content"]["looking_back"] == {"published_until": "2021-12-31"}
    assert list(told["content"]["inputs"]) == ["ambush"]
