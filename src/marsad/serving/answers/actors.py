"""Actors as the API answers with them."""

from __future__ import annotations

from marsad.catalogue import load
from marsad.catalogue.profile import profile
from marsad.storing.actors import claims_by_actor
from marsad.storing.events import Selection, count_events, counts_by_week, events_page

from ..models.actors import ActorPage, Alias
from ..models.events import Week
from ..served import ServedStore
from .candidates import candidates
from .figures import sum_answer
from .places import place_names
from .relations import actor_head, standings

_RECENT = 20


def actor_page(served: ServedStore, actor: str) -> ActorPage:
    """What is known of an actor of the catalogue."""
    found = profile(load(), actor)
    counts = served.remember("actors", lambda: claims_by_actor(served.store))
    selection = Selection(actors=(actor,))
    weeks = counts_by_week(served.store, selection)
    weeks.pop(None, None)
    entry = found.entry
    recent = [event for event, _ in events_page(served.store, selection, _RECENT)]
    same_as = {"un": [entry.un] if entry.un else [], "ucdp": list(entry.ucdp)}
    return ActorPage(
        actor=actor_head(entry, counts.get(actor, 0)),
        names=[
            Alias(name=a.name, language=a.language, since=a.period.since, until=a.period.until) for a in found.names
        ],
        relations=standings(served.store, actor, found.standings),
        same_as={source: ids for source, ids in same_as.items() if ids},
        weeks=[Week(week=w, events=t.events, killed=sum_answer(t.killed)) for w, t in sorted(weeks.items()) if w],
        events=count_events(served.store, selection),
        recent=recent,
        place_names=place_names(event.place for event in recent),
        candidates=[one for one in candidates(served.store, actor, 10) if one.source == "un"],
    )
