"""The pure part of merging, as the store uses it."""

from __future__ import annotations

from marsad.merging.standin import (
    DEFAULT_RULE,
    Likeness,
    clusters,
    edges,
    event_of,
    keys_of,
    tellings_of,
)

__all__ = ["DEFAULT_RULE", "Likeness", "clusters", "edges", "event_of", "keys_of", "tellings_of"]
