"""The board of channels: channels, followers and languages that reports tell of, over time."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from marsad.publishing.channels import ChannelFigure, channel_figures

from ..access import Served
from ..cursors import cursor, place_of
from ..filters import ClaimFilters
from ..models.boards import ChannelPoint, ChannelSubject
from ..models.shared import Label, Page, ReportHead

router = APIRouter(prefix="/channels", tags=["channels"])


class ChannelFilters(ClaimFilters):
    """Which figures."""

    measure: Literal["channels", "followers", "languages"] | None = None


@router.get("")
def channels(served: Served, asked: Annotated[ChannelFilters, Query()]) -> Page[ChannelPoint]:
    """Figures of channels, followers and languages, by day, each with its source; those without a day last."""
    after = place_of(asked.cursor, asked.filters, (int,))
    query = replace(asked.query(), limit=None)
    every = served.remember(f"channels {asked.filters}", lambda: channel_figures(served.store, query, asked.measure))
    at = after[0] if after else 0
    following = cursor([at + asked.limit], asked.filters) if len(every) > at + asked.limit else None
    return Page(items=[_point(one) for one in every[at : at + asked.limit]], next=following, total=len(every))


def _point(one: ChannelFigure) -> ChannelPoint:
    figure = one.claim.figure
    assert figure
    return ChannelPoint(
        claim=one.claim, report=ReportHead.of(one.report), measure=figure.measure, low=figure.low, high=figure.high,
        of=figure.of, when=one.when, sentence=one.sentence, actors=list(one.actors),
        about=[ChannelSubject(id=e.id, type=e.type, name=Label(ar=e.name, en=e.en)) for e in one.about],
    )  # fmt: skip
