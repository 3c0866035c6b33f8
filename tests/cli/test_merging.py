from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Marsad = Callable[..., Result]

ATTACK = "غاو - قُتل خمسة جنود في هجوم شنه مسلحون على ثكنة في غاو شمالي مالي يوم 9 مايو 2021.\n"
AGAIN = "غاو - قُتل خمسة جنود يوم 9 مايو 2021 في هجوم على ثكنة في غاو شمالي مالي شنه مسلحون، بحسب الجيش.\n"
ELSEWHERE = "مقديشو - قُتل ثلاثة مدنيين في انفجار في بيدوا جنوبي الصومال يوم 2 يونيو 2021.\n"


@pytest.fixture
def added(marsad: Marsad, tmp_path: Path) -> Marsad:
    """A store with two reports of one attack, and one of another."""
    records = [
        {"id": "one", "text": ATTACK, "published": "2021-05-10"},
        {"id": "two", "text": AGAIN, "published": "2021-05-12"},
        {"id": "three", "text": ELSEWHERE, "published": "2021-06-03"},
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
    assert marsad("add", path).exit_code == 0
    return marsad


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def reports(result: Result) -> list[list[str]]:
    return [row["reports"] for row in rows(result)]


def test_what_was_joined_is_told_and_can_be_taken_back(added: Marsad) -> None:
    before = added("export", "jsonl", "--what", "events").stdout
    events = rows(added("events"))
    joined = next(event for event in events if event["reports"] == ["one", "two"])
    (join,) = rows(added("merging", "log", joined["id"]))
    assert join["decision"] == "joined"
    assert 0.5 < join["score"] <= 1
    assert any(reason.startswith("same-day (2021-05-09) +") for reason in join["reasons"])

    done = added("merging", "withdraw", join["number"], "--because", "two attacks", "--by", "A. Karim")
    assert done.exit_code == 0
    assert done.stderr == f"marsad: decision {join['number'] + 1}, apart, by A. Karim\n"
    assert ["one", "two"] not in reports(added("events"))
    taken = next(row for row in rows(added("merging", "log")) if row["decision"] == "apart")
    assert (taken["because"], taken["withdraws"]) == ("two attacks", join["number"])

    assert added("merging", "withdraw", taken["number"], "--because", "it was one").exit_code == 0
    assert added("export", "jsonl", "--what", "events").stdout == before


def test_a_person_joins_splits_and_leaves_out(added: Marsad) -> None:
    first, last = (row["id"] for row in rows(added("events")) if row["reports"] != ["two"])
    assert added("merging", "join", first, last, "--because", "so it is").exit_code == 0
    assert reports(added("events")) == [["one", "two", "three"]]
    assert added("merging", "split", last, "three", "--because", "so it is not").exit_code == 0
    assert added("merging", "exclude", "two", "--because", "satire").exit_code == 0
    assert reports(added("events")) == [["one"], ["three"]]
    assert len(rows(added("claims", "--report", "two"))) > 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("join", "e0", "e1"), "unknown-name|no event and no claim"),
        (("withdraw", 99), "no decision has this number"),
        (("exclude", "nowhere.txt"), "no claim of an event"),
    ],
)
def test_what_cannot_be_decided_says_why(added: Marsad, words: tuple[object, ...], says: str) -> None:
    result = added("merging", *words, "--because", "so")
    assert result.exit_code != 0
    assert any(part in result.stderr for part in says.split("|"))


def test_every_query_looks_back(added: Marsad) -> None:
    for verb in ("events", "claims", "figures", "reports", "places"):
        assert rows(added(verb, "--as-known-on", "2020")) == []
        assert rows(added(verb, "--as-known-on", datetime.now(UTC).date())) == rows(added(verb))
        assert rows(added(verb, "--published-until", "2021-05-09")) == []
        assert rows(added(verb, "--published-until", "2021-07")) == rows(added(verb))
    assert reports(added("events", "--published-until", "2021-05-11")) == [["one"]]
    assert reports(added("events", "--published-until", "2021-05")) == [["one", "two"]]
    assert rows(added("merging", "log", "--as-known-on", "2020")) == []
