"""Storing: reports, originals and claims in a database, never changed once written."""

from .days import publication_days
from .errors import NoStoreError, StoreConflictError, StoreFullError, StoreIntegrityError, StoreLockedError
from .finding import Found, find_all, find_claims, find_events, find_mentions, find_reports, search_words, sentences_at
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
    "NoStoreError",
    "Query",
    "Store",
    "StoreConflictError",
    "StoreFullError",
    "StoreIntegrityError",
    "StoreLockedError",
    "Vector",
    "add_list",
    "add_vectors",
    "count_reports",
    "decide",
    "decisions",
    "default_location",
    "find_all",
    "find_claims",
    "find_events",
    "find_mentions",
    "find_reports",
    "last_decisions",
    "last_list",
    "list_states",
    "open_store",
    "packed_list",
    "publication_days",
    "reports_without_vectors",
    "search_words",
    "sentences_at",
    "vectors_after",
    "vectors_of",
]
