"""Between claims that may be about one thing and were not put together because their days differ by a slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from marsad.records import Claim, DateRange
from marsad.remarks import Remark

from ..likeness import exclusive
from ..outline import Outline, outline_of
from ..telling import Telling
from ..words import content_words
from .contradiction import Contradiction, Share
from .reasons import Code, measured, reason
from .slips import Slip, slips
from .weighing import by_weight, weighed

# How much must speak for one event beside the actor: less for a month than for a year, whose events may be anniversaries.
_NEEDED: Mapping[Slip, int] = {
    "another month": 2,
    "figures transposed": 2,
    "day and month exchanged": 2,
    "another year": 3,
}
# Two reports that each came in the days after the day they tell are of two events.
_NEWS = timedelta(10)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A telling with a day that a claim of it states: of the event, or of its being claimed."""

    telling: Telling
    outline: Outline
    claim: Claim
    day: date
    of_claiming: bool


def contradictions_between(tellings: Iterable[Telling], event_of: Mapping[str, str]) -> list[Contradiction]:
    """Tellings of different events whose days are a slip apart while actor, toll, place or target agree, the heaviest first.

    ``event_of`` gives the id of the event of each telling by the telling's id; tellings of one event are left to
    ``contradictions_across``.  Cost: one look-up for each day told and each slip.
    """
    by_sign: dict[tuple[str, str, bool, date], list[_Dated]] = defaultdict(list)
    told = [dated for telling in tellings for dated in _dated(telling)]
    for dated in told:
        for sign in _signs(dated.outline):
            by_sign[dated.outline.type, sign, dated.of_claiming, dated.day].append(dated)
    found: dict[tuple[str, str], Contradiction] = {}
    for dated in sorted(told, key=lambda d: (d.day, d.telling.id)):
        for day, slip in slips(dated.day):
            for sign in _signs(dated.outline):
                for other in by_sign.get((dated.outline.type, sign, dated.of_claiming, day), ()):
                    pair = (dated.telling.id, other.telling.id)
                    if pair[::-1] in found or pair in found or _one(dated, other, event_of):
                        continue
                    if contradiction := _mistaken(dated, other, slip):
                        found[pair] = contradiction
    return by_weight(_once(found.values(), event_of))


def _dated(telling: Telling) -> Iterator[_Dated]:
    outline = outline_of(telling)
    seen: set[tuple[date, bool]] = set()
    for claim in telling.events:
        assert claim.event is not None
        for told, of_claiming in ((claim.event.claimed_on, True), (claim.date, False)):
            day = _day(told)
            if day and (day, of_claiming) not in seen:
                seen.add((day, of_claiming))
                yield _Dated(telling, outline, claim, day, of_claiming)


def _day(told: DateRange | None) -> date | None:
    return told.earliest if told and told.earliest == told.latest else None


def _signs(outline: Outline) -> Iterator[str]:
    """By what two tellings find one another: an actor, or a place with a toll."""
    yield from sorted(outline.agents)
    where = outline.spot.id if outline.spot and outline.spot.precise else None
    for measure, (low, _) in outline.counts.items():
        if where and low > 1:
            yield f"{where} {low:g} {measure}"


def _one(one: _Dated, other: _Dated, event_of: Mapping[str, str]) -> bool:
    """Whether both are of one report or one event."""
    same_event = event_of.get(one.telling.id, one.telling.id) == event_of.get(other.telling.id, other.telling.id)
    return one.telling.report.id == other.telling.report.id or same_event


def _mistaken(one: _Dated, other: _Dated, slip: Slip) -> Contradiction | None:
    if _both_news(one, other) or _elsewhere(one.outline, other.outline):
        return None
    alike = dict(_in_common(one, other))
    if sum(alike.values()) < _NEEDED[slip]:
        return None
    code: Code = "day-of-claiming-mistaken" if one.of_claiming else "day-mistaken"
    shares = [Share(what.en, points) for what, points in alike.items()]
    contradiction = Contradiction(
        kind="day-mistaken",
        severity="contradiction",
        report=one.telling.report.id,
        what=reason(code, one=one.day, other=other.day, slip=reason(slip), alike=tuple(alike)),
        claims=(one.claim, other.claim),
    )
    killed = max((low for low, _ in (o.outline.counts.get("killed", (0.0, 0.0)) for o in (one, other))), default=0)
    reports = {dated.telling.report.id: dated.telling.report for dated in (one, other)}
    return weighed(contradiction, reports, killed, more=shares)


def _both_news(one: _Dated, other: _Dated) -> bool:
    """Whether each was published in the days after the day that it tells."""
    return all(
        dated.telling.report.published is not None
        and timedelta(0) <= dated.telling.report.published - dated.day <= _NEWS
        for dated in (one, other)
    )


def _elsewhere(a: Outline, b: Outline) -> bool:
    """Whether place, country or type rule out one event, whatever the days."""
    return exclusive(_undated(a), _undated(b))


def _undated(outline: Outline) -> Outline:
    return replace(outline, stated=False)


def _in_common(one: _Dated, other: _Dated) -> Iterator[tuple[Remark, float]]:
    a, b = one.outline, other.outline
    if a.agents & b.agents:
        yield reason("same-actor"), 0.5
    for measure in sorted(a.counts.keys() & b.counts.keys()):
        if a.counts[measure] == b.counts[measure] and a.counts[measure][0] > 1:
            yield reason("same-number", measure=measured(measure)), 1.0
    same_spot = a.spot and b.spot and a.spot.precise and a.spot.id and a.spot.id == b.spot.id
    if same_spot or a.localities & b.localities:
        yield reason("same-place"), 1.0
    elif a.country and a.country == b.country:
        yield reason("same-country"), 0.5
    if _targets(one) & _targets(other):
        yield reason("same-target"), 0.5
    if a.modes & b.modes or a.weapons & b.weapons:
        yield reason("same-way"), 0.5


def _targets(dated: _Dated) -> frozenset[str]:
    roles = [role for claim in dated.telling.events if claim.event for role in claim.event.roles]
    words = [content_words(role.text) for role in roles if role.role in ("target", "victim")]
    return frozenset(word for found in words for word in found)


def _once(found: Iterable[Contradiction], event_of: Mapping[str, str]) -> Iterator[Contradiction]:
    """Of the pairs between the same two events that say the same, the heaviest."""
    best: dict[tuple[object, ...], Contradiction] = {}
    for one in by_weight(found):
        key = tuple(sorted(event_of.get(claim.id, claim.id) for claim in one.claims))
        best.setdefault((key, one.what.code, *(one.what.given[name] for name in ("one", "other", "slip"))), one)
    yield from best.values()


def events_by_telling(groups: Iterable[tuple[str, Sequence[Telling]]]) -> dict[str, str]:
    """The event of each telling, and of each claim of it, by id; ``groups`` are events' ids with their tellings."""
    out: dict[str, str] = {}
    for event, tellings in groups:
        for telling in tellings:
            out |= dict.fromkeys((telling.id, *(claim.id for claim in telling.events)), event)
    return out
