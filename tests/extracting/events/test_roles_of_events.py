from __future__ import annotations

import pytest
from event_samples import Row, body, check, events, report, role, rows

from marsad.codebook import load
from marsad.extracting import extract


@pytest.mark.parametrize("row", rows("roles.yaml"))
def test_the_grammar_around_a_trigger_gives_doer_and_target(row: Row) -> None:
    check(row)


def test_a_named_group_is_the_entry_of_the_catalogue() -> None:
    [event] = events("أعدم تنظيم داعش ستة أسرى في الموصل.")
    agent = role(event, "agent")
    assert agent is not None
    assert agent.entity == "isil"


def test_a_role_has_no_proclitic_and_cuts_its_own_words() -> None:
    text = "اندلعت اشتباكات بين الجيش ومسلحين قرب درعا أمس."
    [event] = events(text)
    assert [(r.role, text[r.start : r.end]) for r in body(event).roles] == [
        ("agent", "الجيش"),
        ("counterpart", "مسلحين"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الجيش مقتل سبعة جنود في كمين، وقال إن مسلحين خطفوا ضابطا في درعا أمس.",
        "اعتقلت الشرطة التونسية ستة أشخاص بعد مقتل أربعة سياح في هجوم في سوسة.",
        "أدانت المحكمة ثلاثة متهمين بتهمة قتل شرطي في مرسيليا.",
        "وقعت الحكومة السودانية اتفاقا مع المتمردين في جوبا.",
    ],
)
def test_types_modes_roles_and_sectors_are_of_the_codebook(text: str) -> None:
    book = load()
    found = events(text)
    assert found
    for event in found:
        told = body(event)
        assert told.mode is None or told.mode in book.events[told.type].modes
        assert told.status in book.statuses
        assert {r.role for r in told.roles} <= set(book.roles)
        assert {r.type for r in told.roles if r.type} <= set(book.sectors)


def test_who_only_speaks_of_an_attack_is_not_its_doer() -> None:
    [event] = [c for c in events("أدان الوزير هجوما شنه مسلحون على ثكنة في كركوك.") if body(c).type == "ASSAULT"]
    agent = role(event, "agent")
    assert agent is not None
    assert agent.text == "مسلحون"


def test_the_speaker_is_the_voice_and_no_participant() -> None:
    claims = extract(report("قال المتحدث باسم الجيش إن مسلحين هاجموا ثكنة في بنغازي."), model=False).claims
    [event] = [c for c in claims if c.kind == "event"]
    assert [r.text for r in body(event).roles] == ["مسلحين", "ثكنة"]
    assert "المتحدث" in event.voice[0].text
