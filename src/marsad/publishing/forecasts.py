"""Forecasts and calibrations flattened: one row each, the same columns for every one."""

from __future__ import annotations

from typing import Any

from marsad.merging.forecasts import Calibration, Score

Row = dict[str, Any]


def forecast_row(score: Score) -> Row:
    """A forecast with its score; lists stay lists, days are ISO 8601, probabilities from 0 to 1."""
    forecast, outcome = score.forecast, score.outcome
    claim, hedge, horizon = forecast.claim, forecast.hedge, forecast.horizon
    return {
        "record": "forecast",
        "claim": claim.id,
        "report": forecast.report.id,
        "source": forecast.report.source,
        "outlet": forecast.outlet,
        "published": _day(forecast.report.published),
        "author": forecast.author,
        "via": list(forecast.via),
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "sentence": forecast.sentence,
        "about": list(forecast.about),
        "actors": list(forecast.actors),
        "places": [where.name for where in forecast.where],
        "countries": sorted({where.country for where in forecast.where if where.country}),
        "places_found_in": forecast.where[0].found_in if forecast.where else None,
        "type": forecast.counted.type if forecast.counted else None,
        "counted": forecast.counted.words if forecast.counted else None,
        "direction": forecast.direction,
        "negated": forecast.negated,
        "horizon_earliest": _day(horizon.earliest) if horizon else None,
        "horizon_latest": _day(horizon.latest) if horizon else None,
        "horizon_rule": horizon.inferred_by if horizon else None,
        "horizon_words": horizon.words if horizon else None,
        "hedge": hedge.words,
        "hedge_term": hedge.term,
        "hedge_low": hedge.low,
        "hedge_high": hedge.high,
        "hedge_scale": hedge.source,
        "probability": round(forecast.probability, 4),
        "condition": forecast.condition,
        "state": state(score),
        "unscorable": score.unscorable,
        "baseline_earliest": _day(outcome.baseline[0]) if outcome else None,
        "baseline_latest": _day(outcome.baseline[1]) if outcome else None,
        "before": len(outcome.before) if outcome else None,
        "after": len(outcome.after) if outcome else None,
        "astride": outcome.astride if outcome else None,
        "reports_before": outcome.reports_before if outcome else None,
        "reports_after": outcome.reports_after if outcome else None,
        "came_true": score.came_true,
        "brier": None if score.brier is None else round(score.brier, 4),
        "events_before": list(outcome.before) if outcome else [],
        "events_after": list(outcome.after) if outcome else [],
    }


def calibration_row(one: Calibration) -> Row:
    """A calibration: its bins as a list of rows."""
    return {
        "record": "calibration",
        "of": one.of,
        "scored": one.scored,
        "happened": one.happened,
        "brier": _rounded(one.brier),
        "climatology": _rounded(one.climatology),
        "reliability": _rounded(one.reliability),
        "bins": [
            {
                "low": bin_.low,
                "high": bin_.high,
                "forecasts": bin_.forecasts,
                "given": _rounded(bin_.given),
                "happened": _rounded(bin_.happened),
            }
            for bin_ in one.bins
        ],
        "unscorable": dict(one.unscorable),
    }


def state(score: Score) -> str:
    """``scored``, ``open`` while the horizon has not passed, else ``unscorable``."""
    if score.brier is not None:
        return "scored"
    return "open" if score.unscorable == "horizon not passed" else "unscorable"


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)
