"""What speaks for and against an event of a type in a sentence: the reader's word and what the grammar found there."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import EventBody, FigureBody
from ..document import Document
from ..proposal import Proposal
from ..speech import Speech

HAPPENED = frozenset({"occurred", "attempted", "ongoing"})
# On sentences that it never saw the reader was right no more often where it was surer than this; log odds.
SUREST = 3.0
_OTHERS = ("COERCE", "ACCUSE", "THREATEN", "CONSULT")
NAMES = (
    "reader", "coders", "wording", "told", "told twice", "not happened", "dated", "placed", "killed", "injured", "figures",
    "agent", "target", "weapon", "hedged", *(name.lower() for name in _OTHERS),
)  # fmt: skip


def happened(proposal: Proposal) -> bool:
    """Whether a proposal tells of an event that took place, was tried or goes on."""
    return isinstance(proposal.body, EventBody) and proposal.body.status in HAPPENED


def features(event: str, reader: float, coders: float, wording: float, told: Sequence[Proposal]) -> tuple[float, ...]:
    """Numbers in the order of ``NAMES`` for an ``event`` type in a sentence.

    ``reader`` and ``coders`` are the logits of the reader's two heads, which count up to ``SUREST``; ``wording`` the log odds of
    the sentence's wording; ``told`` what the grammar proposes in the sentence, less what is denied.
    """
    bodies = [p.body for p in told if isinstance(p.body, EventBody)]
    of_type = [p for p in told if isinstance(p.body, EventBody) and p.body.type == event]
    took_place = [p for p in of_type if happened(p)]
    roles = {r.role for p in took_place if isinstance(p.body, EventBody) for r in p.body.roles}
    measures = {p.body.measure for p in told if isinstance(p.body, FigureBody)}
    others = {body.type for body in bodies}
    return tuple(
        float(value)
        for value in (
            min(reader, SUREST),
            min(coders, SUREST),
            wording,
            bool(took_place),
            len(took_place) > 1,
            len(of_type) > len(took_place),
            any(p.date for p in took_place),
            any(p.place for p in took_place),
            "killed" in measures,
            "injured" in measures,
            bool(measures),
            bool(roles & {"agent", "organizer"}),
            bool(roles & {"target", "victim"}),
            any(isinstance(p.body, EventBody) and p.body.weapon for p in took_place),
            any(p.hedge == "hedged" for p in took_place),
            *(name in others for name in _OTHERS),
        )
    )


def denied(speech: Speech, proposals: Sequence[Proposal]) -> set[Proposal]:
    """The events that somebody denies: claims of their own, which say nothing for the event and are never dropped."""
    events = (p for p in proposals if isinstance(p.body, EventBody))
    return {p for p in events if p.hedge == "denied" or speech.at(p.anchor).certainty == "denied"}


def by_sentence(doc: Document, proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    """The proposals of each sentence of a document, by the word that anchors them."""
    out: list[list[Proposal]] = [[] for _ in doc.words.sentences]
    number = {s.first: i for i, s in enumerate(doc.words.sentences)}
    for proposal in proposals:
        out[number[doc.words.sentence_of(proposal.anchor).first]].append(proposal)
    return out
