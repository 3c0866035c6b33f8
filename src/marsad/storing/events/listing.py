"""Who tells of events, how surely and in which words: what a list shows beside each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select

from marsad.records import Certainty, Event

from ..event_tables import event_values
from ..store import Store
from ..tables import claims, reports
from .loading import SOME, rows_for


@dataclass(slots=True)
class ToldOf:
    """The words of an event's first claim, and outlets and certainties of all claims that tell of it."""

    text: str = ""
    outlets: set[str] = field(default_factory=set)
    certainties: set[Certainty] = field(default_factory=set)


_WORDS = select(claims.c.id, func.json_extract(claims.c.body, "$.text").label("text")).where(claims.c.id.in_(SOME))
_VALUES = select(event_values).where(event_values.c.event.in_(SOME), event_values.c.facet.in_(("outlet", "certainty")))
_THEN = (
    select(claims.c.id, claims.c.certainty, reports.c.outlet)
    .join(reports, reports.c.number == claims.c.report)
    .where(claims.c.id.in_(SOME), claims.c.kind == "event", claims.c.certainty != "denied")
)


def told_of_events(store: Store, found: Sequence[Event], *, looks_back: bool = False) -> dict[str, ToldOf]:
    """By id what is told of each of the events, which are those of another time where ``looks_back`` is set."""
    told = {event.id: ToldOf() for event in found}
    first = {event.claims[0]: event.id for event in found}
    with store.reading() as connection:
        for row in rows_for(connection, _WORDS, first):
            told[first[row.id]].text = row.text
        if not looks_back:
            for row in rows_for(connection, _VALUES, told):
                one = told[row.event]
                (one.outlets if row.facet == "outlet" else one.certainties).add(row.value)
            return told
        home = {claim: event.id for event in found for claim in event.claims}
        for row in rows_for(connection, _THEN, home):
            told[home[row.id]].certainties.add(row.certainty)
            if row.outlet:
                told[home[row.id]].outlets.add(row.outlet)
    return told
