"""Decisions on what is one event: shown, and made."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body
from fastapi import Query as InQuery

from marsad.storing import MergeDecision, Store, decisions_on, event_named
from marsad.storing.events import exclude, merge, split, withdraw

from ..access import CODER, Served, Signed, Signer, Touched
from ..answers.decisions import decision_answer
from ..cursors import cursor, place_of
from ..filters import Paging, Words
from ..models.decisions import Decision, Exclude, Making, Merge, Split
from ..models.shared import Page

router = APIRouter(prefix="/decisions", tags=["decisions"])


class DecisionListing(Paging):
    """Which decisions."""

    event: Words | None = None


@router.get("")
def decisions(served: Served, asked: Annotated[DecisionListing, InQuery()]) -> Page[Decision]:
    """All decisions on claims of events, or those on one event, in the order made."""
    after = place_of(asked.cursor, asked.filters, (int,))
    event = event_named(served.store, asked.event) if asked.event else None
    every = served.remember(f"decisions {asked.filters}", lambda: decisions_on(served.store, event))
    left = [one for one in every if after is None or one.number > after[0]]
    page = left[: asked.limit]
    following = cursor([page[-1].number], asked.filters) if len(left) > asked.limit else None
    return Page(items=[decision_answer(one) for one in page], next=following, total=len(every))


@router.post("", status_code=201, dependencies=[CODER])
def make(served: Served, signed: Signed, touched: Touched, made: Annotated[Making, Body()]) -> Decision:
    """Rule that events are one, that they are not, or that something is left out; or take a decision back."""
    decided = _make(served.store, signed, made)
    touched(f"decision {decided.number}: {decided.kind} {decided.one}{f' {decided.other}' if decided.other else ''}")
    return decision_answer(decided)


def _make(store: Store, signed: Signer, made: Making) -> MergeDecision:
    by, because = signed(made.by), made.because
    if isinstance(made, Merge):
        return merge(store, made.event, made.other, by=by, because=because)
    if isinstance(made, Split):
        return split(store, made.event, made.parts, by=by, because=because)
    if isinstance(made, Exclude):
        return exclude(store, made.what, by=by, because=because)
    return withdraw(store, made.number, by=by, because=because)
