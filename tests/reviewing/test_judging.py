from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from review_samples import (
    FIRST,
    TEXTS,
    Clock,
    claims_in,
    event_coding,
    exported,
    figure_coding,
    reports_read,
)
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from marsad.errors import StoreError
from marsad.publishing.contradictions import found_in
from marsad.reviewing import CodingError, JudgingError, Saying, judge, withdraw_judgement
from marsad.reviewing.checking import check_coding
from marsad.reviewing.coding import CodedEvent, CodedRole, CodedSpan
from marsad.storing import (
    Query,
    Store,
    UnknownNameError,
    decisions_on,
    event_named,
    find_claims,
    find_events,
    find_reports,
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return reports_read(tmp_path)


def events_of(store: Store) -> dict[str, list[str]]:
    return {event.id: list(event.claims) for event, _ in find_events(store, Query())}


def test_what_is_accepted_stays_as_it_is(store: Store) -> None:
    before = exported(store)
    made = judge(store, Saying(verdict="accept", claim=claims_in(store, "gao-1", "event")[0].id), by="Awa")
    assert (made.verdict, made.coded) == ("accept", event_coding(claims_in(store, "gao-1", "event")[0]))
    assert exported(store) == before
    assert decisions_on(store)[-1].kind == "joined"


def test_what_is_rejected_is_in_no_event_and_stays_a_claim(store: Store) -> None:
    claim = claims_in(store, "baidoa", "event")[0]
    judge(store, Saying(verdict="reject", claim=claim.id, because="a film"), by="Awa")
    assert all(claim.id not in inside for inside in events_of(store).values())
    assert claim in claims_in(store, "baidoa", "event")
    assert (decisions_on(store)[-1].kind, decisions_on(store)[-1].because) == ("excluded", "a film")


def test_a_rejected_figure_is_out_of_the_toll(store: Store) -> None:
    figure = claims_in(store, "gao-2", "figure")[0]
    judge(store, Saying(verdict="reject", claim=figure.id, because="of another day"), by="Awa")
    (gao,) = (event for event, _ in find_events(store, Query(place="غاو")))
    assert figure.id not in gao.claims
    assert (gao.figures["killed"].best, gao.figures["killed"].high) == (9, 9)
    assert len(gao.reports) == 3


def test_a_corrected_claim_stands_in_the_event_with_its_figures(store: Store) -> None:
    claim = claims_in(store, "gao-2", "event")[0]
    figure = claims_in(store, "gao-2", "figure")[0]
    coding = replace(event_coding(claim), mode="heavy-weapons")
    judge(store, Saying(verdict="correct", claim=claim.id, coded=coding), by="Awa")
    made = next(c for c in claims_in(store, "gao-2", "event") if c.proposed_by == "coder:Awa")
    assert made.event is not None
    assert (made.event.mode, made.probability, made.date, made.place) == ("heavy-weapons", 1.0, claim.date, claim.place)
    (gao,) = (event for event, _ in find_events(store, Query(place="غاو")))
    assert {made.id, figure.id} <= set(gao.claims)
    assert claim.id not in gao.claims
    assert gao.figures["killed"].best == 11


def test_a_correction_of_day_or_place_moves_the_claim_to_another_event(store: Store) -> None:
    claim = claims_in(store, "gao-3", "event")[0]
    coding = event_coding(claim)
    assert coding.date is not None
    later = replace(coding, date=replace(coding.date, earliest=date(2021, 5, 20), latest=date(2021, 5, 20)))
    before = events_of(store)
    judge(store, Saying(verdict="correct", claim=claim.id, coded=later), by="Awa")
    after = events_of(store)
    assert len(after) == len(before) + 1
    assert event_named(store, claim.id).date is not None
    moved = event_named(store, claim.id)
    assert moved.date is not None
    assert moved.date.earliest == date(2021, 5, 20)


def test_a_corrected_figure_counts_in_the_toll(store: Store) -> None:
    figure = claims_in(store, "baidoa", "figure")[0]
    coded = replace(figure_coding(figure), low=6, high=7)
    judge(store, Saying(verdict="correct", claim=figure.id, coded=coded), by="Awa")
    (baidoa,) = (event for event, _ in find_events(store, Query(country="SO")))
    assert (baidoa.figures["killed"].low, baidoa.figures["killed"].high) == (6, 7)


def missed_coding() -> CodedEvent:
    told = TEXTS["sanaa"]
    start = told.index("قال شهود")
    return CodedEvent(type="CONSULT", trigger=CodedSpan(start, start + 3), roles=(
        CodedRole(role="agent", start=start + 4, end=start + 8),
    ))  # fmt: skip


def test_what_was_missed_becomes_an_event_of_its_own(store: Store) -> None:
    report = claims_in(store, "sanaa", "event")[0].report
    before = events_of(store)
    made = judge(store, Saying(verdict="missed", report=report, coded=missed_coding()), by="Awa")
    assert set(events_of(store)) > set(before)
    (claim,) = (c for c in claims_in(store, "sanaa", "event") if c.proposed_by == "coder:Awa")
    assert claim.id == made.claim
    assert claim.event is not None
    assert claim.event.trigger.text == "قال"
    again = judge(store, Saying(verdict="missed", report=report, coded=missed_coding()), by="Bilal")
    assert again.claim == made.claim
    judge(store, Saying(verdict="reject", claim=made.claim, because="only words"), by="Bilal")
    assert events_of(store) == before


def test_a_new_judgement_goes_before_an_older_one_and_withdrawing_it_brings_that_back(store: Store) -> None:
    claim = claims_in(store, "gao-2", "event")[0]
    coding = replace(event_coding(claim), mode="clash")
    judge(store, Saying(verdict="correct", claim=claim.id, coded=coding), by="Awa")
    corrected = exported(store)
    made = next(c for c in claims_in(store, "gao-2", "event") if c.proposed_by)
    second = judge(store, Saying(verdict="reject", claim=made.id, because="no"), by="Bilal")
    assert second.claim == claim.id
    withdraw_judgement(store, second.number, by="Bilal")
    assert exported(store) == corrected
    with pytest.raises(JudgingError):
        withdraw_judgement(store, second.number, by="Bilal")


def test_pairs_of_events_are_joined_and_held_apart(store: Store) -> None:
    one, other = (claims_in(store, name, "event")[0].id for name in ("gao-1", "baidoa"))
    before = exported(store)
    joined = judge(store, Saying(verdict="accept", claim=one, other=other), by="Awa")
    assert event_named(store, one).id == event_named(store, other).id
    apart = judge(store, Saying(verdict="reject", claim=other, other=one, because="two towns"), by="Awa")
    assert apart.unit == joined.unit
    assert event_named(store, one).id != event_named(store, other).id
    withdraw_judgement(store, apart.number, by="Awa")
    assert event_named(store, one).id == event_named(store, other).id
    withdraw_judgement(store, joined.number, by="Awa")
    assert exported(store) == before


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["reject", "correct", "figure", "missed"]), st.sampled_from(sorted(TEXTS))),
        min_size=1,
        max_size=3,
    )
)
def test_judging_and_withdrawing_leaves_all_as_it_was_and_the_past_untouched(
    tmp_path: Path, steps: list[tuple[str, str]]
) -> None:
    clock = Clock()
    with reports_read(tmp_path, clock) as store:
        before = exported(store)
        yesterday = Query(as_known_on=clock.now.date())
        then = exported(store, yesterday)
        clock.now = FIRST + timedelta(days=3)
        numbers = []
        for what, name in steps:
            event = claims_in(store, name, "event")[0]
            said = Saying(verdict="reject", claim=event.id, because="x")
            if what == "correct":
                coded = replace(event_coding(event), status="attempted", certainty="alleged", date=None)
                said = Saying(verdict="correct", claim=event.id, coded=coded)
            elif what == "figure":
                figure = claims_in(store, name, "figure")[0]
                said = Saying(
                    verdict="correct", claim=figure.id, coded=replace(figure_coding(figure), low=100, high=None)
                )
            elif what == "missed":
                said = Saying(
                    verdict="missed", report=claims_in(store, "sanaa", "event")[0].report, coded=missed_coding()
                )
            numbers.append(judge(store, said, by="Awa").number)
        assert exported(store, yesterday) == then
        clock.now += timedelta(days=3)
        for number in numbers:
            withdraw_judgement(store, number, by="Awa")
        assert exported(store) == before
        assert exported(store, yesterday) == then


