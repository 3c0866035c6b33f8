"""All that a codebook says of one event, before it is laid out in columns."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.codebook import Category, Crosswalk, Rendering
from marsad.codebook.conventions import PlaceCode
from marsad.records import Bounds, Event
from marsad.remarks import Given, Remark

from .actors import Actor, Pair
from .dates import Written
from .deaths import Number, Split
from .evidence import Evidence
from .reasons import Code, by_rule, reason
from .rows import Aspect, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """An event by a codebook's rules; ``mode`` is in the codebook's terms."""

    event: Event
    evidence: Evidence
    crosswalk: Crosswalk
    rendering: Rendering
    category: Category
    mode: str | None
    actors: Pair
    date: Written
    place: PlaceCode | None
    toll: Bounds | None
    one_number: Number
    split: Split


def said(parts: Parts) -> dict[Aspect, Said]:
    """What the codebook says of each aspect, and by which rule."""
    return {
        "type": _type(parts),
        "actors": _actors(parts),
        "date": _date(parts),
        "place": _place(parts),
        "deaths": _deaths(parts),
    }


def _type(parts: Parts) -> Said:
    category, mode = parts.category, parts.mode
    names = (category.group, category.code, category.name, mode if parts.crosswalk.file.plover_modes else None)
    if parts.rendering.because:
        because = by_rule(parts.rendering.because)
    else:
        because = reason("goes-to", event=_conditions(parts), category=category.name or category.code)
    return Said(
        ": ".join(name for name in names if name),
        frozenset(category.senses),
        because,
        parts.crosswalk.cited(parts.rendering.section),
    )


def _conditions(parts: Parts) -> Remark:
    """The type of an event, and what else its rule asks for."""
    rule = parts.rendering.rule
    if rule is None:
        return reason("event", type=parts.event.type)
    told: dict[Code, tuple[str, ...]] = {
        "agent": rule.agent, "target": rule.target, "mode": rule.modes, "weapon": rule.weapons,
    }  # fmt: skip
    asked = [reason(name, codes=_any_of(codes)) for name, codes in told.items() if codes]
    if rule.killed:
        asked.append(reason("death"))
    return reason("event-if", type=rule.type, conditions=tuple(asked)) if asked else reason("event", type=rule.type)


def _any_of(codes: tuple[str, ...]) -> Given:
    *others, last = codes
    return reason("either", one=_any_of(tuple(others)), other=last) if others else last


def _actors(parts: Parts) -> Said:
    first, second = parts.actors.first, parts.actors.second
    words = " → ".join(_name(actor) for actor in (first, second))
    sense = frozenset({("first", first.key if first else None), ("second", second.key if second else None)})
    order = parts.actors.order
    untold = first.type.because if first and not first.roles and first.type else None
    because = by_rule(order.because)
    if untold:
        because = reason("perpetrator-untold", order=order.because, actor=untold)
    return Said(words, sense, because, parts.crosswalk.cited(order.section))


def _name(actor: Actor | None) -> str:
    if actor is None:
        return "nobody"
    return f"{actor.name} [{actor.type.code}]" if actor.type and actor.type.code else actor.name


def _date(parts: Parts) -> Said:
    rules, date = parts.crosswalk.file.conventions.dates, parts.date
    words = str(date.first or "unknown") if date.first == date.last else f"{date.first or ''}..{date.last or ''}"
    because, section = by_rule(rules.because), rules.section
    if date.code:
        words += f" (precision {date.code.code})"
        because = reason("rules", one=date.code.because, other=rules.because)
    return Said(words, frozenset({date.first, date.last}), because, parts.crosswalk.cited(section))


def _place(parts: Parts) -> Said:
    code = parts.place
    if code is None:
        return Said("no precision", None, reason("place-not-coded"), parts.crosswalk.file.name)
    sense, because = frozenset(code.precisions), by_rule(code.because)
    return Said(f"precision {code.code}", sense, because, parts.crosswalk.cited(code.section))


def _deaths(parts: Parts) -> Said:
    rules = parts.crosswalk.file.conventions.deaths
    citation, because = parts.crosswalk.cited(rules.section), by_rule(rules.because)
    if rules.written == "none":
        return Said("not counted", None, because, citation)
    if rules.written == "one":
        return Said(_number(parts.one_number), frozenset({parts.one_number}), because, citation)
    toll = parts.toll or Bounds(low=None, best=None, high=None)
    words = f"{_number(toll.best)} ({_number(toll.low)} to {_number(toll.high)})"
    return Said(words, frozenset({toll.best}), because, citation)


def _number(number: Number) -> str:
    return "?" if number is None else f"{number:g}"
