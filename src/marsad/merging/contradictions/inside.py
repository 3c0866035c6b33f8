"""Within one report: sums, rival figures, dates out of order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from marsad.languages.arabic.letters import fold
from marsad.records import Claim, FigureBody, Report
from marsad.remarks import Remark

from ..ledger.reasons import said
from .contradiction import Contradiction, Kind
from .reasons import measured, reason
from .weighing import weighed


def contradictions(report: Report, claims: Iterable[Claim]) -> list[Contradiction]:
    """The contradictions among the claims of one report, sums first, then rival figures, then dates."""
    known = list(claims)
    figures = [(claim, claim.figure) for claim in known if claim.figure and claim.certainty != "denied"]
    found = [*_sums(report, figures), *_rivals(report, figures), *_dates(report, known)]
    return [weighed(one, {report.id: report}) for one in found]


def _sums(report: Report, figures: Sequence[tuple[Claim, FigureBody]]) -> Iterator[Contradiction]:
    parts: dict[str, list[tuple[Claim, FigureBody]]] = defaultdict(list)
    for claim, body in figures:
        if body.part_of:
            parts[body.part_of].append((claim, body))
    for claim, whole in figures:
        mine = [(part, body) for part, body in parts[claim.id] if body.measure == whole.measure]
        if not mine:
            continue
        lows = sum(body.low or 0 for _, body in mine)
        highs = [body.high for _, body in mine]
        told = (claim, *(part for part, _ in mine))
        if whole.high is not None and lows > whole.high:
            what = reason("parts-exceed-whole", parts=lows, measure=measured(whole.measure), whole=whole.high)
            yield Contradiction(
                kind="parts-exceed-whole", severity="contradiction", report=report.id, what=what, claims=told
            )
        elif len(mine) > 1 and whole.low is not None and None not in highs:
            most = sum(high for high in highs if high is not None)
            if most < whole.low:
                left, measure = whole.low - most, measured(whole.measure)
                what = reason("parts-short-of-whole", left=left, whole=whole.low, measure=measure)
                yield Contradiction(
                    kind="parts-short-of-whole", severity="note", report=report.id, what=what, claims=told
                )


def _rivals(report: Report, figures: Sequence[tuple[Claim, FigureBody]]) -> Iterator[Contradiction]:
    told: dict[tuple[str, str, str], list[tuple[Claim, FigureBody]]] = defaultdict(list)
    for claim, body in figures:
        if body.event and not body.part_of:
            told[body.event, body.measure, fold(body.of or "")].append((claim, body))
    for (_, measure, _), rivals in told.items():
        for (one, a), (other, b) in combinations(rivals, 2):
            if _apart(a, b):
                what = reason("figures-here", one=said(a), measure=measured(measure), other=said(b))
                yield Contradiction(
                    kind="rival-figures",
                    severity="contradiction",
                    report=report.id,
                    what=what,
                    claims=(one, other),
                )


def _dates(report: Report, claims: Sequence[Claim]) -> Iterator[Contradiction]:
    for claim in claims:
        date = claim.date
        if date is None:
            continue
        if date.earliest and date.latest and date.earliest > date.latest:
            what = reason("dates-reversed", first=date.earliest, last=date.latest)
            yield _of_dates("dates-reversed", report, claim, what)
        body = claim.event
        if body is None or date.earliest is None:
            continue
        if body.status == "occurred" and report.published and date.earliest > report.published:
            what = reason("after-publication", day=date.earliest, published=report.published)
            yield _of_dates("after-publication", report, claim, what)
        if body.claimed_on and body.claimed_on.latest and body.claimed_on.latest < date.earliest:
            what = reason("claimed-before-event", claimed=body.claimed_on.latest, day=date.earliest)
            yield _of_dates("claimed-before-event", report, claim, what)


def _of_dates(kind: Kind, report: Report, claim: Claim, what: Remark) -> Contradiction:
    return Contradiction(kind=kind, severity="contradiction", report=report.id, what=what, claims=(claim,))


def _apart(a: FigureBody, b: FigureBody) -> bool:
    return (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )
