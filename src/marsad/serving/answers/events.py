"""Events and all that stands around them on a page."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.merging import Telling
from marsad.publishing.codebooks import Evidence
from marsad.records import Event
from marsad.storing import Query, decisions_on, event_named, tellings_of_event
from marsad.storing.events import SimilarEvent, bring_up_to_date, similar_events, told_of_events

from ..models.events import CodebookRow, EventItem, EventPage, Similar, Told
from ..models.shared import Reason, ReportHead
from ..served import ServedStore
from .contradictions import contradictions_of_event
from .decisions import decision_answer
from .figures import ledger_answer
from .places import name_of, place_names
from .rows import rows_answer


def event_items(
    served: ServedStore, events: Sequence[Event], rows: dict[str, CodebookRow], *, looks_back: bool = False
) -> list[EventItem]:
    """Events for a list; ``rows`` by event where a codebook was asked for."""
    told = told_of_events(served.store, events, looks_back=looks_back)
    return [
        EventItem(
            event=event,
            text=told[event.id].text,
            outlets=sorted(told[event.id].outlets),
            certainties=sorted(told[event.id].certainties),
            place_name=name_of(event.place),
            row=rows.get(event.id),
        )
        for event in events
    ]


def event_page(served: ServedStore, name: str, query: Query) -> EventPage:
    """All that is known of an event by an id of it or a claim.  Raises UnknownNameError where there is none."""
    bring_up_to_date(served.store)
    with served.store.snapshot():
        return _page(served, name, query)


def _page(served: ServedStore, name: str, query: Query) -> EventPage:
    event = event_named(served.store, name, query)
    tellings = tellings_of_event(served.store, event, query)
    evidence = Evidence.of(tellings)
    rows, apart = rows_answer(event, evidence)
    like = [] if query.as_known_on or query.published_until else similar_events(served.store, event)
    places = [event.place, *(one.event.place for one in like)]
    places += [claim.place for one in tellings for claim in (*one.events, *one.figures, *one.denials)]
    return EventPage(
        event=event,
        tellings=[_told(one) for one in tellings],
        ledger=ledger_answer(event.id, evidence, query.rule),
        contradictions=contradictions_of_event(served, event, tellings),
        decisions=[decision_answer(one) for one in decisions_on(served.store, event, query)],
        codebooks=rows,
        differences=apart,
        similar=[_similar(one) for one in like],
        place_names=place_names(places),
    )


def included(rows: dict[str, CodebookRow], categories: Sequence[str]) -> set[str]:
    """The events that the codebook has rows of, in one of ``categories`` where some are asked for."""
    return {id_ for id_, row in rows.items() if row.included and (not categories or row.category in categories)}


def _told(one: Telling) -> Told:
    return Told(
        report=ReportHead.of(one.report), events=list(one.events), figures=list(one.figures), denials=list(one.denials)
    )


def _similar(one: SimilarEvent) -> Similar:
    reasons = [Reason(name=r.name, value=r.value or None, points=r.points) for r in one.reasons]
    return Similar(event=one.event, score=round(one.score, 4), reasons=reasons)
