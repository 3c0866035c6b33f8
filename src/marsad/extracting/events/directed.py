"""Whom a deed is directed at: what a preposition behind the word for it introduces."""

from __future__ import annotations

from ...languages.arabic.lexicon import proclitic
from ..document import Document
from ..phrases import noun_phrase
from .acting import actor
from .participants import participants
from .splitting import Phrase
from .triggers import Trigger

_REACH = 14
# Types whose target follows على or ضد; a meeting "على هامش" something has none there.
_DIRECTED = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST", "ACCUSE", "MOBILIZE", "RETREAT"})


def after_preposition(doc: Document, trigger: Trigger) -> Phrase | None:
    """What a preposition of direction introduces after the trigger: هجوم على حافلة."""
    forms, words = doc.words.forms, participants()
    for i in range(trigger.at - 1, max(trigger.sentence.first, trigger.at - 6), -1):
        if forms[i] in ("ضد", "بحق") and (found := actor(doc, noun_phrase(doc, i + 1, trigger.at))):
            return found
    insertion = _insertion(doc, trigger)
    for i in range(trigger.at + 1, min(trigger.at + _REACH + len(insertion), trigger.sentence.last - 1)):
        if i in insertion:
            continue
        if i > trigger.at + 1 and doc.ends_clause(i) and i != insertion.stop:
            return None
        if forms[i] in words.by:
            return None
        if trigger.cue.mode == "sentence" and forms[i] in words.penalties:
            return actor(doc, noun_phrase(doc, i + 1, trigger.sentence.last))
        if forms[i] == "عن" and "عن" in trigger.cue.needs:
            return actor(doc, noun_phrase(doc, i + 1, trigger.sentence.last))
        if trigger.cue.type not in _DIRECTED:
            continue
        if forms[i] in words.against and forms[i + 1] not in words.by:
            return actor(doc, noun_phrase(doc, i + 1, trigger.sentence.last))
        if (
            forms[i][0] == "ل"
            and i > trigger.at
            and proclitic(forms[i])[0].endswith("ل")
            and trigger.cue.type != "ASSAULT"
        ):
            return actor(doc, noun_phrase(doc, i, trigger.sentence.last))
    return None


def _insertion(doc: Document, trigger: Trigger) -> range:
    """The words of a day that commas set apart behind the trigger: قضت مفرزة، يوم الأحد، على ثلاثة إرهابيين."""
    near = range(trigger.at + 1, min(trigger.at + _REACH, trigger.sentence.last - 1))
    first = next((i for i in near if doc.ends_clause(i) and "،" in doc.words.gaps[i]), None)
    date = doc.date_at(first) if first is not None else None
    closed = date is not None and date.last < trigger.sentence.last and "،" in doc.words.gaps[date.last]
    return range(first, date.last) if first is not None and date is not None and closed else range(0)
