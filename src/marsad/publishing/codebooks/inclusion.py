"""Whether an event gets a row at all in a codebook, and where not, which rule keeps it out."""

from __future__ import annotations

from marsad.codebook import Crosswalk, Rendering
from marsad.codebook.conventions import Conventions, Inclusion
from marsad.records import Event
from marsad.remarks import Remark

from . import sides as side
from .actors import Pair
from .dates import days, written
from .deaths import someone_died
from .evidence import Evidence
from .reasons import by_rule
from .sides import Sides

Reason = tuple[Remark, str]
"""Why, and the section of the codebook that says so."""


def kept_out(
    event: Event, evidence: Evidence, told: Sides, crosswalk: Crosswalk, rendering: Rendering
) -> Reason | None:
    """Why the event gets no row, or None if it gets one.

    A type that the codebook never records goes first, then the rules of inclusion in their order, then a category that is
    lacking for another reason.  Whether the actors are distinct is known only once they have names: see :func:`not_distinct`.
    """
    lacking = (by_rule(rendering.because), rendering.section)
    if rendering.category is None and rendering.rule is None:
        return lacking
    rules = crosswalk.file.conventions
    for rule in rules.inclusion:
        if (not rule.types or event.type in rule.types) and not _holds(rule, event, evidence, told, rules):
            return by_rule(rule.because), rule.section
    return lacking if rendering.category is None else None


def not_distinct(pair: Pair, crosswalk: Crosswalk) -> Reason | None:
    """Why two actors who go by one name get no row, where the codebook needs two."""
    rules = (rule for rule in crosswalk.file.conventions.inclusion if rule.needs == "distinct")
    same = pair.first is not None and pair.second is not None and pair.first.name == pair.second.name
    return next(((by_rule(rule.because), rule.section) for rule in rules if same), None)


def _holds(rule: Inclusion, event: Event, evidence: Evidence, told: Sides, rules: Conventions) -> bool:
    match rule.needs:
        case "status":
            return event.status in rule.statuses
        case "killed":
            return someone_died(event, evidence, rules.deaths.rule)
        case "organized":
            return _organized(told)
        case "dated":
            first = written(event.date, evidence.published, rules.dates).first
            return _dated(event, rule) if rule.days else first is not None
        case "located":
            return event.place is not None and event.place.country is not None
        case "source":
            return bool(told.acting)
        case "recipient":
            return bool(told.met)
        case "actor":
            return any(map(side.is_told, (*told.acting, *told.met)))
        case "distinct":
            return True


def _organized(told: Sides) -> bool:
    """The perpetrator is organized, and so is the other side if it is armed."""
    armed = [role for role in told.met if side.group(role) in side.ARMED]
    return any(map(side.is_organized, told.acting)) and (not armed or any(map(side.is_organized, armed)))


def _dated(event: Event, rule: Inclusion) -> bool:
    span = days(event.date)
    if span is None or event.date is None or event.date.earliest is None or event.date.latest is None:
        return False
    years = event.date.latest.year - event.date.earliest.year
    return rule.days is not None and span <= rule.days and not (rule.one_year and years)
