"""Where the same evidence gives different rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from marsad.publishing.codebooks import COMPARED, Difference, Tally, differences, rows_of
from marsad.records import Bounds, DateRange, Place

from .conftest import Case, exactly, role

Make = Callable[..., Case]
ARMY = role("agent", "الجيش", "MIL", country="ML")
REBELS = role("agent", "التنظيم", "REB", entity="isil")
HELD = role("target", "التنظيم", "REB", entity="isil")
SOLDIERS = role("target", "جنود", "MIL")
VILLAGERS = role("target", "قرويون", "CVL")


def compared(case: Case) -> dict[str, Difference]:
    return {found.aspect: found for found in differences(case[0], rows_of(*case))}


def test_an_attack_by_the_state_on_a_day_in_a_town_is_the_same_to_all(case: Make) -> None:
    assert compared(case(ARMY, HELD, killed=exactly(5))) == {}


def test_only_the_actors_order_differs_where_rebels_attack(case: Make) -> None:
    found = compared(case(REBELS, SOLDIERS, killed=exactly(5)))
    assert list(found) == ["actors"]
    assert found["actors"].values["ucdp"] == "Government of Mali → Islamic State"
    assert found["actors"].because["ucdp"].en == "Side A is the state, whoever attacked."
    assert set(found["actors"].citations) == set(COMPARED)


def test_what_no_other_codebook_records_differs_in_inclusion_alone(case: Make) -> None:
    found = compared(case(ARMY, type_="CONSULT", mode="visit"))
    assert list(found) == ["inclusion"]
    assert found["inclusion"].values == {"plover": "a row", "acled": "no row", "ucdp": "no row"}
    assert found["inclusion"].because["acled"].en == "ACLED records no talks as such."


def test_a_toll_differs_where_the_rules_of_the_ledger_do(case: Make) -> None:
    rules = {"ucdp": Bounds(low=10, best=14, high=32), "acled": exactly(10)}
    found = compared(case(ARMY, HELD, killed=exactly(32), tolls=rules))
    assert list(found) == ["deaths"]
    assert found["deaths"].values == {"acled": "10", "ucdp": "14 (10 to 32)"}


def test_a_month_differs_in_date_and_a_region_in_place(case: Make) -> None:
    month = DateRange(earliest=date(2015, 3, 1), latest=date(2015, 3, 31), precision="month")
    region = Place("كيدال", 0, 5, country="ML", precision="region")
    found = compared(case(ARMY, HELD, killed=exactly(1), when=month, where=region))
    assert list(found) == ["date", "place"]
    assert found["place"].values == {"acled": "precision 3", "ucdp": "precision 4"}


def test_force_against_protesters_is_a_protest_to_acled_and_one_sided_violence_to_ucdp(case: Make) -> None:
    found = compared(case(ARMY, VILLAGERS, mode="crowd-control", killed=exactly(2)))
    assert found["type"].values["acled"] == "Protests: Excessive force against protesters"
    assert found["type"].values["ucdp"] == "3: One-sided violence"


@pytest.mark.parametrize(("killed", "alike"), [(exactly(5), 1), (None, 0)])
def test_the_tally_counts_events_rows_and_aspects(case: Make, killed: Bounds | None, alike: int) -> None:
    event, evidence = case(ARMY, HELD, killed=killed)
    rows, tally = rows_of(event, evidence), Tally()
    tally.count(rows, differences(event, rows))
    assert (tally.events, tally.alike, tally.aspects["inclusion"]) == (1, alike, 1 - alike)
    assert tally.included == {"plover": 1, "acled": 1} | ({"ucdp": 1} if alike else {})