def test_a_coding_that_cannot_be_is_refused_and_leaves_nothing(store: Store) -> None:
    claim = claims_in(store, "gao-1", "event")[0]
    figure = claims_in(store, "gao-1", "figure")[0]
    coding, count = event_coding(claim), figure_coding(figure)
    elsewhere = claims_in(store, "baidoa", "event")[0].id
    for said in (
        Saying(verdict="correct", claim=claim.id, coded=replace(coding, type="PARTY")),
        Saying(verdict="correct", claim=claim.id, coded=replace(coding, mode="no-such-mode")),
        Saying(verdict="correct", claim=claim.id, coded=replace(coding, trigger=CodedSpan(5, 5000))),
        Saying(
            verdict="correct", claim=claim.id, coded=replace(coding, roles=(CodedRole(role="agent", start=3, end=1),))
        ),
        Saying(verdict="correct", claim=claim.id, coded=count),
        Saying(verdict="correct", claim=figure.id, coded=replace(count, low=9, high=3)),
        Saying(verdict="correct", claim=figure.id, coded=replace(count, event=elsewhere)),
        Saying(verdict="correct", claim=claim.id),
        Saying(verdict="missed", report=claim.report),
        Saying(verdict="accept", claim=claim.id, other=claim.id),
    ):
        with pytest.raises(CodingError):
            judge(store, said, by="Awa")
    for said in (
        Saying(verdict="reject", claim="c0", because="x"),
        Saying(verdict="missed", report="r0", coded=missed_coding()),
    ):
        with pytest.raises(UnknownNameError):
            judge(store, said, by="Awa")
    with store.reading() as connection:
        assert connection.execute(text("select count(*) from judgements")).scalar() == 0


