from __future__ import annotations

import pytest
from reading_samples import BODY, FIRST

from marsad.reading.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "ar"),
        ("نیروهای امنیتی می‌گویند دست‌کم ده نفر در این حمله در شهر کشته شدند و تحقیقات ادامه دارد.", "fa"),
        ("حکام کے مطابق بازار میں ہونے والے دھماکے میں دس افراد ہلاک ہو گئے ہیں۔", "ur"),
        ("چارواکي وايي چې په بازار کې په چاودنه کې لس تنه وژل شوي دي.", "ps"),
        ("По словам представителя полиции, при нападении на рынок погибли десять человек.", "ru"),
        ("Ба гуфтаи мақомот, дар натиҷаи ҳамла ба бозор даҳ нафар кушта шуданд.", "tg"),
        ("Police said ten people were killed in the attack on the market.", "en"),
        ("La police affirme que dix personnes ont été tuées dans l'attaque du marché.", "fr"),
        ("Polis, pazara düzenlenen saldırıda on kişinin öldüğünü açıkladı.", "tr"),
        ("12 / 34 - 56", None),
    ],
)
def test_languages_of_the_region_are_told_apart(text: str, language: str | None) -> None:
    assert guess_language(text) == language


def test_marks_that_are_not_seen_do_not_hide_arabic() -> None:
    assert guess_language("\u200f\u202b" + FIRST.replace("مدينة", "مدي\u200cنة")) == "ar"


def test_only_the_beginning_is_looked_at() -> None:
    assert guess_language(BODY * 2 + "english words " * 1_000) == "ar"
