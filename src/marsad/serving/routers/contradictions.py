"""The board of contradictions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as InQuery
from pydantic import Field

from marsad.merging.contradictions import Severity
from marsad.publishing.contradictions import Shown, found_in
from marsad.storing import Query
from marsad.storing.paging import events_of_claims

from ..access import Served
from ..answers.contradictions import contradiction_answer, events_of
from ..cursors import cursor, place_of
from ..filters import LastDay, Paging, Words
from ..models.contradictions import Contradiction
from ..models.shared import Page

router = APIRouter(prefix="/contradictions", tags=["contradictions"])


def _contradictions() -> list[Severity]:
    return ["contradiction"]


class ContradictionListing(Paging):
    """Which contradictions."""

    report: Words | None = None
    kind: Words | None = None
    severity: list[Severity] = Field(default_factory=_contradictions, max_length=3)
    as_known_on: LastDay | None = None
    published_until: LastDay | None = None


@router.get("")
def contradictions(served: Served, asked: Annotated[ContradictionListing, InQuery()]) -> Page[Contradiction]:
    """What does not go together within reports and between them, the heaviest first."""
    after = place_of(asked.cursor, asked.filters, (int,))
    query = Query(report=asked.report, as_known_on=asked.as_known_on, published_until=asked.published_until)
    every: list[Shown] = served.remember(
        f"contradictions {asked.report} {asked.as_known_on} {asked.published_until}",
        lambda: found_in(served.store, query),
    )
    told = [
        one
        for one in every
        if one.contradiction.severity in asked.severity and asked.kind in (None, one.contradiction.kind)
    ]
    at = after[0] if after else 0
    page = told[at : at + asked.limit]
    homes = events_of_claims(served.store, (claim.id for one in page for claim in one.contradiction.claims))
    following = cursor([at + asked.limit], asked.filters) if len(told) > at + asked.limit else None
    items = [contradiction_answer(one, events_of(one, homes)) for one in page]
    return Page(items=items, next=following, total=len(told))
