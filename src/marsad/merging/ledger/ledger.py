"""The ledger of an event: every figure told of it, how each stands, and best, low and high under a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from marsad.records import Bounds
from marsad.remarks import Given, Remark

from ..telling import Telling
from .counts import Count, counts_of, in_usual_units
from .entry import Entry, Ledger, Value
from .figure import Figure
from .reasons import reason, said
from .rules import DEFAULT_RULE, rule_named
from .standing import Held, Standing
from .totals import Total
from .wording import Number


def ledger_of(tellings: Iterable[Telling], rule: str = DEFAULT_RULE) -> Ledger:
    """The ledger of the event that ``tellings`` tell of; their order does not matter.

    Raises UnknownRuleError where there is no such rule.
    """
    counts = counts_of(tellings)
    entries = sorted((entry for count in counts for entry in _entries(count)), key=_place)
    values = tuple(value for count in counts for value in _values(count))
    return Ledger(rule=rule, entries=tuple(entries), values=values, bounds=_bounds(counts, rule))


def tolls(tellings: Iterable[Telling], rule: str = DEFAULT_RULE) -> dict[str, Bounds]:
    """Best, low and high by measure, as in the ledger; measures of which nothing is counted are left out."""
    return _bounds(counts_of(tellings), rule)


def tolls_by_rule(tellings: Iterable[Telling]) -> Callable[[str], dict[str, Bounds]]:
    """Gives what :func:`tolls` does under a rule, all that is told counted once for all of them."""
    told = tuple(tellings)
    counts = cache(lambda: counts_of(told))
    return cache(lambda rule: _bounds(counts(), rule))


def held_by_measure(tellings: Iterable[Telling]) -> dict[str, list[Held]]:
    """The accounts of each measure, in its usual unit, with their standings."""
    counts = counts_of(tellings)
    return {measure: found.accounts for measure, found in in_usual_units(counts).items()}


def _bounds(counts: Sequence[Count], rule: str) -> dict[str, Bounds]:
    taken = rule_named(rule)
    return {measure: taken.bounds(count.accounts) for measure, count in in_usual_units(counts).items()}


def _entries(count: Count) -> Iterator[Entry]:
    for figure in count.denied:
        yield _entry(figure, "denied", reason("denied", source=figure.source.name), origin=figure.claim.id)
    for part in count.parts:
        yield _entry(part.figure, "part", part.reason, origin=part.figure.claim.id, part_of=part.whole)
    for h in count.accounts:
        for total, why in zip(h.account.totals, h.account.why, strict=True):
            standing: Standing = "copy" if why else h.standing
            for figure in total.figures:
                yield _entry_of_total(figure, total, h, standing, why)


def _entry_of_total(figure: Figure, total: Total, h: Held, standing: Standing, why: Remark | None) -> Entry:
    because = why or h.reason
    if why and h.standing == "superseded":
        because = reason("and-also", one=why, other=h.reason)
    if len(total.figures) > 1:
        others = tuple(_said_of(f) for f in total.figures if f is not figure)
        because = reason("added-up", others=others, number=said(total), reason=because)
        standing = "part" if h.stands and not why else standing
    return _entry(
        figure,
        standing,
        because,
        origin=h.account.head.claim.id,
        supersedes=tuple(old.head.claim.id for old in h.over),
        superseded_by=h.by.head.claim.id if h.by else None,
    )


def _said_of(figure: Figure) -> Given:
    of = figure.body.of
    return reason("number-of", number=said(figure), whom=of) if of else said(figure)


def _entry(
    figure: Figure,
    standing: Standing,
    because: Remark,
    *,
    origin: str,
    part_of: str | None = None,
    supersedes: tuple[str, ...] = (),
    superseded_by: str | None = None,
) -> Entry:
    claim, body = figure.claim, figure.body
    return Entry(
        claim=claim,
        report=figure.report,
        sentence=figure.sentence,
        measure=body.measure,
        unit=body.unit,
        low=body.low,
        high=body.high,
        of=body.of,
        side=figure.side,
        voice=claim.voice,
        source=figure.source.key,
        name=figure.source.name,
        official=figure.source.official,
        reported=figure.report.published,
        refers=claim.date,
        certainty=claim.certainty,
        standing=standing,
        reason=because,
        origin=origin,
        part_of=part_of,
        supersedes=supersedes,
        superseded_by=superseded_by,
    )


def _values(count: Count) -> Iterator[Value]:
    by_number: dict[tuple[Number, Number], list[Held]] = defaultdict(list)
    for h in count.accounts:
        by_number[h.account.low, h.account.high].append(h)
    for (low, high), accounts in by_number.items():
        first = accounts[0].account.totals[0].head
        yield Value(
            measure=count.measure,
            low=low,
            high=high,
            sources=len(accounts),
            first=first.claim.id,
            first_by=first.source.name,
        )


def _place(entry: Entry) -> tuple[date, str, int, int, str]:
    return entry.reported or date.min, entry.report.id, entry.claim.start, entry.claim.end, entry.claim.id
