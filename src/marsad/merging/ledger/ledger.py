"""The ledger of an event: every figure told of it, how each stands, and best, low and high under a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from marsad.codebook import load
from marsad.records import Bounds, Certainty, Claim, DateRange, Report, Side, Span, Speaker

from ..telling import Telling
from .figure import Figure, figures_of
from .holding import Held, Standing, held, said
from .rules import DEFAULT_RULE, rule_named
from .totals import Number, Part, Total, read_totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A figure told of an event.

    ``sentence`` holds its words, offsets in code points into the report's text; ``source`` is the key of who gives it, ``name``
    who that is in the report's words, ``origin`` the id of the claim that first gives the number from this source;
    ``reason`` says why it stands as it does.  ``supersedes`` and ``superseded_by`` are ids of claims.
    """

    claim: Claim
    report: Report
    sentence: Span
    measure: str
    unit: str
    low: Number
    high: Number
    of: str | None
    side: Side | None
    voice: tuple[Speaker, ...]
    source: str
    name: str
    official: bool
    reported: date | None
    refers: DateRange | None
    certainty: Certainty
    standing: Standing
    reason: str
    origin: str
    part_of: str | None = None
    supersedes: tuple[str, ...] = ()
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number that is given as a total: by how many independent sources, and by whom first."""

    measure: str
    low: Number
    high: Number
    sources: int
    first: str
    first_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """``entries`` in the order of time (day, report, place in the text), ``bounds`` by measure under the named rule."""

    rule: str
    entries: tuple[Entry, ...]
    values: tuple[Value, ...]
    bounds: dict[str, Bounds]


def ledger_of(tellings: Iterable[Telling], rule: str = DEFAULT_RULE) -> Ledger:
    """The ledger of the event that ``tellings`` tell of; their order does not matter.

    Raises UnknownRuleError where there is no such rule.
    """
    counts = _counts(tellings)
    entries = sorted((entry for count in counts for entry in _entries(count)), key=_place)
    values = tuple(value for count in counts for value in _values(count))
    return Ledger(rule=rule, entries=tuple(entries), values=values, bounds=_bounds(counts, rule))


def tolls(tellings: Iterable[Telling], rule: str = DEFAULT_RULE) -> dict[str, Bounds]:
    """Best, low and high by measure, as in the ledger; measures of which nothing is counted are left out."""
    return _bounds(_counts(tellings), rule)


@dataclass(frozen=True, slots=True)
class _Count:
    """All that is told of one measure in one unit."""

    measure: str
    unit: str
    accounts: list[Held]
    parts: list[Part]
    denied: list[Figure]


def _counts(tellings: Iterable[Telling]) -> list[_Count]:
    told: dict[tuple[str, str], list[list[Figure]]] = defaultdict(list)
    for telling in sorted({telling.id: telling for telling in tellings}.values(), key=lambda t: (t.report.id, t.id)):
        here: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in figures_of(telling):
            here[figure.body.measure, figure.body.unit].append(figure)
        for key, figures in here.items():
            told[key].append(figures)
    return [_count(measure, unit, told[measure, unit]) for measure, unit in sorted(told)]


def _count(measure: str, unit: str, tellings: Sequence[Sequence[Figure]]) -> _Count:
    totals: list[Total] = []
    parts: list[Part] = []
    denied: list[Figure] = []
    for figures in tellings:
        denied += [figure for figure in figures if figure.claim.certainty == "denied"]
        given, inside = read_totals([figure for figure in figures if figure.claim.certainty != "denied"])
        totals += given
        parts += inside
    return _Count(measure, unit, held(totals), parts, denied)


def _bounds(counts: Sequence[_Count], rule: str) -> dict[str, Bounds]:
    taken = rule_named(rule)
    by_measure: dict[str, list[_Count]] = defaultdict(list)
    for count in counts:
        if count.accounts:
            by_measure[count.measure].append(count)
    return {measure: taken.bounds(_in_unit(measure, found).accounts) for measure, found in by_measure.items()}


def _in_unit(measure: str, counts: Sequence[_Count]) -> _Count:
    """The count in the codebook's unit, else in the unit told most: families and persons are not compared."""
    known = load().measures.get(measure)
    usual = [count for count in counts if known and count.unit == known.unit]
    return usual[0] if usual else max(counts, key=lambda count: len(count.accounts))


def _entries(count: _Count) -> Iterator[Entry]:
    for figure in count.denied:
        yield _entry(figure, "denied", f"{figure.source.name} denies it", origin=figure.claim.id)
    for part in count.parts:
        yield _entry(part.figure, "part", part.reason, origin=part.figure.claim.id, part_of=part.whole)
    for h in count.accounts:
        for total, why in zip(h.account.totals, h.account.why, strict=True):
            standing: Standing = "copy" if why else h.standing
            for figure in total.figures:
                yield _entry_of_total(figure, total, h, standing, why)


def _entry_of_total(figure: Figure, total: Total, h: Held, standing: Standing, why: str) -> Entry:
    reason = f"{why}; {h.reason}" if why and h.standing == "superseded" else why or h.reason
    if len(total.figures) > 1:
        others = ", ".join(f"{said_of(f)}" for f in total.figures if f is not figure)
        reason = f"added up with {others} to {said(total)}: {reason}"
        standing = "part" if h.stands and not why else standing
    return _entry(
        figure,
        standing,
        reason,
        origin=h.account.head.claim.id,
        supersedes=tuple(old.head.claim.id for old in h.over),
        superseded_by=h.by.head.claim.id if h.by else None,
    )


def said_of(figure: Figure) -> str:
    """A figure with those it counts."""
    return f"{said(Total((figure,), figure.low, figure.high))} {figure.body.of or ''}".strip()


def _entry(
    figure: Figure,
    standing: Standing,
    reason: str,
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
        reason=reason,
        origin=origin,
        part_of=part_of,
        supersedes=supersedes,
        superseded_by=superseded_by,
    )


def _values(count: _Count) -> Iterator[Value]:
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
