"""What names and nouns refer to, in texts written for these tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from marsad.catalogue import load
from marsad.codebook.yaml_file import read_yaml
from marsad.extracting import extract
from marsad.extracting.coreference import corefer
from marsad.extracting.coreference.chains import parts
from marsad.extracting.coreference.resolving import resolve
from marsad.extracting.coreference.rules import rules
from marsad.extracting.mentions import find_mentions
from marsad.interchange import check_offsets
from marsad.languages.arabic.words import cut
from marsad.records import Mention, Report


class Case(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str
    words: str
    antecedent: str | None
    entity: str | None = None


CASES = read_yaml(Path(__file__).with_name("chains.yaml"), list[Case])


def report(text: str) -> Report:
    return Report(id="r", source="r", sha256="0" * 64, text=text)


def mentions(text: str) -> Sequence[Mention]:
    return extract(report(text), model=False).mentions


def last(text: str, words: str) -> Mention | None:
    at = text.rindex(words)
    return next((m for m in mentions(text) if m.start == at and m.end == at + len(words)), None)


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case.words}" for n, case in enumerate(CASES)])
def test_the_antecedent_is_who_a_reader_takes_it_for(case: Case) -> None:
    found = last(case.text, case.words)
    assert (found.antecedent.text if found and found.antecedent else None) == case.antecedent
    if case.entity:
        assert found is not None
        assert found.entity == case.entity


def test_the_antecedent_is_the_nearest_name_before() -> None:
    text = "هاجمت حركة طالبان القرية. وقالت طالبان إنها انسحبت. وأكدت الحركة ذلك."
    found = last(text, "الحركة")
    assert found is not None
    assert found.antecedent is not None
    assert found.antecedent.start == text.index("طالبان إنها")


def test_brackets_give_another_name() -> None:
    text = "قالت بعثة الأمم المتحدة للمساعدة في أفغانستان (يوناما) إن الوضع صعب."
    found = last(text, "يوناما")
    assert found is not None
    assert found.antecedent is not None
    assert found.entity == "unama"


def test_a_noun_takes_the_type_of_what_it_refers_to() -> None:
    found = last("تبنى تنظيم داعش الهجوم. وقال التنظيم إنه قتل خمسة جنود.", "التنظيم")
    assert found is not None
    assert (found.type, found.subtype) == ("group", "REB")


def test_persons_that_no_list_holds_get_no_entity() -> None:
    found = [m for m in mentions("قتل المزارع سمير بن خالد الجابري. ودفن الجابري أمس.") if m.type == "person"]
    assert [m.entity for m in found] == [None, None]
    assert found[1].name == "سمير بن خالد الجابري"


def test_claims_tell_whom_their_nouns_mean() -> None:
    text = "أعلن تنظيم داعش حضوره في المدينة. وقتل التنظيم سبعة جنود قرب القرية."
    claims = extract(report(text), model=False).claims
    roles = [role for claim in claims if claim.event for role in claim.event.roles if role.role == "agent"]
    assert [(r.text, r.entity, r.antecedent and r.antecedent.text) for r in roles] == [("التنظيم", "isil", "داعش")]


def test_speakers_are_called_back_by_their_office() -> None:
    text = "قال وزير الداخلية سمير الجابري إن الحدود مغلقة.\nوأكد الوزير أن سبعة جنود قتلوا."
    (claim,) = [c for c in extract(report(text), model=False).claims if c.figure]
    assert claim.voice[0].name == "سمير الجابري"
    assert claim.voice[0].antecedent is not None


def test_the_parts_of_a_score_are_those_of_the_rules() -> None:
    text = "هاجمت حركة طالبان القرية. وانسحبت الحركة ليلا."
    words = cut(text)
    found = find_mentions(words, load(), "r")
    (chain,) = [c for c in resolve(words, found, load(), "r") if c.entity == "taliban"]
    noun = chain.members[-1]
    score = parts(chain, noun, 1)
    assert score is not None
    assert {"noun", "called", "often"} == {part for part, value in score.items() if value}
    assert sum(score.values()) >= rules().enough


def test_mentions_keep_their_number_and_order() -> None:
    text = "هاجمت حركة طالبان القرية. وانسحبت الحركة ليلا."
    words = cut(text)
    before = find_mentions(words, load(), "r")
    after, nouns = corefer(words, before, load(), "r")
    assert [(m.start, m.end, m.type) for m in after] == [(m.start, m.end, m.type) for m in before]
    assert [noun.text for noun in nouns] == ["الحركة"]


_WORDS = st.sampled_from([
    "تنظيم", "داعش", "التنظيم", "وللحركة", "الحركة", "طالبان", "(", ")", "«", "»", "،", ".", "الرئيس", "الروسي", "بوتين",
    "المتحدث", "باسم", "هذا", "البلد", "العراق", "قال", "وزير", "الجابري", "سمير", "لِلتَّنظيم", "\n",
])  # fmt: skip


@given(st.lists(_WORDS, max_size=30))
def test_any_text_keeps_its_offsets_and_looks_back(words: list[str]) -> None:
    given_report = report(" ".join(words))
    found = extract(given_report, model=False)
    check_offsets(given_report, [*found.mentions, *found.claims])
    for mention in found.mentions:
        assert mention.antecedent is None or mention.antecedent.start < mention.start
