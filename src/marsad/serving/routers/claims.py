"""Claims and figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, cast

from fastapi import APIRouter
from fastapi import Query as InQuery

from marsad.records import Claim, Report
from marsad.storing import Query
from marsad.storing.paging import ClaimKey, claim_named, claims_page, count_answers, events_of_claims

from ..access import Served
from ..answers.places import name_of
from ..cursors import cursor, place_of
from ..errors import UnknownError
from ..filters import ClaimFilters, KindFilters, Paging
from ..models.reports import ClaimItem
from ..models.shared import Page, ReportHead
from ..served import ServedStore

router = APIRouter(tags=["claims"])


@router.get("/claims")
def claims(served: Served, asked: Annotated[KindFilters, InQuery()]) -> Page[ClaimItem]:
    """The claims that answer, in the order stored and told; `total` with the first page."""
    return _page(served, asked.query(), asked)


@router.get("/claims/{id}")
def claim(served: Served, id: str) -> ClaimItem:  # noqa: A002
    """One claim."""
    found = claim_named(served.store, id)
    if found is None:
        raise UnknownError("no claim has this id", where=id)
    one, report = found
    return _item(one, report, events_of_claims(served.store, [id]))


@router.get("/figures")
def figures(served: Served, asked: Annotated[ClaimFilters, InQuery()]) -> Page[ClaimItem]:
    """The figures that answer; `type` is the measure."""
    return _page(served, replace(asked.query(), kind=("figure",)), asked)


def _page(served: ServedStore, query: Query, asked: Paging) -> Page[ClaimItem]:
    after = place_of(asked.cursor, asked.filters, (int, int, int, str))
    key = cast("ClaimKey | None", tuple(after) if after else None)
    found = claims_page(served.store, query, asked.limit + 1, key)
    page = found[: asked.limit]
    homes = events_of_claims(served.store, (one.id for one, _, _ in page))
    items = [_item(one, report, homes) for one, report, _ in page]
    following = cursor([*page[-1][2]], asked.filters) if len(found) > asked.limit else None
    return Page(items=items, next=following, total=count_answers(served.store, query) if after is None else None)


def _item(claim: Claim, report: Report, homes: Mapping[str, str]) -> ClaimItem:
    head = ReportHead.of(report)
    return ClaimItem(claim=claim, report=head, event=homes.get(claim.id), place_name=name_of(claim.place))
