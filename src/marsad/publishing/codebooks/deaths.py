"""How many died, as a codebook counts them, and whose dead they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from marsad.codebook.conventions import Deaths
from marsad.extracting.sectors import told_sector
from marsad.merging.telling import Telling
from marsad.records import Bounds, Event, FigureBody, Role

from . import sides as side
from .evidence import Evidence, figures

Number = int | float | None


@dataclass(frozen=True, slots=True)
class Split:
    """The best figure by whose dead they are: of side A, side B, civilians, and not told; they add up to it."""

    a: Number
    b: Number
    civilians: Number
    unknown: Number


def toll(event: Event, evidence: Evidence, rule: str | None) -> Bounds | None:
    """Low, best and high of the dead under a rule of the ledger, by the event's own where none is named."""
    tolls = evidence.tolls(rule) if rule else event.figures
    return tolls.get("killed")


def someone_died(event: Event, evidence: Evidence, rule: str | None) -> bool:
    """Whether a death is told: in the low, best or high figure, or by a figure that has no number ("dozens")."""
    bounds = toll(event, evidence, rule)
    if bounds is None:
        return False
    known = [number for number in (bounds.low, bounds.best, bounds.high) if number is not None]
    return any(number > 0 for number in known) if known else True


def one_number(event: Event, evidence: Evidence, rules: Deaths) -> Number:
    """The dead in one number: the best figure under the rule, or the codebook's own where nobody is said to have died."""
    bounds = toll(event, evidence, rules.rule)
    return bounds.best if bounds else rules.untold


def split(
    best: Number, evidence: Evidence, acting: Role | None, first: Role | None, second: Role | None, *, one_sided: bool
) -> Split:
    """Whose dead the ``best`` figure counts, by the last telling that says so without counting more than it.

    ``acting`` is the one of the two who acts.  A figure's side says whose dead it counts, or else the sector of the words
    for whom it counts.  Where violence is ``one_sided``, the dead of whom nothing else is told are civilians.
    """
    if best is None:
        return Split(None, None, None, None)
    for telling in reversed(evidence.tellings):
        counts = {"a": 0.0, "b": 0.0, "civilians": 0.0}
        for body in _leaves(telling):
            owner = _owner(body, acting, first, second, one_sided=one_sided)
            if owner is not None and body.low is not None:
                counts[owner] += body.low
        told = sum(counts.values())
        if 0 < told <= best:
            return _adding_up(best, counts["a"], counts["b"], counts["civilians"], one_sided=one_sided)
    return _adding_up(best, 0, 0, 0, one_sided=one_sided)


def _adding_up(best: float, a: float, b: float, civilians: float, *, one_sided: bool) -> Split:
    rest = best - a - b - civilians
    unknown, more = (0, rest) if one_sided else (rest, 0)
    return Split(_whole(a), _whole(b), _whole(civilians + more), _whole(unknown))


def _leaves(telling: Telling) -> Iterable[FigureBody]:
    told = figures(telling, "killed")
    wholes = {body.part_of for _, body in told if body.part_of}
    return (body for claim, body in told if claim.id not in wholes)


def _owner(
    body: FigureBody, acting: Role | None, first: Role | None, second: Role | None, *, one_sided: bool
) -> str | None:
    met = second if acting is first else first
    if body.side == "bystander":
        return "civilians"
    if body.side is not None:
        return _letter(acting if body.side == "agent" else met, first, second, one_sided=one_sided)
    group = side.group_of(told_sector(body.of)) if body.of else None
    if group in ("society", "political", "international"):
        return "civilians"
    owners = [role for role in (first, second) if role and group and _alike(group, side.group(role))]
    return _letter(owners[0], first, second, one_sided=one_sided) if len(owners) == 1 else None


def _alike(one: str, other: str | None) -> bool:
    return one == other or (one in side.STATE and other in side.STATE)


def _letter(role: Role | None, first: Role | None, second: Role | None, *, one_sided: bool) -> str | None:
    if role is None:
        return None
    if role is first:
        return "a"
    return "civilians" if one_sided else "b" if role is second else None


def _whole(number: float) -> Number:
    return int(number) if float(number).is_integer() else number
