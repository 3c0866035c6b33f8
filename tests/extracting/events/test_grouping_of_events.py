"""What belongs to one event, and what is another."""

from __future__ import annotations

from datetime import date

import pytest
from event_samples import body, events, report, role

from marsad.extracting import extract
from marsad.records import Claim


def figures(text: str) -> list[Claim]:
    return [claim for claim in extract(report(text), model=False).claims if claim.kind == "figure"]


def events_of_figures(text: str) -> set[str | None]:
    return {c.figure.event for c in figures(text) if c.figure}


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت عبوة ناسفة في سوق بكابول أمس ما أدى إلى مقتل أربعة مدنيين وإصابة عشرة.",
        "أسفر هجوم نفذه تنظيم داعش عن مقتل سبعة مدنيين في كركوك.",
        "قتل ثلاثة جنود وأصيب سبعة آخرون في هجوم على ثكنة في كركوك يوم 5 مايو 2026.",
        "أطلق مسلحون النار على حافلة في كراتشي فقتلوا ستة ركاب.",
        "مقتل تسعة أشخاص في تفجير انتحاري ببغداد.",
        "نفذ مسلحون هجوما على سجن المدينة فقتلوا حارسين.",
    ],
)
def test_an_attack_and_its_toll_are_one_event(text: str) -> None:
    [event] = events(text)
    assert body(event).type == "ASSAULT"
    assert events_of_figures(text) == {event.id}


def test_the_attack_leads_and_not_the_toll_it_led_to() -> None:
    [event] = events("هاجم مسلحون مدرسة في دارفور، ما أدى إلى مقتل سبعة تلاميذ.")
    assert body(event).trigger.text == "هاجم"


def test_an_arrest_after_an_attack_is_another_event() -> None:
    text = "هاجم مسلحون ثكنة في الموصل فقتلوا شرطيين، واعتقلت القوات الأمنية اثنين من المهاجمين."
    attack, arrest = events(text)
    assert (body(attack).type, body(arrest).type) == ("ASSAULT", "COERCE")
    assert role(arrest, "agent") != role(attack, "agent")


def test_two_attacks_on_two_days_are_two_events() -> None:
    text = "قتل جنديان في هجوم في كركوك في 3 مايو. وفي 9 مايو قتل ضابط في تفجير في الموصل."
    one, other = events(text)
    assert one.date is not None
    assert other.date is not None
    assert (one.date.earliest, other.date.earliest) == (date(2026, 5, 3), date(2026, 5, 9))
    assert (one.place and one.place.text, other.place and other.place.text) == ("كركوك", "الموصل")


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("هاجم مسلحون حافلة في كراتشي أمس. وأسفر الهجوم عن مقتل ثمانية ركاب.", 8),
        ("فجر انتحاري حزامه الناسف في مسجد في قندهار. وقال الطبيب إن الانفجار أوقع 12 قتيلا.", 12),
        ("انفجرت سيارة مفخخة في بغداد. وارتفع عدد القتلى إلى 18.", 18),
    ],
)
def test_a_toll_told_later_belongs_to_the_attack_told_before(text: str, toll: int) -> None:
    [event] = events(text)
    [figure] = figures(text)
    assert figure.figure is not None
    assert (figure.figure.low, figure.figure.event) == (toll, event.id)


def test_a_denied_event_is_kept_with_its_figure_both_denied() -> None:
    text = "نفى المتحدث باسم الجيش مقتل خمسة جنود في كمين قرب درعا."
    [event], [figure] = events(text), figures(text)
    assert (event.certainty, figure.certainty) == ("denied", "denied")
    assert figure.figure is not None
    assert figure.figure.event == event.id


def test_evidence_stays_within_one_sentence_and_covers_the_trigger() -> None:
    text = "كان الطقس باردا. هاجم مسلحون ثكنة في بنغازي فقتلوا حارسين. وعاد الهدوء لاحقا."
    [event] = events(text)
    assert event.text == "هاجم مسلحون ثكنة في بنغازي فقتلوا حارسين"
    assert event.start <= body(event).trigger.start < body(event).trigger.end <= event.end


def test_evidence_is_never_longer_than_a_claim_may_be() -> None:
    listed = " ".join(["وقرية صغيرة بعيدة عن الطريق"] * 60)
    claims = extract(report(f"هاجم مسلحون ثكنة {listed} في بنغازي وقتلوا تسعة جنود."), model=False).claims
    assert {c.kind for c in claims} == {"event", "figure"}
    assert max(len(c.text) for c in claims) <= 600


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("قتل مسلحون جنديين في كركوك ردا على الهجوم الانتحاري الذي أوقع 30 قتيلا في الموصل.", {"قتل": 2, "الهجوم": 30}),
        ("قصف الجيش مواقع للمسلحين بعد ثلاثة أيام على الهجوم الذي أوقع 30 قتيلا في الموصل.", {"الهجوم": 30}),
        (
            "أسفر هجوم على قرية قرب غاو عن مقتل 11 شخصا فيما قتل 40 آخرون في تفجيرين استهدفا محطتين في كيدال.",
            {"هجوم": 11, "قتل": 40},
        ),
    ],
)
def test_attacks_told_as_answers_or_beside_each_other_keep_their_own_tolls(text: str, tolls: dict[str, int]) -> None:
    triggers = {event.id: body(event).trigger.text for event in events(text)}
    killed = [c.figure for c in figures(text) if c.figure and c.figure.measure == "killed"]
    assert {triggers[f.event or ""]: f.low for f in killed} == tolls


def test_an_event_told_in_answer_to_another_has_its_own_place() -> None:
    text = "قتل مسلحون جنديين في كركوك ردا على هجوم انتحاري أوقع 30 قتيلا في الموصل."
    places = {body(event).trigger.text: event.place and event.place.text for event in events(text)}
    assert places == {"قتل": "كركوك", "هجوم": "الموصل"}


def test_the_wounded_of_one_attack_are_told_beside_its_dead() -> None:
    [event] = events("قتل سبعة جنود فيما أصيب عشرة آخرون بجروح في هجوم على ثكنة في كركوك.")
    assert body(event).type == "ASSAULT"


@pytest.mark.parametrize(
    "text",
    [
        "قتل ستة جنود في كمين في عدن، وقتل شرطي برصاص مسلحين في لحج.",
        "قتل 19 شخصا في هجوم في ولاية خوست، وبعدها بأيام أصيب 12 مدنيا في هجوم استهدف سوقا.",
    ],
)
def test_tolls_of_two_places_or_two_days_are_of_two_events(text: str) -> None:
    assert len(events(text)) == 2
    assert len(events_of_figures(text)) == 2


def test_a_toll_without_a_place_of_its_own_is_of_the_same_event() -> None:
    text = "قتل ستة جنود في كمين في عدن، وقتل اثنان من المهاجمين."
    assert len(events(text)) == 1
