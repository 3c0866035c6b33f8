"""Reports: their heads, what was read in them, and their original bytes."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter
from fastapi import Query as InQuery
from starlette.responses import Response

from marsad.records import Claim, Mention, Report
from marsad.storing import Query, find_all
from marsad.storing.events import left_out
from marsad.storing.paging import events_of_claims, reports_page

from ..access import Served
from ..answers.attachment import disposition
from ..answers.places import place_names
from ..cursors import cursor, place_of
from ..errors import UnknownError
from ..filters import KindFilters
from ..models.reports import ReportPage
from ..models.shared import Page, ReportHead
from ..served import ServedStore

router = APIRouter(prefix="/reports", tags=["reports"])


@router.get("")
def reports(served: Served, asked: Annotated[KindFilters, InQuery()]) -> Page[ReportHead]:
    """The reports that answer, in the order stored; days are those of publication, the rest asks for such claims."""
    after = place_of(asked.cursor, asked.filters, (int,))
    found = reports_page(served.store, asked.query(), asked.limit + 1, after[0] if after else None)
    page = found[: asked.limit]
    following = cursor([page[-1][1]], asked.filters) if len(found) > asked.limit else None
    return Page(items=[ReportHead.of(report) for report, _ in page], next=following)


# An id of a report is the one it came with, and may have slashes in it.
@router.get(
    "/{id:path}/original",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}},
)
def original(served: Served, id: str) -> Response:  # noqa: A002
    """The bytes a report was read from, to be saved, never shown: a page among them would run under this address."""
    report = _report(served, id)
    kind = report.media_type or ""
    safe = kind if kind in _SAFE else "application/octet-stream"
    return Response(
        served.store.original(report.sha256),
        media_type=safe,
        headers={"Content-Disposition": disposition(report), "Content-Security-Policy": _SHUT},
    )


@router.get("/{id:path}")
def report(served: Served, id: str) -> ReportPage:  # noqa: A002
    """A report as written, with its mentions and claims."""
    records = list(find_all(served.store, Query(report=_report(served, id).id)))
    claims = [one for one in records if isinstance(one, Claim)]
    (found,) = (one for one in records if isinstance(one, Report))
    return ReportPage(
        report=found,
        mentions=[one for one in records if isinstance(one, Mention)],
        claims=claims,
        events=events_of_claims(served.store, (claim.id for claim in claims)),
        left_out=sorted(left_out(served.store) & {claim.id for claim in claims}),
        place_names=place_names(claim.place for claim in claims),
        original=f"/api/v1/reports/{quote(found.id, safe='')}/original",
    )


# Should a browser show it all the same, nothing in it runs, loads or is framed.
_SHUT = "sandbox; default-src 'none'; frame-ancestors 'none'"
# Kinds of files that no browser takes for a page or a script, even where it looks into them.
_SAFE = frozenset(
    {"application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/json"}
)


def _report(served: ServedStore, id_: str) -> Report:
    found = reports_page(served.store, Query(report=id_), 1)
    if not found or found[0][0].id != id_:
        raise UnknownError("no report has this id", where=id_)
    return found[0][0]
