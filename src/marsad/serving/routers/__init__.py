"""The addresses of the API, a file a noun."""

from . import (
    about,
    actors,
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
    searching,
)

ROUTERS = tuple(
    module.router
    for module in (
        about, events, counts, columns, claims, reports, actors, links, places, forecasts, contradictions, channels, searching,
        decisions, reading, reconciling,
    )
)  # fmt: skip
