"""Groups of Asia and the Caucasus: their names in reports, and the same words where they mean something else."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.catalogue import Entry, load
from marsad.languages.arabic.words import cut


def actors(text: str) -> list[str]:
    book = load()
    return [meaning.id for match in book.find(cut(text)) if isinstance(meaning := book.meaning(match.names[0]), Entry)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("أعلنت حركة طالبان الباكستانية مسؤوليتها", ["ttp"]),
        ("اشتباكات بين الجيش وجيش أراكان", ["arakan-army"]),
        ("متمردو كاتشين سيطروا على البلدة", ["kia"]),
        ("المتمردون التاميل في الشمال", ["ltte"]),
        ("مسلحون من جماعة «أبو سياف» خطفوا", ["abu-sayyaf"]),
        ("قتل جيش تحرير بلوشستان ثلاثة", ["bla"]),
        ("مجموعة 24 الطاجيكية المعارضة", ["group-24"]),
        ("اعتقال أعضاء في حزب التحرير", ["hizb-ut-tahrir"]),
        ("قوات تحالف الشمال دخلت كابول", ["northern-alliance"]),
        ("تنظيم جيش محمد", ["jaish-e-mohammed"]),
        ("جبهة المقاومة الوطنية في أفغانستان", ["nrf-afghanistan"]),
        ("طائفة أوم شينريكيو اليابانية", ["aum-shinrikyo"]),
    ],
)
def test_names_in_reports(text: str, wanted: list[str]) -> None:
    assert actors(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "سلموا أرملة أبو سياف إلى السلطات",
        "شارك في الرحلة مجموعة 24 شخصا",
        "حرر جيش محمد علي باشا المدينة",
        "أنتم خير جند الله",
        "زار مكتب الخدمات في الجامعة",
        "أعلن تحالف الشمال الانتخابي قائمته",
        "هؤلاء أنصار الدولة المدنية",
        "جبهة المقاومة في لبنان",
        "كرم اللواء لواء مجيد",
    ],
)
def test_the_same_words_elsewhere(text: str) -> None:
    assert actors(text) == []


def test_groups_and_the_un_list_name_each_other_once() -> None:
    listed = {e.un: e.id for e in load().entries.values() if e.un}
    wanted = {"QDe.128": "rajah-solaiman-movement", "QDe.150": "mit", "QDe.160": "tariq-gidar-group"}
    assert {ref: listed.get(ref) for ref in wanted} == wanted


def test_when_a_group_existed() -> None:
    active = load().entries["ltte"].active
    assert [active.holds_on(date(year, 6, 1)) for year in (1975, 1990, 2010)] == [False, True, False]
