"""Which event a figure belongs to."""

from __future__ import annotations

from ...codebook import load
from ...records import EventBody, FigureBody
from ..document import Document
from ..events import Events
from ..proposal import Proposal
from .matters import own_matter

# A clause that ends between a figure and a trigger behind it counts as so many words, and so does an event named in passing.
_CROSSING = 12
# Measures of which a sentence without an event speaks of the event told before.
_TOLLS = frozenset({"killed", "injured", "casualties", "kidnapped", "missing", "destroyed", "participants"})


def event_of(doc: Document, events: Events, figure: Proposal) -> Proposal | None:
    """The event of a figure: the nearest of a fitting type in its sentence, else the last one told before.

    What stands before the figure is nearer than what begins another clause behind it.
    """
    assert isinstance(figure.body, FigureBody)
    fitting = load().measures[figure.body.measure].events
    sentence = doc.words.sentence_of(figure.anchor)
    first, last, apart = own_matter(doc, figure, sentence)
    near = [
        (_distance(doc, figure.anchor, at) + (_CROSSING if event.passing else 0), at)
        for at, event in events.told_at.items()
        if first <= at < last and _is(event, fitting) and (not apart or event.anchor >= first)
    ]
    if near:
        return events.told_at[min(near)[1]]
    if figure.whole is not None:
        return figure.whole.event
    if apart or figure.body.measure not in _TOLLS:
        return None
    earlier = [
        event
        for event in events.proposals
        if event.anchor < sentence.first and _is(event, fitting) and not event.passing
    ]
    return earlier[-1] if earlier else None


def _distance(doc: Document, figure: int, trigger: int) -> int:
    crossed = trigger > figure and any(doc.ends_clause(i) for i in range(figure + 1, trigger + 1))
    return abs(trigger - figure) + (_CROSSING if crossed else 0)


def _is(event: Proposal, types: tuple[str, ...]) -> bool:
    return isinstance(event.body, EventBody) and event.body.type in types
