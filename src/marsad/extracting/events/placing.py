"""Where an event happened: the place that words of place introduce, else the town that it is named after or hit."""

from __future__ import annotations

from collections.abc import Sequence

from ...catalogue import Catalogue
from ...languages.arabic.words import Sentence
from ...records import Place
from ..circumstances import event_place, place_named
from ..document import Document
from .context import occurrence_forms
from .participants import participants
from .passing import extent
from .triggers import Trigger

_COARSE = frozenset({"country", "area"})
_SEEN = 5
# What is done where somebody is, not where he comes from or goes to.
_AT_A_PLACE = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def where(doc: Document, catalogue: Catalogue, lead: Trigger, within: Sentence, others: Sequence[int]) -> Place | None:
    """The place of the event that ``lead`` tells, from the words ``within``; ``others`` are the words of other events."""
    moving = lead.cue.type not in _AT_A_PLACE
    found = event_place(doc, catalogue, lead.at, within, list(others), moving=moving)
    if found is not None and found.latitude is not None and found.precision not in _COARSE:
        return found
    if lead.reading.form is not None and not lead.passing and doc.words.forms[lead.at] not in participants().hit:
        return found
    own = place_named(doc, catalogue, lead.at + 1, extent(doc, lead.sentence, lead.at))
    return own or _that_saw_it(doc, catalogue, lead) or found


def _that_saw_it(doc: Document, catalogue: Catalogue, lead: Trigger) -> Place | None:
    """The town that is said to have seen what ``lead`` tells, or to have been exposed to it: شهدت تمبكتو هجوما."""
    back = range(lead.at - 1, max(lead.sentence.first, lead.at - _SEEN) - 1, -1)
    verb = next((i for i in back if doc.words.forms[i] in occurrence_forms()), None)
    return place_named(doc, catalogue, verb + 1, lead.at) if verb is not None and not lead.passing else None
