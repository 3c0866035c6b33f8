from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
PUBLISHED = date(2022, 3, 10)
FORECAST = "باماكو - من المرجح أن تتصاعد الهجمات في مالي خلال الشهرين المقبلين. وزار الوزير المدرسة أمس."
DOUBTED = "باماكو - من المستبعد أن تتصاعد الهجمات في مالي خلال الشهرين المقبلين، بحسب الباحث سالم العبيدي."
VAGUE = "باماكو - من المتوقع أن يزداد الوضع سوءا في مالي."
LATE = "باماكو - كشف تقرير أن ثلاثين مدنيا قتلوا في هجوم شنه مسلحون على سوق في غاو شمال مالي يوم 1 أبريل 2022."
NUMBERS = ["جنديين", "ثلاثة جنود", "أربعة جنود", "خمسة جنود", "ستة جنود", "سبعة جنود", "ثمانية جنود", "تسعة جنود"]
MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو"]


def _news(day: date, number: int, *, attack: bool) -> dict[str, str]:
    what = "قتل" if attack else "التقى الوزير"
    of = NUMBERS[number % len(NUMBERS)]
    where = " في هجوم شنه مسلحون على ثكنة في مالي" if attack else " في حفل"
    text = f"باماكو - {what} {of}{where} يوم {day.day} {MONTHS[day.month - 1]} {day.year}."
    return {"id": f"n{number}", "text": text, "published": day.isoformat(), "outlet": "وكالة السهل"}


@pytest.fixture
def told(marsad: Run, tmp_path: Path) -> Run:
    """A store in which attacks in Mali rose in the two months after the forecasts."""
    records = [
        {
            "id": "f1",
            "text": FORECAST,
            "published": PUBLISHED.isoformat(),
            "outlet": "صحيفة الميناء",
            "author": "كاتبة",
        },
        {"id": "f2", "text": DOUBTED, "published": PUBLISHED.isoformat(), "outlet": "صحيفة النهر"},
        {"id": "f3", "text": VAGUE, "published": PUBLISHED.isoformat(), "outlet": "صحيفة النهر"},
    ]
    for number in range(40):
        day = PUBLISHED + timedelta(days=3 * number - 58)
        records.append(_news(day, number, attack=number % 2 == 0 or day > PUBLISHED))
    records.append({"id": "late", "text": LATE, "published": "2023-06-01", "outlet": "وكالة السهل"})
    file = tmp_path / "news.jsonl"
    file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    assert marsad("add", file).exit_code == 0
    return marsad


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_forecasts_are_scored_against_the_events_of_the_store(told: Run) -> None:
    found = {row["report"]: row for row in rows(told("forecasts", "--as-of", "2022-12-31", "--format", "jsonl"))}
    sure, doubtful, vague = found["f1"], found["f2"], found["f3"]
    assert (sure["outlet"], sure["author"], sure["countries"]) == ("صحيفة الميناء", "كاتبة", ["ML"])
    assert (sure["type"], sure["direction"], sure["horizon_latest"]) == ("ASSAULT", "up", "2022-05-10")
    assert isinstance(sure["after"], int)
    assert sure["after"] > sure["before"] > 0  # type: ignore[operator]
    assert (sure["came_true"], sure["state"]) == (True, "scored")
    assert sure["brier"] == pytest.approx((1 - 0.675) ** 2, abs=1e-4)
    assert doubtful["author"] == "سالم العبيدي"
    assert doubtful["brier"] == pytest.approx((1 - 0.325) ** 2, abs=1e-4)
    assert vague["unscorable"] in ("nothing counted", "no direction")
    assert FORECAST.startswith("باماكو - " + str(sure["text"]))


def test_what_was_published_later_does_not_count_as_of_a_day(told: Run) -> None:
    after = [
        rows(told("forecasts", "--report", "f1", "--as-of", day, "--format", "jsonl"))[0]["after"]
        for day in ("2022-12-31", "2023-12-31")
    ]
    assert after[1] == after[0] + 1  # type: ignore[operator]


def test_a_forecast_is_open_until_its_horizon_has_passed(told: Run) -> None:
    still = rows(told("forecasts", "--open", "--as-of", "2022-04-30", "--format", "jsonl"))
    assert {row["report"] for row in still} == {"f1", "f2"}
    assert rows(told("forecasts", "--scored", "--as-of", "2022-04-30", "--format", "jsonl")) == []


def test_outlets_are_calibrated(told: Run) -> None:
    found = rows(told("forecasts", "--calibration", "outlet", "--as-of", "2022-12-31", "--format", "jsonl"))
    assert [(row["of"], row["scored"], row["happened"]) for row in found] == [
        ("صحيفة الميناء", 1, 1),
        ("صحيفة النهر", 1, 1),
    ]
    table = told("forecasts", "--calibration", "outlet", "--as-of", "2022-12-31", "--format", "table")
    assert "0.6-0.8" in table.stdout
    assert "0.2-0.4" in table.stdout


@pytest.mark.parametrize(
    ("options", "reports"),
    [
        (["--country", "ML"], {"f1", "f2", "f3"}),
        (["--country", "NE"], set()),
        (["--outlet", "النهر"], {"f2", "f3"}),
        (["--since", "2022-03-11"], set()),
        (["--until", "2022-03-10", "--type", "assault"], {"f1", "f2"}),
        (["--place", "مالي", "--report", "f2"], {"f2"}),
        (["--actor", "العبيدي"], {"f2"}),
        (["--limit", "1"], {"f1"}),
    ],
)
def test_filters_leave_what_answers(told: Run, options: list[str], reports: set[str]) -> None:
    assert {row["report"] for row in rows(told("forecasts", "--format", "jsonl", *options))} == reports


def test_tables_and_csv_show_the_same_forecasts(told: Run) -> None:
    table = told("forecasts", "--as-of", "2022-12-31", "--format", "table")
    assert "came true, 0.11" in table.stdout
    assert "3 forecasts: 2 scored, 0 open, 1 unscorable" in table.stderr
    found = list(csv.DictReader(io.StringIO(told("forecasts", "--format", "csv").stdout)))
    assert len(found) == 3
    assert {row["hedge_low"] for row in found} == {"0.55", "0.2"}


def test_a_stated_horizon_may_be_asked_for_and_a_scale_chosen(told: Run) -> None:
    [one] = rows(told("forecasts", "--report", "f1", "--scale", "ipcc-2010", "--format", "jsonl", "--stated-horizon"))
    assert (one["hedge_low"], one["hedge_high"], one["hedge_scale"]) == (0.66, 1.0, "ipcc-2010")
    assert one["state"] == "scored"
