"""Low, best and high of the figures of an event.

- A denied figure does not count, and a part does not count beside its whole.
- Figures for different people that one voice joins in one breath ("three soldiers and five civilians") are added up.
- Of rival figures ``low`` is the least and ``high`` the greatest; where one of them is open, that side is.
- ``best`` is the lower bound of the most certain figure, the first among equals: the cautious number.  A figure without a lower
  bound gives none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.languages.arabic.letters import fold
from marsad.records import Bounds, Certainty, Claim, FigureBody

_CERTAINTY: tuple[Certainty, ...] = ("asserted", "reported", "alleged", "hedged")
# "A و B": what may stand between two figures told in one breath.
_ONE_BREATH = 3

Number = float | int | None


@dataclass(frozen=True, slots=True)
class _Toll:
    """A figure, or several added up."""

    low: Number
    high: Number
    certainty: int


def tolls(figures: Sequence[tuple[Claim, FigureBody]]) -> dict[str, Bounds]:
    """Low, best and high by measure."""
    by_measure: dict[str, list[tuple[Claim, FigureBody]]] = defaultdict(list)
    present = {claim.id for claim, _ in figures}
    for claim, body in figures:
        if body.part_of not in present:
            by_measure[body.measure].append((claim, body))
    return {measure: _bounds(_added_up(rivals)) for measure, rivals in sorted(by_measure.items())}


def _bounds(rivals: list[_Toll]) -> Bounds:
    lows = [toll.low for toll in rivals]
    highs = [toll.high for toll in rivals]
    best = min(rivals, key=lambda toll: toll.certainty)
    return Bounds(
        low=None if None in lows else min(low for low in lows if low is not None),
        best=best.low,
        high=None if None in highs else max(high for high in highs if high is not None),
    )


def _added_up(figures: list[tuple[Claim, FigureBody]]) -> list[_Toll]:
    groups: list[list[tuple[Claim, FigureBody]]] = []
    for claim, body in sorted(figures, key=lambda pair: (pair[0].start, pair[0].end)):
        if groups and _same_breath(groups[-1], claim, body):
            groups[-1].append((claim, body))
        else:
            groups.append([(claim, body)])
    return [
        _Toll(
            low=_sum([body.low for _, body in group]),
            high=_sum([body.high for _, body in group]),
            certainty=max(_CERTAINTY.index(claim.certainty) for claim, _ in group),
        )
        for group in groups
    ]


def _same_breath(group: list[tuple[Claim, FigureBody]], claim: Claim, body: FigureBody) -> bool:
    last, last_body = group[-1]
    counted = {fold(other.of) for _, other in group if other.of}
    return (
        last.end <= claim.start <= last.end + _ONE_BREATH
        and last.voice == claim.voice
        and last_body.unit == body.unit
        and len(counted) == len(group)
        and body.of is not None
        and fold(body.of) not in counted
    )


def _sum(numbers: list[Number]) -> Number:
    return None if None in numbers else sum(number for number in numbers if number is not None)
