"""A crosswalk on the page of the codebook: its categories, its rules, and the sections they follow."""

from __future__ import annotations

from collections.abc import Iterator

from .conventions import ActorType, Conventions, Inclusion
from .crosswalk import Category, Crosswalk, Rule
from .markdown import bullets, cited, table

_NEEDS = {
    "killed": "someone killed",
    "organized": "organized armed sides",
    "located": "a country",
    "source": "someone who acts",
    "recipient": "someone acted upon",
    "actor": "someone who acts or is acted upon",
    "distinct": "two different sides",
}
_FIRST = {"agent": "who acts", "state": "the state", "by-name": "by name"}
_SECOND = {"other": "", "nobody": ", nobody second", "joined": " and the other side with them"}
_WRITTEN = {"span": "first and last day", "middle": "the middle day", "first": "the first day"}
_COUNTED = {"range": "low, best and high", "one": "one number", "none": "not counted"}


def crosswalk_section(crosswalk: Crosswalk) -> Iterator[str]:
    """The section of one crosswalk."""
    file = crosswalk.file
    yield f"### {file.name}"
    yield ""
    yield (
        f"{cited(file.source)} Sections named are of this codebook; a rule of types that names none follows: {file.section}. "
        "The first rule that fits wins."
    )
    yield ""
    rows = (
        (r.type, _conditions(r), _category(crosswalk, r), r.because.en if r.because else "", r.section or "")
        for r in file.rules
    )
    yield from table(("Type", "If", "Category", "Because", "Section"), rows)
    if file.uncovered:
        yield "Without a category where no rule fits:"
        yield ""
        yield from bullets(f"{code}: {reason.en}" for code, reason in file.uncovered.items())
    if unreached := [category for category in file.categories.values() if category.unreached]:
        yield "Categories to which no rule leads:"
        yield ""
        yield from bullets(f"{_named(category)}: {category.unreached}" for category in unreached)
    yield from _rows(file.conventions)


def _rows(rules: Conventions) -> Iterator[str]:
    yield "How a row is written:"
    yield ""
    yield from table(("What", "Rule", "In words", "Section"), _rules(rules))
    if rules.actors:
        yield "Types and names of actors; the first that fits wins:"
        yield ""
        rows = ((a.code or "", a.name or "", _actors(a), a.called or "", a.because.en, a.section) for a in rules.actors)
        yield from table(("Code", "Type", "Who", "Called", "In words", "Section"), rows)
    if rules.unjudged:
        yield "Not judged, since one event does not tell it:"
        yield ""
        yield from bullets(f"{one.because.en} ({one.section})" for one in rules.unjudged)


def _rules(rules: Conventions) -> Iterator[tuple[str, ...]]:
    for needed in rules.inclusion:
        yield "a row needs", _need(needed), f"If not: {needed.because.en}", needed.section
    for order in rules.orders:
        of = f" in {', '.join((*order.categories, *order.modes))}" if order.categories or order.modes else ""
        yield "first actor", f"{_FIRST[order.first]}{_SECOND[order.second]}{of}", order.because.en, order.section
    untold = "; untold, the day of the first report" if rules.dates.untold else ""
    yield "date", f"{_WRITTEN[rules.dates.written]}{untold}", rules.dates.because.en, rules.dates.section
    for date in rules.dates.codes:
        yield (
            "date precision",
            f"{date.code}: up to {date.days} day{'s' if date.days > 1 else ''}",
            date.because.en,
            date.section,
        )
    for place in rules.places:
        yield (
            "place precision",
            f"{place.code}: {', '.join(place.precisions) or 'none'}",
            place.because.en,
            place.section,
        )
    deaths = rules.deaths
    rule = f", rule `{deaths.rule}`" if deaths.rule else ""
    yield "deaths", f"{_COUNTED[deaths.written]}{rule}", deaths.because.en, deaths.section


def _need(rule: Inclusion) -> str:
    if rule.needs == "status":
        return f"status {' or '.join(rule.statuses)}"
    if rule.needs == "dated":
        return (
            f"dates up to {rule.days} days apart{', in one year' if rule.one_year else ''}" if rule.days else "a date"
        )
    return _NEEDS[rule.needs] + (f", in {', '.join(rule.types)}" if rule.types else "")


def _actors(actor: ActorType) -> str:
    asked = {"sector": actor.sectors, "group": actor.groups, "acts in": actor.types, "mode": actor.modes}
    told = [f"{name} {' or '.join(values)}" for name, values in asked.items() if values]
    return "; ".join([*told, *(["from abroad"] if actor.foreign else []), *(["not told"] if actor.untold else [])])


def _conditions(rule: Rule) -> str:
    asked = {
        "mode": rule.modes,
        "weapon": rule.weapons,
        "status": rule.statuses,
        "agent": rule.agent,
        "target": rule.target,
    }
    told = [f"{name} {' or '.join(values)}" for name, values in asked.items() if values]
    return "; ".join([*told, "someone killed"] if rule.killed else told)


def _category(crosswalk: Crosswalk, rule: Rule) -> str:
    return "none" if rule.to is None else _named(crosswalk.file.categories[rule.to])


def _named(category: Category) -> str:
    return ": ".join(part for part in (category.group, category.code, category.name) if part)
