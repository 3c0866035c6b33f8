"""Tolls of what the labels put together, whatever Marsad would join."""

from __future__ import annotations

from datetime import date

from marsad.extracting import extract
from marsad.merging import Telling, tellings_of
from marsad.records import Report
from merging.figures import as_labelled, right
from merging.labels import Labelled

NORTH = "قتل تسعة جنود في هجوم على ثكنة في غاو. وأغلقت السلطات الأسواق."
SOUTH = "قتل 14 شخصا في تفجير سوق في باماكو."


def told(id_: str, text: str) -> list[Telling]:
    report = Report(id=id_, source=id_, sha256="", text=text, published=date(2021, 5, 10))
    return tellings_of(report, extract(report, model=False).claims)


def labelled(name: str, *items: tuple[str, int, int], killed: int) -> Labelled:
    toll = {"latest-official": {"low": 9, "best": killed, "high": killed}}
    return Labelled(name, "ASSAULT", "ML", items, frozenset(), {"killed": toll}, frozenset())


def test_tellings_are_joined_as_the_labels_say() -> None:
    tellings = [*told("north", NORTH), *told("south", SOUTH)]
    events = [
        labelled("unheard of", ("west", 0, 10), killed=1),
        labelled("both", ("north", 0, 38), ("south", 0, 35), ("south", 500, 510), killed=14),
    ]
    found, made = as_labelled(events, tellings)
    assert found == {("north", 0, 38): 0, ("south", 0, 35): 0}
    assert [{telling.report.id for telling in cluster.tellings} for cluster in made] == [{"north", "south"}]
    assert right(events, found, made)["latest-official"] == {
        "tolls": 1, "low": 1.0, "best": 1.0, "high": 1.0, "whole": 1.0,
    }  # fmt: skip
