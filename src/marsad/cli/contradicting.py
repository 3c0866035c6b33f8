"""Contradictions of a store, with the sentences they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING, Any

from marsad.terminal import beside, isolated

if TYPE_CHECKING:
    from marsad.merging.contradictions import Contradiction
    from marsad.records import Claim, Report
    from marsad.storing import Query, Store

COLUMNS = (
    "kind", "severity", "weight", "made_of", "report", "source", "what", "claims", "reports", "outlets", "published", "sentences",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A contradiction with the report of each of its claims."""

    contradiction: Contradiction
    reports: tuple[Report, ...]


def found_in(store: Store, query: Query) -> list[Shown]:
    """The contradictions of a store, the heaviest first; of ``query`` the report, as one that must have part in them, and the
    days of looking back count."""
    from marsad.merging.contradictions import (
        by_weight,
        contradictions_across,
        contradictions_between,
        events_by_telling,
    )
    from marsad.storing import find_tellings

    found: list[Contradiction] = []
    reports: dict[str, Report] = {}
    for source, claims in _reports(store, query):
        reports[source.id] = source
        found += _within(store, source, claims)
    groups = [(event.id, tellings) for event, tellings in find_tellings(store, replace(query, report=None))]
    every = [telling for _, tellings in groups for telling in tellings]
    reports |= {telling.report.id: telling.report for telling in every}
    for _, tellings in groups:
        found += contradictions_across(tellings)
    found += contradictions_between(every, events_by_telling(groups))
    shown = (Shown(one, tuple(reports[claim.report] for claim in one.claims)) for one in by_weight(found))
    return [one for one in shown if query.report is None or any(query.report in (r.id, r.source) for r in one.reports)]


def _reports(store: Store, query: Query) -> Iterator[tuple[Report, list[Claim]]]:
    from itertools import groupby

    from marsad.storing import find_claims

    for _, pairs in groupby(find_claims(store, query), key=lambda pair: pair[1].id):
        known = list(pairs)
        yield known[0][1], [claim for claim, _ in known]


def _within(store: Store, report: Report, claims: list[Claim]) -> list[Contradiction]:
    from marsad.linking.candidates import candidates_of
    from marsad.linking.listings import listings, tells_of_listing
    from marsad.linking.lists import list_in_use
    from marsad.merging.contradictions import contradictions, weighed
    from marsad.storing import last_decisions

    found = contradictions(report, claims)
    told = [claim for claim in claims if tells_of_listing(claim)]
    if told:
        names = candidates_of(list_in_use(store))
        listed = listings(report, told, names, lambda name: last_decisions(store, name, report.id))
        found += [weighed(one, {report.id: report}) for one in listed]
    return found


def as_row(shown: Shown) -> dict[str, Any]:
    """The cells of :data:`COLUMNS`; ``claims``, ``reports``, ``outlets``, ``published`` and ``sentences`` run side by side."""
    found, first = shown.contradiction, shown.reports[0]
    return {
        "kind": found.kind,
        "severity": found.severity,
        "weight": found.weight,
        "made_of": [f"{share.name}: {share.points:g}" for share in found.shares],
        "report": first.id,
        "source": first.source,
        "what": found.what,
        "claims": [claim.id for claim in found.claims],
        "reports": [report.id for report in shown.reports],
        "outlets": [report.outlet or "" for report in shown.reports],
        "published": [report.published.isoformat() if report.published else "" for report in shown.reports],
        "sentences": _sentences(shown),
    }


def _sentences(shown: Shown) -> list[str]:
    from marsad.languages.arabic.words import cut

    sentences = []
    for claim, report in zip(shown.contradiction.claims, shown.reports, strict=True):
        words = cut(report.text)
        of_claim = words.sentence_of(words.at(claim.start))
        sentences.append(words.quote(of_claim.first, of_claim.last)[2])
    return sentences


def tell(shown: Shown, out: IO[str]) -> None:
    """Write a contradiction for a reader: two reports side by side, one report with its sentences below one another."""
    row = as_row(shown)
    out.write(f"{row['kind']}: {row['what']}\n")
    made_of = f" ({', '.join(row['made_of'])})" if row["made_of"] else ""
    if len({*row["reports"]}) == 1:
        out.write(f"  in {isolated(row['source'], out)} ({row['report']})\n")
        for claim, sentence in zip(row["claims"], row["sentences"], strict=True):
            out.write(f"  {claim}: {isolated(sentence, out)}\n")
    else:
        heads = zip(row["outlets"], row["published"], row["reports"], row["claims"], strict=True)
        blocks = [[" · ".join(filter(None, head)), words] for head, words in zip(heads, row["sentences"], strict=True)]
        out.writelines(f"  {line}\n" for line in beside(blocks, out))
    out.write(f"  weight {row['weight']:g}{made_of}\n\n")
