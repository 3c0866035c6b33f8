from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

Marsad = Callable[..., Result]

# The catalogue's Islamic Movement of Uzbekistan, which the shipped list names in Latin letters only.
IMU = ("الحركة", "الإسلامية", "الأوزبكية")


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def link_of(found: list[dict[str, Any]], reference: str) -> dict[str, Any]:
    return next(row for row in found if row["id"] == reference)


def test_who_shows_candidates_of_catalogue_and_list(marsad: Marsad) -> None:
    found = rows(marsad("who", *IMU))
    assert [row["score"] for row in found] == sorted((row["score"] for row in found), reverse=True)
    imu, entry = link_of(found, "imu"), link_of(found, "QDe.010")
    assert (imu["source"], imu["link"]) == ("catalogue", None)
    assert (entry["source"], entry["link"], entry["via"], entry["listed_on"]) == (
        "un",
        "candidate",
        "imu",
        "2001-10-06",
    )
    assert all(row["parts"] for row in found)


def test_the_number_of_candidates_and_their_kind_are_bounded(marsad: Marsad) -> None:
    assert len(rows(marsad("who", *IMU, "--limit", 1))) == 1
    assert {row["kind"] for row in rows(marsad("who", *IMU, "--kind", "person", "--all"))} <= {"person"}


def test_all_shows_what_hardly_fits_too(marsad: Marsad) -> None:
    found = rows(marsad("who", *IMU))
    every = rows(marsad("who", *IMU, "--all"))
    assert "different" not in {row["verdict"] for row in found}
    assert "different" in {row["verdict"] for row in every}


def test_explain_shows_the_score_of_each_part(marsad: Marsad) -> None:
    lines = marsad("who", *IMU, "--explain", "--limit", 2, "--format", "table").stdout.splitlines()
    heads = [line for line in lines if not line.startswith("  ")]
    assert len(heads) == 2
    assert any("QDe.010" in line and "candidate" in line for line in heads)
    assert len(lines) > len(heads)


def test_csv_and_table(marsad: Marsad) -> None:
    (first, *_) = csv.DictReader(io.StringIO(marsad("who", *IMU, "--format", "csv").stdout))
    assert {"score", "id", "name", "link"} <= first.keys()
    assert "QDe.010" in marsad("who", *IMU, "--format", "table").stdout


def test_a_decision_is_kept_shown_and_withdrawn(marsad: Marsad) -> None:
    told = marsad("who", *IMU, "--confirm", "QDe.010", "--because", "the catalogue names it", "--by", "A. Karim")
    entry = link_of(rows(told), "QDe.010")
    assert entry["link"] == "confirmed"
    assert entry["decided"]["because"] == "the catalogue names it"
    assert link_of(rows(marsad("who", *IMU)), "QDe.010")["link"] == "confirmed"
    marsad("who", *IMU, "--withdraw", "QDe.010", "--because", "a slip")
    assert link_of(rows(marsad("who", *IMU)), "QDe.010")["link"] == "candidate"
    links = rows(marsad("lists", "links", "--format", "jsonl"))
    assert [(row["decision"], row["because"]) for row in links] == [
        ("confirmed", "the catalogue names it"),
        ("withdrawn", "a slip"),
    ]
    assert links[0]["by"] == "A. Karim"


def test_a_rejected_link_says_so(marsad: Marsad) -> None:
    marsad("who", *IMU, "--reject", "QDe.010", "--because", "another movement is meant")
    explained = marsad("who", *IMU, "--explain", "--format", "table").stdout
    assert "rejected" in explained
    assert "another movement is meant" in explained


def test_nobody_comes_near(marsad: Marsad) -> None:
    result = marsad("who", "ظظظظظظظ")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no name" in result.stderr


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("12",), 2, "letters"),
        ((*IMU, "--confirm", "QDe.010"), 2, "--because"),
        ((*IMU, "--because", "so"), 2, "--confirm"),
        ((*IMU, "--confirm", "QDe.010", "--reject", "QDe.010", "--because", "so"), 2, "one decision"),
        ((*IMU, "--confirm", "QDe.999", "--because", "so"), 20, "QDe.999"),
        ((*IMU, "--withdraw", "QDe.010", "--because", "so"), 20, "nothing was decided"),
        ((*IMU, "--confirm", "QDe.010", "--because", "so", "--report", "none"), 6, "none"),
        ((*IMU, "--store", "none.db"), 6, "no store"),
    ],
)
def test_wrong_use_and_unknown_entries_are_told(marsad: Marsad, words: tuple[str, ...], code: int, says: str) -> None:
    result = marsad("who", *words)
    assert result.exit_code == code
    assert says in result.stderr
    assert rows(marsad("lists", "links", "--format", "jsonl")) == []


def test_an_index_without_arabic_names_of_the_listed(marsad: Marsad) -> None:
    found = rows(marsad("who", *IMU, "--without-script", "arabic", "--all"))
    shown = {row["name"] for row in found if row["id"] in ("imu", "QDe.010")}
    assert all(name.isascii() or not any("\u0600" <= letter <= "\u06ff" for letter in name) for name in shown)
