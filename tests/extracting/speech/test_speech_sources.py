from __future__ import annotations

import pytest
from speech_texts import Named, hear


def test_source_that_opens_a_sentence() -> None:
    heard = hear("وبحسب شهود عيان، أحرق المهاجمون ثلاثة منازل.")
    assert heard.speakers("أحرق") == [("speaker", "شهود عيان")]
    assert heard.voice("أحرق").certainty == "reported"


@pytest.mark.parametrize("source", ["بحسب الشرطة", "وفقا للشرطة", "كما أعلنت الشرطة", "حسبما أفادت الشرطة"])
def test_source_that_closes_a_sentence(source: str) -> None:
    heard = hear(f"أحرق مهاجمون ثلاثة منازل في القرية، {source}.")
    (link,) = heard.voice("أحرق").chain
    assert link.text.endswith("شرطة")


def test_a_day_may_stand_before_the_source_that_closes_a_sentence() -> None:
    heard = hear("أحرق مهاجمون ثلاثة منازل في القرية، كما ذكرت الجمعة مصادر رسمية.")
    assert heard.speakers("أحرق") == [("speaker", "مصادر رسمية")]


def test_closing_source_ends_before_a_relative_clause_of_the_authors() -> None:
    heard = hear("كانت الجماعة موالية للتنظيم، وذلك بحسب لجنة العقوبات التي أدرجتها عام 2005.")
    assert heard.speakers("موالية") == [("speaker", "لجنة العقوبات")]
    assert heard.speakers("أدرجتها") == []


def test_parenthetic_source_covers_both_sides() -> None:
    heard = hear("أما الفرع فيعتمد، وفق المرصد، على مواقع ثابتة.")
    assert heard.speakers("فيعتمد") == [("speaker", "المرصد")]
    assert heard.speakers("مواقع") == [("speaker", "المرصد")]


def test_closing_medium_is_the_channel_of_who_spoke() -> None:
    medium = Named("صوت الجنوب", "media", name="صوت الجنوب")
    heard = hear("قال الرئيس: «نحن بحاجة إلى الحوار معهم، لكن يجب ألا نتسرع، حسبما نقلت «صوت الجنوب».", medium)
    assert heard.speakers("نحن") == [("speaker", "الرئيس"), ("via", "صوت الجنوب")]
    assert heard.voice("نتسرع").chain[0].direct


def test_source_inside_a_frame() -> None:
    heard = hear("وقالت الوكالة نقلا عن مسؤولين محليين إن انتحاريا اقتحم المبنى.")
    assert heard.speakers("انتحاريا") == [("speaker", "مسؤولين محليين"), ("via", "الوكالة")]


@pytest.mark.parametrize("phrase", ["وفق القانون", "حسب الحاجة", "وفق خطة سرية", "بحسب الجدول"])
def test_rules_and_measures_are_no_sources(phrase: str) -> None:
    heard = hear(f"نقلت الحكومة السجناء {phrase}.")
    assert heard.speakers("السجناء") == []


def test_rumours_speak_for_nobody_by_name() -> None:
    heard = hear("أغلقت المدارس وسط شائعات عن هجوم وشيك.")
    assert heard.speakers("هجوم") == [("speaker", "شائعات")]
    assert heard.voice("هجوم").certainty == "alleged"
    assert heard.speakers("أغلقت") == []


def test_own_words_mark_the_running_speaker() -> None:
    heard = hear("قال القائد إن المعركة انتهت. والمدينة باتت آمنة، على حد قوله.")
    assert heard.speakers("آمنة") == [("speaker", "القائد")]


def test_headline_with_a_name_and_a_colon() -> None:
    heard = hear("وزارة الصحة: الإصابات في ارتفاع", Named("وزارة الصحة", "government"))
    assert heard.speakers("الإصابات") == [("speaker", "وزارة الصحة")]


def test_heading_with_a_colon_is_no_speaker() -> None:
    heard = hear("استهداف الحدود: تمثل المنطقة ممرا للمهربين.")
    assert heard.speakers("تمثل") == []


def test_date_before_the_verb_is_the_date_of_speech() -> None:
    heard = hear("ففي بداية ديسمبر 2021، أكد المندوب أن الفرع يهدد المنطقة.")
    utterance = heard.utterance("أكد")
    assert utterance.date is not None
    assert utterance.date.text == "بداية ديسمبر 2021"
    start = heard.doc.report.text.index("بداية")
    assert heard.speech.frame_dates == {(start, start + len("بداية ديسمبر 2021"))}


def test_date_of_what_is_said_is_none_of_speech() -> None:
    heard = hear("قال المندوب إن الهجوم وقع في مايو 2020.")
    assert heard.speech.frame_dates == frozenset()
    assert heard.voice("وقع").chain[0].date is None


def test_a_channel_that_passes_on_what_a_known_speaker_said() -> None:
    heard = hear("حذرت مستشارة السلام من الخلافات. ونقلت عنها صحيفة الوادي قولها إن القرى أحرقت.")
    assert heard.speakers("القرى أحرقت") == [("speaker", "مستشارة السلام"), ("via", "صحيفة الوادي")]


@pytest.mark.parametrize("through", ["في حديث إلى إذاعة الوادي", "في مداخلة مع إذاعة الوادي", "عبر إذاعة الوادي"])
def test_the_channel_one_speaks_to(through: str) -> None:
    heard = hear(f"قال المدير {through} إن القرى أحرقت.")
    assert heard.speakers("القرى أحرقت") == [("speaker", "المدير"), ("via", "إذاعة الوادي")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وثقت المنظمة 30 حالة خطف في الوادي.", "المنظمة"),
        ("أحصت قاعدة بيانات مستقلة أكثر من 900 حادثة في الوادي.", "قاعدة بيانات مستقلة"),
        ("تشير إحصاءات رسمية إلى أن 900 حادثة وقعت.", "إحصاءات رسمية"),
    ],
)
def test_who_counts_is_the_source_of_the_count(text: str, speaker: str) -> None:
    heard = hear(text)
    assert heard.speakers("30" if "30" in text else "900") == [("speaker", speaker)]


def test_an_inquiry_within_somebodys_words_leaves_them_his() -> None:
    heard = hear("أوضحت الوزارة أن التحريات كشفت أن الخلية خططت لهجوم.")
    assert heard.speakers("خططت") == [("speaker", "الوزارة")]


def test_whom_a_speaker_goes_on_to_urge_does_not_speak() -> None:
    heard = hear("حذرت المنظمة من العنف، وحثت الحكومات على تسريع العودة.")
    assert heard.speakers("تسريع") == [("speaker", "المنظمة")]
