"""Documents made by hand for the tests of the outlook: a text, the groups in it, who says what."""

from __future__ import annotations

import re
from datetime import date

from marsad.extracting.document import Dated, Document
from marsad.extracting.outlook import find_outlook
from marsad.extracting.proposal import Proposal
from marsad.extracting.speech.voice import Speech, Utterance
from marsad.languages.arabic.words import cut
from marsad.records import AssessmentBody, DateRange, Mention, Report

GROUPS = ("رايات الجبل", "جبهة السهل")


def document(
    text: str, *, title: str | None = None, dates: dict[str, tuple[date, date | None]] | None = None
) -> Document:
    """A document whose mentions are the made-up groups, and whose dates are the given words."""
    mentions = [
        Mention(report="r", start=m.start(), end=m.end(), text=name, type="group", entity=name, name=name)
        for name in GROUPS
        for m in re.finditer(name, text)
    ]
    report = Report(id="r", source="r.txt", sha256="0" * 64, text=text, title=title, published=date(2024, 3, 1))
    words = cut(text)
    dated = [
        Dated(
            words.at(text.index(said)),
            words.upto(text.index(said) + len(said)),
            DateRange(earliest=low, latest=high, precision="year", text=said),
        )
        for said, (low, high) in (dates or {}).items()
    ]
    return Document(report, words, sorted(mentions, key=lambda m: m.start), dates=dated)


def outlook(text: str, doc: Document | None = None, said: str | None = None) -> list[tuple[str, str]]:
    """Type and quoted words of each assessment, in order; ``said`` is what somebody says in the text."""
    doc = doc or document(text)
    return [(body(p).type, doc.span(p.first, p.last).text) for p in proposals(text, doc, said)]


def proposals(text: str, doc: Document | None = None, said: str | None = None) -> list[Proposal]:
    doc = doc or document(text)
    utterances: tuple[Utterance, ...] = ()
    if said is not None:
        first, last = doc.words.at(text.index(said)), doc.words.upto(text.index(said) + len(said))
        utterances = (Utterance("said", first - 1, (0, first), first, last, "reported"),)
    return sorted(find_outlook(doc, Speech(utterances)), key=lambda p: p.first)


def body(proposal: Proposal) -> AssessmentBody:
    assert isinstance(proposal.body, AssessmentBody)
    return proposal.body
