"""Krippendorff's alpha: how far coders agree beyond chance, for any number of them and with values missing.

After K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University of Pennsylvania, 2011), whose worked examples are
the tests of this module.  The package `krippendorff` computes the same; it is under the GPL, with which Marsad's licence does not
go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Level = Literal["nominal", "interval", "ratio"]


@dataclass(frozen=True, slots=True)
class Reliability:
    """Alpha, None for the reason ``because``; ``units`` with two values or more, and how many ``values`` those have."""

    alpha: float | None
    units: int
    values: int
    because: str | None = None


def krippendorff_alpha(units: Iterable[Sequence[Any]], level: Level = "nominal") -> Reliability:
    """Alpha of ``units``, each given by the values that coders gave it, in any order; who gave none is left out of it.

    1 is perfect agreement, 0 what chance would give, below 0 worse.  ``level`` tells how far two values differ: nominal not or
    wholly, interval by the square of their difference, ratio by that of their difference over their sum (numbers from 0 up).
    """
    paired = [Counter(unit) for unit in units if len(unit) > 1]
    together: Counter[Any] = Counter()
    for unit in paired:
        together.update(unit)
    values = together.total()
    if not paired:
        return Reliability(None, 0, 0, "no unit has values of two coders")
    if len(paired) == 1:
        return Reliability(None, 1, values, "one unit tells nothing of agreement")
    expected = _spread(together, _DISTANCE[level]) / (values - 1)
    if expected == 0:
        return Reliability(None, len(paired), values, "all values are the same: there was nothing to differ on")
    observed = sum(_spread(unit, _DISTANCE[level]) / (unit.total() - 1) for unit in paired)
    return Reliability(1 - observed / expected, len(paired), values)


def _spread(values: Counter[Any], distance: Callable[[Any, Any], float]) -> float:
    """The sum of distances over all ordered pairs of values."""
    known: Collection[tuple[Any, int]] = values.items()
    return sum(n * m * distance(one, other) for one, n in known for other, m in known if one != other)


def _nominal(one: Any, other: Any) -> float:
    return float(one != other)


def _interval(one: float, other: float) -> float:
    return float(one - other) ** 2


def _ratio(one: float, other: float) -> float:
    return ((one - other) / (one + other)) ** 2 if one + other else 0.0


_DISTANCE: dict[Level, Callable[[Any, Any], float]] = {"nominal": _nominal, "interval": _interval, "ratio": _ratio}
