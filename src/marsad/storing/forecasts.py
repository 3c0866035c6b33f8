"""The forecasts of a store, and the events and reports that they are held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from marsad.languages.arabic.letters import fold
from marsad.merging.forecasts import Forecast, Score, ScoringRules, Series, forecasts_of, scored
from marsad.records import Report

from .days import publication_days
from .events import find_events
from .finding import find_claims
from .queries import Query
from .store import Store


def find_forecasts(
    store: Store, query: Query, *, outlet: str | None = None, scale: str | None = None
) -> Iterator[Forecast]:
    """The forecasts that answer ``query``, in the order stored and told; at most ``query.limit``.

    Country and place are those a forecast speaks of, the type that of the events it speaks of, days those of publication;
    ``outlet`` are words of the name of who published it.  ``scale`` is that of :func:`marsad.merging.forecasts.forecasts_of`.
    """
    found = 0
    for report, ids in _asked(store, query):
        claims = [claim for claim, _ in find_claims(store, replace(whole(query), report=report.id))]
        for one in forecasts_of(report, claims, scale):
            if query.limit is not None and found >= query.limit:
                return
            if one.claim.id in ids and _answers(one, query, outlet):
                found += 1
                yield one


def find_scores(
    store: Store,
    query: Query,
    as_of: date | None = None,
    *,
    outlet: str | None = None,
    scale: str | None = None,
    rules: ScoringRules | None = None,
) -> list[Score]:
    """The forecasts of :func:`find_forecasts`, each held against the events of the store as of a day, by default today.

    As of a day named, only what reports published by then tell of events counts.
    """
    told = list(find_forecasts(store, query, outlet=outlet, scale=scale))
    seen = replace(query, published_until=query.published_until or as_of)
    series = event_series(store, seen, told)
    return [scored(one, series, as_of or date.today(), rules) for one in told]


def event_series(store: Store, query: Query, forecasts: Iterable[Forecast]) -> Series:
    """The events and reports of the days that ``forecasts`` look at, in the same state of the store as ``query`` asks for."""
    days = [
        (one.report.published - timedelta(days=one.horizon.days), one.horizon.latest)
        for one in forecasts
        if one.report.published and one.horizon and one.direction and one.counted
    ]
    if not days:
        return Series.of((), ())
    asked = replace(whole(query), since=min(first for first, _ in days), until=max(last for _, last in days))
    return Series.of((event for event, _ in find_events(store, asked)), publication_days(store, asked))


def whole(query: Query) -> Query:
    """The query that leaves nothing out of the same state of the store."""
    return replace(
        query, kind=(), country=None, place=None, actor=None, type=None, since=None, until=None, certainty=None, sure=None,
        report=None, limit=None,
    )  # fmt: skip


def _asked(store: Store, query: Query) -> list[tuple[Report, frozenset[str]]]:
    """The reports with forecasts that may answer, and the ids of these."""
    asked = replace(
        query, kind=("assessment",), type="forecast", country=None, place=None, since=None, until=None, limit=None
    )
    told = groupby(find_claims(store, asked), key=lambda pair: pair[1].id)
    groups = [list(pairs) for _, pairs in told]
    return [
        (some[0][1], frozenset(claim.id for claim, _ in some))
        for some in groups
        if _published_in(some[0][1].published, query)
    ]


def _answers(one: Forecast, query: Query, outlet: str | None) -> bool:
    countries = {where.country for where in one.where}
    names = [fold(where.name) for where in one.where] + [where.id or "" for where in one.where]
    return (
        (query.country is None or query.country.upper() in countries)
        and (query.place is None or any(fold(query.place) in name for name in names))
        and (query.type is None or (one.counted is not None and one.counted.type == query.type.upper()))
        and (outlet is None or fold(outlet) in fold(one.outlet or ""))
    )


def _published_in(day: date | None, query: Query) -> bool:
    if day is None:
        return query.since is None and query.until is None
    return (query.since is None or day >= query.since) and (query.until is None or day <= query.until)
