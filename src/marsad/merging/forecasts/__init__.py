"""The forecast ledger: what was predicted, by whom and how surely, held against what happened."""

from .calibrating import Bin, Calibration, calibration
from .hedges import HedgeTable, hedge_table
from .making import forecasts_of
from .scoring import ScoringRules, scored
from .series import Series
from .types import Counted, Forecast, Hedge, Horizon, Outcome, Score, Unscorable, Where

__all__ = [
    "Bin",
    "Calibration",
    "Counted",
    "Forecast",
    "Hedge",
    "HedgeTable",
    "Horizon",
    "Outcome",
    "Score",
    "ScoringRules",
    "Series",
    "Unscorable",
    "Where",
    "calibration",
    "forecasts_of",
    "hedge_table",
    "scored",
]
