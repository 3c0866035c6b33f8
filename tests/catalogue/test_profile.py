"""An actor's names and relations over time, told from its side."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.catalogue import load
from marsad.catalogue.profile import find_actors, name_on, profile, similar_ids

IN_2015 = date(2015, 6, 30)


def test_what_others_state_is_told_from_this_side() -> None:
    told = {(s.says, s.other.id, s.stated_by) for s in profile(load(), "nusra-front").standings}
    assert ("split off", "jund-al-aqsa", "jund-al-aqsa") in told
    assert ("merged into", "hts", "nusra-front") in told
    assert ("branch of", "al-qaida", "nusra-front") in told


def test_a_symmetric_relation_is_told_from_both_sides() -> None:
    gpc = [(s.predicate, s.other.id, str(s.period)) for s in profile(load(), "gpc").standings]
    houthis = [(s.predicate, s.other.id, str(s.period)) for s in profile(load(), "houthis").standings]
    assert ("allied-with", "houthis", "..2017-12") in gpc
    assert ("allied-with", "gpc", "..2017-12") in houthis


def test_on_a_day_only_what_held_then_is_told() -> None:
    found = profile(load(), "nusra-front", IN_2015)
    assert "Jabhat al-Nusra" in [a.name for a in found.names]
    assert "Jabhat Fateh al-Sham" not in [a.name for a in found.names]
    assert ("loyal-to", "al-qaida") in [(s.predicate, s.other.id) for s in found.standings]
    later = profile(load(), "nusra-front", date(2016, 12, 1))
    assert ("loyal-to", "al-qaida") not in [(s.predicate, s.other.id) for s in later.standings]


@pytest.mark.parametrize(
    ("day", "name"),
    [(None, "Islamic State"), (date(2010, 1, 1), "Islamic State of Iraq"),
     (date(2013, 12, 31), "Islamic State of Iraq and the Levant"), (date(2020, 1, 1), "Islamic State")],
)  # fmt: skip
def test_the_name_of_a_day(day: date | None, name: str) -> None:
    assert name_on(load().entries["isil"], "en", day) == name


def test_branches_of_branches_are_found_and_conditions_hold_together() -> None:
    under = {e.id for e in find_actors(load(), parent="al-qaida")}
    assert {"aqap", "jnim", "nusra-front"} <= under
    assert "al-qaida" not in under
    assert "isil-khorasan" not in under
    syrian = {e.id for e in find_actors(load(), parent="al-qaida", country="sy")}
    assert "nusra-front" in syrian
    assert "aqap" not in syrian
    assert "hts" not in {e.id for e in find_actors(load(), country="SY", on=IN_2015)}
    assert {e.sector for e in find_actors(load(), kind="pty")} == {"PTY"}


def test_ids_near_an_unknown_one() -> None:
    assert "isil-khorasan" in similar_ids(load(), "isil khorasan")
    assert similar_ids(load(), "xqzwv") == []
