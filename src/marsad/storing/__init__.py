"""Storing: reports, originals and claims in a database, never changed once written."""

from .days import publication_days
from .errors import (
    NoStoreError,
    RulingError,
    StoreConflictError,
    StoreFullError,
    StoreIntegrityError,
    StoreLockedError,
    UnknownNameError,
)
from .events import (
    MergeDecision,
    count_unplaced,
    decisions_on,
    event_named,
    find_events,
    find_tellings,
    place_reports,
    tellings_of_event,
)
from .finding import (
    Found,
    claims_of_reports,
    find_all,
    find_claims,
    find_mentions,
    find_reports,
    search_words,
    sentences_at,
    sentences_then,
)
from .links import Decision, Link, decide, decisions, last_decisions
from .lists import ListState, add_list, last_list, list_states, packed_list
from .opening import default_location, open_store
from .queries import Query
from .store import Store
from .vectors import Vector, add_vectors, count_reports, reports_without_vectors, vectors_after, vectors_of

__all__ = [
    "Decision",
    "Found",
    "Link",
    "ListState",
    "MergeDecision",
    "NoStoreError",
    "Query",
    "RulingError",
    "Store",
    "StoreConflictError",
    "StoreFullError",
    "StoreIntegrityError",
    "StoreLockedError",
    "UnknownNameError",
    "Vector",
    "add_list",
    "add_vectors",
    "claims_of_reports",
    "count_reports",
    "count_unplaced",
    "decide",
    "decisions",
    "decisions_on",
    "default_location",
    "event_named",
    "find_all",
    "find_claims",
    "find_events",
    "find_mentions",
    "find_reports",
    "find_tellings",
    "last_decisions",
    "last_list",
    "list_states",
    "open_store",
    "packed_list",
    "place_reports",
    "publication_days",
    "reports_without_vectors",
    "search_words",
    "sentences_at",
    "sentences_then",
    "tellings_of_event",
    "vectors_after",
    "vectors_of",
]
