from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from cluster_samples import attack
from told_samples import read, told

from marsad.merging import Rulings, tellings_of
from marsad.merging.beside import definite
from marsad.merging.likeness import features
from marsad.merging.outline import outline_of
from marsad.records import Certainty, Claim, DateRange, EventBody, FigureBody, Place, Report, Role, Span

TEXT = (
    "قتل تسعة جنود في هجوم على ثكنة في غاو فجر الأحد. "
    "وأعلن تنظيم القاعدة مسؤوليته عن الهجوم. "
    "وفي كيدال انفجرت عبوة ناسفة لدى مرور رتل. "
    "ونفى المتحدث وقوع هجوم آخر في المدينة."
)
REPORT = Report(id="r", source="r", sha256="", text=TEXT, published=date(2021, 5, 10))
SUNDAY = DateRange(earliest=date(2021, 5, 9), latest=date(2021, 5, 9), precision="day")


def claim(
    words: str, trigger: str, place: tuple[str, float, float] | None = None, when: DateRange | None = None,
    certainty: Certainty = "asserted", agent: str | None = None,
) -> Claim:  # fmt: skip
    start = TEXT.index(words)
    at = TEXT.index(trigger, start)
    where = None
    if place:
        name, latitude, longitude = place
        found = TEXT.index(name)
        where = Place(
            name, found, found + len(name), name=name, id=f"t:{name}", country="ML", latitude=latitude, longitude=longitude,
            precision="town",
        )  # fmt: skip
    roles = (Role(agent, 0, 0, role="agent", entity=agent),) if agent else ()
    return Claim(
        id=words, report="r", kind="event", start=start, end=start + len(words), text=words, certainty=certainty, date=when,
        place=where, event=EventBody(type="ASSAULT", trigger=Span(trigger, at, at + len(trigger)), roles=roles),
    )  # fmt: skip


LEAD = claim("قتل تسعة جنود في هجوم على ثكنة في غاو فجر الأحد", "قتل", ("غاو", 16.27, -0.04), SUNDAY)
AGAIN = claim("عن الهجوم", "الهجوم", agent="al-qaida")
ELSEWHERE = claim("وفي كيدال انفجرت عبوة ناسفة لدى مرور رتل", "انفجرت", ("كيدال", 18.44, 1.41))
DENIED = claim("وقوع هجوم آخر في المدينة", "هجوم", certainty="denied")


def ids(*claims: Claim, rulings: Rulings | None = None) -> list[list[str]]:
    found = tellings_of(REPORT, claims, rulings) if rulings else tellings_of(REPORT, claims)
    return [[claim.id for claim in telling.events] for telling in found]


def test_the_attack_named_again_is_the_same() -> None:
    assert ids(LEAD, AGAIN) == [[LEAD.id, AGAIN.id]]


def test_another_town_is_another_event() -> None:
    assert ids(LEAD, AGAIN, ELSEWHERE) == [[LEAD.id, AGAIN.id], [ELSEWHERE.id]]


def test_another_attack_is_no_repetition() -> None:
    another = replace(DENIED, id="another", certainty="asserted")
    assert ids(LEAD, another) == [[LEAD.id], ["another"]]


def test_a_denial_is_told_with_what_it_denies_and_alone_is_no_event() -> None:
    assert [[c.id for c in telling.denials] for telling in tellings_of(REPORT, [LEAD, DENIED])] == [[DENIED.id]]
    assert tellings_of(REPORT, [DENIED]) == []


def test_figures_come_with_their_event() -> None:
    body = FigureBody(measure="killed", low=9, high=9, event=LEAD.id)
    figure = replace(LEAD, id="nine", kind="figure", event=None, figure=body)
    (telling,) = tellings_of(REPORT, [LEAD, AGAIN, figure])
    assert telling.figures == (figure,)


def test_what_is_excluded_is_left_out() -> None:
    assert ids(LEAD, ELSEWHERE, rulings=Rulings(excluded=frozenset({LEAD.id}))) == [[ELSEWHERE.id]]


def test_a_person_parts_and_joins_claims_of_one_report() -> None:
    assert ids(LEAD, AGAIN, rulings=Rulings(apart=frozenset({(AGAIN.id, LEAD.id)}))) == [[LEAD.id], [AGAIN.id]]
    joined = ids(LEAD, ELSEWHERE, rulings=Rulings(same=frozenset({(LEAD.id, ELSEWHERE.id)})))
    assert joined == [[LEAD.id, ELSEWHERE.id]]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "قتل تسعة جنود في هجوم شنه مسلحون على ثكنة في غاو فجر الأحد. وقال المتحدث إن عشرة جنود قتلوا وخمسة أصيبوا.",
            [{9, 10}],
        ),
        (
            "انفجرت سيارة مفخخة في سوق في غاو ما أدى إلى مقتل تسعة أشخاص. "
            "كما انفجرت عبوة ناسفة في كيدال ما أدى إلى مقتل أربعة أشخاص.",
            [{9}, {4}],
        ),
        (
            "قتل خمسون شخصا في هجمات في مالي أمس. وأسفر هجوم على ثكنة في غاو عن مقتل 12 جنديا.",
            [{50}, {12}],
        ),
        (
            "لقي تسعة أشخاص مصرعهم في حادثين منفصلين في مالي أمس. وقتل أربعة منهم في تفجير في غاو.",
            [{9}, {4}],
        ),
        (
            "قتل سبعة أشخاص في هجوم على سوق في غاو أمس. ويأتي الهجوم غداة مقتل عشرين شخصا في تفجير مماثل.",
            [{7}, {20}],
        ),
        (
            "قتل مسلحون جنديين في غاو ردا على هجوم أوقع 30 قتيلا في كيدال.",
            [{2}, {30}],
        ),
        (
            "قتل مسلحون تسعة جنود في غاو أمس. وقبل أسبوع قتل عشرون شخصا في تفجير في كيدال. "
            "وأدى هذا التفجير إلى إصابة العشرات ومقتل 25 شخصا بحسب حصيلة جديدة.",
            [{9}, {20, 25}],
        ),
        (
            "نفذ مسلحون سلسلة تفجيرات في باماكو بما في ذلك هجوم كبير في كيدال أودى بحياة أكثر من 100 شخص.",
            [set(), {100}],
        ),
    ],
)
def test_a_report_keeps_rival_counts_of_one_attack_together_and_those_of_two_apart(
    text: str, tolls: list[set[int]]
) -> None:
    found = told(read("r", text, date(2021, 5, 10)))
    assert [
        {claim.figure.low for claim in telling.figures if claim.figure and claim.figure.measure == "killed"}
        for telling in found
    ] == tolls


