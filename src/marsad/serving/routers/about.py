"""What is served, and the codebook."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from sqlalchemy import func, select

from marsad.storing.event_tables import events
from marsad.storing.events import bring_up_to_date
from marsad.storing.store import version

from ..access import Served, Set, Visiting
from ..answers.codebook import whole_codebook
from ..models.boards import About, Codebook

router = APIRouter(tags=["about"])


@router.get("/about")
def about(served: Served, settings: Set, visitor: Visiting) -> About:
    """Which Marsad serves which store, and how much is in it."""
    bring_up_to_date(served.store)
    with served.store.reading() as connection:
        first, last, count = connection.execute(
            select(func.min(events.c.earliest), func.max(events.c.earliest), func.count()).select_from(events)
        ).one()
    return About(
        version=version(),
        store=served.store.name.replace("\\", "/").rsplit("/", 1)[-1],
        state=served.state(),
        counts=served.remember("counts", served.store.counts) | {"events": count},
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
        writable=visitor.account is None or visitor.account.may("coder"),
        team=settings.team,
        user=visitor.doer.name or "",
        largest=settings.largest_body,
    )


@router.get("/codebook")
def codebook() -> Codebook:
    """All codes with their labels in both languages, the other codebooks, and the rules of figures."""
    return whole_codebook()
