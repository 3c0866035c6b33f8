from __future__ import annotations

from datetime import date
from random import Random

import pytest
from cluster_samples import BAIDOA, GAO, KIDAL, SOMEWHERE, attack
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.merging import Rulings, Telling, clusters, event_id, event_of
from marsad.merging.likeness import likeness
from marsad.merging.outline import outline_of


def together(*tellings: Telling, rulings: Rulings | None = None) -> set[frozenset[str]]:
    """The reports, or the ids where one report tells of several, that are put together."""
    found = clusters(tellings, rulings=rulings) if rulings else clusters(tellings)
    return {frozenset(telling.id for telling in cluster.tellings) for cluster in found}


def test_one_attack_told_by_three() -> None:
    told = [attack(outlet, killed=killed) for outlet, killed in (("a", 14), ("b", 14), ("c", 19))]
    assert together(*told) == {frozenset({"a-0", "b-0", "c-0"})}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(attack("b", killed=3, day=date(2021, 5, 14), published=date(2021, 5, 15)), id="days later"),
        pytest.param(attack("b", killed=14, place=GAO), id="another country"),
        pytest.param(attack("b", killed=14, type_="COERCE"), id="another type"),
    ],
)
def test_what_is_another_event(other: Telling) -> None:
    assert together(attack("a", killed=14), other) == {frozenset({"a-0"}), frozenset({"b-0"})}


def test_two_towns_of_one_country() -> None:
    assert len(together(attack("a", place=GAO), attack("b", place=KIDAL))) == 2


def test_two_events_in_one_town_a_day_apart() -> None:
    first = [attack(o, text="تفجير سيارة مفخخة أمام الفندق", mode="explosives", killed=14) for o in ("a", "b")]
    second = [
        attack(o, text="كمين لدورية من الجيش", mode="firearms", killed=3, agent="al-shabaab", day=date(2021, 5, 10))
        for o in ("c", "d")
    ]
    assert together(*first, *second) == {frozenset({"a-0", "b-0"}), frozenset({"c-0", "d-0"})}


def test_a_report_of_three_attacks_yields_three() -> None:
    places = (BAIDOA, GAO, KIDAL)
    roundup = [attack("r", place=place, killed=n + 3, number=n) for n, place in enumerate(places)]
    alone = [attack(str(n), place=place, killed=n + 3) for n, place in enumerate(places)]
    assert together(*roundup, *alone) == {frozenset({f"r-{n}", f"{n}-0"}) for n in range(3)}


def test_an_anniversary_joins_the_old_event() -> None:
    old = attack("a", killed=37)
    year_later = attack("b", killed=37, published=date(2022, 5, 9))
    new = attack("c", killed=2, day=date(2022, 5, 8), published=date(2022, 5, 9))
    assert together(old, year_later, new) == {frozenset({"a-0", "b-0"}), frozenset({"c-0"})}


def test_no_event_lies_in_two_countries() -> None:
    vague = attack("v", place=None, killed=14)
    found = together(attack("a", killed=14), attack("b", place=GAO, killed=14), vague)
    assert not any({"a-0", "b-0"} <= ids for ids in found)


def test_every_join_has_its_reasons_and_names_the_pair() -> None:
    (cluster,) = clusters([attack("a", killed=14), attack("b", killed=14)])
    (join,) = cluster.joins
    assert {join.one, join.other} == {"a-0", "b-0"}
    assert join.score > 0.9
    assert {"same-place", "same-day", "same-count"} <= {reason.name for reason in join.reasons}


def test_persons_join_and_part() -> None:
    a, b = attack("a", killed=14), attack("b", killed=14)
    far = attack("c", place=GAO, day=date(2020, 1, 1), published=date(2020, 1, 2))
    assert together(a, b, rulings=Rulings(apart=frozenset({("b-0", "a-0")}))) == {
        frozenset({"a-0"}),
        frozenset({"b-0"}),
    }
    ruled = together(a, far, rulings=Rulings(same=frozenset({("a-0", "c-0")})))
    assert ruled == {frozenset({"a-0", "c-0"})}


places = st.sampled_from([BAIDOA, GAO, KIDAL, SOMEWHERE, None])
days = st.sampled_from([None, *(date(2021, 5, day) for day in (8, 9, 10, 30))])


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(places, days, st.sampled_from([None, 2, 14, 37]), st.sampled_from([None, "isil", "aqim"])), max_size=9
    ),
    st.randoms(use_true_random=False),
)
def test_any_order_gives_the_same_events(
    told: list[tuple[object, date | None, int | None, str | None]], random: Random
) -> None:
    tellings = [
        attack(f"r{n}", place=place, day=day, killed=killed, agent=agent)  # type: ignore[arg-type]
        for n, (place, day, killed, agent) in enumerate(told)
    ]
    shuffled = tellings.copy()
    random.shuffle(shuffled)
    assert clusters(shuffled) == clusters(tellings)
    assert sorted(t.id for c in clusters(tellings) for t in c.tellings) == sorted(t.id for t in tellings)


def test_likeness_is_the_same_whichever_comes_first() -> None:
    a, b = outline_of(attack("a", killed=14, place=GAO)), outline_of(attack("b", place=SOMEWHERE, killed=12, day=None))
    one, other = likeness(a, b), likeness(b, a)
    assert one
    assert other
    assert one.points == other.points


def test_an_event_takes_what_most_tell_and_the_closest_place() -> None:
    tellings = [attack("a", killed=14), attack("b", killed=14, day=None), attack("c", killed=14, agent="al-shabaab")]
    (cluster,) = clusters(tellings)
    event = event_of(cluster, "b-0", "median", {})
    assert event.id == event_id("b-0")
    assert event.date is not None
    assert event.date.earliest == date(2021, 5, 9)
    assert event.place == BAIDOA
    assert [role.entity for role in event.roles] == ["al-shabaab"]
    assert event.reports == ("a", "b", "c")


def test_news_without_a_day_happened_in_the_week_before() -> None:
    (cluster,) = clusters([attack("a", day=None)])
    event = event_of(cluster, "a-0", "median", {})
    assert event.date is not None
    assert (event.date.earliest, event.date.latest, event.date.inferred) == (date(2021, 5, 4), date(2021, 5, 10), True)
