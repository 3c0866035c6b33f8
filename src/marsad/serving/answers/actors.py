"""Actors as the API answers with them."""

from __future__ import annotations

from marsad.catalogue import Entry, load
from marsad.catalogue.profile import Standing as Stood
from marsad.catalogue.profile import name_on, profile
from marsad.codebook import load as load_codebook
from marsad.storing.actors import claims_by_actor
from marsad.storing.events import Selection, count_events, counts_by_week, events_page

from ..models.actors import ActorHead, ActorPage, Alias, Standing
from ..models.events import Week
from ..models.shared import Label
from ..served import ServedStore
from .candidates import candidates
from .figures import sum_answer

_RECENT = 20
_LANGUAGES = ("ar", "en", "ru")


def actor_head(entry: Entry, claims: int = 0) -> ActorHead:
    """An actor for a list."""
    names = {language: name for language in _LANGUAGES if (name := name_on(entry, language))}
    return ActorHead(
        id=entry.id,
        type=entry.type,
        sector=entry.sector,
        countries=list(entry.countries),
        names=names,
        parent=entry.parent,
        since=entry.active.since,
        until=entry.active.until,
        claims=claims,
    )


def actor_page(served: ServedStore, actor: str) -> ActorPage:
    """What is known of an actor of the catalogue."""
    found = profile(load(), actor)
    counts = served.remember("actors", lambda: claims_by_actor(served.store))
    selection = Selection(actors=(actor,))
    weeks = counts_by_week(served.store, selection)
    weeks.pop(None, None)
    entry = found.entry
    same_as = {"un": [entry.un] if entry.un else [], "ucdp": list(entry.ucdp)}
    return ActorPage(
        actor=actor_head(entry, counts.get(actor, 0)),
        names=[
            Alias(name=a.name, language=a.language, since=a.period.since, until=a.period.until) for a in found.names
        ],
        relations=[_standing(one) for one in found.standings],
        same_as={source: ids for source, ids in same_as.items() if ids},
        weeks=[Week(week=w, events=t.events, killed=sum_answer(t.killed)) for w, t in sorted(weeks.items()) if w],
        events=count_events(served.store, selection),
        recent=[event for event, _ in events_page(served.store, selection, _RECENT)],
        candidates=[one for one in candidates(served.store, actor, 10) if one.source == "un"],
    )


def _standing(one: Stood) -> Standing:
    rule = load_codebook().relations[one.predicate]
    label = rule.label if one.says == rule.label.en else rule.reverse
    return Standing(
        predicate=one.predicate,
        says=Label(ar=label.ar, en=label.en),
        other=actor_head(one.other),
        since=one.period.since,
        until=one.period.until,
        stated_by=one.stated_by,
    )
