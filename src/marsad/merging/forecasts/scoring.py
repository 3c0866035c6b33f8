"""Forecasts held against the events: rise or fall against the time before, and the Brier score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from .series import Days, Series, touches, within
from .types import Forecast, Outcome, Score, Unscorable


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringRules:
    """When a forecast can be scored.

    A store knows of events only what its reports tell.  So in each of ``parts`` equal parts of the baseline, and of the
    horizon, at least ``least_reports`` must have been published, and in the one not more than ``most_uneven`` times as many
    as in the other.  ``stated_only`` leaves forecasts without a horizon of their own unscored.
    """

    parts: int = 4
    least_reports: int = 2
    most_uneven: float = 3.0
    stated_only: bool = False


def scored(forecast: Forecast, series: Series, as_of: date, rules: ScoringRules | None = None) -> Score:
    """The score of a forecast as of a day, or the first reason why it has none.

    It came true if more events happened in the horizon than in the baseline for a rise, fewer for a fall; as many are
    neither.  Brier score: the squared difference of the probability given and the outcome, 1 or 0 (G. W. Brier, Verification
    of Forecasts Expressed in Terms of Probability, Monthly Weather Review 78, 1950, pp. 1-3, for one class).
    """
    rules = rules or ScoringRules()
    vague = _vague(forecast, rules)
    if vague is not None:
        return Score(forecast=forecast, unscorable=vague)
    horizon, published = forecast.horizon, forecast.report.published
    assert horizon is not None
    assert published is not None
    if horizon.latest >= as_of:
        return Score(forecast=forecast, unscorable="horizon not passed")
    outcome = _outcome(forecast, series, baseline_of(published, horizon.days), (horizon.earliest, horizon.latest))
    blind = _blind(outcome, series, (horizon.earliest, horizon.latest), rules)
    if blind is not None:
        return Score(forecast=forecast, outcome=outcome, unscorable=blind)
    return Score(forecast=forecast, outcome=outcome, brier=brier(forecast.probability, outcome.happened))


def brier(probability: float, happened: bool) -> float:
    """The Brier score of one forecast, from 0 to 1."""
    return (probability - happened) ** 2


def baseline_of(published: date, days: int) -> Days:
    """The days before a forecast against which it is held: as many as its horizon has, the last that of publication."""
    try:
        return published - timedelta(days=days - 1), published
    except OverflowError:
        return date.min, published


def _vague(forecast: Forecast, rules: ScoringRules) -> Unscorable | None:
    """What the forecast itself leaves open."""
    reasons: tuple[tuple[bool, Unscorable], ...] = (
        (forecast.direction is None, "no direction"),
        (forecast.counted is None, "nothing counted"),
        (not forecast.where and not forecast.actors, "no place"),
        (forecast.report.published is None, "no day of publication"),
        (forecast.horizon is None, "no horizon"),
        (bool(rules.stated_only and forecast.horizon and forecast.horizon.inferred_by != "stated"), "no horizon"),
        (forecast.condition is not None, "condition not checkable"),
    )
    return next((reason for holds, reason in reasons if holds), None)


def _outcome(forecast: Forecast, series: Series, baseline: Days, horizon: Days) -> Outcome:
    assert forecast.counted is not None
    events = series.of_kind(forecast.counted.type, forecast.where, forecast.actors)
    before = tuple(event.id for event in events if within(event, baseline))
    after = tuple(event.id for event in events if within(event, horizon))
    near = sum(touches(event, baseline) or touches(event, horizon) for event in events)
    rose = len(after) > len(before)
    return Outcome(
        happened=rose if forecast.direction == "up" else len(after) < len(before),
        baseline=baseline,
        before=before,
        after=after,
        reports_before=series.reports_in(baseline),
        reports_after=series.reports_in(horizon),
        astride=near - len(before) - len(after),
    )


def _blind(outcome: Outcome, series: Series, horizon: Days, rules: ScoringRules) -> Unscorable | None:
    """What the store does not see."""
    parts = [*_parts(outcome.baseline, rules.parts), *_parts(horizon, rules.parts)]
    if any(series.reports_in(part) < rules.least_reports for part in parts):
        return "too few reports"
    fewer, more = sorted((outcome.reports_before, outcome.reports_after))
    if more > fewer * rules.most_uneven:
        return "uneven coverage"
    return None if outcome.before or outcome.after else "no events recorded"


def _parts(days: Days, count: int) -> list[Days]:
    """The days in ``count`` parts as equal as whole days allow, fewer where there are fewer days."""
    length = (days[1] - days[0]).days + 1
    count = min(count, length)
    cuts = [days[0] + timedelta(days=length * part // count) for part in range(count)]
    return [*((a, b - timedelta(days=1)) for a, b in pairwise(cuts)), (cuts[-1], days[1])]
