"""Groups of Africa, Europe and the Americas, found by the names that Arabic reports use, and words that only look like
them left alone."""

from __future__ import annotations

import pytest

from marsad.catalogue import Entry, load
from marsad.languages.arabic.words import cut


def actors(text: str) -> list[str]:
    """Ids of the actors a text names."""
    book = load()
    return [meaning.id for match in book.find(cut(text)) if isinstance(meaning := book.meaning(match.names[0]), Entry)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("اشتبكت جبهة تحرير شعب تيغراي مع ميليشيا فانو", ["tplf", "fano"]),
        ("وقال بيان لجيش تحرير أورومو", ["ola"]),
        ("انسحبت حركة «إم 23» من البلدة وتقدم مقاتلو وازاليندو", ["m23", "wazalendo"]),
        ("خطف متمردو جيش الرب للمقاومة قرويين", ["lra"]),
        ("أعلنت جبهة تحرير أزواد استهداف قافلة لمرتزقة فاغنر", ["azawad-liberation-front", "wagner"]),
        ("وقعت الحركة الشعبية لتحرير السودان - شمال اتفاقا", ["splm-n"]),
        ("وقعت الحركة الشعبية لتحرير السودان اتفاقا", ["splm-a"]),
        ("هجوم لقوات الدعم السريع على كتيبة البراء بن مالك", ["rsf", "al-baraa-ibn-malik"]),
        ("أطلق جيش التحرير الوطني الكولومبي رهينة", ["eln"]),
        ("أطلق منشقون عن حركة فارك رهينة", ["farc-dissidents"]),
        ("سلاح الجيش الجمهوري الأيرلندي الجديد", ["new-ira"]),
        ("حكم على أعضاء منظمة 17 نوفمبر اليونانية", ["november-17"]),
        ('اعتقال زعيم كارتيل سينالوا وقيادي في عصابة "إم إس-13"', ["sinaloa-cartel", "ms-13"]),
        ("ناشط في صفوف الجيش الأحمر الألماني", ["raf"]),
        ("متهمون بالانتماء إلى جماعة حراس القسم اليمينية", ["oath-keepers"]),
    ],
)
def test_groups_by_their_arabic_names(text: str, wanted: list[str]) -> None:
    assert actors(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "دخل الجيش الأحمر السوفياتي المدينة",
        "شكر الوزير الجيش الأبيض من أطباء وممرضين",
        "يدعو الكاتب إلى الاتحاد الإسلامي بين الدول",
        "جلس في القطاع الأيمن من القاعة",
        "مذهب أهل السنة والجماعة في الفقه",
        "من أجل العمل الوطني المشترك",
        "كانت رمح الأمة ودرعها",
        "قتل حراس القسم الجنائي",
        "نشأ في عشيرة الخليج الكبيرة",
        "كرم المتطوعون للدفاع عن الوطن والأرض",
    ],
)
def test_ordinary_phrases_name_no_group(text: str) -> None:
    assert actors(text) == []


@pytest.mark.parametrize(
    ("group", "parent"), [("mnla", "cma"), ("umkhonto-we-sizwe", "anc"), ("los-chapitos", "sinaloa-cartel")]
)
def test_parts_know_what_they_are_part_of(group: str, parent: str) -> None:
    assert load().entries[group].parent == parent
