from __future__ import annotations

import pytest
from event_samples import Row, check, events, report, rows

from marsad.extracting import extract


@pytest.mark.parametrize("row", rows("circumstances.yaml"))
def test_an_event_has_the_day_and_the_place_that_belong_to_it(row: Row) -> None:
    check(row)


def test_a_known_town_comes_with_what_the_catalogue_knows_of_it() -> None:
    [event] = events("سقط عشرون قتيلا في تفجير انتحاري ببغداد.")
    assert event.place is not None
    assert (event.place.country, event.place.precision) == ("IQ", "town")
    assert event.place.latitude == pytest.approx(33.3, abs=0.5)


@pytest.mark.parametrize(
    ("text", "latitude"),
    [
        ("قتل ستة جنود في هجوم في حي زرنوقة في مدينة الموصل.", 36.3),
        ("قتل ستة جنود في هجوم في حي زرنوقة بالموصل.", 36.3),
        ("قتل ستة جنود في هجوم في قرية زرنوقة التابعة لناحية سلوقة في الموصل.", 36.3),
        ("قتل ستة جنود في هجوم في قرية زرنوقة. وفي الموصل هدوء.", None),
        ("قتل ستة جنود في هجوم في قرية زرنوقة، وقال الجيش في الموصل إنه يحقق.", None),
    ],
)
def test_a_place_that_no_gazetteer_has_lies_where_the_town_around_it_does(text: str, latitude: float | None) -> None:
    event = events(text)[0]
    assert event.place is not None
    assert (event.place.text, event.place.id) == ("زرنوقة", None)
    assert event.place.latitude == (pytest.approx(latitude, abs=0.5) if latitude else None)


@pytest.mark.parametrize(
    ("text", "radius"),
    [
        ("قتل ستة جنود في هجوم في قرية زرنوقة شمال الموصل.", 36),
        ("قتل ستة جنود في هجوم في قرية زرنوقة (غرب الموصل).", 36),
        ("قتل ستة جنود في هجوم في قرية زرنوقة، شمالي مدينة الموصل.", 36),
        ("قتل ستة جنود في هجوم في قرية زرنوقة القريبة من الموصل.", 36),
        ("قتل ستة جنود في هجوم في قرية زرنوقة على بعد 50 كيلومترا جنوب شرقي الموصل.", 66),
        ("قتل ستة جنود في هجوم في قرية زرنوقة، وشمال الموصل هدوء.", None),
        ("قتل ستة جنود في هجوم في قرية زرنوقة بعد اشتباكات شمال الموصل.", None),
    ],
)
def test_a_place_that_no_gazetteer_has_lies_around_the_town_that_it_is_beside(text: str, radius: float | None) -> None:
    event = events(text)[0]
    assert event.place is not None
    assert event.place.text == "زرنوقة"
    assert event.place.radius_km == (pytest.approx(radius, abs=5) if radius else None)


def test_a_town_is_no_part_of_a_persons_name() -> None:
    text = "ومنذ تولي الرئيس النيجيري محمد بخاري الحكم قتل 800 شخص في هجمات شنها متمردون."
    found = [claim for claim in extract(report(text)).claims if claim.event]
    assert found
    assert [claim.place for claim in found] == [None] * len(found)


def test_a_month_is_its_first_to_its_last_day() -> None:
    [event] = events("قتل سبعة جنود في كمين في أبريل 2026.")
    assert event.date is not None
    assert (str(event.date.earliest), str(event.date.latest)) == ("2026-04-01", "2026-04-30")
    assert event.date.precision == "month"


def test_a_place_that_nobody_knows_lies_where_most_of_the_report_does() -> None:
    text = "قالت الكويت إن الشرطة الكويتية تحقق. وقال كويتيون إنهم رأوا ذلك في سوريا. ووقع هجوم أمس في مسجد الصادق."
    found = [event.place.country for event in events(text) if event.place and event.place.text == "مسجد الصادق"]
    assert found == ["KW"]
