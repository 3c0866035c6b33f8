"""What keeps groups of tellings apart, and what only counts against joining them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest

from marsad.merging.blocking import pair_of
from marsad.merging.likeness import Likeness
from marsad.merging.linkage import Linkage

Pairs = Mapping[tuple[str, str], float]
# Two pairs that are each one event, and what is known between them.
TWO = {("a", "b"): 6.0, ("c", "d"): 6.0}


def groups(known: Pairs, barred: Collection[str] = (), unlikely: Collection[str] = ()) -> set[str]:
    found = {pair: Likeness(points, ()) for pair, points in known.items()}
    linkage = Linkage(
        sorted({id_ for pair in known for id_ in pair}),
        found,
        lambda a, b: "".join(pair_of(a, b)) in barred,
        lambda a, b: "".join(pair_of(a, b)) in unlikely,
        apart=set(),
    )
    return {"".join(sorted(group)) for group in linkage.groups()}


def test_one_place_misread_does_not_part_an_event() -> None:
    known = TWO | {("a", "c"): 5.0, ("a", "d"): 4.0, ("b", "c"): 4.0}
    assert groups(known) == {"abcd"}
    assert groups(known, unlikely={"bd"}) == {"abcd"}


@pytest.mark.parametrize(("between", "found"), [(2.0, {"ab", "cd"}), (12.0, {"abcd"})])
def test_much_that_could_not_be_one_event_counts_more_than_a_pair_that_could(between: float, found: set[str]) -> None:
    assert groups(TWO | {("a", "c"): between}, unlikely={"ad", "bc", "bd"}) == found


def test_another_country_or_type_keeps_groups_apart_whatever_else_is_alike() -> None:
    known = TWO | {("a", "c"): 5.0, ("a", "d"): 5.0, ("b", "c"): 5.0}
    assert groups(known, barred={"bd"}) == {"ab", "cd"}
    assert groups(known, barred={"bd"}, unlikely={"bd"}) == {"ab", "cd"}


def test_what_speaks_against_a_pair_of_groups_lets_a_likelier_pair_come_first() -> None:
    known = {("a", "b"): 4.0, ("a", "c"): 5.0, ("b", "d"): 5.0}
    assert groups(known, unlikely={"ad", "bc", "cd"}) == {"ac", "bd"}
