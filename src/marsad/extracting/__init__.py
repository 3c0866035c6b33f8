"""Report → claims, by grammar and lexicon.

The order: cut the text into words; find dates, then numbers that are no dates; find mentions; find who speaks; then
events, the figures that belong to them, relations and outlook; last, settle voice, certainty and identity of each claim.
Pure: the same report and catalogue give the same claims, with no network, clock or database.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..catalogue import Catalogue, load
from ..records import Claim, Mention, Report
from .composing import compose
from .events import find_events
from .figures import find_figures
from .outlook import find_outlook
from .preparing import prepare
from .relations import find_relations
from .speech import find_speech

__all__ = ["Extraction", "extract"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one report."""

    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


def extract(report: Report, catalogue: Catalogue | None = None) -> Extraction:
    """The mentions and claims of ``report``; ``catalogue`` defaults to the shipped one.  No text makes it raise."""
    catalogue = catalogue or load()
    prepared = prepare(report, catalogue)
    doc = prepared.doc
    speech = find_speech(doc, prepared.spans)
    spoken = {d for d, s in zip(doc.dates, prepared.spans, strict=True) if (s.start, s.end) in speech.frame_dates}
    events = find_events(doc, catalogue, spoken)
    proposals = events.proposals + find_figures(doc, catalogue, events, spoken)
    proposals += find_relations(doc, speech)
    proposals += find_outlook(doc, speech)
    return Extraction(tuple(doc.mentions), compose(doc, speech, proposals))
