# ruff: noqa: ARG001
"""Review: the queue, judgements, assignments, agreement, disagreements and recoding."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter
from fastapi import Query as InQuery
from pydantic import Field

from marsad.reviewing.coding import Unit

from ..access import Served, Signed
from ..errors import UnknownError
from ..filters import Country, Paging, Words
from ..models import review as models
from ..models.shared import Page

router = APIRouter(prefix="/review", tags=["review"])


class QueueListing(Paging):
    """Whose queue, and which part of it."""

    coder: Words | None = None
    order: Literal["teaching", "assigned"] = "teaching"
    kind: list[Unit] = Field(default_factory=list, max_length=5)
    country: Country | None = None


class JudgementListing(Paging):
    """Which judgements; ``coder`` is who looks, and sees nothing that a blind coder may not see."""

    claim: Words | None = None
    by: Words | None = None
    coder: Words | None = None


@router.get("/queue")
def queue(served: Served, signed: Signed, asked: Annotated[QueueListing, InQuery()]) -> Page[models.QueueItem]:
    """What a coder is asked next: by what a decision would teach, or what is assigned, by day."""
    return Page(items=[])


@router.get("/judgements")
def judgements(served: Served, signed: Signed, asked: Annotated[JudgementListing, InQuery()]) -> Page[models.Judgement]:
    """Judgements in the order made, those withdrawn too."""
    return Page(items=[])


@router.post("/judgements", status_code=201)
def judge(served: Served, signed: Signed, made: models.Judging) -> models.Judgement:
    """Accept, reject or correct a claim or a pair of events, mark what was missed, or adjudicate."""
    raise UnknownError("nothing to judge yet", where=made.claim)


@router.post("/judgements/{number}/withdraw", status_code=201)
def withdraw(served: Served, signed: Signed, number: int, made: models.Withdrawing) -> models.Judgement:
    """Take a judgement back; events are then as if it had never been made."""
    raise UnknownError("no judgement has this number", where=str(number))


@router.get("/assignments")
def assignments(served: Served, coder: Words | None = None) -> list[models.Assignment]:
    """Assignments in the order made, of one coder or of all."""
    return []


@router.post("/assignments", status_code=201)
def assign(served: Served, signed: Signed, made: models.Assigning) -> models.Assignment:
    """Assign the claims of a country and some days to a coder."""
    raise UnknownError("nothing to assign yet")


@router.post("/assignments/{number}/withdraw", status_code=201)
def unassign(served: Served, signed: Signed, number: int, made: models.Withdrawing) -> models.Assignment:
    """Take an assignment back; judgements made under it stand."""
    raise UnknownError("no assignment has this number", where=str(number))


@router.get("/agreement")
def agreement(served: Served) -> models.Agreement:
    """Krippendorff's alpha by field, and F1 of spans by role and pair of coders, each with the number of units."""
    return models.Agreement(alphas=[], spans=[])


@router.get("/disagreements")
def disagreements(served: Served, signed: Signed, coder: Words | None = None) -> list[models.Disagreement]:
    """What coders disagree on and nobody has adjudicated, their codings side by side; none that ``coder`` coded blind."""
    return []


@router.get("/recoding")
def recoding(served: Served) -> list[models.Recoding]:
    """Judgements that rest on entries of the codebook that have changed since."""
    return []