def test_judgements_are_never_changed(store: Store) -> None:
    judge(store, Saying(verdict="unsure", claim=claims_in(store, "gao-1", "event")[0].id), by="Awa")
    for statement in ("update judgements set verdict = 'reject'", "delete from judgements", "delete from codebooks"):
        with pytest.raises((StoreError, IntegrityError)), store.writing() as connection:
            connection.execute(text(statement))


def test_claims_of_coders_are_listed_while_they_count(store: Store) -> None:
    claim = claims_in(store, "gao-1", "event")[0]
    made = judge(
        store, Saying(verdict="correct", claim=claim.id, coded=replace(event_coding(claim), mode="clash")), by="Awa"
    )
    assert len(claims_in(store, "gao-1", "event")) == 2
    withdraw_judgement(store, made.number, by="Awa")
    assert [c.id for c, _ in find_claims(store, Query(report="gao-1.txt", kind=("event",)))] == [claim.id]


def test_a_state_may_act_and_an_id_that_stood_there_may_stay(store: Store) -> None:
    claim = claims_in(store, "gao-1", "event")[0]
    coding = event_coding(claim)
    agent = replace(next(r for r in coding.roles if r.role == "agent"), entity="wof:85674521")
    report = next(one for one in find_reports(store, Query(report="gao-1.txt")))
    assert coding.place is not None
    gone = replace(coding, place=replace(coding.place, id="wof:0"))
    check_coding(gone, report, gone)
    with pytest.raises(CodingError):
        check_coding(gone, report, coding)
    judge(store, Saying(verdict="correct", claim=claim.id, coded=replace(coding, roles=(agent,))), by="Awa")
    made = next(one for one in claims_in(store, "gao-1", "event") if one.proposed_by == "coder:Awa")
    assert made.event is not None
    (role,) = made.event.roles
    assert (role.entity, role.name, role.country, role.text) == ("wof:85674521", "غاو", "ML", "مسلحون")


def test_parts_follow_a_corrected_whole_and_what_was_corrected_contradicts_nothing(tmp_path: Path) -> None:
    with reports_read(tmp_path) as store:
        whole, *parts = claims_in(store, "prison", "figure")
        assert [part.figure.part_of for part in parts if part.figure] == [whole.id] * 2
        coded = replace(figure_coding(whole), low=31, high=31)
        judge(store, Saying(verdict="correct", claim=whole.id, coded=coded), by="Awa")
        (event,) = (one for one, _ in find_events(store, Query(report="prison.txt")) if "killed" in one.figures)
        assert (event.figures["killed"].low, event.figures["killed"].best, event.figures["killed"].high) == (31, 31, 31)
        told = found_in(store, Query(report="prison.txt"))
        assert whole.id not in {claim.id for shown in told for claim in shown.contradiction.claims}
