from __future__ import annotations

import pytest

from marsad.errors import CodebookError
from marsad.extracting.speech.cue_forms import Verb, written_forms
from marsad.extracting.speech.cues import cues


def test_a_verb_brings_its_persons_participle_and_noun() -> None:
    forms = written_forms([Verb(perfect="أشار", imperfect="يشير", kind="said", participle="مشير", masdar="إشارة")])
    assert forms["واشارت"].feminine
    assert forms["سيشير"].part == "imperfect"
    assert forms["مشيرا"].part == "participle"
    assert forms["الاشاره"].definite


def test_a_verb_given_twice_is_refused() -> None:
    verb = Verb(perfect="قال", kind="said")
    with pytest.raises(CodebookError, match="قال"):
        written_forms([verb, verb])


def test_the_codebook_loads_with_denials_and_accusations() -> None:
    known = cues().forms
    assert known["ونفت"].verb.certainty == "denied"
    assert known["اتهمت"].verb.certainty == "alleged"
    assert known["رجح"].verb.certainty == "hedged"