def test_an_event_named_again_far_down_is_told_once() -> None:
    text = (
        "شهدت تمبكتو هجوما على ثكنة أوقع تسعة قتلى الأحد.\n\nوزار الوزير المدينة. وقال إن التحقيق بدأ. "
        "ودعا الناس إلى الصبر. ووصلت تعزيزات.\n\nوبدأت الحكومة حملة واسعة بعد تفجير تمبكتو."
    )
    first, *others = told(read("r", text, date(2021, 5, 10)))
    assert [c.proposed_by for c in first.events] == ["event:هجوم", "passing:تفجير"]
    assert others == []


def test_what_is_only_named_may_be_older_than_what_a_report_opens_with() -> None:
    opened, named = (
        outline_of(told(read("r", text, date(2021, 5, 10)))[0])
        for text in ("هاجم مسلحون ثكنة في تمبكتو بالقذائف.", "بدأت الحكومة حملة واسعة بعد تفجير تمبكتو.")
    )
    assert opened.leading
    assert not named.leading
    assert opened.earliest is not None
    assert named.earliest is not None
    assert named.earliest < opened.earliest


def test_a_toll_that_somebody_gives_without_more_is_of_the_attack_told_last() -> None:
    text = (
        "شهدت مدينة غاو هجوما انتحاريا أوقع تسعة قتلى الأحد. وأغلقت السلطات الأسواق. وزار الوزير المدينة. "
        "وقال المحافظ إن 11 شخصا قتلوا وأصيب عشرون."
    )
    (telling,) = told(read("r", text, date(2021, 5, 10)))
    assert [claim.figure.low for claim in telling.figures if claim.figure] == [9, 11, 20]


def test_a_toll_with_a_place_of_its_own_may_be_of_another_attack() -> None:
    text = (
        "شهدت مدينة غاو هجوما انتحاريا أوقع تسعة قتلى الأحد. وأغلقت السلطات الأسواق. وزار الوزير المدينة. "
        "وقال المحافظ إن 11 شخصا قتلوا في مدينة كيدال."
    )
    first, second = told(read("r", text, date(2021, 5, 10)))
    assert [claim.figure.low for claim in first.figures if claim.figure] == [9]
    assert [claim.figure.low for claim in second.figures if claim.figure] == [11]


@pytest.mark.parametrize(
    ("trigger", "takes_up"),
    [
        ("الهجوم", True),
        ("تعرض للهجوم", True),
        ("وبالهجوم", True),
        ("هجوم", False),
        ("إطلاق النار", False),
        ("فجر نفسه", False),
    ],
)
def test_a_trigger_takes_up_what_was_told_where_the_word_for_the_deed_is_definite(trigger: str, takes_up: bool) -> None:
    (made,) = attack("r").events
    assert made.event
    assert definite(replace(made, event=replace(made.event, trigger=Span(trigger, 0, len(trigger))))) is takes_up


def test_blasts_in_two_quarters_of_a_city_are_two() -> None:
    text = (
        "قتل خمسة أشخاص بانفجار سيارة مفخخة في منطقة الشعب شمال شرقي بغداد الأحد. "
        "وقتل أربعة أشخاص بانفجار سيارة مفخخة في منطقة البياع غرب العاصمة الأحد."
    )
    found = told(read("quarters", text, date(2021, 5, 10)))
    places = [outline_of(t).spot for t in found]
    assert [p.id for p in places if p] == ["wof:1796500273", "wof:1796500293"]
    one, other = (outline_of(t) for t in found)
    assert [name for name, _, _ in features(one, other) if name.endswith("place")] == ["other-place"]


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("وفي حوادث مماثلة", [[1, 6], [3, 5]]),
        ("وفي انفجار ثان", [[1, 6], [3, 5]]),
        ("وفي انفجار العبوة", [[1, 6, 3, 5]]),
    ],
)
def test_a_clause_that_opens_with_another_incident_tells_another_event(opening: str, found: list[list[int]]) -> None:
    text = f"قتل شخص وأصيب ستة بانفجار عبوة في بغداد أمس. {opening} قتل ثلاثة جنود وأصيب خمسة في المدينة."
    given = told(read("r", text, date(2021, 5, 10)))
    assert [[claim.figure.low for claim in one.figures if claim.figure] for one in given] == found
