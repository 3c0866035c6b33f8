from __future__ import annotations

import pytest

from marsad.extracting.speech.quotations import quotations
from marsad.languages.arabic.words import cut


def quoted(text: str) -> list[str]:
    words = cut(text)
    return [words.quote(q.first, q.last)[2] for q in quotations(words).all]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال «نعم نحن هنا» ومضى", ["نعم نحن هنا"]),
        ('قال "نعم نحن هنا" ومضى', ["نعم نحن هنا"]),
        ("قال “نعم نحن هنا” ومضى", ["نعم نحن هنا"]),
        ("قال ”نعم نحن هنا“ ومضى", ["نعم نحن هنا"]),
        ('تنظيم "القمة" وقناة لـ"النهر" معا', ["القمة", "النهر"]),
        ("قال «نحن، كما قالت «الجريدة»، هنا» ومضى", ["نحن، كما قالت «الجريدة»، هنا", "الجريدة"]),
        ("قال «نحن هنا\nفقرة أخرى", ["نحن هنا"]),
        ("لا شيء هنا» البتة", []),
    ],
)
def test_marks_open_and_close(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_unclosed_quotation_ends_where_its_speaker_is_told_of_again() -> None:
    from speech_texts import hear

    heard = hear("قالت المديرة: «ما نراه ليس هزيمة لهم بل انتشار. وأضافت أن المجموعات أخطر.\nوقعت الحادثة أمس.")
    assert heard.voice("انتشار").chain[0].direct
    assert not heard.voice("المجموعات").chain[0].direct
    assert heard.voice("الحادثة").chain == ()


def test_quotation_over_several_sentences_is_one_voice() -> None:
    from speech_texts import hear

    heard = hear("وقال: «لن نغادر. سنبقى في أرضنا. هذا قرارنا». وانتهى اللقاء.\n")
    assert heard.speech.utterances == ()
    heard = hear("وقال الشيخ: «لن نغادر. سنبقى في أرضنا. هذا قرارنا». وانتهى اللقاء.")
    assert heard.speakers("قرارنا") == [("speaker", "الشيخ")]
    assert heard.speakers("وانتهى") == []
