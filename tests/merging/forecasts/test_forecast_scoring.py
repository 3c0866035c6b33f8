from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import isclose

import pytest
from forecast_samples import MALI, PUBLISHED, covered, event, forecast, series
from hypothesis import given
from hypothesis import strategies as st

from marsad.merging.forecasts import Forecast, Score, ScoringRules, Series, Unscorable, Where, calibration, scored

LATER = date(2023, 1, 1)
counts = st.integers(0, 60)
ranges = st.tuples(st.floats(0, 0.5), st.floats(0.51, 1))


def test_a_rise_that_came_costs_little_and_one_that_did_not_much() -> None:
    came = scored(forecast(), series(4, 9), LATER)
    failed = scored(forecast(), series(9, 4), LATER)
    assert came.outcome is not None
    assert (came.outcome.happened, len(came.outcome.before), len(came.outcome.after)) == (True, 4, 9)
    assert came.brier == pytest.approx((1 - 0.675) ** 2)
    assert failed.brier == pytest.approx(0.675**2)


def test_as_many_as_before_are_neither_rise_nor_fall() -> None:
    for way in ("up", "down"):
        outcome = scored(forecast(direction=way), series(5, 5), LATER).outcome
        assert outcome is not None
        assert not outcome.happened


def test_what_is_said_not_to_come_is_scored_by_the_opposite() -> None:
    plain = scored(forecast(direction="down"), series(9, 4), LATER)
    negated = scored(forecast(direction="down", negated=True), series(9, 4), LATER)
    assert plain.brier == pytest.approx((1 - 0.675) ** 2)
    assert negated.brier == pytest.approx(0.675**2)
    assert (plain.came_true, negated.came_true) == (True, False)


def test_the_baseline_is_as_long_as_the_horizon_and_ends_on_the_day_of_publication() -> None:
    outcome = scored(forecast(days=10), series(4, 9, days=10), LATER).outcome
    assert outcome is not None
    assert outcome.baseline == (date(2022, 3, 1), PUBLISHED)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (forecast(direction=None), "no direction"),
        (forecast(counted=None), "nothing counted"),
        (forecast(where=()), "no place"),
        (forecast(published=None), "no day of publication"),
        (forecast(condition="إذا فشلت المفاوضات"), "condition not checkable"),
        (forecast(days=400), "horizon not passed"),
        (forecast(where=(replace(MALI, country="NE"),)), "no events recorded"),
        (forecast(counted="PROTEST"), "no events recorded"),
        (forecast(days=80), "too few reports"),
    ],
)
def test_what_cannot_be_scored_says_why(told: Forecast, why: Unscorable) -> None:
    score = scored(told, series(4, 9), LATER)
    assert (score.unscorable, score.brier) == (why, None)


def test_an_inferred_horizon_can_be_refused() -> None:
    told = forecast(inferred_by="default-12-months")
    assert scored(told, series(4, 9), LATER).unscorable is None
    assert scored(told, series(4, 9), LATER, ScoringRules(stated_only=True)).unscorable == "no horizon"


def test_the_horizon_has_passed_only_when_its_last_day_has() -> None:
    last = PUBLISHED + timedelta(days=40)
    assert scored(forecast(), series(4, 9), last).unscorable == "horizon not passed"
    assert scored(forecast(), series(4, 9), last + timedelta(days=1)).unscorable is None


def test_a_gap_in_the_reports_makes_blind() -> None:
    """Events after which nobody reported are not events that did not happen."""
    days = [day for day in covered() if not date(2022, 3, 31) <= day <= date(2022, 4, 10)]
    assert scored(forecast(), series(9, 2, reports=days), LATER).unscorable == "too few reports"


def test_far_more_reports_on_one_side_make_blind() -> None:
    days = [day for day in covered() for _ in range(1 if day <= PUBLISHED else 4)]
    assert scored(forecast(), series(4, 9, reports=days), LATER).unscorable == "uneven coverage"


def test_an_actor_alone_is_followed_everywhere() -> None:
    events = [event(1, -3, agent="aqim"), event(2, 4, agent="aqim", country="NE"), event(3, 5, agent="aqim")]
    events += [event(n, -5, agent="isgs") for n in range(10, 20)]
    outcome = scored(forecast(where=(), actors=("aqim",)), Series.of(events, covered()), LATER).outcome
    assert outcome is not None
    assert (outcome.before, outcome.after, outcome.happened) == (("e0001",), ("e0002", "e0003"), True)


