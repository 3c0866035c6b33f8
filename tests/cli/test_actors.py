from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.testing import Result

Run = Callable[..., Result]

ATTACK = "صنعاء - شن تنظيم القاعدة هجوما على معسكر للجيش في مدينة المكلا يوم 9 مايو 2021، وقُتل في الهجوم خمسة جنود.\n"


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_actors_are_listed_under_the_conditions_given(marsad: Run) -> None:
    found = rows(marsad("actors", "--country", "YE", "--type", "group", "--parent", "al-qaida", "--format", "jsonl"))
    assert [row["id"] for row in found] == ["aqap"]
    assert found[0]["un"] == "QDe.129"


def test_one_actor_as_it_was_called_on_a_day(marsad: Run) -> None:
    (row,) = rows(marsad("actors", "isil", "--on", "2013-12", "--format", "jsonl"))
    assert row["en"] == "Islamic State of Iraq and the Levant"


def test_explain_tells_names_relations_and_events_of_the_store(marsad: Run, tmp_path: Path) -> None:
    report = tmp_path / "attack.txt"
    report.write_text(ATTACK, encoding="utf-8")
    marsad("add", report)
    found = rows(marsad("actors", "al-qaida", "--explain", "--format", "jsonl"))
    names = {(row["what"], row["value"]) for row in found if row["shows"] == "name"}
    assert {("ar", "تنظيم القاعدة"), ("en", "Al-Qaida"), ("ru", "Аль-Каида")} <= names
    relations = {(row["what"], row["value"], row["since"]) for row in found if row["shows"] == "relation"}
    assert ("has the allegiance of", "aqap", "2009-01") in relations
    listed = rows(marsad("events", "--actor", "al-qaida", "--format", "jsonl"))
    assert listed
    assert [row["from"] for row in found if row["shows"] == "event"] == [event["id"] for event in listed]


def test_without_a_store_the_names_are_told_and_a_line_says_what_is_missing(marsad: Run) -> None:
    result = marsad("actors", "aqap", "--explain", "--format", "csv")
    assert result.exit_code == 0
    assert "تنظيم القاعدة في جزيرة العرب" in result.stdout
    assert "events are left out" in result.stderr


def test_an_unknown_actor_ends_with_what_it_may_have_been(marsad: Run) -> None:
    result = marsad("actors", "isil-khurasan")
    assert result.exit_code == 2
    assert "isil-khorasan" in result.stderr
    assert marsad("actors", "--explain").exit_code == 2
