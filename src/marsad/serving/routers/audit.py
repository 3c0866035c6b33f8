"""The audit log, for admins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as InQuery

from marsad.team import entries

from ..access import ADMIN, Served, Team
from ..cursors import cursor, place_of
from ..filters import Paging, Words
from ..models.shared import Page
from ..models.team import AuditEntry

router = APIRouter(prefix="/audit", tags=["team"])


class AuditListing(Paging):
    """Which entries."""

    account: Words | None = None
    action: Words | None = None


@router.get("", dependencies=[ADMIN])
def audit(_settings: Team, served: Served, asked: Annotated[AuditListing, InQuery()]) -> Page[AuditEntry]:
    """Who signed in, and who changed what, the newest first."""
    before = place_of(asked.cursor, asked.filters, (int,))
    found = entries(
        served.store, asked.limit + 1, before[0] if before else None, account=asked.account, action=asked.action
    )
    page = found[: asked.limit]
    following = cursor([page[-1].number], asked.filters) if len(found) > asked.limit else None
    items = [
        AuditEntry(
            number=one.number,
            at=one.at,
            account=one.entry.account,
            action=one.entry.action,
            address=one.entry.address,
            what=one.entry.what,
            outcome=one.entry.outcome,
            remote=one.entry.remote,
        )
        for one in page
    ]
    return Page(items=items, next=following)
