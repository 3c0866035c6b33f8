"""How likely two tellings are of one event, from their fields, with the reasons."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from marsad.linking.places import distance_km

from .outline import Outline, Spot, lineage
from .telling import Reason
from .weights import weights
from .words import likeness_of_words, rarity

Feature = tuple[str, float, str]
"""Name of a feature, its value from 0 to 1, and what was seen, in words."""

_SHOWN = 8
_WEEK = 7.0  # days: where it lies within more, it tells less that two overlap
_MORE = 1.25  # Counts of one attack differ as much as this, and more only where one is of several attacks.
_DIGITS = 3  # tellings that say the same count the same, whatever the order of adding up


class Likeness(NamedTuple):
    """``points`` are log-odds that two tellings are of one event, the sum of the reasons'."""

    points: float
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The probability that ``points`` stand for."""
        return 1 / (1 + math.exp(-self.points))


def likeness(a: Outline, b: Outline) -> Likeness | None:
    """How likely ``a`` and ``b``, of two reports, are one event; None where that is out of the question."""
    if exclusive(a, b):
        return None
    one, other = (a, b) if a.id <= b.id else (b, a)  # so that reasons read the same whichever comes first
    return weighed(features(one, other), weights().across)


def told_apart(a: Outline, b: Outline) -> Likeness | None:
    """What counts against two tellings of one report being one event: it tells them apart.

    The less they have in common, the more; never does it speak for one event.
    """
    if exclusive(a, b):
        return None
    points = weighed(features(a, b), weights().within).points - weights().told_apart
    limited = max(min(points, 0.0), weights().one_report)
    return Likeness(limited, (Reason("told apart", a.report, limited),))


def exclusive(a: Outline, b: Outline) -> bool:
    """Whether two tellings, by what they say, cannot be of one event."""
    return barred(a, b) or unlikely(a, b)


def barred(a: Outline, b: Outline) -> bool:
    """Whether two tellings are of another type, or lie in another country."""
    return a.type != b.type or bool(a.country and b.country and a.country != b.country)


def unlikely(a: Outline, b: Outline) -> bool:
    """Whether two tellings are of places far off, of days far apart, or one of several attacks whose dead the other counts."""
    if sum_beside(a, b):
        return True
    if a.stated and b.stated and (gap := days_between(a, b)) is not None and gap > weights().days_apart:
        return True
    if a.spot and b.spot:
        both_precise = a.spot.precise and b.spot.precise
        return _beyond(a.spot, b.spot) > (weights().near_km if both_precise else weights().far_km)
    return False


def sum_beside(a: Outline, b: Outline) -> bool:
    """Whether one counts the dead of several attacks, and the other fewer, so that it may be of one of them."""
    if a.summed == b.summed:
        return False
    whole, part = (a.counts, b.counts) if a.summed else (b.counts, a.counts)
    return any(whole[measure][0] > _MORE * part[measure][0] for measure in whole.keys() & part.keys())


def weighed(found: Iterator[Feature], table: Mapping[str, float]) -> Likeness:
    """The sum of what each feature found is worth by ``table``, the bias among them."""
    reasons = [Reason("bias", "", table["bias"])]
    reasons += [Reason(name, seen, table.get(name, 0.0) * value) for name, value, seen in found if value]
    points = round(math.fsum(reason.points for reason in reasons), _DIGITS)
    return Likeness(points, tuple(reason for reason in reasons if reason.points))


def features(a: Outline, b: Outline) -> Iterator[Feature]:
    """What two tellings have in common and in what they differ; the same whichever comes first."""
    yield from _where(a, b)
    yield from _when(a, b)
    yield from _who(a, b)
    yield from _shared("mode", a.modes, b.modes)
    yield from _shared("weapon", a.weapons, b.weapons)
    yield from _how_many(a, b)
    if a.status != b.status:
        yield "other-status", 1.0, " / ".join(sorted((a.status, b.status)))
    if a.leading and b.leading:
        yield "both-leading", 1.0, ""
    if common := a.words & b.words:
        yield "words", likeness_of_words(a.words, b.words), " ".join(sorted(common, key=_rarest)[:_SHOWN])


def _rarest(word: str) -> tuple[float, str]:
    return -rarity(word), word


def days_between(a: Outline, b: Outline) -> int | None:
    """Days from the end of the one to the beginning of the other, 0 where they overlap; None where one has no days."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return None
    return max((b.earliest - a.latest).days, (a.earliest - b.latest).days, 0)


