"""Review: the queue, judgements, assignments, agreement, disagreements and recoding."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Literal

from fastapi import APIRouter
from fastapi import Query as InQuery
from pydantic import Field
from sqlalchemy import Connection

from marsad.codebook import load
from marsad.reviewing import Saying, judge, withdraw_judgement
from marsad.reviewing.agreement import agreement
from marsad.reviewing.assignments import assign, assignments_of, unassign
from marsad.reviewing.coding import Unit
from marsad.reviewing.disagreements import disagreements
from marsad.reviewing.judgements import judgements_of
from marsad.reviewing.queue import Asked, assigned, order, teaching
from marsad.reviewing.recoding import to_recode
from marsad.reviewing.sight import Sight
from marsad.reviewing.subjects import root_of
from marsad.storing.events import bring_up_to_date
from marsad.storing.paging import events_of_claims
from marsad.storing.review_tables import judgements as table

from ..access import ADMIN, CODER, Served, Signed, Touched, Visiting
from ..answers import review as answers
from ..answers.queue import claim_item, pair_item
from ..cursors import cursor, place_of
from ..errors import ForbiddenError
from ..filters import Country, Paging, Words
from ..models import review as models
from ..models.shared import Page
from ..served import ServedStore

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
    bring_up_to_date(served.store)
    coder = signed(asked.coder)
    return _teaching(served, coder, asked) if asked.order == "teaching" else _assigned(served, coder, asked)


@router.get("/judgements")
def judgements(served: Served, signed: Signed, asked: Annotated[JudgementListing, InQuery()]) -> Page[models.Judgement]:
    """Judgements in the order made, those withdrawn too."""
    after = place_of(asked.cursor, asked.filters, (int,))
    with served.store.reading() as connection:
        which = [table.c.number > after[0]] if after else []
        if asked.claim:
            root = root_of(connection, asked.claim)
            which.append((table.c.claim == root) | (table.c.other == root))
        if asked.by:
            which.append(table.c.by == asked.by)
        seen = Sight(connection, signed(asked.coder)).seen(judgements_of(connection, *which))
        left = list(islice(seen, asked.limit + 1))
        page = left[: asked.limit]
        items = [answers.judgement_answer(connection, one) for one in page]
    following = cursor([page[-1].number], asked.filters) if len(left) > asked.limit else None
    return Page(items=items, next=following)


@router.post("/judgements", status_code=201, dependencies=[CODER])
def make(served: Served, signed: Signed, touched: Touched, made: models.Judging) -> models.Judgement:
    """Accept, reject or correct a claim or a pair of events, mark what was missed, or adjudicate."""
    said = Saying(
        verdict=made.verdict,
        claim=made.claim,
        other=made.other,
        report=made.report,
        coded=made.coded,
        because=made.because,
        adjudicate=made.adjudicate,
    )
    kept = judge(served.store, said, by=signed(made.by))
    touched(f"judgement {kept.number}: {kept.verdict} {kept.claim}")
    with served.store.reading() as connection:
        return answers.judgement_answer(connection, kept)


@router.post("/judgements/{number}/withdraw", status_code=201, dependencies=[CODER])
def withdraw(
    served: Served, signed: Signed, visitor: Visiting, touched: Touched, number: int, made: models.Withdrawing
) -> models.Judgement:
    """Take a judgement back; events are then as if it had never been made.  In a team one's own, or as an admin any."""
    account = visitor.account
    if account is not None and not account.may("admin"):
        with served.store.reading() as connection:
            if any(one.by != account.name for one in judgements_of(connection, table.c.number == number)):
                raise ForbiddenError("this judgement is another coder's", where=str(number), remedy="ask an admin")
    kept = withdraw_judgement(served.store, number, by=signed(made.by), because=made.because)
    touched(f"judgement {kept.number}: withdraws {number}")
    with served.store.reading() as connection:
        return answers.judgement_answer(connection, kept)


