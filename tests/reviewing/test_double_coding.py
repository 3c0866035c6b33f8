from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from review_samples import TEXTS, claims_in, event_coding, exported, figure_coding, reports_read

from marsad.reviewing import JudgingError, Saying, judge, withdraw_judgement
from marsad.reviewing.agreement import Agreement, FieldAlpha, agreement
from marsad.reviewing.assignments import assign, assignments_of, unassign
from marsad.reviewing.coding import CodedEvent, CodedSpan
from marsad.reviewing.disagreements import disagreements
from marsad.reviewing.effects import effect_of
from marsad.reviewing.judgements import judgements_of
from marsad.reviewing.queue import assigned, count_assigned, queue_weights, teaching
from marsad.reviewing.sight import Sight
from marsad.storing import Query, Store, decisions_on, find_events
from marsad.storing.events import withdraw

CODERS = ("Awa", "Bilal")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in which Mali in a week of May is coded twice, blind."""
    opened = reports_read(tmp_path)
    for coder in CODERS:
        assign(opened, coder, "ml", date(2021, 5, 3), date(2021, 5, 9), blind=True, by="Dina")
    return opened


def field(found: Agreement, kind: str, name: str) -> FieldAlpha:
    return next(one for one in found.alphas if (one.kind, one.field) == (kind, name))


def states(store: Store) -> list[str]:
    with store.reading() as connection:
        return [effect_of(connection, one).state for one in judgements_of(connection)]


def test_an_assignment_is_its_country_and_days_with_the_figures_of_its_events(store: Store) -> None:
    with store.reading() as connection:
        found = assigned(connection, "Awa", 50)
        assert [one.claim.kind for one in found] == ["event", "figure"] * 3
        assert {one.claim.report for one in found} == {
            claims_in(store, name, "event")[0].report for name in ("gao-1", "gao-2", "gao-3")
        }
        assert [one.claim for one in assigned(connection, "Awa", 50, after=found[1].at)] == [
            one.claim for one in found[2:]
        ]
        assert [one.claim.kind for one in assigned(connection, "Awa", 50, ["figure"])] == ["figure"] * 3
        assert assigned(connection, "Dina", 50) == []
    judge(store, Saying(verdict="accept", claim=found[0].claim.id), by="Awa")
    with store.reading() as connection:
        mine, theirs = assignments_of(connection)
        assert (count_assigned(connection, mine), count_assigned(connection, theirs)) == ((6, 1), (6, 0))
        assert len(assigned(connection, "Awa", 50)) == 5
    unassign(store, mine.number, by="Dina")
    with store.reading() as connection:
        assert assigned(connection, "Awa", 50) == []
    with pytest.raises(JudgingError):
        unassign(store, mine.number, by="Dina")


def test_a_blind_judgement_takes_effect_when_the_other_coder_agrees(store: Store) -> None:
    claim = claims_in(store, "gao-2", "event")[0]
    before = exported(store)
    coded = replace(event_coding(claim), mode="heavy-weapons")
    first = judge(store, Saying(verdict="correct", claim=claim.id, coded=coded), by="Awa")
    assert first.blind
    assert exported(store) == before
    assert states(store) == ["waiting"]
    second = judge(store, Saying(verdict="correct", claim=claim.id, coded=coded), by="Bilal")
    assert exported(store) != before
    assert states(store) == ["taken", "taken"]
    withdraw_judgement(store, second.number, by="Bilal")
    assert exported(store) == before
    assert states(store) == ["waiting", "withdrawn", "none"]


def test_what_blind_coders_differ_on_waits_for_an_adjudicator(store: Store) -> None:
    claim = claims_in(store, "gao-2", "event")[0]
    before = exported(store)
    coded = replace(event_coding(claim), mode="heavy-weapons", status="attempted")
    judge(store, Saying(verdict="correct", claim=claim.id, coded=coded), by="Awa")
    judge(store, Saying(verdict="accept", claim=claim.id), by="Bilal")
    assert exported(store) == before
    with store.reading() as connection:
        (found,) = disagreements(connection, "Dina")
        assert found.fields == ("mode", "status")
        assert [one.by for one in found.judgements] == list(CODERS)
        assert "غاو" in found.sentence.text
        assert disagreements(connection, "Awa") == disagreements(connection, "Bilal") == []
    with pytest.raises(JudgingError):
        judge(store, Saying(verdict="accept", claim=claim.id, because="mine", adjudicate=True), by="Awa")
    judge(
        store, Saying(verdict="correct", claim=claim.id, coded=coded, because="so it says", adjudicate=True), by="Dina"
    )
    made = next(one for one in claims_in(store, "gao-2", "event") if one.proposed_by == "coder:Dina")
    (gao,) = (event for event, _ in find_events(store, Query(place="غاو")))
    assert made.id in gao.claims
    assert claim.id not in gao.claims
    assert states(store) == ["taken", "overruled", "taken"]
    with store.reading() as connection:
        assert disagreements(connection, "Dina") == []


def test_a_blind_coder_sees_nothing_that_another_said_of_the_same(store: Store) -> None:
    mine, other = claims_in(store, "gao-1", "event")[0], claims_in(store, "baidoa", "event")[0]
    judge(store, Saying(verdict="reject", claim=mine.id, because="no"), by="Bilal")
    open_one = judge(store, Saying(verdict="reject", claim=other.id, because="no"), by="Bilal")
    own = judge(store, Saying(verdict="accept", claim=claims_in(store, "gao-2", "event")[0].id), by="Awa")
    with store.reading() as connection:
        log = judgements_of(connection)
        assert list(Sight(connection, "Awa").seen(log)) == [open_one, own]
        assert list(Sight(connection, "Dina").seen(log)) == log
    unassign(store, 1, by="Dina")
    with store.reading() as connection:
        assert list(Sight(connection, "Awa").seen(log)) == log
    judge(store, Saying(verdict="reject", claim=claims_in(store, "gao-2", "event")[0].id, because="no"), by="Bilal")
    with store.reading() as connection:
        log = judgements_of(connection)
        assert list(Sight(connection, "Awa").seen(log)) == log[:-1]


def test_two_coders_and_the_alpha_that_results(store: Store) -> None:
    events = [claims_in(store, name, "event")[0] for name in ("gao-1", "gao-2", "gao-3")]
    figures = [claims_in(store, name, "figure")[0] for name in ("gao-1", "gao-2", "gao-3")]
    modes = {"Awa": ("clash", "clash", "heavy-weapons"), "Bilal": ("clash", "heavy-weapons", "heavy-weapons")}
    lows = {"Awa": (9, 11, 9), "Bilal": (9, 12, 9)}
    for coder in CODERS:
        for claim, code in zip(events, modes[coder], strict=True):
            judge(
                store,
                Saying(verdict="correct", claim=claim.id, coded=replace(event_coding(claim), mode=code)),
                by=coder,
            )
        for claim, low in zip(figures, lows[coder], strict=True):
            coded = replace(figure_coding(claim), low=low, high=low)
            judge(store, Saying(verdict="correct", claim=claim.id, coded=coded), by=coder)
    found = agreement(store, blind=True)
    mode = field(found, "event", "mode")
    # Coincidences: clash-clash 2, clash-heavy 2, heavy-heavy 2 of 6 values: 1 - 5 * (2 / 6) / (2 * 3 * 3 / 6) = 4 / 9.
    assert mode.alpha == pytest.approx(1 - (2 / 6) / (18 / 30))
    assert (mode.units, mode.values, mode.coders) == (3, 6, CODERS)
    assert [(unit.differ, tuple(said.by for said in unit.judgements)) for unit in mode.behind] == [
        (False, CODERS), (True, CODERS), (False, CODERS),
    ]  # fmt: skip
    # One unit of six values differs, by (11 - 12) / 23; 9 and 11 by 2 / 20, 9 and 12 by 3 / 21, four of each.
    expected = (2 * (1 / 23) ** 2 + 8 * (2 / 20) ** 2 + 8 * (3 / 21) ** 2) / 30
    assert field(found, "figure", "low").alpha == pytest.approx(1 - (2 * (1 / 23) ** 2 / 6) / expected)
    assert field(found, "event", "type").alpha is None
    assert field(found, "event", "type").because
    trigger = next(one for one in found.spans if (one.role, one.one, one.other) == ("trigger", *CODERS))
    assert (trigger.f1.exact, trigger.f1.units) == (1.0, 3)


def test_of_three_coders_each_two_are_told_beside_all(store: Store) -> None:
    for number, name in enumerate(("gao-1", "gao-2", "gao-3")):
        claim = claims_in(store, name, "event")[0]
        for coder, mode in (("Awa", "clash"), ("Bilal", "clash"), ("Elias", "clash" if number else "destroy")):
            coded = replace(event_coding(claim), mode=mode if number != 1 else "sexual")
            judge(store, Saying(verdict="correct", claim=claim.id, coded=coded), by=coder)
    modes = {one.coders: one for one in agreement(store).alphas if (one.kind, one.field) == ("event", "mode")}
    assert set(modes) == {("Awa", "Bilal", "Elias"), ("Awa", "Bilal"), ("Awa", "Elias"), ("Bilal", "Elias")}
    assert modes["Awa", "Bilal"].alpha == 1
    assert modes["Awa", "Elias"].alpha == modes["Bilal", "Elias"].alpha
    whole = modes["Awa", "Bilal", "Elias"]
    assert whole.values == 9
    assert whole.alpha is not None
    assert 0 < whole.alpha < 1


def test_spans_are_measured_between_coders_and_against_adjudication(store: Store) -> None:
    claim = claims_in(store, "gao-1", "event")[0]
    coding = event_coding(claim)
    agents = tuple(r for r in coding.roles if r.role == "agent")
    narrow = replace(coding, trigger=CodedSpan(coding.trigger.start, coding.trigger.end - 1), roles=agents)
    judge(store, Saying(verdict="correct", claim=claim.id, coded=narrow), by="Awa")
    judge(store, Saying(verdict="accept", claim=claim.id), by="Bilal")
    judge(store, Saying(verdict="accept", claim=claim.id, because="whole", adjudicate=True), by="Dina")
    spans = agreement(store).spans
    scores = {(one.role, one.one, one.other): one.f1 for one in spans}
    differ = {(one.role, one.one, one.other): [unit.differ for unit in one.behind] for one in spans}
    assert (differ["trigger", "Awa", "Bilal"], differ["trigger", "Bilal", None]) == ([True], [False])
    both = scores["trigger", "Awa", "Bilal"]
    assert (both.exact, both.overlap) == (0.0, 1.0)
    target = scores["target", "Awa", "Bilal"]
    assert (target.exact, target.one, target.other) == (0.0, 0, 1)
    assert scores["trigger", "Bilal", None].exact == 1.0
    assert scores["trigger", "Awa", None].overlap == 1.0


def test_one_coder_alone_gives_no_figure_and_the_reason(store: Store) -> None:
    judge(store, Saying(verdict="accept", claim=claims_in(store, "gao-1", "event")[0].id), by="Awa")
    found = agreement(store)
    assert all(one.alpha is None and one.because and one.units == 0 for one in found.alphas)
    assert found.spans == ()


def test_the_teaching_queue_gives_its_reasons_and_leaves_out_what_is_judged(store: Store) -> None:
    with store.reading() as connection:
        every = teaching(connection, "Dina")
    assert [one.score for one in every] == sorted((one.score for one in every), reverse=True)
    assert len({one.key for one in every}) == len(every) == 16
    disputed = claims_in(store, "gao-2", "figure")[0]
    asked = next(one for one in every if one.key[0] == disputed.id)
    assert {reason.name for reason in asked.reasons} == {"uncertain", "best-figure", "contradiction"}
    arrest = claims_in(store, "sanaa", "event")[0]
    asked = next(one for one in every if one.key[0] == arrest.id)
    assert {reason.name for reason in asked.reasons} == {"uncertain", "only-telling", "rare-type"}
    judge(store, Saying(verdict="unsure", claim=arrest.id), by="Dina")
    judge(store, Saying(verdict="reject", claim=disputed.id, because="x"), by="Dina")
    with store.reading() as connection:
        assert {one.key[0] for one in every} - {one.key[0] for one in teaching(connection, "Dina")} == {
            arrest.id,
            disputed.id,
        }
        assert arrest.id in {one.key[0] for one in teaching(connection, "Awa")}
        assert {one.claim.kind for one in teaching(connection, "Dina", ["figure"]) if one.claim} == {"figure"}
        somalia = [one.claim for one in teaching(connection, "Dina", country="so")]
        assert {claim.place.country for claim in somalia if claim and claim.place} == {"SO"}


def test_what_one_blind_coder_found_waits_for_the_other_or_an_adjudicator(store: Store) -> None:
    claim = claims_in(store, "gao-2", "event")[0]
    text = TEXTS["gao-2"]
    start = text.index("أفاد")
    day = event_coding(claim).date
    coded = CodedEvent(type="CONSULT", trigger=CodedSpan(start, start + 4), date=day)
    before = exported(store)
    found = judge(store, Saying(verdict="missed", report=claim.report, coded=coded), by="Awa")
    assert found.blind
    with store.reading() as connection:
        assert disagreements(connection) == []
    judge(store, Saying(verdict="accept", claim=claim.id), by="Bilal")
    assert exported(store) == before
    with store.reading() as connection:
        (unit,) = disagreements(connection, "Dina")
        assert (unit.subject.claim, unit.fields, unit.sentence.text) == (None, ("stands",), text.strip(" .\n"))
    near = replace(coded, trigger=CodedSpan(start + 1, start + 4))
    other = judge(store, Saying(verdict="missed", report=claim.report, coded=near), by="Bilal")
    assert other.claim == found.claim
    with store.reading() as connection:
        (unit,) = disagreements(connection, "Dina")
        assert unit.fields == ("trigger-span",)
    judge(store, Saying(verdict="accept", claim=found.claim, because="both", adjudicate=True), by="Dina")
    assert exported(store) != before
    assert found.claim in {one.id for one in claims_in(store, "gao-2", "event")}


def test_a_ruling_taken_back_elsewhere_is_told(store: Store) -> None:
    claim = claims_in(store, "baidoa", "event")[0]
    judge(store, Saying(verdict="reject", claim=claim.id, because="a film"), by="Dina")
    assert states(store) == ["taken"]
    withdraw(store, decisions_on(store)[-1].number, by="Elias", because="no film")
    assert states(store) == ["overruled"]


def test_pairs_near_the_threshold_are_asked_until_somebody_rules(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = queue_weights().model_copy(update={"margin": 100.0})
    monkeypatch.setattr("marsad.reviewing.queue.pairs.queue_weights", lambda: wide)
    names = {claims_in(store, name, "event")[0].id for name in ("gao-1", "gao-2", "gao-3")}
    with store.reading() as connection:
        found = teaching(connection, "Dina", ["pair"])
        assert teaching(connection, "Dina", ["pair"], country="SO") == []
        assert teaching(connection, "Dina", ["pair"], country="ml") == found
    # Three reports of one attack are held together by two joins.
    assert len(found) == 2
    assert {claim for one in found for claim in one.key} == names
    assert [reason.name for one in found for reason in one.reasons] == ["near-threshold"] * 2
    one, other = found[0].key
    judge(store, Saying(verdict="reject", claim=other, other=one, because="two attacks"), by="Dina")
    with store.reading() as connection:
        left = teaching(connection, "Awa", ["pair"])
    assert all(asked.key != (one, other) for asked in left)
