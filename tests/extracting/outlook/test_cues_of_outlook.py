from __future__ import annotations

import pytest
from outlook_samples import body, outlook, proposals


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("يجب على الحكومة إغلاق المعابر غير الشرعية.", "recommendation", "يجب على الحكومة"),
        ("وشدد الوزير على ضرورة تدريب الحراس.", "recommendation", "ضرورة تدريب الحراس"),
        ("ويرى المركز أن على دول الجوار أن تراقب الطرق.", "recommendation", "على دول الجوار أن تراقب"),
        ("ودعا النائب السلطات إلى حماية الأسواق.", "recommendation", "إلى حماية الأسواق"),
        ("وأوصى التقرير بتوسيع برامج الدمج.", "recommendation", "بتوسيع برامج الدمج"),
        ("لا بد من حوار مع القبائل.", "recommendation", "لا بد من حوار"),
        ("باتت الخلايا النائمة تهدد أمن المدن الساحلية.", "threat", "تهدد أمن المدن"),
        ("هذا التمدد يشكل خطرا على القرى الحدودية.", "threat", "خطرا على القرى"),
        ("وتنتاب العاصمة مخاوف كثيرة من عودة المسلحين.", "threat", "مخاوف كثيرة من عودة"),
        ("وتسعى رايات الجبل إلى زعزعة استقرار الإقليم.", "threat", "زعزعة استقرار"),
        ("تحولت الغابة إلى ملاذ آمن لمقاتلي رايات الجبل.", "threat", "ملاذ آمن"),
        ("وحذر الخبير من اندلاع مواجهات جديدة.", "threat", "من اندلاع مواجهات"),
        ("سوف تواجه الحكومة موجة من الهجمات.", "forecast", "سوف تواجه الحكومة"),
        ("ستكون جبهة السهل قادرة على قطع الطرق.", "forecast", "ستكون جبهة السهل"),
        ("وقد يلجأ التنظيم إلى خطف المسافرين.", "forecast", "قد يلجأ التنظيم"),
        ("من المرجح أن تستمر الاشتباكات.", "forecast", "من المرجح أن تستمر"),
        ("من المستبعد أن تستعيد جبهة السهل قوتها.", "forecast", "من المستبعد أن تستعيد"),
        ("ولا يستبعد المراقبون انهيار الهدنة.", "forecast", "لا يستبعد المراقبون"),
        ("يمكن أن تستغل الجماعة هذا الفراغ.", "forecast", "يمكن أن تستغل"),
        ("نشاط الخلايا يتزايد في الأرياف.", "trend", "نشاط الخلايا يتزايد"),
        ("وتراجع نفوذ رايات الجبل في الشمال.", "trend", "تراجع نفوذ"),
        ("أعداد المجندين الأجانب في صفوف الجبهة زادت هذا الشتاء.", "trend", "زادت هذا الشتاء"),
        ("دفعت البطالة كثيرا من الشباب إلى صفوف المسلحين.", "driver", "دفعت البطالة"),
        ("انضم الشبان إلى الجماعة بسبب غياب الدولة.", "driver", "بسبب غياب الدولة"),
        ("والفقر أحد أسباب انتشار التطرف.", "driver", "أحد أسباب"),
    ],
)
def test_a_cue_makes_one_assessment_that_quotes_it(text: str, kind: str, words: str) -> None:
    [(found, quoted)] = outlook(text)
    assert found == kind
    assert words in quoted


@pytest.mark.parametrize(
    "text",
    [
        "ستعقد اللجنة جلستها غدا في مقر الحكومة.",
        "سيلتقي الوزير سفراء الدول الأوروبية.",
        "قتل جنديان وأصيب ثلاثة مسلحين في كمين.",
        "وارتفع عدد القتلى في الهجوم إلى تسعة.",
        "هل ستنجح الحكومة في وقف الهجمات؟",
        "قد تبددت ملامح المدينة بعد المعارك.",
        "وكان المسلحون قد تحصنوا في المدرسة.",
        "سيطر المسلحون على الجسر وأحرقوا سيارتين.",
        "يمكن القول إن المدينة هادئة والأسواق مفتوحة.",
        "التقى الأمير وفدا من دولة مجاورة.",
        "قصف الطيران طريقا قرب القرية دون أن يوقع ضحايا.",
    ],
)
def test_narration_questions_and_routine_make_none(text: str) -> None:
    assert outlook(text) == []


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("من المتوقع أن تتصاعد هجمات الجبهة.", "up"),
        ("ومن المحتمل أن تنحسر هجمات الجبهة.", "down"),
        ("تنامي نفوذ الميليشيات يقلق الجوار.", "up"),
        ("وانخفضت قدرات التنظيم.", "down"),
        ("من المتوقع أن تنقل الجبهة مقارها.", None),
    ],
)
def test_words_of_rise_and_fall_give_the_direction(text: str, way: str | None) -> None:
    [proposal] = proposals(text)
    assert body(proposal).direction == way


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("قد تعود الجبهة إلى القتال.", "hedged"),
        ("يبدو أن الحكومة سوف تواجه أزمة.", "hedged"),
        ("سوف تواجه الحكومة أزمة.", None),
        ("بما قد يهدد طرق التجارة وأمن القوافل.", "hedged"),
        ("احتمال تصاعد القتال كبير.", "hedged"),
    ],
)
def test_a_hedge_makes_it_hedged(text: str, hedge: str | None) -> None:
    [proposal] = proposals(text)
    assert proposal.hedge == hedge


def test_clauses_of_one_sentence_are_claims_of_their_own() -> None:
    text = "ستغلق الحرب معابر الإقليم كلها، وهي تهدد تجارة الدول المجاورة، وتثير مخاوف من قطع الطرق."
    assert [kind for kind, _ in outlook(text)] == ["forecast", "threat", "threat"]


def test_what_is_advised_next_is_another_claim() -> None:
    found = outlook("وأوصى التقرير بتدريب الحراس في المدن، وبتوزيع أجهزة إنذار، وانتهى الاجتماع.")
    assert [kind for kind, _ in found] == ["recommendation", "recommendation"]
    assert found[1][1] == "وبتوزيع أجهزة إنذار"


def test_the_voice_is_decided_where_the_content_begins() -> None:
    text = "وحذر الخبير من اندلاع مواجهات جديدة."
    [proposal] = proposals(text)
    assert text.split()[proposal.anchor] == "اندلاع"


def test_numbered_reasons_are_drivers_one_by_one() -> None:
    found = outlook("ويعود الهدوء إلى عاملين:\n1. اتفاق القبائل في الوادي.\n2. رحيل قادة جبهة السهل.")
    assert found == [("driver", "اتفاق القبائل في الوادي"), ("driver", "رحيل قادة جبهة السهل")]


def test_advice_goes_on_over_a_clause_between() -> None:
    found = outlook("ينبغي للحكومة أن تعمر القرى، حيث لا بيوت تقي السكان، وأن توسع برامج الدمج.")
    assert [kind for kind, _ in found] == ["recommendation", "recommendation"]
    assert found[1][1] == "وأن توسع برامج الدمج"
