"""The contradictions of a store, each with the reports and the sentences that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from marsad.languages.arabic.words import cut
from marsad.linking.candidates import candidates_of
from marsad.linking.listings import listings, tells_of_listing
from marsad.linking.lists import list_in_use
from marsad.merging.contradictions import (
    Contradiction,
    by_weight,
    contradictions,
    contradictions_across,
    contradictions_between,
    events_by_telling,
    weighed,
)
from marsad.records import Claim, Report
from marsad.storing import Query, Store, find_claims, find_tellings, last_decisions
from marsad.storing.events import left_out


@dataclass(frozen=True, slots=True)
class Shown:
    """A contradiction with the report of each of its claims."""

    contradiction: Contradiction
    reports: tuple[Report, ...]

    @property
    def sentences(self) -> list[str]:
        """The sentence of each claim."""
        pairs = zip(self.contradiction.claims, self.reports, strict=True)
        return [sentence_of(claim, report)[2] for claim, report in pairs]


def found_in(store: Store, query: Query) -> list[Shown]:
    """The contradictions of a store, the heaviest first; of ``query`` the report, as one that must have part in them, and the
    days of looking back count.  What persons left out or corrected contradicts nothing."""
    found: list[Contradiction] = []
    reports: dict[str, Report] = {}
    out = left_out(store, query)
    for source, told in _reports(store, query):
        claims = [claim for claim in told if claim.id not in out]
        reports[source.id] = source
        found += contradictions_within(store, source, claims)
    groups = [(event.id, tellings) for event, tellings in find_tellings(store, replace(query, report=None))]
    every = [telling for _, tellings in groups for telling in tellings]
    reports |= {telling.report.id: telling.report for telling in every}
    for _, tellings in groups:
        found += contradictions_across(tellings)
    found += contradictions_between(every, events_by_telling(groups))
    shown = (Shown(one, tuple(reports[claim.report] for claim in one.claims)) for one in by_weight(found))
    return [one for one in shown if query.report is None or any(query.report in (r.id, r.source) for r in one.reports)]


def _reports(store: Store, query: Query) -> Iterator[tuple[Report, list[Claim]]]:
    for _, pairs in groupby(find_claims(store, query), key=lambda pair: pair[1].id):
        known = list(pairs)
        yield known[0][1], [claim for claim, _ in known]


def contradictions_within(store: Store, report: Report, claims: list[Claim]) -> list[Contradiction]:
    """What does not go together within a report, or with the sanctions list in use."""
    found = contradictions(report, claims)
    told = [claim for claim in claims if tells_of_listing(claim)]
    if told:
        names = candidates_of(list_in_use(store))
        listed = listings(report, told, names, lambda name: last_decisions(store, name, report.id))
        found += [weighed(one, {report.id: report}) for one in listed]
    return found


def sentence_of(claim: Claim, report: Report) -> tuple[int, int, str]:
    """Start, end and words of the sentence in which a claim begins."""
    words = cut(report.text)
    found = words.sentence_of(words.at(claim.start))
    return words.quote(found.first, found.last)
