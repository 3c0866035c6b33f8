from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.merging.blocking import keys_of
from marsad.merging.outline import Outline, Spot

DAY = date(2024, 2, 28)
spots = st.builds(
    Spot,
    id=st.none(),
    latitude=st.floats(14, 16),
    longitude=st.floats(-1, 1),
    radius=st.just(5.0),
    precise=st.sampled_from([True, True, False]),
)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    first = DAY + timedelta(draw(st.integers(0, 8)))
    dated = draw(st.booleans())
    return Outline(
        id="a",
        report="r",
        type="ASSAULT",
        status="occurred",
        modes=frozenset(),
        weapons=frozenset(),
        earliest=first if dated else None,
        latest=first + timedelta(draw(st.sampled_from([0, 1, 3, 60, 400]))) if dated else None,
        stated=dated,
        published=None,
        country=draw(st.sampled_from([None, "ML", "ML", "SO"])),
        spot=draw(spots | spots | st.none()),
        localities=frozenset(draw(st.sets(st.sampled_from(["غاو", "بيدوا"])))),
        agents=frozenset(draw(st.sets(st.sampled_from(["isil", "aqim"])))),
        targets=frozenset(),
        sectors=frozenset(),
        whom=frozenset(),
        counts=draw(st.sampled_from([{}, {"killed": (2, 2)}, {"killed": (9, 9)}])),
        words=frozenset(draw(st.sets(st.sampled_from(["ثكنة", "سوق", "مسجد"])))),
        leading=False,
    )


@settings(max_examples=500)
@given(outlines(), outlines())
def test_whichever_of_two_comes_first_finds_the_other(one: Outline, other: Outline) -> None:
    a, b = keys_of(one), keys_of(other)
    assert a.asks.isdisjoint(b.holds) == b.asks.isdisjoint(a.holds)