@router.get("/assignments")
def assignments(served: Served, coder: Words | None = None) -> list[models.Assignment]:
    """Assignments in the order made, of one coder or of all."""
    with served.store.reading() as connection:
        return [answers.assignment_answer(connection, one) for one in assignments_of(connection, coder)]


@router.post("/assignments", status_code=201, dependencies=[ADMIN])
def give(served: Served, signed: Signed, touched: Touched, made: models.Assigning) -> models.Assignment:
    """Assign the claims of a country and some days to a coder."""
    kept = assign(
        served.store, made.coder, made.country, made.since, made.until, blind=made.blind, by=signed(made.by)
    )  # fmt: skip
    touched(f"assignment {kept.number}: {kept.coder}")
    with served.store.reading() as connection:
        return answers.assignment_answer(connection, kept)


@router.post("/assignments/{number}/withdraw", status_code=201, dependencies=[ADMIN])
def take_back(
    served: Served, signed: Signed, touched: Touched, number: int, made: models.Withdrawing
) -> models.Assignment:
    """Take an assignment back; judgements made under it stand."""
    kept = unassign(served.store, number, by=signed(made.by))
    touched(f"assignment {number}: withdrawn")
    with served.store.reading() as connection:
        return answers.assignment_answer(connection, kept)


@router.get("/agreement")
def agreement_now(served: Served, blind: bool = False) -> models.Agreement:
    """Krippendorff's alpha by field, and F1 of spans by role and pair of coders, each with the number of units."""
    return answers.agreement_answer(agreement(served.store, blind=blind))


@router.get("/disagreements")
def disagreements_now(served: Served, signed: Signed, coder: Words | None = None) -> list[models.Disagreement]:
    """What coders disagree on and nobody has adjudicated, their codings side by side; none that ``coder`` codes blind."""
    with served.store.reading() as connection:
        found = disagreements(connection, signed(coder))
        return [answers.disagreement_answer(connection, one) for one in found]


@router.get("/recoding")
def recoding(served: Served, signed: Signed, coder: Words | None = None) -> list[models.Recoding]:
    """Judgements that rest on entries of the codebook that have changed since, but for those hidden from ``coder``."""
    found = to_recode(served.store, load())
    with served.store.reading() as connection:
        sight = Sight(connection, signed(coder))
        shown = [one for one in found if next(sight.seen([one.judgement]), None)]
        return [answers.recoding_answer(connection, one, load()) for one in shown]


def _teaching(served: ServedStore, coder: str, asked: QueueListing) -> Page[models.QueueItem]:
    after = place_of(asked.cursor, asked.filters, (float, str, str))

    def work_out() -> list[Asked]:
        with served.store.reading() as connection:
            return teaching(connection, coder, asked.kind, asked.country)

    every = served.remember(f"queue {coder} {asked.filters}", work_out)
    left = [one for one in every if after is None or order(one) > (after[0], (after[1], after[2]))]
    page = left[: asked.limit]
    with served.store.reading() as connection:
        items = [_item(connection, one, coder) for one in page]
    following = None
    if len(left) > asked.limit:
        first, key = order(page[-1])
        following = cursor([first, *key], asked.filters)
    return Page(items=items, next=following, total=len(every) if after is None else None)


def _item(connection: Connection, one: Asked, coder: str) -> models.QueueItem:
    if one.claim is None:
        return pair_item(connection, one)
    return claim_item(connection, one.claim, coder, one.event, one.reasons)


def _assigned(served: ServedStore, coder: str, asked: QueueListing) -> Page[models.QueueItem]:
    after = place_of(asked.cursor, asked.filters, (str, int, int))
    at = (after[0], after[1], after[2]) if after else None
    with served.store.reading() as connection:
        found = assigned(connection, coder, asked.limit + 1, asked.kind, asked.country, at)
        page = found[: asked.limit]
        homes = events_of_claims(served.store, [one.claim.id for one in page])
        items = [claim_item(connection, one.claim, coder, homes.get(one.claim.id), ()) for one in page]
    following = cursor([*page[-1].at], asked.filters) if len(found) > asked.limit else None
    return Page(items=items, next=following)
