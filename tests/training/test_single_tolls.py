"""How the tolls that single articles give are held against the labels."""

from __future__ import annotations

import json
from datetime import date

import pytest

from marsad.extracting import extract
from marsad.records import Claim, Report
from merging import single
from merging.labels import LABELS


def read(text: str) -> tuple[Report, list[Claim]]:
    report = Report(id="news-1", source="a", sha256="0" * 64, text=text, published=date(2015, 7, 20))
    return report, list(extract(report, model=False).claims)


def test_every_row_has_bounds_that_fit_and_a_clause() -> None:
    rows = [json.loads(line) for line in (LABELS / "tolls_2015_july.jsonl").read_text("utf-8").splitlines()]
    told = [row[m] for row in rows for m in single.MEASURES if m in row]
    assert len(told) > 250
    assert all(toll["low"] <= toll["high"] and toll["start"] < toll["end"] for toll in told)
    assert {row["kind"] for row in rows if "event" in row} == {"single", "background", "sum"}


@pytest.mark.parametrize(
    ("text", "right", "told"),
    [
        ("قتل سبعة جنود في هجوم على ثكنة في غاو أمس.", 1.0, 1.0),
        ("قتل سبعة جنود على الأقل في هجوم على ثكنة في غاو أمس.", 1.0, 1.0),
        ("قتل ثمانية جنود في هجوم على ثكنة في غاو أمس.", 0.0, 0.0),
        ("قتل سبعة جنود في هجوم على ثكنة في غاو أمس، وأصيب أربعة.", 1.0, 0.5),
    ],
)
def test_a_toll_is_right_where_a_telling_has_its_bounds(
    monkeypatch: pytest.MonkeyPatch, text: str, right: float, told: float
) -> None:
    monkeypatch.setattr(single, "labelled", lambda: {"news-1": [("single", "killed", (7, 7))]})
    found = single.shares_right({"news-1": read(text)})
    assert (found["single"]["right"], found["told"]["right"]) == (right, told)
