"""Storing: reports, originals and claims in a database, never changed once written."""

from .errors import NoStoreError, StoreConflictError, StoreFullError, StoreIntegrityError, StoreLockedError
from .finding import Found, find_all, find_claims, find_events, find_mentions, find_reports, search_words, sentences_at
from .opening import default_location, open_store
from .queries import Query
from .store import Store
from .vectors import Vector, add_vectors, count_reports, reports_without_vectors, vectors_after, vectors_of

__all__ = [
    "Found",
    "NoStoreError",
    "Query",
    "Store",
    "StoreConflictError",
    "StoreFullError",
    "StoreIntegrityError",
    "StoreLockedError",
    "Vector",
    "add_vectors",
    "count_reports",
    "default_location",
    "find_all",
    "find_claims",
    "find_events",
    "find_mentions",
    "find_reports",
    "open_store",
    "reports_without_vectors",
    "search_words",
    "sentences_at",
    "vectors_after",
    "vectors_of",
]
