"""Links between names and entries of sanctions lists: candidates, and what persons decided."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from marsad.linking.candidates import candidates_of
from marsad.linking.deciding import decide_link
from marsad.linking.lists import list_in_use
from marsad.storing import decisions

from ..access import CODER, Served, Signed, Touched
from ..answers.candidates import candidates as find
from ..answers.decisions import link_answer
from ..filters import Words
from ..models.actors import Candidate
from ..models.decisions import Link, Linking

router = APIRouter(tags=["links"])


@router.get("/candidates")
def candidates(
    served: Served,
    name: Words,
    report: Words | None = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
    every: bool = False,
) -> list[Candidate]:
    """Whom a name in any script, or an actor's id, may mean; a link to a list is a candidate until a person decides."""
    return find(served.store, name, limit, report, every=every)


@router.get("/links")
def links(served: Served, name: Words | None = None, reference: Words | None = None) -> list[Link]:
    """What was decided of names and entries, in the order decided."""
    return [link_answer(one) for one in decisions(served.store, name, reference)]


@router.post("/links", status_code=201, dependencies=[CODER])
def decide(served: Served, signed: Signed, touched: Touched, made: Linking) -> Link:
    """Decide that a name stands for an entry, or does not, everywhere or in one report; or take that back."""
    names = candidates_of(list_in_use(served.store))
    link = decide_link(
        served.store,
        names,
        made.name,
        made.reference,
        made.decision,
        made.because,
        by=signed(made.by),
        report=made.report,
    )
    touched(f"link {link.decision}: {link.name} {link.reference}")
    return link_answer(link)
