"""The rules by which other codebooks write rows: each cites its source, and each leads somewhere."""

from __future__ import annotations

import re

import pytest

from marsad.codebook import Coded, load
from marsad.codebook.conventions import Cited, Conventions
from marsad.codebook.crosswalk import Crosswalk

CROSSWALKS = list(load().crosswalks.values())
NAMES = list(load().crosswalks)


def rules(conventions: Conventions) -> list[Cited]:
    dates, deaths = conventions.dates, conventions.deaths
    return [
        *(*conventions.inclusion, *conventions.orders, *conventions.actors, *conventions.places, *conventions.unjudged),
        *(dates, *dates.codes, deaths),
    ]


@pytest.mark.parametrize("crosswalk", CROSSWALKS, ids=NAMES)
def test_every_rule_says_why_and_cites_a_dated_source(crosswalk: Crosswalk) -> None:
    source = crosswalk.file.source
    assert source.year >= 2010
    for rule in rules(crosswalk.file.conventions):
        assert rule.because.en.endswith((".", "?"))
        assert rule.because.ar.endswith((".", "؟"))
        assert not re.search("[\u064b-\u0652]", rule.because.ar)
        assert crosswalk.cited(rule.section) == (
            f"{source.publisher}, {source.title}, {source.version} ({source.year}), {rule.section}"
        )
    for type_rule in crosswalk.file.rules:
        assert type_rule.section or crosswalk.file.section


@pytest.mark.parametrize("crosswalk", CROSSWALKS, ids=NAMES)
def test_every_category_is_reached_by_an_event_or_says_why_not(crosswalk: Crosswalk) -> None:
    sector_of = {sector.group: sector.code for sector in load().sectors.values()}
    reached = set()
    for rule in crosswalk.file.rules:
        event = Coded(
            type=rule.type,
            mode=next(iter(rule.modes), None),
            weapon=next(iter(rule.weapons), None),
            status=next(iter(rule.statuses), "occurred"),
            agents=[sector_of[group] for group in rule.agent[:1] if group != "untold"],
            targets=[sector_of[group] for group in rule.target[:1] if group != "untold"],
            killed=int(rule.killed),
        )
        if category := crosswalk.render(event).category:
            reached.add(category.code)
    unreached = {category.code for category in crosswalk.file.categories.values() if category.unreached}
    assert reached | unreached == set(crosswalk.file.categories)
    assert not reached & unreached


@pytest.mark.parametrize("crosswalk", CROSSWALKS, ids=NAMES)
def test_every_code_of_date_and_place_can_be_given_or_says_why_not(crosswalk: Crosswalk) -> None:
    conventions = crosswalk.file.conventions
    given = {precision for code in conventions.places for precision in code.precisions}
    assert given in (set(), {"site", "town", "district", "region", "country", "area"})
    assert all(code.precisions or "Marsad" in code.because.en for code in conventions.places)
    spans = [code.days for code in conventions.dates.codes]
    assert spans == sorted(set(spans))


def test_plover_goes_by_marsads_own_types_and_the_way_back_of_its_modes() -> None:
    book, plover = load(), load().crosswalks["plover"]
    assert list(plover.file.categories) == list(book.events)
    for code, event in book.events.items():
        for back in (mode.plover for mode in event.modes.values() if mode.plover):
            found = plover.render(Coded(type=back.type, mode=back.mode)).category
            assert found == plover.file.categories[back.type], code
