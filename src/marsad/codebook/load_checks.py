"""What the entries of a codebook must say of one another: each check yields the contradictions it finds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, TypeAlias

from .types import EventType

if TYPE_CHECKING:
    from .crosswalk import CrosswalkFile
    from .load import Codebook

KINDS = frozenset({"event", "figure", "relation", "assessment"})
Finding: TypeAlias = tuple[str, str, str, str]
"""Part of the codebook (or file), entry, what is wrong, what to do."""


def contradictions(book: Codebook) -> Iterator[Finding]:
    """All contradictions between the entries of ``book``, in the order of its parts."""
    for check in _CHECKS:
        yield from check(book)


def _unknown(part: str, entry: str, what: str, codes: Collection[str], known: Collection[str]) -> Iterator[Finding]:
    for code in codes:
        if code not in known:
            yield part, entry, f"unknown {what} {code}", f"use one of: {', '.join(sorted(known))}"


def _events(book: Codebook) -> Iterator[Finding]:
    for code, event in book.events.items():
        if not event.examples:
            yield "events", f"{code} > examples", "no example", "add at least one"
        for rule in event.exclude:
            if rule.instead == code:
                yield (
                    "events",
                    f"{code} > exclude",
                    "the rule sends back to the type it excludes from",
                    "correct it",
                )
            if rule.instead is not None:
                yield from _unknown("events", f"{code} > exclude", "event type", [rule.instead], {*book.events, *KINDS})
        yield from _examples(event)
        yield from _modes(book, event)


def _examples(event: EventType) -> Iterator[Finding]:
    for number, example in enumerate(event.examples, 1):
        entry = f"{event.code} > examples > item {number}"
        if example.type != event.code:
            yield (
                "events",
                entry,
                f"the example is of type {example.type}",
                f"move it to {example.type} or correct it",
            )
        if example.trigger not in example.text:
            yield "events", entry, "the trigger does not stand in the text", "quote it as the text has it"
        if example.mode is not None:
            yield from _unknown("events", entry, "mode", [example.mode], event.modes)


def _modes(book: Codebook, event: EventType) -> Iterator[Finding]:
    for code, mode in event.modes.items():
        entry = f"{event.code} > modes > {code}"
        if (mode.origin == "marsad") != (mode.plover is not None):
            remedy = "give a mode `plover` exactly if its origin is marsad"
            yield "events", entry, "origin and plover disagree", remedy
        if mode.plover is not None:
            yield from _unknown("events", entry, "event type", [mode.plover.type], book.events)


def _measures(book: Codebook) -> Iterator[Finding]:
    for code, measure in book.measures.items():
        yield from _unknown("measures", f"{code} > events", "event type", measure.events, book.events)
        yield from _unknown("measures", f"{code} > parts", "measure", measure.parts, book.measures)
        if code in measure.parts:
            yield "measures", f"{code} > parts", "the measure is part of itself", "remove it from its parts"
        example = measure.example
        if example.measure != code:
            remedy = f"move it to {example.measure} or correct it"
            yield "measures", f"{code} > example", f"the example is of {example.measure}", remedy
        if example.low is not None and example.high is not None and example.low > example.high:
            yield "measures", f"{code} > example", "low is above high", "swap the bounds"
        for form in (
            measure.forms.ar.few,
            measure.forms.ar.many,
            measure.forms.ar.other,
            measure.forms.en.other,
        ):
            if "{n}" not in form:
                yield "measures", f"{code} > forms", f"no {{n}} in {form}", "put {n} where the number goes"


def _relations(book: Codebook) -> Iterator[Finding]:
    types = {*book.mentions, "event"}
    for code, relation in book.relations.items():
        yield from _unknown("relations", f"{code} > subjects", "mention type", relation.subjects, book.mentions)
        yield from _unknown("relations", f"{code} > objects", "mention type", relation.objects, types)
        if relation.symmetric != (relation.label == relation.reverse):
            remedy = "a symmetric relation reads the same both ways, any other does not"
            yield "relations", f"{code} > reverse", "reverse and symmetric disagree", remedy
        if relation.symmetric and set(relation.subjects) != set(relation.objects):
            remedy = "give a symmetric relation the same types on both sides"
            yield "relations", f"{code} > objects", "subjects and objects differ", remedy


def _ranks(book: Codebook) -> Iterator[Finding]:
    seen: dict[int, str] = {}
    for code, level in book.certainties.items():
        if level.rank in seen:
            what = f"{seen[level.rank]} has rank {level.rank} too"
            yield "certainties", f"{code} > rank", what, "give each value a rank of its own"
        seen.setdefault(level.rank, code)


def _weapons(book: Codebook) -> Iterator[Finding]:
    for code, weapon in book.weapons.items():
        yield from _unknown("weapons", f"{code} > mode", "mode of ASSAULT", [weapon.mode], book.events["ASSAULT"].modes)


def _labels(book: Codebook) -> Iterator[Finding]:
    for part in ("events", "measures", "relations", "certainties", "sectors", "weapons", "mentions"):
        for language in ("ar", "en"):
            seen: dict[str, str] = {}
            for code, term in getattr(book, part).items():
                label = getattr(term.label, language)
                if label in seen:
                    what = f"{seen[label]} has the label {label} too"
                    yield part, f"{code} > label > {language}", what, "give each entry a label of its own"
                seen.setdefault(label, code)


def _crosswalks(book: Codebook) -> Iterator[Finding]:
    for code, crosswalk in book.crosswalks.items():
        file = crosswalk.file
        part = f"crosswalks/{code}.yaml"
        yield from _unknown(part, "uncovered", "event type", file.uncovered, book.events)
        yield from _rules(book, part, file)
        yield from _categories(part, file)
        yield from _conventions(book, part, file)
        closed = {rule.type for rule in file.rules if not rule.conditional}
        for event in book.events:
            if event not in closed and event not in file.uncovered:
                remedy = "add a rule without conditions, or the reason under uncovered"
                yield part, "rules", f"{event} may be left without a category", remedy
            if event in closed and event in file.uncovered:
                yield (
                    part,
                    f"uncovered > {event}",
                    "a rule without conditions covers it",
                    "remove one of the two",
                )


def _rules(book: Codebook, part: str, file: CrosswalkFile) -> Iterator[Finding]:
    closed: set[str] = set()
    for number, rule in enumerate(file.rules, 1):
        entry = f"rules > item {number}"
        if rule.type not in book.events:
            yield from _unknown(part, entry, "event type", [rule.type], book.events)
            continue
        yield from _unknown(part, entry, f"mode of {rule.type}", rule.modes, book.events[rule.type].modes)
        yield from _unknown(part, entry, "weapon", rule.weapons, book.weapons)
        yield from _unknown(part, entry, "status", rule.statuses, book.statuses)
        if rule.to is not None:
            yield from _unknown(part, entry, "category", [rule.to], file.categories)
        elif rule.because is None:
            yield part, entry, "no category and no reason", "say under because why there is none"
        if rule.type in closed:
            yield part, entry, "an earlier rule without conditions always wins", "move this rule above it"
        if not rule.conditional:
            closed.add(rule.type)


def _categories(part: str, file: CrosswalkFile) -> Iterator[Finding]:
    reached = {rule.to for rule in file.rules}
    for code, category in file.categories.items():
        entry = f"categories > {code}"
        if code not in reached and category.unreached is None:
            yield part, entry, "no rule leads to it", "add one, or say under unreached why there is none"
        if code in reached and category.unreached is not None:
            yield part, entry, "a rule leads to it", "remove unreached"


def _conventions(book: Codebook, part: str, file: CrosswalkFile) -> Iterator[Finding]:
    rules = file.conventions
    known = {*file.categories, *(category.group for category in file.categories.values() if category.group)}
    for number, order in enumerate(rules.orders, 1):
        entry = f"conventions > orders > item {number}"
        yield from _unknown(part, entry, "category", order.categories, known)
        yield from _unknown(
            part, entry, "mode", order.modes, {m for event in book.events.values() for m in event.modes}
        )
    for number, needed in enumerate(rules.inclusion, 1):
        yield from _unknown(part, f"conventions > inclusion > item {number}", "event type", needed.types, book.events)
    if rules.orders[-1].categories or rules.orders[-1].modes:
        yield part, "conventions > orders", "some events have no order", "end with a rule for all categories"
    for number, actor in enumerate(rules.actors, 1):
        entry = f"conventions > actors > item {number}"
        yield from _unknown(part, entry, "sector", actor.sectors, book.sectors)
        yield from _unknown(part, entry, "event type", actor.types, book.events)
        for type_ in actor.types:
            if type_ in book.events:
                yield from _unknown(part, entry, f"mode of {type_}", actor.modes, book.events[type_].modes)
    days = [code.days for code in rules.dates.codes]
    if days != sorted(set(days)):
        yield part, "conventions > dates > codes", "the spans do not grow", "order the codes from the shortest span"
    precisions = [precision for code in rules.places for precision in code.precisions]
    if len(precisions) != len(set(precisions)):
        yield part, "conventions > places", "two codes for one precision", "give each precision one code"


_CHECKS: tuple[Callable[[Codebook], Iterator[Finding]], ...] = (
    _events,
    _measures,
    _relations,
    _ranks,
    _weapons,
    _labels,
    _crosswalks,
)
