"""What every extractor works on: words, clauses, dates, numbers and mentions of a report."""

from __future__ import annotations

from importlib.resources import files

import pytest
from extraction_samples import report, texts
from hypothesis import given, settings

from marsad.catalogue import load
from marsad.codebook.yaml_file import read_yaml
from marsad.extracting.document import Document, is_verb
from marsad.extracting.preparing import prepare
from marsad.extracting.sectors import sector
from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.words import cut


def document(text: str) -> Document:
    return prepare(report(text), cut(text), load()).doc


def clauses(text: str) -> list[str]:
    doc = document(text)
    return [doc.words.quote(a, b)[2] for a, b in doc.clauses]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("قتل جندي، وأصيب آخر.", ["قتل جندي", "وأصيب آخر"]),
        ("هاجم مسلحون ثكنة لكن الجنود صدوهم.", ["هاجم مسلحون ثكنة", "لكن الجنود صدوهم"]),
        ("عاد الرجل الذي خطف أمس.", ["عاد الرجل", "الذي خطف أمس"]),
        ("عاد الرجل (وهو تاجر) إلى بيته.", ["عاد الرجل", "وهو تاجر", "إلى بيته"]),
        ("عاد الرجل - وهو تاجر - إلى بيته.", ["عاد الرجل", "وهو تاجر", "إلى بيته"]),
        ("عاد الرجل. وسافر التاجر!", ["عاد الرجل", "وسافر التاجر"]),
        ("عنوان\nنص", ["عنوان", "نص"]),
        ("قال «عاد الرجل أمس» بهدوء.", ["قال «عاد الرجل أمس» بهدوء"]),
        ("كلام بلا ترقيم", ["كلام بلا ترقيم"]),
        ("", []),
    ],
)
def test_punctuation_and_connectors_cut_clauses_and_quotation_marks_do_not(text: str, cut: list[str]) -> None:
    assert clauses(text) == cut


@settings(max_examples=80)
@given(texts())
def test_clauses_cover_all_words_in_order_and_keep_within_sentences(text: str) -> None:
    doc = document(text)
    assert [w for a, b in doc.clauses for w in range(a, b)] == list(range(len(doc.words.forms)))
    for word in range(len(doc.words.forms)):
        first, last = doc.clause_of(word)
        sentence = doc.words.sentence_of(word)
        assert sentence.first <= first <= word < last <= sentence.last


@settings(max_examples=80)
@given(texts())
def test_dates_numbers_and_mentions_cut_their_words(text: str) -> None:
    doc = document(text)
    for date in doc.dates:
        assert date.first < date.last
        assert date.value.text
        assert date.value.text in text
    for number in doc.numbers:
        assert number.first <= number.core_first < number.core_last <= number.last
        assert not any(d.first < number.core_last and number.core_first < d.last for d in doc.dates)
    for mention in doc.mentions:
        assert text[mention.start : mention.end] == mention.text


def test_a_number_inside_a_date_is_no_number() -> None:
    doc = document("قتل سبعة جنود في 3 مايو 2026.")
    assert [doc.words.quote(n.first, n.last)[2] for n in doc.numbers] == ["سبعة"]
    assert [d.value.text for d in doc.dates] == ["3 مايو 2026"]


def test_words_of_dates_and_numbers_are_found_by_their_index() -> None:
    doc = document("قتل نحو سبعة جنود في 3 مايو 2026.")
    [number], [date] = doc.numbers, doc.dates
    assert doc.number_at(number.first) is number
    assert doc.number_at(number.first + 1) is None
    assert [doc.date_at(i) for i in range(date.first - 1, date.last + 1)] == [None, date, date, date, None][
        : date.last - date.first + 2
    ]
    assert doc.dated(0, len(doc.words.forms)) == [date]
    assert doc.dated(0, date.last - 1) == []


def test_an_entity_leaves_its_proclitic_out_and_a_span_keeps_it() -> None:
    doc = document("نقل البيان للجنود وبغداد خبرا.")
    assert doc.span(2, 3).text == "للجنود"
    assert doc.entity(3, 4).text == "بغداد"
    assert doc.entity(3, 4).country == "IQ"


def test_furniture_covers_the_words_that_it_touches() -> None:
    text = "اقرأ أيضا\nنص المقال"
    doc = prepare(report(text, furniture=((0, 9),)), cut(text), load()).doc
    assert [doc.in_furniture(i) for i in range(4)] == [True, True, False, False]


@pytest.mark.parametrize("word", ["قالت", "وأضاف", "يقولون", "هاجموا", "سيعلن", "وسيعلن", "استهدفت"])
def test_a_finite_verb_is_one(word: str) -> None:
    assert is_verb(fold(word))


@pytest.mark.parametrize("word", ["قتل", "بيان", "وزير", "يوم", "يناير", "مدينة", "وزارة", "فرنسا", "المسلحون"])
def test_a_noun_or_an_ambiguous_form_is_no_verb(word: str) -> None:
    assert not is_verb(fold(word))


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("ثلاثة جنود", "MIL"),
        ("شرطيان", "COP"),
        ("محكمة الجنايات", "JUD"),
        ("وزير الداخلية", "GOV"),
        ("نواب المعارضة", "LEG"),
        ("مسلحون مجهولون", "UAF"),
        ("متمردون", "REB"),
        ("متظاهرين", "CVL"),
        ("صحفيين", "MED"),
        ("أستاذ جامعي", "EDU"),
        ("طبيبا", "HLH"),
        ("عمال المصنع", "LAB"),
        ("تجار", "BUS"),
        ("لاجئين", "REF"),
        ("مدنيين", "CVL"),
        ("للجيش", "MIL"),
        ("أطباء بلا حدود", "NGO"),
        ("كتاب قديم", None),
        ("عناصر الشرطة", "COP"),
        ("عناصر مجهولين", "UAF"),
        ("ضابط في المخابرات", "SPY"),
        ("ضابط متقاعد", "MIL"),
        ("دورية مشتركة للجيش", "MIL"),
        ("دورية راجلة", "COP"),
        ("قوات الشرطة", "COP"),
        ("رئيس المحكمة", "JUD"),
        ("رئيس الوزراء", "GOV"),
        ("مسلحين من حركة طالبان", "REB"),
        ("رجال يرتدون ملابس عسكرية", "CVL"),
        ("رجال مسلحون", "UAF"),
        ("عناصر قوات الشرطة", "COP"),
        ("قوات الحكومة", "MIL"),
        ("ناشط سياسي", "OPP"),
        ("قتلى من الجيش", "MIL"),
        ("حافلة كبيرة قديمة بيضاء اللون أمام جامعة", "CVL"),
    ],
)
def test_the_words_of_a_phrase_tell_its_sector(phrase: str, code: str | None) -> None:
    doc = document(phrase)
    assert sector(doc, 0, len(doc.words.forms)) == code


def test_every_word_for_members_has_a_sector_of_its_own() -> None:
    cues = files("marsad.codebook") / "cues"
    listed = {w for words in read_yaml(cues / "sectors.yaml", dict[str, list[str]]).values() for w in words}
    members = read_yaml(cues / "members.yaml", dict[str, list[str]])
    assert {w for name in ("of_armed_bodies", "of_any_body") for w in members[name]} - listed == set()
