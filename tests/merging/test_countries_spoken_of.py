from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from cluster_samples import BAIDOA, attack
from told_samples import read

from marsad.merging import Telling
from marsad.merging.likeness import likeness
from marsad.merging.outline import outline_of
from marsad.merging.spoken import spoken_of
from marsad.records import Place

DAY = date(2021, 5, 10)
NAMELESS = Place("حي القصبة", 0, 0, country="LY")


def told_in(text: str, words: str, place: Place | None = None) -> Telling:
    """A telling whose claim is ``words`` of the report ``text``."""
    telling = attack(f"r{len(text)}", place=place, text=words)
    start = text.index(words)
    (claim,) = telling.events
    claim = replace(claim, start=start, end=start + len(words))
    return replace(telling, report=read(telling.report.id, text, DAY), events=(claim,))


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("قتل ستة في هجوم على سوق في بلدة حدودية تركية أمس.", {"TR"}),
        ("قتل ستة في هجوم على سوق، وفق وزارة الداخلية الكويتية.", {"KW"}),
        ("زار الوفد تونس. قتل ستة في هجوم على سوق. وعاد إلى ليبيا.", set[str]()),
        ("تجاوز المؤشر 3.5 في تونس بعدما قتل ستة في هجوم على سوق قرب ليبيا", {"TN", "LY"}),
    ],
)
def test_the_countries_of_the_sentence(text: str, countries: set[str]) -> None:
    assert spoken_of(told_in(text, "قتل ستة في هجوم على سوق").events, text) == countries


def test_a_place_of_its_own_counts_before_what_the_sentence_speaks_of() -> None:
    text = "قتل ستة في هجوم على سوق، وفق مسؤول تركي."
    words = "قتل ستة في هجوم على سوق"
    assert outline_of(told_in(text, words)).spoken == {"TR"}
    assert outline_of(told_in(text, words, BAIDOA)).spoken == {"SO"}
    assert outline_of(told_in(text, words, NAMELESS)).spoken == {"LY"}


def test_it_speaks_for_one_event_and_against_it_where_one_place_is_open() -> None:
    known = outline_of(attack("a"))
    words = "قتل ستة في هجوم على سوق"
    here = outline_of(told_in(f"{words} جنوب غرب الصومال.", words))
    there = outline_of(told_in(f"{words} في شرق كينيا أمس.", words))
    (same, other) = (likeness(known, here), likeness(known, there))
    assert same
    assert other
    assert same.points > other.points
    assert "same-spoken-country" in {reason.name for reason in same.reasons}
    assert "other-spoken-country" in {reason.name for reason in other.reasons}


def test_it_says_nothing_where_both_places_are_known() -> None:
    alike = likeness(outline_of(attack("a")), outline_of(attack("b")))
    assert alike
    assert not any("spoken" in reason.name for reason in alike.reasons)
