"""Where names of the catalogue are found, and where words that look like them are left alone."""

from __future__ import annotations

import pytest

from marsad.catalogue import Entry, PlaceEntry, load
from marsad.catalogue.peoples import Demonym
from marsad.languages.arabic.words import cut


def found(text: str) -> list[str]:
    """What a text names: ids of entries and places, codes of countries, and of adjectives after `people:`."""
    book, words = load(), cut(text)
    out = []
    for match in book.find(words):
        meaning = book.meaning(match.names[0])
        if isinstance(meaning, PlaceEntry) and meaning.kind == "country":
            out.append(meaning.country or "")
        else:
            out.append(f"people:{meaning.country}" if isinstance(meaning, Demonym) else meaning.id)
    return out


def actors(text: str) -> list[str]:
    book = load()
    return [meaning.id for match in book.find(cut(text)) if isinstance(meaning := book.meaning(match.names[0]), Entry)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("هاجم داعش القرية", ["isil"]),
        ('انضموا لـ"داعش" ثم', ["isil"]),
        ("عناصر من د\u064eاعش هناك", ["isil"]),
        ("تنظيم الدولة الاسلامية في العراق والشام", ["isil"]),
        ("مقاتلو ولاية خراسان", ["isil-khorasan"]),
        ("حركة أوزبكستان الإسلامية", ["imu"]),
        ("تنظيم «القاعدة» أعلن", ["al-qaida"]),
        ("القاعدة في جزيرة العرب", ["aqap"]),
        ("حركة «طالبان» الأفغانية", ["taliban"]),
        ("مجلس الأمن الدولي", ["un-security-council"]),
        ("صحيفة «الشرق الأوسط» قالت", ["asharq-al-awsat"]),
    ],
)
def test_names_in_all_spellings(text: str, wanted: list[str]) -> None:
    assert actors(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "وصل إلى القاعدة العسكرية الروسية",
        "هبطت في القاعدة الجوية",
        "قاعدة بيانات كبيرة",
        "هذه القاعدة لا تنطبق",
        "نجح طالبان جامعيان",
        "طالبان في كلية الطب",
        "في محافظة ولاية خراسان الشمالية",
        "استقبلوه بكل حماس",
    ],
)
def test_common_words_name_no_group(text: str) -> None:
    assert actors(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("في طاجكستان", ["TJ"]),
        ("وبطاجيكستان", ["TJ"]),
        ("بطاجيكستان", ["TJ"]),
        ("الوفد الروسي والطاجيك", ["people:RU", "people:TJ"]),
        ("ضباط أمريكيون وأميركية", ["people:US", "people:US"]),
        ("وحدات من الجيش", []),
        ("مدينة وحدات", ["wof:421182033"]),
        ("وزير المالية", []),
        ("الجيش المالي", ["people:ML"]),
        ("في شمال مالي", ["ML"]),
        ("دعم مالي كبير", []),
    ],
)
def test_countries_peoples_and_towns(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted
