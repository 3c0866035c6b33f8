"""Bodies of states and the offices of their holders, found in sentences written for these tests."""

from __future__ import annotations

import pytest

from marsad.catalogue import load
from marsad.extracting.mentions import find_mentions
from marsad.languages.arabic.words import cut
from marsad.records import Mention


def mentions(text: str) -> list[Mention]:
    return find_mentions(cut(text), load(), "r")


def entities(text: str, *kinds: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.entity) for m in mentions(text) if m.type in kinds]


def bodies(text: str) -> list[tuple[str, str | None]]:
    return entities(text, "government", "armed force")


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("أعلنت وزارة الداخلية الطاجيكية ذلك", "وزارة الداخلية الطاجيكية", "tj-ministry-of-interior"),
        ("أكدت وزارة داخلية طاجيكستان ذلك", "وزارة داخلية طاجيكستان", "tj-ministry-of-interior"),
        ("أكدت وزارة الداخلية في طاجيكستان ذلك", "وزارة الداخلية", "tj-ministry-of-interior"),
        ("وجه القضاء الطاجيكي التهمة", "القضاء الطاجيكي", "tj-judiciary"),
        ("وقالت الداخلية السورية إن", "الداخلية السورية", "sy-ministry-of-interior"),
        ("وأعلنت الدفاع الروسية أن", "الدفاع الروسية", "ru-ministry-of-defence"),
        ("انسحب جيش سوريا من البلدة", "جيش سوريا", "syrian-army"),
        ("سلم للجيش اللبناني", "جيش اللبناني", "lb-army"),
        ("اعتقلته شرطة نيروبي أمس", "شرطة نيروبي", "ke-police"),
        ("أيدت المحكمة العليا الباكستانية الحكم", "المحكمة العليا الباكستانية", "pk-supreme-court"),
        ("قضت محكمة جنايات القاهرة بحبسه", "محكمة جنايات القاهرة", "eg-courts"),
        ("قالت رئاسة الجمهورية التونسية", "رئاسة الجمهورية التونسية", "tn-presidency"),
        ("تنفي الحكومة الكورية الشمالية", "الحكومة الكورية الشمالية", "kp-government"),
        ("أقرت الحكومة العراقية الخطة", "الحكومة العراقية", "iq-government"),
        ("تحقق السلطات الكينية في الأمر", "السلطات الكينية", "ke-government"),
        ("أغارت القوات الأمريكية الخاصة على", "القوات الأمريكية الخاصة", "us-special-forces"),
        ("أغلقت السفارة الأمريكية في بغداد أبوابها", "السفارة الأمريكية", "us-embassy"),
        ("صوت مجلس الأمة الكويتي على القانون", "مجلس الأمة الكويتي", "kw-parliament"),
    ],
)
def test_bodies(text: str, words: str, entity: str) -> None:
    entry = load().entry(entity)
    assert entry is not None
    (hit,) = [m for m in mentions(text) if m.type in ("government", "armed force")]
    assert (hit.text, hit.entity, hit.name, hit.country) == (words, entity, entry.name, entry.country)


@pytest.mark.parametrize(
    "text",
    [
        "قالت وزارة الداخلية إن الشرطة أوقفت ثلاثة",
        "تراجع الجيش عن البلدة",
        "قالت الحكومة السورية المؤقتة",
        "قتل جنود الجيش الأفغانيين",
        "دان وزارة الداخلية الشيشانية",
        "القوات الحكومية في سوريا",
    ],
)
def test_without_a_state_there_is_no_entity(text: str) -> None:
    assert [entity for _, entity in bodies(text) if entity] == []


@pytest.mark.parametrize(
    "text",
    [
        "السياسة الخارجية الروسية تتغير",
        "تهديد أمن مصر واستقرارها",
        "قوات الدفاع السورية",
        "خطة الدفاع الروسي عن المدينة",
        "وصل الطبيب الروسي",
    ],
)
def test_words_that_name_no_body(text: str) -> None:
    assert [entity for _, entity in bodies(text) if entity] == []


def test_another_body_of_nearly_the_same_name_is_not_the_army() -> None:
    assert "syrian-army" not in [m.entity for m in mentions("هاجم الجيش السوري الحر البلدة")]


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("قال مندوب روسيا الدائم لدى الأمم المتحدة", "مندوب روسيا الدائم لدى الأمم المتحدة", "ru-mission-to-un"),
        ("دعا المندوب السوري الدائم لدى مجلس الأمن", "المندوب السوري الدائم لدى مجلس الأمن", "sy-mission-to-un"),
        ("قال الرئيس الكيني أمس", "الرئيس الكيني", "ke-presidency"),
        ("زار رئيس لبنان البلدة", "رئيس لبنان", "lb-presidency"),
        ("قال نائب وزير الدفاع العراقي", "نائب وزير الدفاع العراقي", "iq-ministry-of-defence"),
        ("أكد رئيس الوزراء الباكستاني", "رئيس الوزراء الباكستاني", "pk-prime-minister"),
        ("قال المتحدث باسم الجيش اللبناني", "المتحدث باسم الجيش اللبناني", "lb-army"),
        ("صرح قائد شرطة كابول للصحفيين", "قائد شرطة كابول", "af-police"),
        ("استدعت السفير الفرنسي وسلمته رسالة", "السفير الفرنسي", "fr-embassy"),
    ],
)
def test_offices_carry_the_id_of_their_body(text: str, words: str, entity: str) -> None:
    (role,) = [m for m in mentions(text) if m.type == "role"]
    body = load().entry(entity)
    assert body is not None
    assert (role.text, role.entity, role.name, role.country) == (words, entity, None, body.country)


@pytest.mark.parametrize(
    "text",
    [
        "قال رئيس الوزراء العراقي السابق",
        "قال السفير الأمريكي السابق في سوريا",
        "قال الدبلوماسي الروسي",
        "قال وزير الداخلية للصحفيين",
        "قال رئيس إقليم كردستان",
    ],
)
def test_former_holders_and_untold_offices_have_no_body(text: str) -> None:
    assert [entity for _, entity in entities(text, "role") if entity] == []


@pytest.mark.parametrize(
    ("text", "kind", "entity"),
    [
        ("قالت المنظمة الدولية للهجرة", "organization", "iom"),
        ("بعثة الأمم المتحدة للدعم في ليبيا", "organization", "unsmil"),
        ("قالت صحيفة «الوطن» السعودية", "media", "al-watan-saudi"),
        ("نقلت وكالة خاور الطاجيكية", "media", "khovar"),
        ("نشرته صحيفة نيزافيسيمايا غازيتا", "media", "nezavisimaya"),
        ("عبر شبكة أودنوكلاسنيكي", "platform", "odnoklassniki"),
        ("على تطبيق تام تام", "platform", "tamtam"),
    ],
)
def test_organizations_media_and_platforms(text: str, kind: str, entity: str) -> None:
    assert [m.entity for m in mentions(text) if m.type == kind] == [entity]


@pytest.mark.parametrize(
    "text",
    [
        "عادت الحياة إلى المدينة",
        "وصل إلى الرياض قادما من مكة",
        "بدأ اليوم السابع من الشهر",
        "سافر إلى الوطن عبر سوق عكاظ",
        "في قنا بصعيد مصر",
        "أبرز أخبار اليوم في المنطقة",
        "العالم العربي الجديد",
    ],
)
def test_common_words_name_no_outlet(text: str) -> None:
    assert entities(text, "media") == []
