"""What an extractor proposes, before voice, certainty and identity are settled."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import AssessmentBody, Certainty, DateRange, EventBody, FigureBody, Kind, Place, RelationBody


@dataclass(slots=True, eq=False)
class Proposal:
    """One claim in the making.

    ``first`` and ``last`` are the word range of its evidence, ``anchor`` the word that decides whose voice it is in,
    ``rule`` what proposed it.  ``hedge`` is the certainty that its own words call for, None for a plain statement.
    ``event``, ``whole`` and ``told_with`` point from a figure to the event it belongs to, to the figure it is a part of, and to
    the one that "and" joins it to.
    ``date`` and ``place`` may be filled in after it was proposed.  ``scores`` are what speaks for it, by name, and
    ``probability`` what they come to.  ``passing``: the event is only named, not
    told; ``named``: it is named well enough to stand in passing, should it not be told.
    """

    kind: Kind
    first: int
    last: int
    anchor: int
    rule: str
    body: EventBody | FigureBody | RelationBody | AssessmentBody
    hedge: Certainty | None = None
    date: DateRange | None = None
    place: Place | None = None
    event: Proposal | None = None
    whole: Proposal | None = None
    told_with: Proposal | None = None
    probability: float | None = None
    scores: dict[str, float] | None = None
    passing: bool = False
    named: bool = False
