"""Numbers that count more than one event, told by the words of time around them."""

from __future__ import annotations

import pytest
from ledger_samples import figure, plain, report, telling

from marsad.merging.ledger import ledger_of
from marsad.merging.ledger.longer import counts_beyond
from marsad.records import Span


def beyond(sentence: str, number: str = "40") -> bool:
    return counts_beyond(sentence, Span(sentence, 0, len(sentence)), sentence.index(number))


@pytest.mark.parametrize(
    "sentence",
    [
        "قتل 40 شخصا خلال ثلاثين عاما",
        "قتل 40 شخصا في 30 عاما",
        "قتل 40 شخصا خلال عامين",
        "قتل 40 شخصا خلال الثلاثين سنة الماضية",
        "قتل 40 شخصا في السنوات الخمس الماضية",
        "وفي 18 شهرا قتل 40 شخصا",
        "في أقل من عشر سنوات قتل 40 شخصا",
        "التمرد المستمر منذ ست سنوات قتل فيه 40 شخصا",
        "قتل أكثر من 40 شخصا في غضون ثلاثة أشهر",
        "قتل 40 شخصا منذ شهر آذار",
        "قتل 40 شخصا منذ فبراير الماضي",
        "تفجيرات في أنحاء البلاد أدت إلى مقتل 40 شخصا",
    ],
)
def test_years_months_and_all_parts_of_a_country_see_more_than_one_event(sentence: str) -> None:
    assert beyond(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "قتل 40 شخصا في هجوم على السوق",
        "قتل 40 جنديا في 3 هجمات",
        "قتل 40 شخصا خلال ثلاثة أيام",
        "قتل 40 شخصا في شهر يونيو",
        "قتل 40 شخصا في هجوم نفذه فتى عمره ثلاثة عشر عاما",
    ],
)
def test_other_numbers_and_shorter_times_are_not(sentence: str) -> None:
    assert not beyond(sentence)


def test_how_rare_an_attack_is_says_nothing_of_what_is_counted() -> None:
    assert not beyond("الهجوم الأعنف في عشر سنوات أوقع 40 قتيلا")
    assert beyond("هجمات في عشر سنوات أوقعت 40 قتيلا")


def test_a_year_that_saw_something_rules_its_sentence() -> None:
    far = "العام الماضي سجل أعلى نسبة وفيات بين المدنيين في شمال البلاد وفي جنوبها وصلت إلى 40 شخصا"
    assert beyond(far)
    assert beyond("شهد العام الماضي مقتل 40 شخصا")
    assert not beyond("قتل 40 شخصا في هجوم وقع العام الماضي")


def test_such_a_count_is_set_aside_beside_one_of_the_event() -> None:
    told = report("b", "قتل 3188 مدنيا في البلاد في ثمانية عشر شهرا", 2)
    years = telling(told, figure(told, "3188 مدنيا", 3188, of="مدنيا"))
    assert [entry.standing for entry in ledger_of([plain("a", 14), years]).entries] == ["total", "beyond"]
