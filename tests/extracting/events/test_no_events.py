from __future__ import annotations

import pytest
from event_samples import Row, body, events, report, rows

from marsad.extracting import extract
from marsad.extracting.events.context import context


@pytest.mark.parametrize("row", rows("no_events.yaml"))
def test_a_sentence_in_which_nothing_happened_gives_no_event(row: Row) -> None:
    assert [(body(c).type, body(c).trigger.text) for c in events(row.text)] == []


@pytest.mark.parametrize(
    ("words", "text", "without"),
    [
        ("figurative_modifiers", "نفذ مسلحون هجوما {} على الحكومة في بغداد أمس.", ""),
        ("figurative_objects", "هاجم مسلحون {} في بغداد أمس.", "الثكنة"),
        ("figurative_domains", "{} شن الطرف الآخر غارة على القرية أمس.", ""),
        ("negations", "{} هجوم على الحكومة في بغداد أمس.", ""),
        ("topics", "تحدث الوزير عن {} اغتيال القاضي برصاص مسلحين.", None),
        ("not_yet", "{} يهاجم مسلحون سبعة جنود في بغداد.", ""),
    ],
)
def test_every_word_of_a_list_takes_the_event_away(words: str, text: str, without: str | None) -> None:
    if without is not None:
        assert [body(c).type for c in events(text.format(without))] == ["ASSAULT"]
    single = [word for word in getattr(context(), words) if " " not in word]
    assert len(single) > 5
    assert [word for word in single if any(body(c).type == "ASSAULT" for c in events(text.format(word)))] == []


def test_an_attack_with_dead_and_weapons_is_told_even_of_a_stadium() -> None:
    text = "فجر انتحاري حزامه الناسف بين الجماهير في الملعب فقتل تسعة أشخاص."
    assert [body(c).type for c in events(text)] == ["ASSAULT"]


def test_a_column_full_of_sport_has_no_battles() -> None:
    column = (
        "دخل الفريق المباراة مهاجما. فجر المدرب مفاجأة في الشوط الثاني. قصف اللاعب المرمى من بعيد. "
        "دارت معركة في وسط الملعب بين لاعبي المنتخب. اغتالت الصافرة فرحة الجماهير في الدوري."
    )
    assert [body(c).trigger.text for c in events(column)] == []


def test_furniture_of_the_page_gives_no_claim() -> None:
    line = "مقتل سبعة جنود في هجوم على ثكنة في كركوك"
    text = f"{line}\nقال الوزير كلاما قصيرا."
    assert [c.kind for c in extract(report(text), model=False).claims].count("event") == 1
    assert extract(report(text, furniture=((0, len(line)),)), model=False).claims == ()
