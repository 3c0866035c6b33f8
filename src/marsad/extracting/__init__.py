"""Report → claims, by grammar and lexicon and the learned reader.

The order: cut the text into words; let the reader read them; find mentions and what each refers to; find dates, then
numbers that are no dates; find who speaks; then events and the figures that belong to them, on which reader and grammar
decide together; relations and outlook; last, settle voice, certainty and identity of each claim.
Pure: the same report, model and catalogue give the same claims, with no network, clock or database.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from ..catalogue import Catalogue, load
from ..languages.arabic.words import Words, cut
from ..records import Claim, Mention, Report
from .composing import compose
from .document import Document
from .events import find_events, with_means
from .figures import find_figures
from .learned.deciding import decide
from .learned.reading import Learned, read_along, read_words
from .outlook import find_outlook
from .preparing import prepare
from .proposal import Proposal
from .rating import rate
from .relations import find_relations
from .speech import Speech, find_speech

__all__ = ["Extraction", "Looked", "extract", "extract_all", "look", "look_along", "propose", "tell"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one report."""

    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A report, its words, and what the learned reader says of them; None where it was not asked."""

    report: Report
    words: Words
    learned: Learned | None


def extract(report: Report, catalogue: Catalogue | None = None, *, model: bool = True) -> Extraction:
    """The mentions and claims of ``report``; ``catalogue`` defaults to the shipped one.  No text makes it raise.

    Without ``model`` it is read by grammar and lexicon alone.
    """
    return extract_all([report], catalogue, model=model)[0]


def extract_all(
    reports: Sequence[Report], catalogue: Catalogue | None = None, *, model: bool = True
) -> list[Extraction]:
    """The mentions and claims of each report, in order: what :func:`extract` gives, with the model run once for all."""
    catalogue = catalogue or load()
    return [tell(one, catalogue) for one in look(reports, model=model)]


def look(reports: Sequence[Report], *, model: bool = True) -> list[Looked]:
    """Each report cut into words, and read by the model: nearly all the work, done outside Python's lock."""
    words = [cut(report.text) for report in reports]
    learned: Sequence[Learned | None] = read_words(words) if model else [None] * len(words)
    return [Looked(*one) for one in zip(reports, words, learned, strict=True)]


def look_along(report: Report, words: Words, *, model: bool = True) -> Generator[int, None, Looked]:
    """What :func:`look` gives for one report, already cut into ``words``: yields how many of its sentences are read so far."""
    learned = (yield from read_along(words)) if model else None
    return Looked(report, words, learned)


def tell(looked: Looked, catalogue: Catalogue | None = None) -> Extraction:
    """The mentions and claims of a report that was looked at."""
    catalogue = catalogue or load()
    doc, speech, proposals = propose(looked, catalogue)
    if looked.learned is not None:
        proposals = decide(doc, catalogue, looked.learned, speech, proposals)
    for proposal in proposals:
        with_means(doc, proposal)
    proposals += find_relations(doc, speech)
    proposals += find_outlook(doc, speech)
    rate(proposals)
    mentions = sorted([*doc.mentions, *doc.nouns], key=lambda m: (m.start, -m.end))
    return Extraction(tuple(mentions), compose(doc, speech, proposals))


def propose(looked: Looked, catalogue: Catalogue) -> tuple[Document, Speech, list[Proposal]]:
    """The document, who speaks in it, and the events and figures that the grammar finds there, before anything is decided."""
    prepared = prepare(looked.report, looked.words, catalogue, looked.learned)
    doc = prepared.doc
    speech = find_speech(doc, prepared.spans)
    doc.framed = speech.frames
    spoken = {d for d, s in zip(doc.dates, prepared.spans, strict=True) if (s.start, s.end) in speech.frame_dates}
    events = find_events(doc, catalogue, spoken)
    return doc, speech, events.proposals + find_figures(doc, catalogue, events, spoken)
