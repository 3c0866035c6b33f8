from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from marsad.publishing import columns, row, write
from marsad.publishing.tables import toll_text
from marsad.records import (
    Bounds,
    Claim,
    DateRange,
    Event,
    EventBody,
    FigureBody,
    Mention,
    Place,
    Record,
    RelationBody,
    Report,
    Role,
    Span,
    Speaker,
)

REPORT = Report(id="r1", source="a.txt", sha256="0" * 64, text="نص", outlet="جريدة المساء", published=date(2022, 3, 4))
ATTACK = Claim(
    id="c1",
    report="r1",
    kind="event",
    start=3,
    end=9,
    text='قال "هجوم"\nكبير',
    voice=(Speaker("الجيش", 0, 5, name="الجيش المالي"), Speaker("رويترز", 6, 12, role="via")),
    date=DateRange(earliest=date(2022, 3, 1), latest=date(2022, 3, 31), precision="month"),
    place=Place("تيساليت", 20, 27, country="ML", latitude=20.2, longitude=1.0),
    event=EventBody(
        type="ASSAULT",
        trigger=Span("هجوم", 3, 7),
        roles=(
            Role("مسلحون", 1, 2, role="agent"),
            Role("جنود", 3, 4, role="victim"),
            Role("ب", 3, 4, role="victim"),
        ),
    ),
)
TOLL = Claim(
    id="c2",
    report="r1",
    kind="figure",
    start=0,
    end=2,
    text="نص",
    figure=FigureBody(measure="killed", low=5, high=None, of="جنود", event="c1"),
)
TIE = Claim(
    id="c3",
    report="r1",
    kind="relation",
    start=0,
    end=2,
    text="نص",
    relation=RelationBody(predicate="member-of", subject=None, object=Role("تنظيم", 0, 5, role="agent")),
)
MERGED = Event(
    id="e1",
    type="ASSAULT",
    status="occurred",
    claims=("c1", "c2"),
    reports=("r1",),
    rule="single-report",
    figures={"killed": Bounds(low=5, best=5, high=None), "arrested": Bounds(low=2, best=2, high=2)},
)
NAMED = Mention(report="r1", start=0, end=2, text="نص", type="group", entity="isil")


@pytest.mark.parametrize("record", [REPORT, ATTACK, TOLL, TIE, MERGED, NAMED], ids=lambda record: record.record)
def test_a_row_has_the_columns_of_its_noun(record: Record) -> None:
    assert tuple(row(record, REPORT)) == columns(record.record)


def test_an_event_claim_lies_flat() -> None:
    cells = row(ATTACK, REPORT)
    wanted = {
        "outlet": "جريدة المساء",
        "published": "2022-03-04",
        "type": "ASSAULT",
        "earliest": "2022-03-01",
        "latest": "2022-03-31",
        "country": "ML",
        "agent": "مسلحون",
        "victim": "جنود; ب",
        "target": None,
        "speaker": "الجيش المالي",
        "via": "رويترز",
        "low": None,
    }
    assert {name: cells[name] for name in wanted} == wanted


def test_a_figure_and_a_relation_lie_flat() -> None:
    cells = row(TOLL)
    assert (cells["type"], cells["low"], cells["high"], cells["event"]) == ("killed", 5, None, "c1")
    cells = row(TIE)
    assert (cells["type"], cells["subject"], cells["object"]) == ("member-of", None, "تنظيم")


def test_an_event_shows_its_tolls() -> None:
    cells = row(MERGED)
    assert (cells["killed_low"], cells["killed_best"], cells["killed_high"]) == (5, 5, None)
    assert cells["other_figures"] == "arrested: 2"
    assert cells["claims"] == "c1 c2"


@pytest.mark.parametrize(
    ("low", "best", "high", "shown"),
    [(5, 5, 5, "5"), (5, 7, 9, "7 (5-9)"), (5, 5, None, "5 (5-)"), (None, None, 9, "? (-9)")],
)
def test_a_toll_in_a_few_letters(low: int | None, best: int | None, high: int | None, shown: str) -> None:
    assert toll_text(low, best, high) == shown


def test_csv_gives_back_what_went_in() -> None:
    out = io.StringIO()
    assert write([(ATTACK, REPORT), (TOLL, REPORT)], "csv", "claim", out) == 2
    first, second = csv.DictReader(io.StringIO(out.getvalue()))
    assert first["text"] == ATTACK.text
    assert first["victim"] == "جنود; ب"
    assert second["high"] == ""


def test_an_empty_table_still_has_its_columns() -> None:
    out = io.StringIO()
    assert write([], "csv", "event", out) == 0
    assert tuple(out.getvalue().strip().split(",")) == columns("event")


def test_jsonl_counts_its_lines() -> None:
    out = io.StringIO()
    assert write([(REPORT, None), (ATTACK, REPORT)], "jsonl", "all", out) == 2
    assert len(out.getvalue().splitlines()) == 2
