"""Mentions found in sentences written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.catalogue import load
from marsad.extracting.mentions import find_mentions, sector
from marsad.languages.arabic.words import cut
from marsad.records import Mention


def mentions(text: str) -> list[Mention]:
    return find_mentions(cut(text), load(), "r")


def of_type(text: str, kind: str) -> list[str]:
    return [m.text for m in mentions(text) if m.type == kind]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قال وزير الخارجية الروسي سيرغي تشيركاسوف إن", ["سيرغي تشيركاسوف"]),
        ("التقى الرئيس الكيني، جوزيف موانغي، الوفد", ["جوزيف موانغي"]),
        ("أعلن «نيكيتا زوتوف» المندوب الدائم لروسيا", ["نيكيتا زوتوف"]),
        ("قتل القيادي أبو حفص العدني في الغارة", ["أبو حفص العدني"]),
        ("أسس الجماعة سعيد بن مبارك الهاجري عام 2001", ["سعيد بن مبارك الهاجري"]),
        ("قال عبد الكريم الجابري للصحفيين", ["عبد الكريم الجابري"]),
        ("حضر محمد ربيع الكبيسي. ثم غادر الكبيسي القاعة", ["محمد ربيع الكبيسي", "الكبيسي"]),
        ("نقل عن نورلان موتويف تصريحه", ["نورلان موتويف"]),
        ("سعيد بنجاح العملية", []),
        ("زار الرئيس المدينة وقال الوزير إن الوضع هادئ", []),
        ("رئيس بلدية المدينة", []),
    ],
)
def test_persons(text: str, wanted: list[str]) -> None:
    assert of_type(text, "person") == wanted


def test_a_surname_alone_carries_the_whole_name() -> None:
    _, second = [m for m in mentions("وصل الوزير كمال السامرائي. وقال السامرائي") if m.type == "person"]
    assert second.name == "كمال السامرائي"


@pytest.mark.parametrize(
    ("text", "wanted", "country"),
    [
        ("الفرع الأفغاني لتنظيم «داعش» يتوسع", "isil-khorasan", "AF"),
        ("جناح القاعدة في اليمن", "aqap", "YE"),
        ("الذراع الصومالية لتنظيم القاعدة", "al-shabaab", "SO"),
    ],
)
def test_branches(text: str, wanted: str, country: str) -> None:
    groups = [m for m in mentions(text) if m.type == "group"]
    assert [m.entity for m in groups] == [wanted]
    entry = load().entry(wanted)
    assert entry is not None
    assert country in entry.countries


def test_a_branch_unknown_to_the_catalogue_stays_with_the_whole() -> None:
    groups = [m for m in mentions("الفرع الفرنسي لتنظيم داعش") if m.type == "group"]
    assert [(m.entity, m.text) for m in groups] == [("isil", "داعش")]


@pytest.mark.parametrize(
    ("text", "kind", "words", "country", "code"),
    [
        ("أعلنت وزارة الداخلية الطاجيكية", "government", "وزارة الداخلية الطاجيكية", "TJ", "GOV"),
        ("وجه القضاء التونسي التهمة", "government", "القضاء التونسي", "TN", "JUD"),
        ("قصف الجيش السوداني", "armed force", "الجيش السوداني", "SD", "MIL"),
        ("اعتقلت الشرطة الكينية", "armed force", "الشرطة الكينية", "KE", "COP"),
        ("قالت صحيفة «الفجر الجديد»", "media", "الفجر الجديد", None, "MED"),
        ("هاجمت حركة «رايات الشمال»", "group", "رايات الشمال", None, "REB"),
        ("وفق حزب التجديد العراقي", "organization", "حزب التجديد العراقي", "IQ", "PTY"),
        ("عبر تطبيق «سيرين شات»", "platform", "سيرين شات", None, None),
        ("انفجار في قرية زرنوقة", "place", "زرنوقة", None, None),
        ("نقل إلى سجن الهضاب", "place", "سجن الهضاب", None, None),
        ("قال الدبلوماسي الروسي", "role", "الدبلوماسي الروسي", "RU", "GOV"),
        ("نائب وزير الدفاع العراقي", "role", "نائب وزير الدفاع العراقي", "IQ", "GOV"),
        ("ستة مواطنين أفغان", "nationality", "أفغان", "AF", None),
    ],
)
def test_other_kinds(text: str, kind: str, words: str, country: str | None, code: str | None) -> None:
    (hit,) = [m for m in mentions(text) if m.type == kind and m.text == words]
    assert hit.country == country
    assert sector(hit) == code


def test_a_name_inside_another_is_kept_and_none_cross() -> None:
    held = mentions("أعلنت وزارة الداخلية الطاجيكية ذلك")
    assert [(m.type, m.text) for m in held] == [
        ("government", "وزارة الداخلية الطاجيكية"),
        ("nationality", "الطاجيكية"),
    ]


def test_namesakes_are_told_by_the_country_of_the_report() -> None:
    (libya,) = [m for m in mentions("اشتباكات في طرابلس ومصراتة غربي ليبيا") if m.text == "طرابلس"]
    (lebanon,) = [m for m in mentions("اشتباكات في طرابلس شمال لبنان قرب عكار اللبنانية") if m.text == "طرابلس"]
    assert (libya.country, lebanon.country) == ("LY", "LB")


def test_small_towns_need_their_country_or_a_word_before_them() -> None:
    assert of_type("رأى سحاب الصيف", "place") == []
    assert "سحاب" in of_type("وقع الحادث في مدينة سحاب", "place")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("عمان - «الخبر الأخير»\nوصل الوفد", ["الخبر الأخير"]),
        ("دمشق ـ مراسل «أفق الغد»", ["أفق الغد"]),
        ("نيروبي – 3 مايو 2020 (مرآة برس) قتل", ["مرآة برس"]),
        ('وقال مصدر لـ"دفتر المدينة" إن', ["دفتر المدينة"]),
        ("ذكرت «رواق الأيام» أن", ["رواق الأيام"]),
        ("بثت قناة نسيم نيوز لقطات", ["نسيم نيوز"]),
        ("نقلت وكالة سنابل الإخبارية عن", ["سنابل"]),
        ("في تسجيل بثته مؤسسة «الرواسي»", ["الرواسي"]),
        ("سلمه لـ«رفيق الطريق» قبل أيام", []),
        ("ذكرت «أن الوضع هادئ»", []),
        ("قناة على الإنترنت", []),
    ],
)
def test_outlets(text: str, wanted: list[str]) -> None:
    assert of_type(text, "media") == wanted


def test_a_body_is_told_by_what_it_goes_by() -> None:
    assert of_type("الفصيل المسلح المعروف باسم «رايات الفجر» هاجم", "group") == ["رايات الفجر"]
    assert of_type("الرجل المعروف باسم «رايات الفجر» هاجم", "group") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قالت رئيسة وحدة المتابعة في المركز، هيفاء العكيدي، إن", ["هيفاء العكيدي"]),
        ("أكد سفير موزمبيق لدى المنظمة، ألبرتو ماكامو، أن", ["ألبرتو ماكامو"]),
        ("حذر النقيب السابق للأطباء في الجنوب نبيل الحداد، في لقاء", ["نبيل الحداد"]),
        ("قال العميد المتقاعد فارس المعلوف إن", ["فارس المعلوف"]),
        ("اشترى خبزا، وزيتا طازجا، وعاد", []),
        ("نصب زعيما جديدا للحركة", []),
    ],
)
def test_persons_after_long_titles(text: str, wanted: list[str]) -> None:
    assert of_type(text, "person") == wanted


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("انفجار في بلدة زرنوقة بمحافظة حمص. وفي تونس هدوء", "SY"),
        ("هجوم على قرية زرنوقة السورية قرب الأردن", "SY"),
        ("بلدة زرنوقة بعيدة. وقال إن زرنوقة في شمال النيجر", "NE"),
        ("اشتكت نيجيريا من مسلحين في بلدة زرنوقة. وأسفر هجوم في زرنوقة بشمال الكاميرون عن قتلى", "CM"),
        ("بين بغداد ودمشق بلدة زرنوقة", None),
    ],
)
def test_an_unknown_place_takes_the_country_that_its_sentence_tells(text: str, country: str | None) -> None:
    held = [m for m in mentions(text) if m.text == "زرنوقة"]
    assert held
    assert {m.country for m in held} == {country}


def test_a_report_about_one_country_gives_it_to_its_unknown_places() -> None:
    text = "غارات على حلب. قصف على حماة. دمار في إدلب. وفي قرية زرنوقة هدوء"
    assert [m.country for m in mentions(text) if m.text == "زرنوقة"] == ["SY"]


def test_a_word_with_tanwin_is_no_town() -> None:
    assert of_type("يسعون دوماً إلى السلام في سوريا", "place") == ["سوريا"]
    assert of_type("دخلوا دوما في سوريا", "place") == ["دوما", "سوريا"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("فتح خفر السواحل النار", "armed force", "خفر السواحل"),
        ("تظاهروا أمام وزارة التربية", "government", "وزارة التربية"),
        ("أحالته النيابة العامة", "government", "النيابة العامة"),
        ("قال المركز العربي لدراسات الأزمات إن", "organization", "المركز العربي لدراسات الأزمات"),
    ],
)
def test_bodies_without_a_country(text: str, kind: str, words: str) -> None:
    assert of_type(text, kind) == [words]


LETTERS = st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةىئؤ\u0640\u064e\u200f «»\"'،.()-\n12x")
PIECES = st.sampled_from(
    [
        *("داعش", "القاعدة", "الرئيس", "محمد", "بن", "أبو", "عبد", "وزارة", "الداخلية", "الروسي", "مدينة"),
        *("«طالبان»", "فرع", "تنظيم", 'لـ"داعش"', "قال", "الشيخ", "للجيش", "و", "سجن", "في", "علي"),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(LETTERS, max_size=8)), max_size=25).map(" ".join))
def test_any_text_gives_sorted_spans_that_cut_their_words(text: str) -> None:
    held = mentions(text)
    assert all(text[m.start : m.end] == m.text and m.text for m in held)
    assert [m.start for m in held] == sorted(m.start for m in held)
    for i, a in enumerate(held):
        for b in held[i + 1 :]:
            assert b.start >= a.end or b.end <= a.end
    assert held == mentions(text)


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    assert all(m.report == "r" for m in mentions(text))
