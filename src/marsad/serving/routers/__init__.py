"""The addresses of the API, a file a noun."""

from . import (
    about,
    accounts,
    actors,
    audit,
    channels,
    claims,
    columns,
    contradictions,
    counts,
    decisions,
    events,
    forecasts,
    links,
    places,
    reading,
    reconciling,
    reports,
    review,
    searching,
    session,
)

ROUTERS = tuple(
    module.router
    for module in (
        about, events, counts, columns, claims, reports, actors, links, places, forecasts, contradictions, channels, searching,
        decisions, reading, reconciling, review, session, accounts, audit,
    )
)  # fmt: skip
