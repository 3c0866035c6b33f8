from __future__ import annotations

from datetime import date

from outlook_samples import body, document, outlook, proposals

from marsad.extracting.outlook import find_outlook
from marsad.extracting.speech.voice import Speech


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


def test_what_goes_on_since_a_day_is_no_horizon() -> None:
    text = "قد تتراجع رايات الجبل التي تقاتل منذ عام 2019 في المدن."
    doc = document(text, dates={"منذ عام 2019": (date(2019, 1, 1), None)})
    [proposal] = proposals(text, doc)
    assert body(proposal).horizon is None


def test_a_coming_date_of_the_sentence_is_the_horizon_though_a_comma_parts_it() -> None:
    text = "ومع حلول عام 2026 وانتهاء الهدنة، قد تتراجع هجمات رايات الجبل التي بدأت عام 2019."
    doc = document(
        text,
        dates={"عام 2026": (date(2026, 1, 1), date(2026, 12, 31)), "عام 2019": (date(2019, 1, 1), date(2019, 12, 31))},
    )
    [proposal] = proposals(text, doc)
    found = body(proposal)
    assert found.horizon is not None
    assert found.horizon.earliest == date(2026, 1, 1)
    assert found.direction == "down"


def test_the_day_of_the_speech_is_no_horizon() -> None:
    text = "قال الناطق يوم 15 أبريل إن الهجمات ستتراجع."
    doc = document(text, dates={"15 أبريل": (date(2024, 4, 15), date(2024, 4, 15))})
    start = text.index("15 أبريل")
    spoken = Speech(frame_dates=frozenset({(start, start + len("15 أبريل"))}))
    assert [body(p).horizon for p in find_outlook(doc, spoken)] == [None]
    assert [body(p).horizon is None for p in find_outlook(doc, Speech())] == [False]


def test_more_of_something_points_up() -> None:
    [proposal] = proposals("من المتوقع أن يشن التنظيم مزيدا من الهجمات على القرى.")
    assert body(proposal).direction == "up"


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
