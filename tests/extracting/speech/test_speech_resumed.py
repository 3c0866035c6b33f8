from __future__ import annotations

import pytest
from speech_texts import Named, hear

ENVOY = Named("إيغور لازاريف", "person", name="إيغور لازاريف")
RUSSIA = Named("روسيا", "place", name="روسيا", country="RU")
RUSSIAN = Named("الروسي", "nationality", country="RU")


@pytest.mark.parametrize("verb", ["وأضاف", "وتابع", "وأوضح", "وقال"])
def test_verb_without_subject_goes_on_with_the_last_speaker(verb: str) -> None:
    heard = hear(f"قال مدير المستشفى إن الجرحى عشرة.\n{verb} أن حالتين حرجتان.")
    assert heard.speakers("حالتين") == [("speaker", "مدير المستشفى")]


def test_gender_of_the_verb_finds_the_right_speaker() -> None:
    heard = hear("قالت الوزيرة إن الخطة جاهزة. وقال النائب إن الخطة غامضة، مشيرا إلى نقص المال. وأضاف أنه قلق.")
    assert heard.speakers("نقص") == [("speaker", "النائب")]
    assert heard.speakers("قلق") == [("speaker", "النائب")]


def test_participle_takes_the_sentences_speaker() -> None:
    heard = hear("أكدت الوزارة أن الطرق آمنة، مضيفة أن الدوريات مستمرة، ومحذرة من الشائعات.")
    assert heard.speakers("الدوريات") == [("speaker", "الوزارة")]
    assert heard.speakers("الشائعات") == [("speaker", "الوزارة")]
    assert heard.utterance("ومحذرة").kind == "warned"


def test_participle_takes_the_one_who_acts() -> None:
    heard = hear("التقى إيغور لازاريف وفدا محليا، مؤكدا أن الحوار مستمر.", ENVOY)
    assert heard.speakers("الحوار") == [("speaker", "إيغور لازاريف")]


def test_office_and_nationality_call_back_a_name() -> None:
    heard = hear(
        "قال إيغور لازاريف مندوب روسيا الدائم إن الفرع يتوسع.\nوأشار الدبلوماسي الروسي إلى أهمية العقوبات.",
        ENVOY, RUSSIA, RUSSIAN,
    )  # fmt: skip
    speaker = heard.voice("العقوبات").chain[0]
    assert (speaker.text, speaker.name) == ("الدبلوماسي الروسي", "إيغور لازاريف")


def test_another_nationality_calls_back_nobody() -> None:
    chinese = Named("الصيني", "nationality", country="CN")
    heard = hear(
        "قال إيغور لازاريف مندوب روسيا الدائم إن الفرع يتوسع.\nوأشار الدبلوماسي الصيني إلى أهمية العقوبات.",
        ENVOY, RUSSIA, chinese,
    )  # fmt: skip
    assert heard.voice("العقوبات").chain[0].name is None


def test_last_name_in_quotation_marks_calls_back_the_whole() -> None:
    last = Named("لازاريف", "person")
    heard = hear("قال إيغور لازاريف إن الوفد وصل.\nوقال «لازاريف» إن المحادثات صعبة.", ENVOY, last)
    speaker = heard.voice("المحادثات").chain[0]
    assert (speaker.text, speaker.name) == ("لازاريف", "إيغور لازاريف")


def test_report_calls_back_its_publisher() -> None:
    heard = hear(
        "ووفق تقرير نشرته مجلة «آفاق الجنوب» في نوفمبر 2020 بعنوان «شبكات الصحراء»، فإن النشاط يتنامى.\n"
        "وقال التقرير إن القنوات بلغت مئة."
    )
    first, second = heard.voice("النشاط").chain[0], heard.voice("القنوات").chain[0]
    assert (first.name, second.text, second.name) == ("آفاق الجنوب", "التقرير", "آفاق الجنوب")
    assert first.date is not None
    assert first.date.text == "نوفمبر 2020"


def test_report_does_not_speak_on_unmarked() -> None:
    heard = hear("وقال التقرير إن القنوات بلغت مئة.\nوتسعى الجماعة إلى التوسع في لغات أخرى.")
    assert heard.speakers("وتسعى") == []


def test_indirect_speech_ends_with_its_sentence() -> None:
    heard = hear("قال الحاكم إن الوضع هادئ. وانفجرت عبوة قرب السوق.")
    assert heard.speakers("وانفجرت") == []


def test_author_speaks_again_after_however() -> None:
    heard = hear("قال الحاكم إن الوضع هادئ، غير أن اشتباكات اندلعت ليلا.")
    assert heard.speakers("هادئ") == [("speaker", "الحاكم")]
    assert heard.speakers("اشتباكات") == []


def test_coordinated_clauses_stay_inside() -> None:
    heard = hear("قال الحاكم إن الوضع هادئ وإن السوق فتحت أبوابها، وأن المدارس ستعود.")
    assert heard.speakers("المدارس") == [("speaker", "الحاكم")]


def test_next_speaker_ends_the_first() -> None:
    heard = hear("قال الحاكم إن الوضع هادئ، بينما أكد سكان أن القصف مستمر.")
    assert heard.speakers("القصف") == [("speaker", "سكان")]


def test_hedge_of_nobody_ends_where_what_is_known_is_called_back() -> None:
    heard = hear("ويبدو أن المدينة ستواجه أزمة، خاصة بعد أن أعادت الحكومة خمسين طفلا.")
    assert heard.voice("أعادت").certainty is None
