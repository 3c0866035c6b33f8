"""How well forecasters are calibrated: Brier scores, and what came of what was given each probability."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from .types import Score

By = Literal["outlet", "author", "all"]
BINS = 5
"""Bins of equal width over the probabilities from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Forecasts given a probability from ``low`` up to, but in the last bin, not including, ``high``.

    ``given`` is the mean of those probabilities, ``happened`` the share of them that did; both None in an empty bin.
    """

    low: float
    high: float
    forecasts: int
    given: float | None
    happened: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What came of the forecasts of one forecaster, ``of``: of how many of the ``scored`` ones the rise or fall ``happened``.

    ``brier`` is the mean Brier score, ``climatology`` that of always giving the share that happened; ``reliability`` is the
    mean squared difference of what bins were given and what came of them (A. H. Murphy, A New Vector Partition of the
    Probability Score, Journal of Applied Meteorology 12, 1973, pp. 595-600).  All None where nothing is scored.
    ``unscorable`` counts the others by reason.
    """

    of: str
    scored: int
    happened: int
    brier: float | None
    climatology: float | None
    reliability: float | None
    bins: tuple[Bin, ...]
    unscorable: Mapping[str, int]


def calibration(scores: Iterable[Score], by: By = "outlet") -> list[Calibration]:
    """The calibration of each outlet, author, or of all together; those with most scored forecasts first, then by name.

    The order of ``scores`` makes no difference.
    """
    groups: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        groups[_of(score, by)].append(score)
    found = [_calibration(name, group) for name, group in groups.items()]
    return sorted(found, key=lambda one: (-one.scored, one.of))


def _of(score: Score, by: By) -> str:
    forecast = score.forecast
    if by == "author":
        return forecast.author or forecast.outlet or ""
    return (forecast.outlet or "") if by == "outlet" else "all"


def _calibration(name: str, scores: Sequence[Score]) -> Calibration:
    told = [
        (score.forecast.probability, score.outcome.happened, score.brier)
        for score in scores
        if score.outcome is not None and score.brier is not None
    ]
    n, true = len(told), sum(happened for _, happened, _ in told)
    bins = tuple(_bin(number, [(p, happened) for p, happened, _ in told]) for number in range(BINS))
    apart = fsum(
        b.forecasts * (b.given - b.happened) ** 2 for b in bins if b.given is not None and b.happened is not None
    )
    return Calibration(
        of=name,
        scored=n,
        happened=true,
        brier=fsum(brier for _, _, brier in told) / n if n else None,
        climatology=true / n * (1 - true / n) if n else None,
        reliability=apart / n if n else None,
        bins=bins,
        unscorable=dict(sorted(Counter(score.unscorable for score in scores if score.unscorable).items())),
    )


def _bin(number: int, told: Sequence[tuple[float, bool]]) -> Bin:
    some = [(p, happened) for p, happened in told if min(int(p * BINS), BINS - 1) == number]
    n = len(some)
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        forecasts=n,
        given=fsum(p for p, _ in some) / n if n else None,
        happened=sum(happened for _, happened in some) / n if n else None,
    )
