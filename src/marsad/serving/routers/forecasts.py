"""The board of forecasts."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from marsad.merging import forecasts as ledger
from marsad.merging.forecasts import Score
from marsad.publishing.forecasts import calibration_row, forecast_row, state
from marsad.storing.forecasts import find_scores

from ..access import Served
from ..cursors import cursor, place_of
from ..filters import ClaimFilters, LastDay, Words
from ..models.boards import Calibration, Forecast
from ..models.shared import Page
from ..served import ServedStore

router = APIRouter(prefix="/forecasts", tags=["forecasts"])

Scale = Literal["icd-203", "kent-1964", "ipcc-2010"]


class ForecastFilters(ClaimFilters):
    """Which forecasts, as of which day, by which scale of hedges; days are those of publication."""

    outlet: Words | None = None
    state: Literal["scored", "open", "unscorable"] | None = None
    as_of: LastDay | None = None
    scale: Scale | None = None
    stated_horizon: bool = False

    def query(self) -> Any:
        """The store's query."""
        return replace(ClaimFilters.query(self), limit=None)


class CalibrationFilters(ForecastFilters):
    """Which forecasts, and whose are taken together."""

    by: Literal["outlet", "author", "all"] = "outlet"


@router.get("")
def forecasts(served: Served, asked: Annotated[ForecastFilters, Query()]) -> Page[Forecast]:
    """Who predicts what, how surely, by when, and how it came out."""
    after = place_of(asked.cursor, asked.filters, (int,))
    every = [score for score in _scores(served, asked) if asked.state in (None, state(score))]
    at = after[0] if after else 0
    items = [Forecast.model_validate(forecast_row(score)) for score in every[at : at + asked.limit]]
    following = cursor([at + asked.limit], asked.filters) if len(every) > at + asked.limit else None
    return Page(items=items, next=following, total=len(every))


@router.get("/calibration")
def calibration(served: Served, asked: Annotated[CalibrationFilters, Query()]) -> list[Calibration]:
    """How well the words of each outlet or author fit what happened."""
    found = ledger.calibration(_scores(served, asked), asked.by)
    return [Calibration.model_validate(calibration_row(one)) for one in found]


def _scores(served: ServedStore, asked: ForecastFilters) -> list[Score]:
    rules = ledger.ScoringRules(stated_only=asked.stated_horizon)
    name = asked.model_dump_json(exclude={"limit", "cursor", "state", "by"})
    day = None if asked.as_of else _today()
    return served.remember(
        f"forecasts {day} {name}",
        lambda: find_scores(
            served.store, asked.query(), asked.as_of, outlet=asked.outlet, scale=asked.scale, rules=rules
        ),
    )


def _today() -> str:
    from datetime import date

    return date.today().isoformat()
