from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import OffsetError
from marsad.interchange import InterchangeError, check_offsets, from_json, schema, to_json
from marsad.records import (
    AssessmentBody,
    Bounds,
    Claim,
    DateRange,
    Entity,
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

TEXT = "أعلن الناطق باسم الجيش أن سبعة جنود قُتلوا في كمين قرب بلدة الزرقاء"


def cut(words: str) -> tuple[str, int, int]:
    at = TEXT.index(words)
    return words, at, at + len(words)


def span_of(words: str) -> dict[str, object]:
    text, start, end = cut(words)
    return {"text": text, "start": start, "end": end}


REPORT = Report(id="r1", source="a.txt", sha256="0" * 64, text=TEXT, published=date(2022, 3, 4), furniture=((0, 4),))
MENTION = Mention(report="r1", type="place", name="الزرقاء", country="JO", **span_of("الزرقاء"))  # type: ignore[arg-type]
EVENT = Claim(
    id="c1",
    report="r1",
    kind="event",
    certainty="reported",
    voice=(Speaker(*cut("الناطق باسم الجيش"), verb="أعلن", direct=False),),
    date=DateRange(earliest=date(2022, 3, 1), latest=None, precision="month"),
    place=Place(*cut("بلدة الزرقاء"), country="JO", latitude=32.07, longitude=36.09, precision="town"),
    event=EventBody(
        type="ASSAULT",
        trigger=Span(*cut("كمين")),
        roles=(Role(*cut("سبعة جنود"), role="victim", type="MIL"),),
    ),
    **span_of("سبعة جنود قُتلوا في كمين"),  # type: ignore[arg-type]
)
FIGURE = Claim(
    id="c2",
    report="r1",
    kind="figure",
    figure=FigureBody(measure="killed", low=7, high=None, of="جنود", event="c1"),
    **span_of("سبعة جنود"),  # type: ignore[arg-type]
)
RELATION = Claim(
    id="c3",
    report="r1",
    kind="relation",
    relation=RelationBody(predicate="member-of", subject=Entity(*cut("الناطق")), object=None),
    **span_of("الناطق باسم الجيش"),  # type: ignore[arg-type]
)
ASSESSMENT = Claim(
    id="c4",
    report="r1",
    kind="assessment",
    assessment=AssessmentBody(type="threat", about=(Entity(*cut("الجيش")),), direction="up"),
    **span_of("الجيش"),  # type: ignore[arg-type]
)
MERGED = Event(
    id="e1",
    type="ASSAULT",
    status="occurred",
    claims=("c1",),
    reports=("r1",),
    rule="single-report",
    figures={"killed": Bounds(low=7, best=7, high=None)},
)
RECORDS: list[Record] = [REPORT, MENTION, EVENT, FIGURE, RELATION, ASSESSMENT, MERGED]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_survives_the_way_to_json_and_back(record: Record) -> None:
    assert from_json(to_json(record)) == record


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_real_output_keeps_the_schema(record: Record) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(to_json(record)))


def test_the_schema_refuses_what_is_no_record() -> None:
    broken = json.loads(to_json(EVENT)) | {"certainty": "maybe"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(broken)


def test_the_published_schema_is_up_to_date() -> None:
    published = Path(__file__).parents[2] / "docs" / "schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == schema()


def test_a_claim_carries_the_body_of_its_own_kind_only() -> None:
    for claim in (EVENT, FIGURE, RELATION, ASSESSMENT):
        keys = json.loads(to_json(claim)).keys()
        assert keys & {"event", "figure", "relation", "assessment"} == {claim.kind}


def test_what_is_open_is_null_and_what_is_unknown_left_out() -> None:
    figure = json.loads(to_json(FIGURE))["figure"]
    assert figure["high"] is None
    assert "side" not in figure
    assert json.loads(to_json(EVENT))["date"]["latest"] is None


def test_the_noun_comes_first_and_days_are_iso() -> None:
    line = to_json(REPORT)
    assert line.startswith('{"record":"report"')
    assert json.loads(line)["published"] == "2022-03-04"


def test_arabic_stands_as_it_is() -> None:
    assert "الناطق" in to_json(REPORT)


@given(st.text())
def test_a_line_is_one_line_for_every_reader(text: str) -> None:
    report = Report(id="r", source="s", sha256="0" * 64, text=text)
    line = to_json(report)
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == text
    assert line.encode("utf-8").decode("utf-8") == line


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("nonsense", "line"),
        ('{"record": "rumour"}', "line"),
        (json.dumps(json.loads(to_json(FIGURE)) | {"start": "7"}), "claim.start"),
        (json.dumps(json.loads(to_json(FIGURE)) | {"certainty": "sure"}), "claim.certainty"),
    ],
)
def test_what_is_no_record_is_refused_by_the_field(line: str, where: str) -> None:
    with pytest.raises(InterchangeError) as caught:
        from_json(line)
    assert caught.value.where == where


def test_offsets_that_hold_pass() -> None:
    check_offsets(REPORT, [MENTION, EVENT, FIGURE, RELATION, ASSESSMENT])
    assert TEXT[EVENT.start : EVENT.end] == EVENT.text


@pytest.mark.parametrize(
    "broken",
    [
        Mention(report="r1", start=0, end=3, text="غير", type="place"),
        Claim(id="x", report="r1", kind="event", start=1, end=5, text=TEXT[0:4]),
        Claim(id="x", report="r1", kind="event", start=0, end=4, text=TEXT[:4], voice=(Speaker("هو", 0, 2),)),
        Claim(id="x", report="r1", kind="event", start=0, end=4, text=TEXT[:4], place=Place("هنا", 0, 3)),
        Claim(
            id="x",
            report="r1",
            kind="event",
            start=0,
            end=4,
            text=TEXT[:4],
            event=EventBody(type="ASSAULT", trigger=Span("هجوم", 0, 4)),
        ),
    ],
)
def test_a_span_that_cuts_out_other_words_is_refused(broken: Mention | Claim) -> None:
    with pytest.raises(OffsetError):
        check_offsets(REPORT, [broken])
