"""Where an event happened: the place that words of place introduce, else the town that it is named after or hit."""

from __future__ import annotations

from collections.abc import Sequence

from ...catalogue import Catalogue
from ...languages.arabic.words import Sentence
from ...records import Place
from ..circumstances import event_place, place_named
from ..document import Document
from .participants import participants
from .passing import extent
from .triggers import Trigger

_COARSE = frozenset({"country", "area"})


def where(doc: Document, catalogue: Catalogue, lead: Trigger, within: Sentence, others: Sequence[int]) -> Place | None:
    """The place of the event that ``lead`` tells, from the words ``within``; ``others`` are the words of other events."""
    found = event_place(doc, catalogue, lead.at, within, list(others))
    if found is not None and found.latitude is not None and found.precision not in _COARSE:
        return found
    if lead.reading.form is not None and not lead.passing and doc.words.forms[lead.at] not in participants().hit:
        return found
    return place_named(doc, catalogue, lead.at + 1, extent(doc, lead.sentence, lead.at)) or found
