"""Names of groups of the Middle East in sentences, and words that only look like them."""

from __future__ import annotations

import pytest

from marsad.catalogue import Entry, load
from marsad.languages.arabic.words import cut


def ids(text: str) -> list[str]:
    words = cut(text)
    return [
        meaning.id
        for match in load().find(words)
        for name in match.names
        if isinstance(meaning := load().meaning(name), Entry)
    ]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("انسحب لواء ثوار الرقة من البلدة", "raqqa-revolutionaries-brigade"),
        ("تبنت حركة العقاب الثوري الهجوم", "revolutionary-punishment"),
        ("اشتبك مقاتلو كتيبة النواصي مع مسلحين", "nawasi-battalion"),
        ("وقال المتحدث باسم ألوية العمالقة إن قواته تقدمت", "giants-brigades"),
        ("قصف جيش النصر مواقع قرب الطريق", "jaysh-al-nasr"),
        ("أعلن مجلس شورى المجاهدين في أكناف بيت المقدس مسؤوليته", "mujahideen-shura-council-jerusalem"),
        ("شاركت لجان المقاومة الشعبية وألوية الناصر صلاح الدين في القصف", "popular-resistance-committees"),
        ("نفت فصائل الجبهة الجنوبية انسحابها", "southern-front-syria"),
        ("اتهمت النيابة جماعة تدفيع الثمن بإحراق المسجد", "price-tag"),
        ("هاجم مسلحو فصيل العمشات القرية", "sultan-sulayman-shah"),
    ],
)
def test_names_are_found(text: str, actor: str) -> None:
    assert actor in ids(text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("سيطرت لجان المقاومة الشعبية في تعز على المعسكر", "popular-resistance-committees"),
        ("وصلت التعزيزات إلى الجبهة الجنوبية للمدينة", "southern-front-syria"),
        ("قرأ الإمام قوله تعالى فاستقم كما أمرت", "fastaqim"),
        ("انتشرت القوات اللبنانية المسلحة على الحدود", "lebanese-forces"),
        ("راجع المواطن مكتب الخدمات في البلدية", "makhtab-al-khidamat"),
        ("قالت الشركة إن سياسة تدفيع الثمن لن تستمر", "price-tag"),
    ],
)
def test_words_that_only_look_like_names_are_left_alone(text: str, actor: str) -> None:
    assert actor not in ids(text)


def test_groups_with_references_to_the_lists() -> None:
    groups = [e for e in load().entries.values() if e.type == "group"]
    assert len(groups) >= 350
    assert sum(bool(e.un or e.ucdp) for e in groups) >= 200
