"""Counts of events for the timeline, the map and the filters."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query

from marsad.codebook import load
from marsad.merging.ledger import DEFAULT_RULE
from marsad.records import Event
from marsad.storing.events import counts_by_cell, counts_by_week, events_page, facets, then

from ..access import Served
from ..answers.codebook import label_of
from ..answers.events import included
from ..answers.figures import sum_answer
from ..answers.places import labels_of_places
from ..answers.rows import rows_of_events
from ..filters import CellFilters, EventFilters
from ..models.events import Cells, Count, Facets, PlaceCell, Week, Weeks
from ..models.shared import Label
from ..served import ServedStore

router = APIRouter(prefix="/counts", tags=["counts"])


@router.get("/weeks")
def weeks(served: Served, asked: Annotated[EventFilters, Query()]) -> Weeks:
    """Events by the week in which they began, with the dead."""

    def make() -> Weeks:
        found = counts_by_week(served.store, asked.selection(), _given(served, asked))
        undated = found.pop(None, None)
        told = [Week(week=w, events=t.events, killed=sum_answer(t.killed)) for w, t in sorted(found.items()) if w]
        return Weeks(weeks=told, undated=undated.events if undated else 0)

    return served.remember(f"weeks {asked.model_dump_json()}", make)


@router.get("/cells")
def cells(served: Served, asked: Annotated[CellFilters, Query()]) -> Cells:
    """Events by cell of a grid over the map; how far off their places may be stays with them."""

    def make() -> Cells:
        spots, unplaced = counts_by_cell(served.store, asked.selection(), asked.size, _given(served, asked))
        labels = labels_of_places(served)
        told = [
            PlaceCell(
                latitude=spot.latitude, longitude=spot.longitude, radius_km=spot.radius_km, events=spot.events,
                killed=sum_answer(spot.killed), types=spot.types, event=spot.event, name=spot.name,
                place_name=labels.get(spot.name) if spot.name else None,
            )
            for spot in spots
        ]  # fmt: skip
        return Cells(size=asked.size, cells=told, unplaced=unplaced)

    return served.remember(f"cells {asked.model_dump_json()}", make)


@router.get("/facets")
def spread(served: Served, asked: Annotated[EventFilters, Query()]) -> Facets:
    """How the events that answer are spread over types, countries, actors and the like."""
    return served.remember(f"facets {asked.model_dump_json()}", lambda: _facets(served, asked))


def _facets(served: ServedStore, asked: EventFilters) -> Facets:
    given = _given(served, asked)
    found = facets(served.store, asked.selection(), given)
    book = load()
    labels = {"types": book.events, "statuses": book.statuses, "certainties": book.certainties}
    counts = {
        name: [
            Count(
                value=value,
                events=count,
                label=label_of(labels[name][value]) if value in labels.get(name, {}) else None,
            )
            for value, count in values
        ]
        for name, values in found.counts.items()
    }
    counts["actors"] = [_named(one) for one in counts["actors"]]
    categories: Counter[str] = Counter()
    if asked.codebook:
        rows = rows_of_events(served, asked.selection(), given or [], asked.codebook)
        categories.update(row.category for row in rows.values() if row.category)
    return Facets(
        total=found.total,
        figures={measure: sum_answer(one) for measure, one in found.figures.items()},
        categories=[Count(value=value, events=count) for value, count in categories.most_common()],
        **counts,
    )


def _named(count: Count) -> Count:
    from marsad.catalogue import load as load_catalogue

    entry = load_catalogue().entries.get(count.value)
    return count.model_copy(update={"label": Label(ar=entry.name, en=entry.en)}) if entry else count


def _given(served: ServedStore, asked: EventFilters) -> list[Event] | None:
    """The events to count where the database cannot: of another time, under another rule, or by another codebook."""
    selection = asked.selection()
    if not (selection.looks_back or asked.codebook or asked.rule not in (None, DEFAULT_RULE)):
        return None

    def make() -> list[Event]:
        if selection.looks_back:
            found = then(served.store, selection, served.remember)
        else:
            found = [event for event, _ in events_page(served.store, selection, -1)]
        if asked.codebook is None:
            return found
        inside = included(rows_of_events(served, selection, found, asked.codebook), asked.category)
        return [event for event in found if event.id in inside]

    return served.remember(f"given {asked.model_dump_json(exclude={'size'})}", make)
