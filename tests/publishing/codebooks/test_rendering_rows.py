"""Hand-made events by the rules of each codebook: one for each hard case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from marsad.codebook import load
from marsad.errors import CodebookError
from marsad.publishing.codebooks import CODEBOOKS, COLUMNS, NotIncluded, Row, rendered
from marsad.records import Bounds, DateRange, Place

from .conftest import Case, exactly, role

REBELS = role("agent", "التنظيم", "REB", entity="isil")
GUNMEN = role("agent", "مسلحون", "UAF")
SOLDIERS = role("target", "جنود", "MIL")
VILLAGERS = role("target", "قرويون", "CVL")
MARCH = DateRange(earliest=date(2015, 3, 1), latest=date(2015, 3, 31), precision="month")
Make = Callable[..., Case]


def row(case: Case, codebook: str) -> Row:
    found = rendered(case[0], codebook, case[1])
    assert isinstance(found, Row), found
    return found


def out(case: Case, codebook: str) -> NotIncluded:
    found = rendered(case[0], codebook, case[1])
    assert isinstance(found, NotIncluded), found
    return found


def cells(case: Case, codebook: str, *names: str) -> list[Any]:
    told = row(case, codebook).cells
    return [told[name] for name in names]


def test_rebels_who_attack_soldiers_come_second_in_ucdp_and_first_elsewhere(case: Make) -> None:
    attack = case(REBELS, SOLDIERS, killed=exactly(5))
    assert cells(attack, "ucdp", "type_of_violence", "side_a", "side_b") == [1, "Government of Mali", "Islamic State"]
    assert cells(attack, "ucdp", "dyad_name", "best") == ["Government of Mali - Islamic State", 5]
    assert cells(attack, "acled", "event_type", "actor1", "inter1", "actor2", "inter2") == [
        "Battles", "Islamic State", 2, "Military Forces of Mali", 1,
    ]  # fmt: skip
    assert cells(attack, "plover", "source", "source_sector", "recipient_sector", "event", "quad_code", "dead") == [
        "Islamic State", "REB", "MIL", "ASSAULT", 4, 5,
    ]  # fmt: skip


def test_an_attack_without_deaths_is_in_acled_and_not_in_ucdp(case: Make) -> None:
    attack = case(REBELS, VILLAGERS)
    assert cells(attack, "acled", "sub_event_type", "fatalities", "civilian_targeting") == [
        "Attack", 0, "Civilian targeting",
    ]  # fmt: skip
    assert out(attack, "ucdp").because.en == "Nobody is said to have died in it."
    assert "p. 4" in out(attack, "ucdp").citation
    assert out(case(REBELS, VILLAGERS, killed=exactly(0)), "ucdp").because.en == "Nobody is said to have died in it."


def test_one_death_in_the_highest_figure_is_enough_for_ucdp(case: Make) -> None:
    attack = case(REBELS, VILLAGERS, killed=Bounds(low=0, best=0, high=1))
    assert cells(attack, "ucdp", "type_of_violence", "side_b", "low", "best", "high") == [3, "Civilians", 0, 0, 1]


def test_a_protest_has_no_second_actor_in_acled_and_no_row_in_ucdp(case: Make) -> None:
    protest = case(role("agent", "السكان", "CVL"), role("target", "الحكومة", "GOV"), type_="PROTEST", mode="demo")
    assert cells(protest, "acled", "disorder_type", "event_type", "actor1", "inter1", "actor2") == [
        "Demonstrations", "Protests", "Protesters (Mali)", 6, None,
    ]  # fmt: skip
    assert cells(protest, "plover", "event", "mode", "recipient_sector") == ["PROTEST", "demo", "GOV"]
    assert out(protest, "ucdp").because.en == load().crosswalks["ucdp"].file.uncovered["PROTEST"].en


def test_rioters_are_no_protesters(case: Make) -> None:
    riot = case(role("agent", "شبان", "CVL"), type_="PROTEST", mode="riot")
    assert cells(riot, "acled", "event_type", "actor1", "inter1") == ["Riots", "Rioters (Mali)", 5]


def test_an_arrest_is_a_strategic_development_of_acled(case: Make) -> None:
    arrest = case(role("agent", "الشرطة", "COP"), role("target", "رجال", "CVL"), type_="COERCE", mode="arrest")
    assert cells(arrest, "acled", "disorder_type", "sub_event_type", "actor1", "actor2", "civilian_targeting") == [
        "Strategic developments", "Arrests", "Police Forces of Mali", "Civilians (Mali)", None,
    ]  # fmt: skip
    assert out(arrest, "ucdp").because.en == "No lethal force is used."


def test_a_killing_without_a_perpetrator(case: Make) -> None:
    killing = case(VILLAGERS, mode="firearms", killed=exactly(5))
    assert cells(killing, "acled", "sub_event_type", "actor1", "inter1", "actor2", "inter2") == [
        "Attack", "Unidentified Armed Group (Mali)", 3, "Civilians (Mali)", 7,
    ]  # fmt: skip
    assert "not told" in out(killing, "ucdp").because.en
    assert out(killing, "plover").because.en == "Nobody is told to have acted; an event needs a source."
    assert "Required actors" in out(killing, "plover").citation


def test_gunmen_of_whom_no_more_is_told_are_no_organized_actor(case: Make) -> None:
    attack = case(GUNMEN, SOLDIERS, killed=exactly(2))
    assert "organized" in out(attack, "ucdp").because.en
    assert cells(attack, "acled", "actor1", "inter1") == ["Unidentified Armed Group (Mali)", 3]
    rebels = case(role("agent", "متمردون", "REB"), SOLDIERS, killed=exactly(2))
    assert out(rebels, "ucdp").because.en == out(attack, "ucdp").because.en
    named = case(role("agent", "مسلحو داعش", "UAF", entity="isil"), SOLDIERS, killed=exactly(2))
    assert cells(named, "ucdp", "side_b") == ["Islamic State"]
    assert cells(named, "acled", "inter1") == [2]


def test_two_forces_of_one_state_are_no_dyad(case: Make) -> None:
    army, police = role("agent", "الجيش", "MIL", country="ML"), role("target", "الشرطة", "COP", country="ML")
    assert out(case(army, police, killed=exactly(2)), "ucdp").because.en.endswith("one and the same actor.")
    abroad = role("target", "الجيش", "MIL", country="NE")
    assert cells(case(army, abroad, killed=exactly(2)), "ucdp", "side_a", "side_b") == [
        "Government of Mali", "Government of Niger",
    ]  # fmt: skip


def test_what_is_no_actor_is_not_named_in_acled(case: Make) -> None:
    blast = case(role("agent", "أربعة"), role("target", "أنبوب الغاز"), mode="explosives")
    assert cells(blast, "acled", "actor1", "actor2") == ["Unidentified Armed Group (Mali)", None]
    assert out(case(role("target", "أربعة"), type_="COERCE", mode="arrest"), "acled").because.en == "No actor is told."


def test_who_is_told_alone_is_the_first_actor_of_acled(case: Make) -> None:
    arrest = case(role("target", "رجال", "CVL"), type_="COERCE", mode="arrest")
    assert cells(arrest, "acled", "actor1", "actor2") == ["Civilians (Mali)", None]


def test_destruction_that_kills_is_no_looting(case: Make) -> None:
    razed = case(REBELS, VILLAGERS, mode="destroy")
    assert cells(razed, "acled", "sub_event_type") == ["Looting/property destruction"]
    assert cells(case(REBELS, VILLAGERS, mode="destroy", killed=exactly(2)), "acled", "sub_event_type") == ["Attack"]


@pytest.mark.parametrize(
    ("days", "ucdp", "acled"),
    [
        ((date(2015, 3, 4), date(2015, 3, 4)), 1, 1),
        ((date(2015, 3, 4), date(2015, 3, 9)), 2, 2),
        ((date(2015, 3, 4), date(2015, 3, 10)), 3, 2),
        ((date(2015, 3, 4), date(2015, 3, 11)), 4, 3),
        ((date(2015, 3, 1), date(2015, 3, 31)), 4, 3),
        ((date(2015, 3, 1), date(2015, 4, 1)), 5, None),
        ((date(2014, 12, 20), date(2015, 1, 3)), None, 3),
        ((date(2015, 3, 1), None), None, None),
        (None, None, None),
    ],
)
def test_date_precision(case: Make, days: tuple[date, date | None] | None, ucdp: int | None, acled: int | None) -> None:
    when = DateRange(earliest=days[0], latest=days[1], precision="range") if days else None
    attack = case(REBELS, SOLDIERS, killed=exactly(1), when=when)
    for codebook, column, code in (("ucdp", "date_prec", ucdp), ("acled", "time_precision", acled)):
        if code is None:
            assert out(attack, codebook).because.en.startswith("It is not known to the ")
        else:
            assert cells(attack, codebook, column) == [code]


def test_a_month_is_its_span_its_middle_or_its_first_day(case: Make) -> None:
    attack = case(REBELS, SOLDIERS, killed=exactly(1), when=MARCH)
    assert cells(attack, "ucdp", "date_start", "date_end", "year") == ["2015-03-01", "2015-03-31", 2015]
    assert cells(attack, "acled", "event_date") == ["2015-03-16"]
    assert cells(attack, "plover", "date", "enddate") == ["2015-03-01", "2015-03-31"]
    assert cells(attack, "cameo", "date") == ["2015-03-01"]


def test_an_undated_event_has_the_day_of_its_report_in_plover_alone(case: Make) -> None:
    attack = case(REBELS, SOLDIERS, killed=exactly(1), when=None)
    assert cells(attack, "plover", "date", "enddate") == ["2021-05-10", None]
    assert {out(attack, codebook).codebook for codebook in ("ucdp", "acled")} == {"ucdp", "acled"}


def test_several_who_act_are_one_source_to_plover(case: Make) -> None:
    attack = case(REBELS, role("agent", "طالبان", "REB", entity="taliban"), SOLDIERS, killed=exactly(1))
    assert cells(attack, "plover", "source") == ["Islamic State; Taliban"]
    assert cells(attack, "acled", "actor1") == ["Islamic State"]


@pytest.mark.parametrize(
    ("precision", "ucdp", "acled"),
    [("site", 1, 1), ("town", 1, 1), ("district", 3, 2), ("region", 4, 3), ("area", 5, 3), ("country", 6, 3)],
)
def test_place_precision(case: Make, precision: Any, ucdp: int, acled: int) -> None:
    where = Place("الشمال", 0, 6, country="ML", precision=precision)
    attack = case(REBELS, SOLDIERS, killed=exactly(1), where=where)
    assert cells(attack, "ucdp", "where_prec") == [ucdp]
    assert cells(attack, "acled", "geo_precision") == [acled]


def test_an_arrest_without_who_was_arrested_has_a_source_alone_to_plover_and_no_row_in_cameo(case: Make) -> None:
    police = role("agent", "الشرطة", "COP")
    arrest = case(police, type_="COERCE", mode="arrest")
    assert cells(arrest, "plover", "source_sector", "recipient") == ["COP", None]
    assert out(arrest, "cameo").because.en.endswith("an event needs a target.")
    assert out(case(police, type_="AID"), "plover").because.en.endswith("this type needs a recipient.")


def test_without_a_country_only_what_has_no_map_has_a_row(case: Make) -> None:
    attack = case(REBELS, SOLDIERS, killed=exactly(1), where=None)
    assert {out(attack, codebook).because.en for codebook in ("ucdp", "acled")} == {"Not even the country is known."}
    assert cells(attack, "plover", "event_loc") == [None]


def test_at_least_has_an_open_end_only_in_the_events_own_figures(case: Make) -> None:
    attack = case(REBELS, VILLAGERS, killed=Bounds(low=14, best=14, high=None),
                  dead=({"low": 14, "high": None},), text="مقتل 14 قرويا على الأقل", by_the_ledger=True)  # fmt: skip
    assert cells(attack, "ucdp", "low", "best", "high", "deaths_civilians") == [14, 14, 14, 14]
    assert cells(attack, "acled", "fatalities") == [14]
    assert cells(attack, "plover", "dead") == [14]


@pytest.mark.parametrize(("text", "dead"), [("مقتل عشرات القرويين", 12), ("مقتل المئات", 100), ("سقوط قتلى", 3)])
def test_words_without_a_number_have_one_in_acled_and_none_in_ucdp(case: Make, text: str, dead: int) -> None:
    attack = case(REBELS, VILLAGERS, dead=({"low": None, "high": None},), text=text, by_the_ledger=True)
    assert cells(attack, "acled", "fatalities") == [dead]
    assert cells(attack, "ucdp", "low", "best", "high", "deaths_unknown") == [None, None, None, None]


def test_each_codebook_asks_the_ledger_for_its_own_rule(case: Make) -> None:
    rules = {"ucdp": Bounds(low=10, best=14, high=32), "acled": exactly(11)}
    attack = case(REBELS, VILLAGERS, killed=exactly(20), tolls=rules)
    assert cells(attack, "ucdp", "low", "best", "high") == [10, 14, 32]
    assert cells(attack, "acled", "fatalities") == [11]
    assert cells(attack, "plover", "dead") == [20]


def test_foiled_and_planned_attacks(case: Make) -> None:
    foiled, planned = (case(REBELS, VILLAGERS, status=status, mode="explosives") for status in ("foiled", "planned"))
    assert cells(foiled, "acled", "sub_event_type") == ["Disrupted weapons use"]
    assert {out(planned, "acled").because.en, out(foiled, "ucdp").because.en} == {"It did not take place."}
    assert cells(planned, "plover", "event", "context") == ["ASSAULT", "future"]


def test_a_trial_is_an_accusation_to_plover(case: Make) -> None:
    trial = case(role("agent", "المحكمة", "JUD"), role("target", "متهمون", "CVL"), type_="COERCE", mode="trial")
    assert cells(trial, "plover", "event", "mode") == ["ACCUSE", "allege"]
    assert cells(trial, "cameo", "root_code", "quad_class") == ["11", 4]


def test_a_clash_of_agents_alone_has_two_sides(case: Make) -> None:
    army, rebels = role("agent", "الجيش", "MIL", country="ML"), role("agent", "المتمردون", "REB", name="حركة أزواد")
    clash = case(rebels, army, mode="clash", killed=exactly(3))
    assert cells(clash, "ucdp", "side_a", "side_b") == ["Government of Mali", "حركة أزواد"]
    assert cells(clash, "acled", "actor1", "actor2") == ["حركة أزواد", "Military Forces of Mali"]
    assert cells(clash, "plover", "source", "source_sector", "recipient") == ["حركة أزواد; الجيش", "REB; MIL", None]


def test_sides_of_a_fight_between_groups_stand_by_name_in_ucdp(case: Make) -> None:
    fight = case(role("agent", "طالبان", "REB", entity="taliban"), role("target", "داعش", "REB", entity="isil"),
                 killed=exactly(4))  # fmt: skip
    first, second = cells(fight, "ucdp", "side_a", "side_b")
    assert (first, cells(fight, "ucdp", "type_of_violence")) == ("Islamic State", [2])
    assert first < second


def test_forces_of_another_country_are_external_to_acled(case: Make) -> None:
    strike = case(role("agent", "الطيران الفرنسي", "MIL", country="FR"), REBELS_AS_TARGET, mode="aerial")
    assert cells(strike, "acled", "actor1", "inter1", "sub_event_type") == ["Forces of France", 8, "Air/drone strike"]


REBELS_AS_TARGET = role("target", "التنظيم", "REB", entity="isil")


def test_rows_have_all_columns_and_keep_their_claims(case: Make) -> None:
    attack = case(REBELS, SOLDIERS, killed=exactly(5), dead=({"low": 5, "high": 5},))
    for codebook in CODEBOOKS:
        found = row(attack, codebook)
        assert tuple(found.cells) == COLUMNS[codebook]
        assert found.claims == ("c1", "f1")
        assert found.cells["claims"] == "c1 f1"


def test_sources_and_evidence_stand_in_the_row(case: Make) -> None:
    attack = case(REBELS, SOLDIERS, killed=exactly(5), text="هاجم التنظيم ثكنة")
    assert cells(attack, "acled", "source", "notes", "iso") == ["جريدة", "هاجم التنظيم ثكنة", 466]
    assert cells(attack, "ucdp", "source_office", "source_date", "number_of_sources") == ["جريدة", "2021-05-10", 1]


def test_a_codebook_without_rules_is_refused(case: Make) -> None:
    event, evidence = case(REBELS)
    with pytest.raises(CodebookError, match="gtd: there are no rules of this codebook"):
        rendered(event, "gtd", evidence)
