from __future__ import annotations

from datetime import date

import pytest
from figure_samples import Row, body, check, claims, figures, rows

from marsad.catalogue import load as load_catalogue
from marsad.codebook import load
from marsad.extracting import extract
from marsad.extracting.figures.joining import in_one_breath
from marsad.extracting.preparing import prepare
from marsad.languages.arabic.words import cut
from marsad.records import Report

MEASURES = rows("measures.yaml")


@pytest.mark.parametrize("row", MEASURES)
def test_a_number_takes_its_measure_from_the_words_around_it(row: Row) -> None:
    check(row)


def test_the_table_has_every_measure_of_the_codebook() -> None:
    assert {figure["measure"] for row in MEASURES for figure in row.values[0].figures} == set(load().measures)


@pytest.mark.parametrize("row", rows("numbers_of_figures.yaml"))
def test_numbers_in_all_their_forms_give_their_bounds_and_parts(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", rows("no_figures.yaml"))
def test_a_number_of_something_else_gives_no_figure(row: Row) -> None:
    check(row)


def test_every_part_points_to_the_same_whole() -> None:
    whole, *parts = figures("خطف مسلحون 20 شخصا، بينهم خمس نساء وثلاثة أطفال.")
    assert body(whole).part_of is None
    assert [body(part).part_of for part in parts] == [whole.id, whole.id]


def test_a_figure_belongs_to_the_nearest_event_of_a_fitting_type() -> None:
    text = "اعتقلت الشرطة التونسية ستة أشخاص بعد الهجوم الذي أوقع أربعة قتلى في سوسة يوم 3 مايو 2026."
    kinds = {c.id: c.event.type for c in claims(text, "event") if c.event}
    assert [(body(f).measure, kinds[body(f).event or ""]) for f in figures(text)] == [
        ("arrested", "COERCE"),
        ("killed", "ASSAULT"),
    ]


def test_what_and_joins_to_a_count_is_of_the_same_event_though_another_stands_nearer() -> None:
    text = "وقتل قرابة 25 من الحوثيين و قوات صالح و8 من المقاومة الشعبية واصيب العشرات من الطرفين في مواجهات بمدينة تعز الخميس."
    found = extract(Report(id="r", source="r.txt", sha256="0" * 64, text=text, published=date(2026, 5, 20))).claims
    triggers = {c.id: c.event.trigger.text for c in found if c.event}
    assert set(triggers.values()) == {"وقتل", "واصيب"}
    killed = {body(c).low: triggers[body(c).event or ""] for c in found if c.figure and c.figure.measure == "killed"}
    assert killed == {25: "وقتل", 8: "وقتل"}


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("قتل 25 من الحوثيين و قوات صالح و8 من المقاومة.", True),
        ("قتل 25 من الحوثيين في صعدة و8 من المقاومة.", False),
        ("قتل 25 من الحوثيين وأصابت القذائف منازل و8 من المقاومة.", False),
        ("قتل 25 من الحوثيين، ثم 8 من المقاومة.", False),
    ],
)
def test_only_whom_it_counts_stands_between_a_number_and_the_one_joined_to_it(text: str, one: bool) -> None:
    report = Report(id="r", source="r.txt", sha256="0" * 64, text=text, published=date(2026, 5, 20))
    words = cut(text)
    doc = prepare(report, words, load_catalogue(), None).doc
    first, second = (n for n in doc.numbers if n.value.low in (25, 8))
    assert in_one_breath(doc, first, second) is one


def test_a_figure_belongs_to_what_stands_before_it_rather_than_to_what_begins_the_next_clause() -> None:
    text = (
        "من أبرزها الهجوم على سوق في كسلا في مارس الماضي الذي أدى إلى مقتل 17 شخصا، "
        "والهجوم على نزل في بورتسودان في يونيو الذي أوقع تسعة قتلى."
    )
    triggers = {c.id: c.event.trigger.text for c in claims(text, "event") if c.event}
    assert [(body(f).low, triggers[body(f).event or ""]) for f in figures(text)] == [(17, "الهجوم"), (9, "والهجوم")]


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون دورية في التل. من جهة أخرى عثرت الشرطة على جثتي رجلين قرب النهر.",
        "هاجم مسلحون دورية في التل، فيما عثر على جثتي حارسين قرب النهر.",
        "هاجم مسلحون دورية في التل، بينما أصيب ثلاثة حراس بجروح في حادث منفصل.",
    ],
)
def test_a_figure_of_another_matter_does_not_belong_to_the_event_before_it(text: str) -> None:
    [figure] = figures(text)
    assert body(figure).event is None


def test_what_happened_meanwhile_may_belong_to_the_event_before_it() -> None:
    [figure] = figures("هاجم مسلحون ثكنة في التل، فيما أصيب ثلاثة حراس بجروح.")
    assert body(figure).event is not None


def test_a_figure_without_an_event_has_none() -> None:
    [figure] = figures("يوجد في المنطقة 300 مقاتل أجنبي.")
    assert body(figure).event is None


def test_a_figure_has_the_day_and_place_of_its_event() -> None:
    text = "هاجم مسلحون حافلة في كراتشي أمس. وأسفر الهجوم عن مقتل ثمانية ركاب."
    [figure] = figures(text)
    assert figure.date is not None
    assert figure.place is not None
    assert (figure.date.earliest, figure.place.text) == (date(2026, 5, 19), "كراتشي")


def test_a_figure_in_a_sentence_with_a_day_of_its_own_keeps_it() -> None:
    text = "هاجم مسلحون حافلة في كراتشي في 10 مايو 2026. وارتفع عدد القتلى إلى تسعة في 14 مايو 2026."
    [figure] = figures(text)
    assert figure.date is not None
    assert figure.date.earliest == date(2026, 5, 14)


def test_rival_tolls_are_two_claims_in_two_voices() -> None:
    text = "قال الجيش إن سبعة جنود قتلوا في الكمين قرب كركوك. وقال سكان إن 12 جنديا قتلوا في الكمين."
    tolls = figures(text)
    assert [body(f).low for f in tolls] == [12, 7]
    assert [f.certainty for f in tolls] == ["reported", "reported"]
    assert tolls[0].voice[0].text != tolls[1].voice[0].text


def test_evidence_of_a_figure_holds_its_number_and_its_words() -> None:
    text = "كان الطقس باردا. قتل سبعة جنود في كمين قرب كركوك. وعاد الهدوء."
    [figure] = figures(text)
    assert figure.text == "قتل سبعة جنود في كمين قرب كركوك"


def test_a_pronoun_takes_up_those_counted_in_the_sentence_before_and_none_from_further_up() -> None:
    near, far = (
        figures(f"أصيب ثلاثون شخصا في الانفجار. {between}وقال طبيب إن ثلاثة منهم في حالة حرجة.")
        for between in ("", "وزار الوزير المستشفى. وجاء زملاء الطبيب من العاصمة. ")
    )
    assert [body(figure).low for figure in near] == [30, 3]
    assert body(near[1]).part_of == near[0].id
    assert [body(figure).low for figure in far] == [30]
