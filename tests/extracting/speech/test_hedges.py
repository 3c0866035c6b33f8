from __future__ import annotations

import pytest
from speech_texts import document

from marsad.extracting.speech import hedge_at, negated
from marsad.records import Certainty


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("قد يهاجم المسلحون المدينة", "يهاجم", "hedged"),
        ("قد هاجم المسلحون المدينة", "هاجم", None),
        ("ربما قتل القائد", "قتل", "hedged"),
        ("لا يستبعد وقوع هجوم", "هجوم", "hedged"),
        ("من المحتمل أن يقع هجوم", "هجوم", "hedged"),
        ("على الأرجح فر المنفذ", "فر", "hedged"),
        ("أوقف بتهمة قتل حارس", "قتل", "alleged"),
        ("أوقف رجل وقتل حارس بتهمة", "أوقف", None),
        ("الهجوم المزعوم على السوق", "الهجوم", "alleged"),
        ("يشتبه في قتل رجل", "قتل", "alleged"),
        ("قتل رجل في السوق", "قتل", None),
    ],
)
def test_hedges_before_and_after_a_trigger(text: str, trigger: str, certainty: Certainty | None) -> None:
    doc = document(text)
    at = doc.words.at(text.index(trigger))
    assert hedge_at(doc, 0, at + 1) == certainty


@pytest.mark.parametrize(
    ("text", "word", "is_negated"),
    [
        ("لم يقتل أحد", "يقتل", True),
        ("لن يغادر الجيش", "يغادر", True),
        ("لا يزال القتال مستمرا", "يزال", False),
        ("عدم وقوع إصابات", "إصابات", True),
        ("دون وقوع إصابات", "إصابات", True),
        ("لم يسفر الهجوم عن إصابات", "إصابات", True),
        ("أسفر الهجوم عن إصابات", "إصابات", False),
        ("دون أن يصاب أحد", "يصاب", True),
        ("لم يصل الوفد، وقتل حارس", "حارس", False),
        ("نفى وقوع إصابات", "إصابات", False),
    ],
)
def test_negation(text: str, word: str, is_negated: bool) -> None:
    doc = document(text)
    assert negated(doc, doc.words.at(text.index(word))) is is_negated


def test_words_out_of_range_are_not_negated() -> None:
    assert not negated(document("لم يقتل أحد"), 17)
    assert hedge_at(document(""), 0, 0) is None