def test_a_region_holds_the_events_within_its_radius() -> None:
    near = event(1, 4)
    assert near.place is not None
    here = replace(near, place=replace(near.place, latitude=16.0, longitude=-3.0))
    far = replace(near, id="e0002", place=replace(near.place, latitude=12.6, longitude=-8.0))
    vague = replace(near, id="e0003", place=replace(near.place, latitude=16.0, longitude=-3.0, precision="country"))
    region = Where(name="تمبكتو", country="ML", latitude=16.5, longitude=-3.0, radius_km=200)
    outcome = scored(forecast(where=(region,)), Series.of([here, far, vague], covered()), LATER).outcome
    assert outcome is not None
    assert outcome.after == ("e0001",)


def test_what_did_not_come_to_pass_or_cannot_be_placed_in_time_is_not_counted() -> None:
    events = [event(1, 3), event(2, 3, status="foiled"), event(3, 3, status="planned"), event(4, -4, length=9)]
    outcome = scored(forecast(), Series.of(events, covered()), LATER).outcome
    assert outcome is not None
    assert (outcome.before, outcome.after, outcome.astride) == ((), ("e0001",), 1)


@given(before=counts, after=counts, bounds=ranges, down=st.booleans(), negated=st.booleans())
def test_brier_scores_lie_between_0_and_1(
    before: int, after: int, bounds: tuple[float, float], down: bool, negated: bool
) -> None:
    told = forecast(probability=bounds, direction="down" if down else "up", negated=negated)
    score = scored(told, series(before, after), LATER)
    assert (score.brier is None) == (before + after == 0)
    assert score.brier is None or 0 <= score.brier <= 1
    assert 0 <= told.probability <= 1


@given(events=st.permutations([event(n, n - 30) for n in range(60)]))
def test_the_order_of_events_makes_no_difference(events: list[object]) -> None:
    found = scored(forecast(), Series.of(events, reversed(covered())), LATER)  # type: ignore[arg-type]
    assert found == scored(forecast(), Series.of([event(n, n - 30) for n in range(60)], covered()), LATER)


def _scores() -> st.SearchStrategy[list[Score]]:
    made = st.builds(
        lambda bounds, before, after, outlet, vague: scored(
            forecast(probability=bounds, outlet=outlet, direction=None if vague else "up"), series(before, after), LATER
        ),
        ranges,
        counts,
        counts,
        st.sampled_from(["أ", "ب", None]),
        st.booleans(),
    )
    return st.lists(made, max_size=12)


@given(_scores())
def test_calibrations_add_up(scores: list[Score]) -> None:
    found = calibration(scores)
    assert sum(one.scored + sum(one.unscorable.values()) for one in found) == len(scores)
    for one in found:
        assert sum(b.forecasts for b in one.bins) == one.scored
        assert isclose(
            sum(b.forecasts * b.happened for b in one.bins if b.happened is not None), one.happened, abs_tol=1e-9
        )
        assert (one.bins[0].low, one.bins[-1].high) == (0, 1)
        for bin_ in one.bins:
            assert bin_.given is None or bin_.low - 1e-9 <= bin_.given <= bin_.high + 1e-9
        for number in (one.brier, one.climatology, one.reliability):
            assert (number is None) == (one.scored == 0)
            assert number is None or 0 <= number <= 1
    briers = [score.brier for score in scores if score.brier is not None]
    together = calibration(scores, "all")
    assert [one.scored for one in together] == ([len(briers)] if scores else [])
    if briers:
        assert together[0].brier == pytest.approx(sum(briers) / len(briers))


@given(_scores().flatmap(lambda scores: st.tuples(st.just(scores), st.permutations(scores))))
def test_the_order_of_scores_makes_no_difference(both: tuple[list[Score], list[Score]]) -> None:
    assert calibration(both[0]) == calibration(both[1])


def test_forecasters_are_outlets_or_authors() -> None:
    told = [forecast(author="باحثة"), forecast(author=None)]
    scores = [scored(one, series(4, 9), LATER) for one in told]
    assert [one.of for one in calibration(scores)] == ["صحيفة الميناء"]
    assert [one.of for one in calibration(scores, "author")] == ["باحثة", "صحيفة الميناء"]
