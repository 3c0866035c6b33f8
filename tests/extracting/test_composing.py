"""Proposals become claims: identity, certainty, evidence, and the check of every quotation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from extraction_samples import STORY, report

from marsad.errors import OffsetError
from marsad.extracting import extract
from marsad.extracting.composing import LONGEST, check
from marsad.records import Certainty, Claim, EventBody, Span

ATTACK = "هاجم مسلحون ثكنة قرب مدينة كركوك أمس."


def one(text: str, kind: str = "event") -> Claim:
    [claim] = [c for c in extract(report(text), model=False).claims if c.kind == kind]
    return claim


def body(claim: Claim) -> EventBody:
    assert claim.event is not None
    return claim.event


def test_ids_are_stable_and_distinct() -> None:
    first, again = extract(report(STORY), model=False).claims, extract(report(STORY), model=False).claims
    assert [c.id for c in first] == [c.id for c in again]
    assert len({c.id for c in first}) == len(first)
    assert all(c.id.startswith("c") and len(c.id) == 21 for c in first)


def test_the_same_words_in_another_report_are_another_claim() -> None:
    here, there = report(ATTACK), replace(report(ATTACK), id="other")
    assert extract(here, model=False).claims[0].id != extract(there, model=False).claims[0].id
    assert extract(there, model=False).claims[0].report == "other"


def test_the_same_words_at_another_place_of_the_report_are_another_claim() -> None:
    [first, second] = [c for c in extract(report(f"{ATTACK}\n{ATTACK}"), model=False).claims if c.kind == "event"]
    assert first.id != second.id
    assert first.start < second.start


def test_claims_stand_in_the_order_of_their_evidence() -> None:
    starts = [c.start for c in extract(report(STORY), model=False).claims]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        (ATTACK, "asserted"),
        ("قال المتحدث إن مسلحين هاجموا ثكنة في كركوك.", "reported"),
        ("نفى المتحدث مقتل خمسة جنود في كمين قرب درعا.", "denied"),
        ("قال المتحدث إن الجيش نفى مقتل خمسة جنود في كمين قرب درعا.", "denied"),
    ],
)
def test_the_strongest_doubt_of_several_is_kept(text: str, certainty: Certainty) -> None:
    assert one(text).certainty == certainty


def test_what_somebody_is_convicted_of_is_alleged_though_a_court_says_so() -> None:
    text = "قال المدعي إن المحكمة أدانت ثلاثة متهمين بتهمة قتل شرطي في مرسيليا."
    told = {body(c).type: c.certainty for c in extract(report(text), model=False).claims if c.kind == "event"}
    assert told["ASSAULT"] == "alleged"


def test_a_plain_statement_has_no_voice_and_a_quoted_one_its_speaker() -> None:
    assert one(ATTACK).voice == ()
    [speaker] = one("قال المتحدث باسم الجيش إن مسلحين هاجموا ثكنة في كركوك.").voice
    assert speaker.text == "المتحدث باسم الجيش"
    assert speaker.role == "speaker"


def test_a_claim_says_what_proposed_it() -> None:
    assert one(ATTACK).proposed_by == "event:هاجم"
    assert one("قتل سبعة جنود في كمين.", "figure").proposed_by == "figure:killed"


def test_long_evidence_is_cut_around_its_trigger() -> None:
    text = "هاجم مسلحون ثكنة " + "الجيش الكبيرة " * 80 + "في كركوك أمس."
    claim = one(text)
    assert len(claim.text) <= LONGEST
    assert claim.text.startswith("هاجم مسلحون")
    assert claim.start <= body(claim).trigger.start < claim.end


def test_a_single_word_longer_than_a_claim_may_be_is_cut() -> None:
    claims = extract(report("قتل سبعة " + "ن" * 2000 + " في كمين."), model=False).claims
    assert claims
    assert max(len(c.text) for c in claims) <= LONGEST


def test_a_claim_that_cuts_its_words_out_passes() -> None:
    claim = one(ATTACK)
    check(claim, report(ATTACK))
    assert ATTACK[claim.start : claim.end] == claim.text


@pytest.mark.parametrize("part", ["evidence", "trigger", "role", "place", "voice"])
def test_a_span_that_does_not_cut_its_words_is_refused(part: str) -> None:
    text = "قال المتحدث باسم الجيش إن مسلحين هاجموا ثكنة قرب مدينة كركوك."
    claim = one(text)
    told = body(claim)
    assert claim.place is not None
    wrong = {
        "evidence": replace(claim, start=claim.start + 1),
        "trigger": replace(claim, event=replace(told, trigger=Span("مقتل", 0, 4))),
        "role": replace(claim, event=replace(told, roles=(replace(told.roles[0], end=told.roles[0].end + 1),))),
        "place": replace(claim, place=replace(claim.place, text="بغداد")),
        "voice": replace(claim, voice=(replace(claim.voice[0], start=0),)),
    }
    with pytest.raises(OffsetError) as caught:
        check(wrong[part], report(text))
    assert "report r" in str(caught.value)
    assert caught.value.code == "offset"


@pytest.mark.parametrize("kind", ["relation", "assessment"])
def test_a_party_of_another_kind_of_claim_is_checked_too(kind: str) -> None:
    texts = {
        "relation": "سيطر مسلحو داعش على بلدة تدمر أمس.",
        "assessment": "يهدد تنظيم داعش أمن العراق وسوريا.",
    }
    claim = one(texts[kind], kind)
    check(claim, report(texts[kind]))
    with pytest.raises(OffsetError):
        check(claim, report("نص آخر لا صلة له بما قيل هنا ولا بما يليه من كلام كثير."))
