"""Whom a verb is done to whose meaning its object completes: أطلق سراح الأسرى, إطلاق سراح الأسرى."""

from __future__ import annotations

from ..document import Document
from .acting import actor
from .participants import participants
from .splitting import Phrase
from .subjects import after
from .triggers import Trigger

_REACH = 14


def freed_at(doc: Document, trigger: Trigger) -> int | None:
    """Where the noun stands whose genitive undergoes it, with a pronoun or without one: أطلق سراح الأسرى, أطلق سراحهم."""
    if not any(word.startswith(noun) for word in trigger.cue.needs for noun in participants().freed):
        return None
    near = range(trigger.at + 1, min(trigger.at + _REACH, trigger.sentence.last))
    return next((i for i in near if doc.words.forms[i].startswith(tuple(participants().freed))), None)


def whose(doc: Document, at: int, stop: int) -> Phrase | None:
    """Whom the noun at ``at`` belongs to; nobody where it bears a pronoun."""
    if doc.words.forms[at] not in participants().freed or at + 1 >= stop or doc.ends_clause(at + 1):
        return None
    return actor(doc, after(doc, at, stop))
