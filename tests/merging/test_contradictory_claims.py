from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from marsad.merging import contradictions
from marsad.records import Certainty, Claim, DateRange, EventBody, FigureBody, Report, Span, Status

REPORT = Report(id="r", source="r.txt", sha256="0" * 64, text="", published=date(2021, 5, 10))


def figure(id_: str, low: int | None, high: int | None, certainty: Certainty = "asserted", **fields: Any) -> Claim:
    body = FigureBody(**{"measure": "killed", "low": low, "high": high} | fields)
    return Claim(id=id_, report="r", kind="figure", start=0, end=1, text="x", figure=body, certainty=certainty)


def days(earliest: date | None, latest: date | None) -> DateRange:
    return DateRange(earliest=earliest, latest=latest, precision="day")


def event(when: DateRange | None, claimed: DateRange | None = None, status: Status = "occurred") -> Claim:
    body = EventBody(type="ASSAULT", trigger=Span("x", 0, 1), claimed_on=claimed, status=status)
    return Claim(id="e", report="r", kind="event", start=0, end=1, text="x", date=when, event=body)


WHOLE = figure("w", 32, 32)
MAY = date(2021, 5, 1)


@pytest.mark.parametrize(
    ("claims", "kinds"),
    [
        ([WHOLE, figure("a", 29, 29, part_of="w"), figure("b", 3, 3, part_of="w")], []),
        ([WHOLE, figure("a", 29, 29, part_of="w"), figure("b", 4, 4, part_of="w")], ["parts-exceed-whole"]),
        ([WHOLE, figure("a", 29, None, part_of="w"), figure("b", 4, 4, part_of="w")], ["parts-exceed-whole"]),
        ([WHOLE, figure("a", 20, 20, part_of="w"), figure("b", 3, 3, part_of="w")], ["parts-short-of-whole"]),
        ([WHOLE, figure("a", 20, None, part_of="w"), figure("b", 3, 3, part_of="w")], []),
        ([WHOLE, figure("a", 20, 20, part_of="w")], []),
        ([WHOLE, figure("a", 40, 40, part_of="w", measure="injured")], []),
        ([figure("w", 30, None), figure("a", 40, 40, part_of="w")], []),
        ([WHOLE, figure("a", 40, 40, "denied", part_of="w")], []),
        ([figure("a", 5, 5, event="e"), figure("b", 9, 9, event="e")], ["rival-figures"]),
        ([figure("a", 5, 5, event="e"), figure("b", 9, None, event="e")], ["rival-figures"]),
        ([figure("a", 5, None, event="e"), figure("b", 9, 9, event="e")], []),
        ([figure("a", None, 7, event="e"), figure("b", 9, 9, event="e")], ["rival-figures"]),
        ([figure("a", 5, 9, event="e"), figure("b", 9, 12, event="e")], []),
        ([figure("a", 5, 5, event="e"), figure("b", 9, 9, event="f")], []),
        ([figure("a", 5, 5), figure("b", 9, 9)], []),
        ([figure("a", 5, 5, event="e", of="جنود"), figure("b", 9, 9, event="e", of="مدنيين")], []),
        ([figure("a", 5, 5, "denied", event="e"), figure("b", 9, 9, event="e")], []),
        ([event(days(MAY, MAY))], []),
        ([event(days(date(2021, 5, 11), date(2021, 5, 11)))], ["after-publication"]),
        ([event(days(date(2021, 5, 11), None), status="planned")], []),
        ([event(days(date(2021, 5, 9), date(2021, 5, 1)))], ["dates-reversed"]),
        ([event(days(MAY, MAY), days(date(2021, 4, 30), date(2021, 4, 30)))], ["claimed-before-event"]),
        ([event(days(MAY, MAY), days(MAY, MAY))], []),
        ([event(None)], []),
    ],
)
def test_what_does_not_go_together(claims: list[Claim], kinds: list[str]) -> None:
    assert [found.kind for found in contradictions(REPORT, claims)] == kinds


def test_it_says_what_and_by_which_claims() -> None:
    (found,) = contradictions(REPORT, [WHOLE, figure("a", 29, 29, part_of="w"), figure("b", 4, 4, part_of="w")])
    assert "33" in found.what.en
    assert "32" in found.what.en
    assert [claim.id for claim in found.claims] == ["w", "a", "b"]
    assert found.severity == "contradiction"


def test_parts_that_leave_a_rest_are_a_note_only() -> None:
    claims = [WHOLE, figure("a", 20, 20, part_of="w"), figure("b", 3, 3, part_of="w")]
    (found,) = contradictions(REPORT, claims)
    assert found.severity == "note"
    assert "9 of 32" in found.what.en
