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
    for i in range(trigger.at + 1, min(trigger.at + _REACH, trigger.sentence.last - 1)):
        if i > trigger.at + 1 and doc.ends_clause(i):
            return None
        if forms[i] in words.by:
            return None
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
