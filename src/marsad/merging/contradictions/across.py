"""Between the reports that tell of one event: figures, days, places, perpetrators, denials, claimants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TypeVar

from marsad.linking.places import distance_km
from marsad.records import Claim, DateRange, Place, Role
from marsad.remarks import Remark

from ..ledger.ledger import held_by_measure
from ..ledger.reasons import said
from ..ledger.rules import latest_official
from ..ledger.standing import Held
from ..outline import lineage, spot_of
from ..telling import Telling
from .contradiction import Contradiction, Kind
from .reasons import Code, measured, reason
from .weighing import by_weight, contradiction_weights, weighed

# Two towns nearer than this, beyond what each reaches, may be one place told by two names.
_FAR_KM = 15.0

_PARTS: tuple[tuple[Kind, tuple[str, ...], Code], ...] = (
    ("other-perpetrator", ("agent", "organizer"), "done-by"),
    ("rival-claimants", ("claimant",), "claimed-by"),
)

Told = TypeVar("Told")


def contradictions_across(tellings: Sequence[Telling]) -> list[Contradiction]:
    """What the reports of one event do not agree on, the heaviest first.

    Figures that an update has set aside contradict nothing.  Of many reports that say the same only the first is shown.
    """
    reports = {telling.report.id: telling.report for telling in tellings}
    held = held_by_measure(tellings)
    killed = latest_official(held.get("killed", ())).best or 0
    found = [
        *(weighed(one, reports, killed, ratio) for one, ratio in _figures(held)),
        *(weighed(one, reports, killed) for one in _of_claims(tellings)),
    ]
    return by_weight(one for one in found if one.kind == "denied" or len({claim.report for claim in one.claims}) > 1)


def _figures(held: dict[str, list[Held]]) -> Iterator[tuple[Contradiction, float]]:
    for measure, accounts in held.items():
        firsts = {(h.account.low, h.account.high): h for h in reversed(accounts) if h.standing == "rival"}
        rivals = sorted(firsts.values(), key=lambda h: h.account.head.place)
        for one, other in combinations(rivals, 2):
            low = max(h.account.low or 0 for h in (one, other))
            high = min(h.account.high if h.account.high is not None else low for h in (one, other))
            if high >= low:
                continue
            numbers = {"one": said(one.account), "other": said(other.account)}
            what = reason("figures", measure=measured(measure), **numbers)
            ratio = (low + 1) / (high + 1)
            found = _pair("rival-figures", one.account.head.claim, other.account.head.claim, what)
            odd = ratio >= contradiction_weights().odd_ratio
            yield (replace(found, severity="note") if odd else found), ratio


def _pair(kind: Kind, one: Claim, other: Claim, what: Remark) -> Contradiction:
    return Contradiction(kind=kind, severity="contradiction", report=one.report, what=what, claims=(one, other))


def _of_claims(tellings: Sequence[Telling]) -> Iterator[Contradiction]:
    events = [claim for telling in tellings for claim in telling.events]
    yield from _days(events)
    yield from _places(events)
    yield from _actors(events)
    for telling in tellings:
        yield from _denials(telling, tellings)


def _days(events: Sequence[Claim]) -> Iterator[Contradiction]:
    told = _firsts(events, lambda claim: _day(claim.date))
    for (a, one), (b, other) in combinations(told, 2):
        found = _pair("other-day", one, other, reason("days", one=a, other=b))
        # A paper printed the day after often has the event a day late.
        next_day = abs((a - b).days) == 1
        yield replace(found, severity="note") if next_day else found
    claimed = _firsts(events, lambda claim: _day(claim.event.claimed_on) if claim.event else None)
    for (a, one), (b, other) in combinations(claimed, 2):
        yield _pair("other-day-of-claiming", one, other, reason("days-of-claiming", one=a, other=b))
    for a, one in claimed:
        for b, other in told:
            if a < b and one.report != other.report:
                yield _pair("claimed-before-event", one, other, reason("claimed-before-event", claimed=a, day=b))


def _day(told: DateRange | None) -> date | None:
    """A day stated as one."""
    return told.earliest if told and told.earliest == told.latest else None


def _firsts(events: Iterable[Claim], told: Callable[[Claim], Told | None]) -> list[tuple[Told, Claim]]:
    """What is told, each with the first claim that tells it."""
    out: list[tuple[Told, Claim]] = []
    for claim in events:
        value = told(claim)
        if value is not None and value not in [known for known, _ in out]:
            out.append((value, claim))
    return out


def _places(events: Sequence[Claim]) -> Iterator[Contradiction]:
    told = _firsts(events, lambda claim: claim.place if _precise(claim.place) else None)
    seen: set[frozenset[str]] = set()
    for (a, one), (b, other) in combinations(told, 2):
        names = frozenset((a.name or a.text, b.name or b.text))
        gap = _gap(a, b)
        if gap is not None and gap > _FAR_KM and len(names) == 2 and names not in seen:
            seen.add(names)
            what = reason("places", one=a.name or a.text, other=b.name or b.text, km=round(gap))
            yield _pair("other-place", one, other, what)


def _precise(place: Place | None) -> bool:
    spot = spot_of(place)
    return spot is not None and spot.precise


def _gap(a: Place, b: Place) -> float | None:
    one, other = spot_of(a), spot_of(b)
    if one is None or other is None:
        return None
    reach = max(one.radius, other.radius)
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude)) - reach


def _actors(events: Sequence[Claim]) -> Iterator[Contradiction]:
    against = _against(events)
    for kind, roles, code in _PARTS:
        told = [(role, claim) for claim in events if claim.event for role in claim.event.roles if role.role in roles]
        firsts: dict[str, tuple[Role, Claim]] = {}
        for role, claim in told:
            violent = (
                claim.event is not None and claim.event.type == "ASSAULT" and role.type in contradiction_weights().armed
            )
            if role.entity and violent and claim.certainty != "hedged":
                firsts.setdefault(role.entity, (role, claim))
        together = _together(events, roles) | against
        for (a, (role, one)), (b, (role_b, other)) in combinations(firsts.items(), 2):
            if a in lineage(b) or b in lineage(a) or frozenset((a, b)) in together:
                continue
            what = reason(code, one=role.name or role.text, other=role_b.name or role_b.text)
            yield _pair(kind, one, other, what)


def _together(events: Iterable[Claim], roles: Sequence[str]) -> set[frozenset[str]]:
    """Actors that one claim names side by side: they acted together, or against each other."""
    out: set[frozenset[str]] = set()
    for claim in events:
        named = {role.entity for role in claim.event.roles if role.role in roles and role.entity} if claim.event else ()
        out |= {frozenset(pair) for pair in combinations(sorted(named), 2)}
    return out


def _against(events: Iterable[Claim]) -> set[frozenset[str]]:
    """Actors of whom one is said to strike the other: in a clash either may be told of as the one who began."""
    out: set[frozenset[str]] = set()
    for claim in events:
        roles = claim.event.roles if claim.event else ()
        struck = {role.entity for role in roles if role.role in ("target", "victim", "counterpart") and role.entity}
        doers = {role.entity for role in roles if role.role in ("agent", "organizer") and role.entity}
        out |= {frozenset((a, b)) for one in doers for two in struck for a in lineage(one) for b in lineage(two)}
    return out


def _denials(telling: Telling, tellings: Sequence[Telling]) -> Iterator[Contradiction]:
    others = [*(other for other in tellings if other.report.id != telling.report.id), telling]
    for denial in telling.denials:
        assert denial.event is not None
        alike = (c for other in others for c in other.events if c.event and c.event.type == denial.event.type)
        told = next(alike, others[0].events[0])
        yield _pair("denied", told, denial, reason("denied"))
    for denied in telling.figures:
        if denied.certainty != "denied" or denied.figure is None:
            continue
        asserted = next((f for other in others for f in other.figures if _same_figure(f, denied)), None)
        if asserted:
            number, measure = said(denied.figure), measured(denied.figure.measure)
            what = reason("denied-figure", number=number, measure=measure)
            yield _pair("denied", asserted, denied, what)


def _same_figure(one: Claim, other: Claim) -> bool:
    a, b = one.figure, other.figure
    assert a is not None
    assert b is not None
    return one.certainty != "denied" and (a.measure, a.low, a.high) == (b.measure, b.low, b.high)
