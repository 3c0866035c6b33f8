from __future__ import annotations

import pytest
from extraction_samples import report, texts
from hypothesis import given, settings

from marsad.catalogue import load
from marsad.extracting.document import Document
from marsad.extracting.phrases import LONGEST, noun_phrase
from marsad.extracting.preparing import prepare
from marsad.languages.arabic.words import cut


def document(text: str) -> Document:
    return prepare(report(text), cut(text), load()).doc


def phrase(text: str, at: int = 0) -> str | None:
    doc = document(text)
    found = noun_phrase(doc, at, len(doc.words.forms))
    return doc.words.quote(*found)[2] if found else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("مسلحون مجهولون في المدينة", "مسلحون مجهولون"),
        ("رئيس بلدية المدينة أعلن ذلك", "رئيس بلدية المدينة"),
        ("سبعة جنود قتلوا أمس", "سبعة جنود"),
        ("اثنين من المهاجمين في الموصل", "اثنين من المهاجمين"),
        ("عدد من الجنود هربوا", "عدد من الجنود"),
        ("قوات الأمن، قبل الفجر", "قوات الأمن"),
        ("الجيش ومسلحين", "الجيش"),
        ("حافلة للجنود", "حافلة"),
        ("هذا الهجوم الكبير", "هذا الهجوم الكبير"),
        ("منزل في القرية", "منزل"),
        ("زعيم التنظيم الذي قتل أمس", "زعيم التنظيم"),
        ("الجنود أمس", "الجنود"),
        ("قادة الفصائل في المدينة", "قادة الفصائل"),
        ("أفراد الحرس وأحد المارة", "أفراد الحرس"),
        ("أسرة نازحة من القرية", "أسرة نازحة"),
    ],
)
def test_a_phrase_goes_on_until_something_ends_it(text: str, words: str) -> None:
    assert phrase(text) == words


@pytest.mark.parametrize("text", ["في المدينة", "قالت المرأة", "يهاجمون القرية", "الذي قتل", "أن الجيش", "لم يصل أحد"])
def test_no_phrase_starts_at_a_particle_or_a_verb(text: str) -> None:
    assert phrase(text) is None


def test_no_phrase_starts_at_its_own_end() -> None:
    assert noun_phrase(document("جنود"), 0, 0) is None


@settings(max_examples=80)
@given(texts())
def test_a_phrase_starts_at_its_head_and_stays_within_its_bounds(text: str) -> None:
    doc = document(text)
    size = len(doc.words.forms)
    for head in range(size):
        found = noun_phrase(doc, head, min(head + 6, size))
        if found is not None:
            assert found[0] == head
            assert head < found[1] <= min(head + 6, size)
            assert found[1] - head <= LONGEST + 6
