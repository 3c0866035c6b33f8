"""Where an event happened: the place that words of place introduce, else the town that it is named after or hit."""

from __future__ import annotations

from collections.abc import Sequence

from ...catalogue import Catalogue
from ...languages.arabic.words import Sentence
from ...records import Place
from ..circumstances import event_place, place_named
from ..document import Document
from ..phrase_words import phrase_words
from .context import among, occurrence_forms
from .participants import participants
from .passing import extent
from .triggers import Trigger

_COARSE = frozenset({"country", "area"})
# Words before a trigger in which the verb stands by which a town saw it, or the word "where".
_SEEN = 7
# Words before "where" in which its place is named.
_BEFORE = 8
# What is done where somebody is, not where he comes from or goes to.
_AT_A_PLACE = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def where(doc: Document, catalogue: Catalogue, lead: Trigger, within: Sentence, others: Sequence[int]) -> Place | None:
    """The place of the event that ``lead`` tells, from the words ``within``; ``others`` are the words of other events."""
    moving = lead.cue.type not in _AT_A_PLACE
    found = event_place(doc, catalogue, lead.at, within, list(others), moving=moving)
    known = found is not None and found.latitude is not None and found.precision not in _COARSE
    if found is None or not known or found.precision == "region":
        there = _before_where(doc, catalogue, lead, within)
        if there is not None:
            return there
    if known:
        return found
    if lead.reading.form is None or lead.passing or among(doc.words.forms[lead.at], participants().hit):
        own = place_named(doc, catalogue, lead.at + 1, extent(doc, lead.sentence, lead.at))
        return own or _that_saw_it(doc, catalogue, lead) or found
    return found


def _before_where(doc: Document, catalogue: Catalogue, lead: Trigger, within: Sentence) -> Place | None:
    """The place in which "where" says that something happened: استهدف الهجوم حي النهضة، حيث أدى انفجار سيارة إلى مقتل خمسة."""
    near = range(lead.at - 1, max(within.first, lead.at - _SEEN) - 1, -1)
    at = next((i for i in near if doc.words.forms[i] in phrase_words().where_then), None)
    if at is None or lead.passing:
        return None
    first = max(within.first, at - _BEFORE)
    return place_named(doc, catalogue, first, at)


def _that_saw_it(doc: Document, catalogue: Catalogue, lead: Trigger) -> Place | None:
    """The town that is said to have seen what ``lead`` tells, or to have been exposed to it: شهدت تمبكتو هجوما."""
    back = range(lead.at - 1, max(lead.sentence.first, lead.at - _SEEN) - 1, -1)
    verb = next((i for i in back if doc.words.forms[i] in occurrence_forms()), None)
    return place_named(doc, catalogue, verb + 1, lead.at) if verb is not None and not lead.passing else None
