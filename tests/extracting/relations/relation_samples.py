"""Documents made by hand for the tests of relations: a text and what is named in it."""

from __future__ import annotations

import re
from datetime import date

from marsad.extracting.document import Dated, Document
from marsad.extracting.proposal import Proposal
from marsad.extracting.relations import find_relations
from marsad.extracting.speech.voice import Speech
from marsad.languages.arabic.words import cut
from marsad.records import DateRange, Entity, Mention, MentionType, RelationBody, Report

NAMED: dict[str, MentionType] = {
    "رايات الجبل": "group",
    "جبهة السهل": "group",
    "لواء النهر": "group",
    "سالم الحداد": "person",
    "نبيل الصياد": "person",
    "مدينة تل الورد": "place",
    "السودان": "place",
    "مصر": "place",
}


def document(text: str, dated: tuple[str, date, date] | None = None) -> Document:
    mentions = [
        Mention(report="r", start=m.start(1), end=m.end(1), text=name, type=kind, entity=name, name=name)
        for name, kind in NAMED.items()
        for m in re.finditer(rf"\b[ولب]?({name})\b", text)
    ]
    words = cut(text)
    dates = []
    if dated:
        said, low, high = dated
        start = text.index(said)
        value = DateRange(earliest=low, latest=high, precision="year", text=said)
        dates = [Dated(words.at(start), words.upto(start + len(said)), value)]
    report = Report(id="r", source="r.txt", sha256="0" * 64, text=text)
    return Document(report, words, sorted(mentions, key=lambda m: (m.start, -m.end)), dates=dates)


def proposals(text: str, doc: Document | None = None) -> list[Proposal]:
    return find_relations(doc or document(text), Speech())


def relations(text: str) -> list[tuple[str, str | None, str | None]]:
    """Predicate, subject and object of each relation, as they stand in the text."""
    bodies = [body(p) for p in proposals(text)]
    return [(b.predicate, _words(b.subject), _words(b.object)) for b in bodies]


def _words(entity: Entity | None) -> str | None:
    return None if entity is None else entity.text


def body(proposal: Proposal) -> RelationBody:
    assert isinstance(proposal.body, RelationBody)
    return proposal.body
