"""Search by words and by meaning."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter
from fastapi import Query as InQuery

from marsad.searching import Hit, search
from marsad.storing import Query, count_reports

from ..access import Served
from ..filters import LastDay, Words
from ..models.reports import SearchAnswer, SentenceHit
from ..models.shared import ReportHead

router = APIRouter(tags=["search"])


@router.get("/search")
def find(
    served: Served,
    q: Words,
    by: Literal["words", "meaning", "both"] = "both",
    language: Annotated[str | None, InQuery(pattern="^[a-z]{2,3}$")] = None,
    limit: Annotated[int, InQuery(ge=1, le=200)] = 20,
    as_known_on: LastDay | None = None,
    published_until: LastDay | None = None,
) -> SearchAnswer:
    """Sentences by their words and by their meaning, in any language, the best first.

    By meaning only what was indexed is found: `marsad search` does that, and `marsad serve` after it started.
    """
    done, every = count_reports(served.store)
    then = Query(as_known_on=as_known_on, published_until=published_until)
    hits = search(served.store, q, limit, by, language, then)
    return SearchAnswer(hits=[_hit(one) for one in hits], unindexed=every - done)


def _hit(one: Hit) -> SentenceHit:
    return SentenceHit(
        report=ReportHead.of(one.report), text=one.found.text, start=one.found.start, end=one.found.end,
        claims=list(one.found.claims), words=one.words, meaning=one.meaning, score=one.score,
    )  # fmt: skip
