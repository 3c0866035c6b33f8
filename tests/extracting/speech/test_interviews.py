from __future__ import annotations

import pytest
from speech_texts import Heard, Named, hear

GUEST = Named("سامي الورداني", "person", "سامي الورداني")
HEAD = "مدير مركز الدراسات سامي الورداني: الحدود مفتوحة\n\nحاورته: هدى الزين\n\n"


def interview(layout: str, head: str = HEAD) -> Heard:
    return hear(head + layout, GUEST, Named("هدى الزين", "person"))


@pytest.mark.parametrize(
    "layout",
    [
        "س: كيف ترون الوضع؟\nج: أحرق مهاجمون ثلاث قرى.\nس: وماذا بعد؟\nج: نزح السكان جنوبا.",
        "سؤال: كيف ترون الوضع؟\nجواب: أحرق مهاجمون ثلاث قرى.\nسؤال: وماذا بعد؟\nجواب: نزح السكان جنوبا.",
        "● كيف ترون الوضع؟\n- أحرق مهاجمون ثلاث قرى.\n● وماذا بعد؟\n- نزح السكان جنوبا.",
        "- كيف ترون الوضع؟\nأحرق مهاجمون ثلاث قرى.\n- وماذا بعد؟\nنزح السكان جنوبا.",
        "كيف ترون الوضع؟\nأحرق مهاجمون ثلاث قرى.\nوماذا بعد؟\nنزح السكان جنوبا.\nوالحل؟\nلا أعرف حلا.",
    ],
)
def test_answers_are_the_guests_own_words_in_every_layout(layout: str) -> None:
    heard = interview(layout)
    for words in ("أحرق", "نزح"):
        (link,) = heard.voice(words).chain
        assert link.name == "سامي الورداني"
        assert link.direct
    assert heard.voice("كيف").chain == ()


def test_a_mark_of_questions_holds_for_one_that_ends_with_a_full_stop() -> None:
    heard = interview(
        "● كيف ترون الوضع؟\n- أحرق مهاجمون ثلاث قرى.\n● إنكم تبالغون.\n- هذه وقائع.\n● والحل؟\n- لا أعرف."
    )
    assert heard.voice("تبالغون").chain == () or not heard.voice("تبالغون").chain[0].direct
    assert [link.direct for link in heard.voice("وقائع").chain] == [True]


def test_names_before_colons_label_the_turns() -> None:
    heard = hear(
        "الضفة: من أحرق القرى؟\nالورداني: أحرقها مهاجمون.\nالضفة: ومتى حدث ذلك؟\nالورداني: حدث ليلا.",
        Named("الورداني", "person"),
    )
    assert heard.speakers("أحرقها") == [("speaker", "الورداني")]
    assert heard.speakers("حدث ليلا") == [("speaker", "الورداني")]


def test_whom_the_guest_quotes_speaks_through_the_guest() -> None:
    heard = interview("س: كيف ترون الوضع؟\nج: قال الجيش إن القرى أحرقت.\nس: ومن فعل؟\nج: لا نعرف الفاعل حتى الآن.")
    assert [(link.role, link.name or link.text) for link in heard.voice("القرى أحرقت").chain] == [
        ("speaker", "الجيش"),
        ("via", "سامي الورداني"),
    ]


def test_the_author_closes_the_interview_in_his_own_words() -> None:
    heard = interview("● كيف ترون الوضع؟\n- أحرقت القرى.\n● والحل؟\n- لا أعرف.\nوختم الورداني حديثه وهدأت القاعة.")
    assert heard.voice("هدأت").chain == () or not heard.voice("هدأت").chain[0].direct


def test_a_column_with_questions_is_no_interview() -> None:
    heard = hear("لماذا نقاتل؟\nأحرقت القرى.\nومن يربح؟\nنزح السكان.\nوإلى متى؟\nلا أحد يعرف.")
    assert heard.voice("أحرقت").chain == ()
