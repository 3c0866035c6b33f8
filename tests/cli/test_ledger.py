from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]

REPORTS = [
    {
        "id": "first",
        "outlet": "صحيفة الساحل",
        "published": "2021-05-10",
        "text": "باماكو - قتل خمسة جنود في هجوم شنه مسلحون على بلدة ميناكا في شمال مالي يوم 9 مايو 2021، بحسب شهود عيان.\n",
    },
    {
        "id": "second",
        "outlet": "صحيفة الجنوب",
        "published": "2021-05-11",
        "text": "باماكو - أعلنت وزارة الدفاع أن سبعة جنود قتلوا في هجوم شنه مسلحون على بلدة ميناكا في شمال مالي 9 مايو 2021.\n",
    },
]
CLAIMED = "أعلن تنظيم داعش، في {}، مسؤوليته عن هجوم استهدف سياحا في طاجيكستان وأسفر عن مقتل 4 سياح.\n"


def add(marsad: Run, tmp_path: Path, reports: list[dict[str, str]]) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in reports), encoding="utf-8")
    assert marsad("add", file, "--no-model").exit_code == 0


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def event(marsad: Run, tmp_path: Path) -> str:
    """The event that both reports tell of."""
    add(marsad, tmp_path, REPORTS)
    (found,) = [e for e in lines(marsad("events", "--format", "jsonl")) if set(e["reports"]) == {"first", "second"}]
    return str(found["id"])


def test_the_ledger_of_an_event(marsad: Run, event: str) -> None:
    found = lines(marsad("ledger", event, "--format", "jsonl"))
    figures = [row for row in found if row["record"] == "figure"]
    assert [(row["low"], row["report"], row["official"], row["standing"]) for row in figures] == [
        (5, "first", False, "rival"),
        (7, "second", True, "rival"),
    ]
    texts = {report["id"]: report["text"] for report in REPORTS}
    for row in figures:
        assert texts[row["report"]][row["start"] : row["end"]] == row["sentence"]
    (bounds,) = [row for row in found if row["record"] == "bounds"]
    assert (bounds["low"], bounds["best"], bounds["high"], bounds["rule"]) == (5, 7, 7, "latest-official")


def test_another_rule_and_all_of_them(marsad: Run, event: str) -> None:
    found = lines(marsad("ledger", event, "--rule", "acled", "--explain", "--format", "jsonl"))
    best = {row["rule"]: row["best"] for row in found if row["record"] == "bounds"}
    assert best == {"acled": 5, "latest-official": 7, "ucdp": 5, "median": 5, "reported-range": None}


def test_the_ledger_for_a_reader(marsad: Run, event: str) -> None:
    text = marsad("ledger", event, "--format", "table").stdout
    assert "best 7, low 5, high 7 under latest-official" in text
    assert "وزارة الدفاع (authority)" in text
    assert "شهود عيان counts 5" in text
    assert "first 0-" in text or "first 9-" in text


def test_the_ledger_as_of_a_day(marsad: Run, event: str) -> None:
    claim = lines(marsad("ledger", event, "--format", "jsonl"))[0]["claim"]
    name = lines(marsad("claims", "--report", "first", "--kind", "event", "--format", "jsonl"))[0]["id"]
    found = lines(marsad("ledger", name, "--published-until", "2021-05-10", "--format", "jsonl"))
    assert [row["claim"] for row in found if row["record"] == "figure"] == [claim]


def test_csv_has_the_same_rows(marsad: Run, event: str) -> None:
    rows = list(csv.DictReader(io.StringIO(marsad("ledger", event, "--format", "csv").stdout)))
    assert [row["record"] for row in rows] == ["figure", "figure", "bounds"]
    assert rows[-1]["best"] == "7"


def test_unknown_rules_and_events_are_refused(marsad: Run, event: str) -> None:
    result = marsad("ledger", event, "--rule", "guess")
    assert result.exit_code == 26
    assert "reported-range" in result.stderr
    assert marsad("ledger", "e0000").exit_code != 0


def test_check_shows_what_reports_contradict_with_both_sentences(marsad: Run, event: str) -> None:
    (row,) = [r for r in lines(marsad("check", "--format", "jsonl")) if r["kind"] == "rival-figures"]
    assert row["reports"] == ["first", "second"]
    assert row["outlets"] == ["صحيفة الساحل", "صحيفة الجنوب"]
    assert row["published"] == ["2021-05-10", "2021-05-11"]
    assert "خمسة جنود" in row["sentences"][0]
    assert "سبعة جنود" in row["sentences"][1]
    text = marsad("check", "--format", "table").stdout
    assert "rival-figures: 5 killed against 7" in text
    assert " │ " in text
    assert f"weight {row['weight']:g} (" in text
    assert marsad("check", "--strict").exit_code == 1
    assert lines(marsad("check", "--report", "first", "--format", "jsonl")) != []
    assert lines(marsad("check", "--published-until", "2021-05-10", "--format", "jsonl")) == []


def test_a_month_between_two_days_of_claiming_surfaces(marsad: Run, tmp_path: Path) -> None:
    days = (("early", "30 يونيو 2018", "2019-05-29"), ("late", "30 يوليو 2018", "2018-08-05"))
    add(
        marsad,
        tmp_path,
        [{"id": id_, "text": CLAIMED.format(day), "published": published} for id_, day, published in days],
    )
    found = [
        row
        for row in lines(marsad("check", "--format", "jsonl"))
        if row["kind"] in ("day-mistaken", "other-day-of-claiming")
    ]
    assert found
    assert {*found[0]["reports"]} == {"early", "late"}
    assert "2018-06-30" in found[0]["what"]
    assert "2018-07-30" in found[0]["what"]
