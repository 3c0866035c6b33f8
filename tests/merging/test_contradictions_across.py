"""What reports of one event, and reports of what may be one event, do not agree on."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from ledger_samples import figure, plain, report, telling
from told_samples import across, assaults, between, read

from marsad.merging.contradictions import Contradiction, contradictions_across
from marsad.merging.contradictions.slips import slips
from marsad.merging.telling import Telling
from marsad.records import Claim, DateRange, EventBody, Place, Role, Span

ATTACK = "هاجم مسلحون ثكنة للجيش في مدينة غاو يوم {} مايو 2021 وقتلوا {} جنود."


def kinds(found: list[Contradiction]) -> list[str]:
    return [one.kind for one in found]


def event(id_: str, place: Place | None = None, roles: tuple[Role, ...] = (), day: int | None = None) -> Telling:
    told = report(id_, f"هجوم في مكان ما وفق {id_}")
    when = DateRange(earliest=date(2021, 5, day), latest=date(2021, 5, day), precision="day") if day else None
    body = EventBody(type="ASSAULT", trigger=Span("هجوم", 0, 4), roles=roles)
    claim = Claim(
        id=f"{id_}-e", report=id_, kind="event", start=0, end=4, text="هجوم", event=body, place=place, date=when
    )
    return Telling(report=told, events=(claim,))


def town(name: str, latitude: float, longitude: float) -> Place:
    return Place(name, 0, len(name), name=name, latitude=latitude, longitude=longitude, radius_km=3, precision="town")


def actor(entity: str, role: str = "agent") -> Role:
    return Role(entity, 0, len(entity), entity=entity, name=entity, role=role, type="REB")  # type: ignore[arg-type]


def test_figures_that_cannot_both_hold_stand_with_both_sentences() -> None:
    one = read("a", ATTACK.format(9, "خمسة"), date(2021, 5, 10))
    other = read("b", ATTACK.format(9, "تسعة"), date(2021, 5, 10))
    (found,) = [c for c in across(one, other) if c.kind == "rival-figures"]
    assert [claim.report for claim in found.claims] == ["a", "b"]
    assert found.what.en == "5 killed against 9"
    assert found.weight == pytest.approx(sum(share.points for share in found.shares), abs=0.01)
    assert "two outlets" in [share.name for share in found.shares]


def test_an_update_contradicts_nothing() -> None:
    told = report("b", "ارتفعت حصيلة القتلى إلى 32 شخصا", 3)
    rise = telling(told, figure(told, "32 شخصا", 32, of="شخصا"))
    assert contradictions_across([plain("a", 14), rise]) == []
    assert kinds(contradictions_across([plain("a", 14), plain("b", 32)])) == ["rival-figures"]


def test_the_same_number_from_many_is_shown_once() -> None:
    tellings = [plain("a", 5), plain("b", 9), plain("c", 9), plain("d", 5)]
    assert kinds(contradictions_across(tellings)) == ["rival-figures"]


def test_a_wider_gap_weighs_more() -> None:
    near, far = (contradictions_across([plain("a", 10), plain("b", n)])[0].weight for n in (11, 40))
    assert far > near


def test_days_apart_and_a_day_late() -> None:
    one = read("a", ATTACK.format(9, "خمسة"), date(2021, 5, 20))
    other = read("b", ATTACK.format(14, "خمسة"), date(2021, 5, 20))
    (found,) = [c for c in across(one, other) if c.kind == "other-day"]
    assert found.what.en == "on 2021-05-09 against 2021-05-14"
    assert found.severity == "contradiction"
    (late,) = contradictions_across([event("a", day=9), event("b", day=10)])
    assert (late.kind, late.severity) == ("other-day", "note")


def test_towns() -> None:
    gao, bamako = town("غاو", 16.27, -0.04), town("باماكو", 12.65, -8.0)
    (found,) = contradictions_across([event("a", gao), event("b", bamako), event("c", gao)])
    assert found.kind == "other-place"
    assert "غاو against باماكو" in found.what.en
    assert contradictions_across([event("a", gao), event("b", town("ضاحية غاو", 16.3, -0.05))]) == []


def test_perpetrators_and_claimants() -> None:
    found = contradictions_across([event("a", roles=(actor("isil"),)), event("b", roles=(actor("taliban"),))])
    assert kinds(found) == ["other-perpetrator"]
    claimants = [event(n, roles=(actor(e, "claimant"),)) for n, e in (("a", "isil"), ("b", "taliban"))]
    assert kinds(contradictions_across(claimants)) == ["rival-claimants"]


def test_a_branch_and_its_whole_are_no_rivals_nor_are_those_named_together() -> None:
    assert (
        contradictions_across([event("a", roles=(actor("isil"),)), event("b", roles=(actor("isil-khorasan"),))]) == []
    )
    both = event("c", roles=(actor("isil"), actor("taliban")))
    assert contradictions_across([event("a", roles=(actor("isil"),)), both]) == []


def test_those_who_fight_each_other_are_no_rivals() -> None:
    one = event("a", roles=(actor("isil"), actor("taliban", "target")))
    assert contradictions_across([one, event("b", roles=(actor("taliban"),))]) == []


def test_ten_times_as_many_is_likelier_to_count_something_else() -> None:
    (far,) = contradictions_across([plain("a", 4), plain("b", 900)])
    assert far.severity == "note"


def test_what_one_denies() -> None:
    told = event("a")
    denied = event("b")
    denial = Claim(
        id="b-no",
        report="b",
        kind="event",
        start=0,
        end=4,
        text="هجوم",
        certainty="denied",
        event=denied.events[0].event,
    )
    denying = Telling(report=denied.report, events=denied.events, denials=(denial,))
    (found,) = contradictions_across([told, denying])
    assert (found.kind, [claim.id for claim in found.claims]) == ("denied", ["a-e", "b-no"])


def test_a_figure_that_another_denies() -> None:
    told = report("b", "نفى الجيش مقتل 40 جنديا", 2)
    no = telling(told, figure(told, "40 جنديا", 40, of="جنديا", certainty="denied", by="الجيش"))
    (found,) = contradictions_across([plain("a", 40), no])
    assert found.kind == "denied"
    assert "40 killed" in found.what.en


CLAIMED = "أعلن تنظيم داعش، في {}، مسؤوليته عن هجوم استهدف سياحا في طاجيكستان وأسفر عن مقتل {} سياح."


def test_a_month_between_two_days_of_one_claim_of_responsibility_surfaces() -> None:
    one = read("a", CLAIMED.format("30 يونيو 2018", "4"), date(2019, 5, 29))
    other = read("b", CLAIMED.format("30 يوليو 2018", "4"), date(2018, 8, 5))
    for pair in permutations((one, other)):
        (found,) = between(*pair)
        assert found.kind == "day-mistaken"
        assert found.what.en.startswith("claimed on 2018-06-30 against 2018-07-30, another month")
        assert {claim.report for claim in found.claims} == {"a", "b"}
    assert "other-day-of-claiming" in kinds(contradictions_across(assaults(one, other)))


def test_other_tolls_or_news_of_both_days_are_two_events() -> None:
    one = read("a", CLAIMED.format("30 يونيو 2018", "4"), date(2019, 5, 29))
    assert between(one, read("b", CLAIMED.format("17 يوليو 2018", "4"), date(2018, 8, 5))) == []
    assert (
        between(
            read("a", CLAIMED.format("30 يونيو 2018", "4"), date(2018, 7, 1)),
            read("b", CLAIMED.format("30 يوليو 2018", "4"), date(2018, 7, 31)),
        )
        == []
    )


def test_an_anniversary_needs_more_than_the_actor_and_the_country() -> None:
    one = read("a", "هاجم تنظيم داعش ثكنة في مدينة غاو يوم 9 مايو 2020.", date(2022, 1, 1))
    other = read("b", "هاجم تنظيم داعش سوقا في مدينة باماكو يوم 9 مايو 2021.", date(2022, 1, 1))
    assert between(one, other) == []


def test_slips_go_both_ways() -> None:
    day = date(2018, 6, 30)
    assert (date(2018, 7, 30), "another month") in list(slips(day))
    assert dict(slips(date(2021, 5, 12)))[date(2021, 5, 21)] == "figures transposed"
    assert dict(slips(date(2021, 5, 3)))[date(2021, 3, 5)] == "day and month exchanged"
    assert list(slips(date(2021, 3, 31))) == [
        (date(2020, 3, 31), "another year"),
        (date(2022, 3, 31), "another year"),
        (date(2021, 3, 13), "figures transposed"),
    ]
    for start in (date(2020, 2, 29), date(2021, 1, 10), date(2021, 12, 12), day):
        for other, how in slips(start):
            assert (start, how) in list(slips(other))
