"""Events, one and many."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Query, Response

from marsad.publishing.codebooks import Evidence
from marsad.storing import event_named, tellings_of_event
from marsad.storing.events import Key, bring_up_to_date, count_events, events_page

from ..access import Served
from ..answers.bodies import body_of
from ..answers.events import event_items, event_page, included
from ..answers.figures import ledger_answer
from ..answers.rows import rows_of_events
from ..cursors import cursor, place_of
from ..filters import EventListing, Looking
from ..models.events import CodebookRow, EventItem, EventPage, Ledger
from ..models.shared import Page
from ..served import ServedStore

router = APIRouter(prefix="/events", tags=["events"])

_TOTALS = 10_000  # remembered, some hundred bytes each


@router.get("", response_model=Page[EventItem])
def events(served: Served, asked: Annotated[EventListing, Query()]) -> Response:
    """The events that answer, by day; `total` with the first page, where neither ids nor a codebook are asked for.

    With a codebook, those that it records, each with its row.
    """
    after = cast("Key | None", _key(place_of(asked.cursor, asked.filters, (str,) * 5)))
    if asked.codebook:
        return body_of(_under_codebook(served, asked, after))
    bring_up_to_date(served.store)
    with served.store.snapshot():
        return body_of(_page(served, asked, after))


def _page(served: ServedStore, asked: EventListing, after: Key | None) -> Page[EventItem]:
    selection = asked.selection()
    found = events_page(
        served.store, selection, asked.limit + 1, order=asked.order, after=after, remember=served.remember
    )
    total = _total(served, asked) if after is None and not asked.id else None
    page = found[: asked.limit]
    following = cursor([*page[-1][1]], asked.filters) if len(found) > asked.limit else None
    return Page(
        items=event_items(served, [event for event, _ in page], {}, looks_back=selection.looks_back),
        next=following,
        total=total,
    )


@router.get("/{id}", response_model=EventPage)
def event(served: Served, id: str, asked: Annotated[Looking, Query()]) -> Response:  # noqa: A002
    """All that is known of an event, by any id that it has or had, or by a claim of it."""
    return body_of(event_page(served, id, asked.query()))


@router.get("/{id}/ledger")
def ledger(served: Served, id: str, asked: Annotated[Looking, Query()]) -> Ledger:  # noqa: A002
    """Every figure told of an event, and best, low and high under each rule."""
    query = asked.query()
    found = event_named(served.store, id, query)
    evidence = Evidence.of(tellings_of_event(served.store, found, query))
    return ledger_answer(found.id, evidence, query.rule)


def _under_codebook(served: ServedStore, asked: EventListing, after: Key | None) -> Page[EventItem]:
    """Pages of events until enough of them are such that the codebook records."""
    assert asked.codebook
    selection = asked.selection()
    kept: list[tuple[EventItem, Key]] = []
    while len(kept) <= asked.limit:
        found = events_page(served.store, selection, 200, order=asked.order, after=after, remember=served.remember)
        if not found:
            break
        after = found[-1][1]
        rows: dict[str, CodebookRow] = rows_of_events(served, selection, [e for e, _ in found], asked.codebook)
        inside = included(rows, asked.category)
        chosen = [(event, key) for event, key in found if event.id in inside]
        items = event_items(served, [event for event, _ in chosen], rows, looks_back=selection.looks_back)
        kept += zip(items, (key for _, key in chosen), strict=True)
    page = kept[: asked.limit]
    following = cursor([*page[-1][1]], asked.filters) if len(kept) > asked.limit else None
    return Page(items=[item for item, _ in page], next=following)


def _total(served: ServedStore, asked: EventListing) -> int:
    """How many answer, counted once for each state of the store."""
    name = asked.model_dump_json(exclude={"limit", "cursor", "order", "rule"})
    known: dict[str, int] = served.remember("totals", dict)
    total = known.get(name)
    if total is None:
        total = count_events(served.store, asked.selection(), served.remember)
        if len(known) >= _TOTALS:
            known.clear()
        known[name] = total
    return total


def _key(place: list[str] | None) -> tuple[str, ...] | None:
    return tuple(place) if place is not None else None