def _where(a: Outline, b: Outline) -> Iterator[Feature]:
    one, other = a.spot, b.spot
    if one and other:
        gap = _beyond(one, other)
        sites = one.site and other.site
        near = weights().site_km if sites else weights().near_km
        # Of two sites that touch each has a name of its own.
        touching = one.precise and other.precise and gap <= 0 and not (sites and one.id and other.id)
        if (one.id and one.id == other.id) or touching:
            yield ("same-place" if one.precise else "place-inside"), 1.0, one.id or ""
            if one.precise:
                # In a village two attacks within days are rarer than in a city of millions.
                yield "small-place", min(1.0, weights().small_km / max(one.radius, other.radius)), one.id or ""
        elif gap <= 0 and not sites:
            yield "place-inside", 1.0, ""
        elif gap <= near:
            yield "near-place", 1 - max(gap, 0.0) / (2 * near), f"{max(gap, 0.0):.0f} km"
        else:
            yield "other-place", 1.0, f"{gap:.0f} km"
        return
    yield from _shared("name-of-place", a.localities, b.localities)
    if a.country and a.country == b.country:
        yield "same-country", 1.0, a.country


def _beyond(one: Spot, other: Spot) -> float:
    """km between two places beyond what they reach, 0 and less where one reaches the other."""
    reach = max(one.radius, other.radius)
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude)) - reach


def _when(a: Outline, b: Outline) -> Iterator[Feature]:
    gap = days_between(a, b)
    if gap is not None:
        exact = a.stated and b.stated and a.earliest == a.latest and b.earliest == b.latest
        if gap == 0:
            spread = 0.0 if exact else max(_length(a), _length(b))
            yield ("same-day" if exact else "overlapping-days"), _WEEK / max(_WEEK, spread), str(max(_day(a), _day(b)))
        elif gap == 1:
            yield "next-day", 1.0, f"{a.earliest} / {b.earliest}"
        else:
            yield "other-days", 1.0, f"{gap} days"
    if a.published and b.published:
        apart = abs((a.published - b.published).days)
        if apart <= 2:
            yield "published-together", 1 - apart / 3, f"{apart} days"


def _length(a: Outline) -> int:
    """Days that it may have taken place on."""
    return (a.latest - a.earliest).days if a.latest and a.earliest else 0


def _day(a: Outline) -> date:
    assert a.earliest is not None
    return a.earliest


def _who(a: Outline, b: Outline) -> Iterator[Feature]:
    for name, one, other in (("agent", a.agents, b.agents), ("target", a.targets, b.targets)):
        if not one or not other:
            continue
        if common := _related(one, other):
            yield f"same-{name}", 1.0, " ".join(sorted(common))
        else:
            yield f"other-{name}", 1.0, f"{' '.join(sorted(one))} / {' '.join(sorted(other))}"
    yield from _shared("sector", a.sectors, b.sectors)
    if a.whom and b.whom and (alike := likeness_of_words(a.whom, b.whom)):
        yield "words-for-target", alike, " ".join(sorted(a.whom & b.whom))


def _related(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Actors of the one that are, or belong to, or have as a part, an actor of the other."""
    return frozenset(
        x for x in one for y in other if x == y or x in lineage(y) or y in lineage(x)
    )  # fmt: skip


def _shared(name: str, one: frozenset[str], other: frozenset[str]) -> Iterator[Feature]:
    if one and other:
        common = one & other
        told = " ".join(sorted(common)) if common else f"{' '.join(sorted(one))} / {' '.join(sorted(other))}"
        yield f"{'same' if common else 'other'}-{name}", 1.0, told


def _how_many(a: Outline, b: Outline) -> Iterator[Feature]:
    for measure in sorted(a.counts.keys() & b.counts.keys()):
        (low, high), (low_b, high_b) = a.counts[measure], b.counts[measure]
        told = f"{low:g} / {low_b:g} {measure}"
        if (low, high) == (low_b, high_b):
            # One or two killed is told of many an event, 137 of one.
            yield "same-count", min(1.0, math.log1p(low) / math.log(20)), told
        elif low <= high_b and low_b <= high:
            yield "close-count", 1.0, told
        elif max(low, low_b) <= 1.5 * min(low, low_b) + 2:
            yield "close-count", 0.5, told
        else:
            yield "other-count", min(1.0, abs(math.log((low + 1) / (low_b + 1))) / 2), told
