from __future__ import annotations

from datetime import date

from outlook_samples import body, document, outlook, proposals


def test_a_forecast_carries_its_horizon_condition_and_whom_it_is_about() -> None:
    text = "إذا فشلت المفاوضات فقد تهاجم رايات الجبل الميناء خلال عام 2025."
    doc = document(text, dates={"عام 2025": (date(2025, 1, 1), date(2025, 12, 31))})
    [proposal] = proposals(text, doc)
    found = body(proposal)
    assert found.horizon is not None
    assert found.horizon.latest == date(2025, 12, 31)
    assert found.condition is not None
    assert found.condition.startswith("إذا فشلت المفاوضات")
    assert [entity.entity for entity in found.about] == ["رايات الجبل"]


def test_a_past_date_is_no_horizon() -> None:
    text = "قد تتكرر هجمات عام 2019 في المدن."
    doc = document(text, dates={"عام 2019": (date(2019, 1, 1), date(2019, 12, 31))})
    [proposal] = proposals(text, doc)
    assert body(proposal).horizon is None


def test_items_of_an_announced_list_are_drivers() -> None:
    text = (
        "لهذا التقدم عوامل ثلاثة:\n\n"
        "1- ضعف الحراسة: تركت الشرطة مراكزها في الريف، ولم تعد إليها.\n\n"
        "وقالت البلدية إنها تنتظر الميزانية.\n\n"
        "2- المال: تجمع الجبهة ضرائب من التجار.\n\n"
        "خلاصة:\n\n"
        "1- انتهى التقرير."
    )
    assert outlook(text) == [
        ("driver", "ضعف الحراسة: تركت الشرطة مراكزها في الريف"),
        ("driver", "المال: تجمع الجبهة ضرائب من التجار"),
    ]


def test_a_list_nobody_announced_makes_none() -> None:
    assert outlook("حضر الاجتماع:\n\n1- وزير الداخلية.\n\n2- وزير العدل.") == []


def test_scenarios_are_forecasts() -> None:
    text = "سيناريوهات محتملة:\n\nأولا: الهدنة: يتفق الطرفان على وقف النار.\n\nثانيا: الحرب: ينهار الحوار."
    assert [kind for kind, _ in outlook(text)] == ["forecast", "forecast"]


def test_an_opinion_somebody_states_is_a_position() -> None:
    text = "قال القائد إن المسلحين يعيدون ترتيب صفوفهم في السهل."
    [proposal] = proposals(text, said="المسلحين يعيدون ترتيب صفوفهم في السهل")
    assert body(proposal).type == "position"
    assert proposal.rule == "position:utterance"


def test_what_is_said_of_an_event_is_no_position() -> None:
    text = "قال القائد إن القوات قتلت سبعة مسلحين قرب الجسر."
    assert outlook(text, said="القوات قتلت سبعة مسلحين قرب الجسر") == []


def test_a_cue_within_what_is_said_takes_the_place_of_the_position() -> None:
    text = "قال القائد إن الجبهة تشكل خطرا على المدن."
    assert [kind for kind, _ in outlook(text, said="الجبهة تشكل خطرا على المدن")] == ["threat"]


def test_title_and_headings_claim_nothing() -> None:
    text = "هجمات الجبهة تتصاعد في السهل\n\nتهديدات متزايدة للأمن:\n\nوصل الوزير أمس."
    assert outlook(text, document(text, title="هجمات الجبهة تتصاعد في السهل")) == []
