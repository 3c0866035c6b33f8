from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from un_samples import sample_names

from marsad.linking.candidates import Candidates
from marsad.linking.listings import Decided, check_listing, listings, tells_of_listing
from marsad.records import Certainty, Claim, DateRange, Entity, EventBody, RelationBody, Report, Role, Span
from marsad.storing import Decision, Link

COUNCIL = Entity("مجلس الأمن", 6, 16, name="مجلس الأمن الدولي", entity="un-security-council")
STATE = Entity("واشنطن", 6, 12, entity="iso:US", country="US")
IMU = Entity("الحركة الإسلامية الأوزبكية", 17, 43, entity="imu")
NAMED = Entity("تيمور بكزودوف", 17, 30)
UNLISTED = Entity("حزب الواحة", 17, 27)


@pytest.fixture
def names() -> Candidates:
    return sample_names()


def days(first: str | None, last: str | None) -> DateRange:
    earliest, latest = (date.fromisoformat(day) if day else None for day in (first, last))
    return DateRange(earliest=earliest, latest=latest, precision="month")


OCTOBER_2001 = days("2001-10-01", "2001-10-31")


def said(
    subject: Entity | None = IMU,
    lister: Entity = COUNCIL,
    when: DateRange | None = OCTOBER_2001,
    certainty: Certainty = "asserted",
    ended: bool = False,
) -> Claim:
    body = RelationBody(predicate="listed-by", subject=subject, object=lister, ended=ended)
    return Claim(
        id="c1", report="r", kind="relation", start=0, end=60, text="", relation=body, date=when, certainty=certainty
    )


def event(mode: str = "list", lister: Entity = COUNCIL) -> Claim:
    roles = (
        Role(lister.text, lister.start, lister.end, entity=lister.entity, role="agent"),
        Role(IMU.text, IMU.start, IMU.end, entity="imu", role="target"),
    )
    body = EventBody(type="SANCTION", mode=mode, trigger=Span("أدرج", 0, 4), roles=roles)
    return Claim(id="c2", report="r", kind="event", start=0, end=50, text="", event=body, date=OCTOBER_2001)


def decision(name: str, reference: str, what: Decision) -> dict[str, Link]:
    link = Link(
        decided=datetime(2024, 5, 1, tzinfo=UTC),
        by="A",
        decision=what,
        because="because",
        name=name,
        report=None,
        publisher="un",
        reference=reference,
        generated=datetime(2024, 3, 1, tzinfo=UTC),
        score=None,
        reasons=None,
    )
    return {reference: link}


def test_a_listing_on_its_day_is_confirmed(names: Candidates) -> None:
    (found,) = check_listing(said(), names)
    assert (found.verdict, found.how, found.stated) == ("confirmed", "catalogue", OCTOBER_2001)
    assert found.listed_on == date(2001, 10, 6)
    assert found.entry is names.listed("QDe.010")


def test_an_event_of_listing_is_checked_too(names: Candidates) -> None:
    (found,) = check_listing(event(), names)
    assert found.verdict == "confirmed"


@pytest.mark.parametrize(
    ("when", "verdict"),
    [
        (days("2001-10-06", "2001-10-06"), "confirmed"),
        (days("2001-10-07", "2001-10-31"), "at odds"),
        (days("2001-09-01", "2001-09-30"), "at odds"),
        (days("2001-01-01", None), "confirmed"),
        (days(None, "2000-12-31"), "at odds"),
        (None, "confirmed"),
    ],
)
def test_the_day_stated_decides(names: Candidates, when: DateRange | None, verdict: str) -> None:
    (found,) = check_listing(said(when=when), names)
    assert found.verdict == verdict


def test_a_day_of_amendment_is_told(names: Candidates) -> None:
    (found,) = check_listing(said(when=days("2011-12-01", "2011-12-31")), names)
    assert found.verdict == "at odds"
    assert "2001-10-06" in found.why.en
    assert "amended on 2011-12-13" in found.why.en


def test_a_report_from_before_the_listing_is_at_odds(names: Candidates) -> None:
    (found,) = check_listing(said(when=None), names, published=date(2001, 5, 1))
    assert found.verdict == "at odds"


@pytest.mark.parametrize("claim", [said(certainty="denied"), said(ended=True)])
def test_saying_that_someone_listed_is_not(names: Candidates, claim: Claim) -> None:
    (found,) = check_listing(claim, names)
    assert found.verdict == "at odds"


@pytest.mark.parametrize(
    "claim",
    [
        said(lister=STATE),
        said(subject=None),
        event(mode="discontinue"),
        event(lister=STATE),
        Claim(id="c", report="r", kind="relation", start=0, end=1, text=""),
    ],
)
def test_what_is_no_listing_by_the_council_is_not_checked(names: Candidates, claim: Claim) -> None:
    assert check_listing(claim, names) == []
    assert not tells_of_listing(claim)


def test_who_is_not_on_the_list_is_not_found(names: Candidates) -> None:
    (found,) = check_listing(said(subject=UNLISTED), names)
    assert (found.verdict, found.entry, found.listed_on) == ("not found", None, None)


def test_a_link_by_the_name_alone_is_a_candidate(names: Candidates) -> None:
    (found,) = check_listing(said(subject=NAMED, when=days("2012-05-01", "2012-05-31")), names)
    assert (found.verdict, found.how) == ("confirmed", "name")
    assert found.score


def test_decisions_come_before_names_and_catalogue(names: Candidates) -> None:
    def decided(on: str, reference: str, what: Decision) -> Decided:
        return lambda name: decision(name, reference, what) if name == on else {}

    (found,) = check_listing(said(subject=UNLISTED), names, decided(UNLISTED.text, "QDi.902", "confirmed"))
    assert found.how == "decision"
    assert found.entry is names.listed("QDi.902")
    for subject, reference in ((NAMED, "QDi.902"), (IMU, "QDe.010")):
        (found,) = check_listing(said(subject=subject), names, decided(subject.text, reference, "rejected"))
        assert found.verdict == "not found"


def test_one_listing_told_as_relation_and_event_is_shown_once(names: Candidates) -> None:
    report = Report(id="r", source="r.txt", sha256="", text="")
    found = listings(report, [event(), said()], names)
    assert [(one.kind, one.severity, one.claims[0].id) for one in found] == [
        ("listing-confirmed", "confirmation", "c1")
    ]


def test_what_is_at_odds_is_a_contradiction_unless_the_link_is_a_candidate(names: Candidates) -> None:
    report = Report(id="r", source="r.txt", sha256="", text="")
    wrong = days("2003-01-01", "2003-01-31")
    later = replace(said(subject=NAMED, when=wrong), start=70, end=90, id="c3")
    unknown = replace(said(subject=UNLISTED, when=wrong), start=100, end=120, id="c4")
    found = listings(report, [said(when=wrong), later, unknown], names)
    assert [(one.kind, one.severity) for one in found] == [
        ("listing-at-odds", "contradiction"),
        ("listing-at-odds", "note"),
        ("listing-not-found", "note"),
    ]
    assert "candidate" in found[1].what.en
