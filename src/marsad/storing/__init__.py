"""Storing: reports, originals and claims in a database, never changed once written."""

from .errors import NoStoreError, StoreConflictError, StoreFullError, StoreIntegrityError, StoreLockedError
from .finding import Found, find_all, find_claims, find_events, find_mentions, find_reports, search
from .opening import default_location, open_store
from .queries import Query
from .store import Store

__all__ = [
    "Found",
    "NoStoreError",
    "Query",
    "Store",
    "StoreConflictError",
    "StoreFullError",
    "StoreIntegrityError",
    "StoreLockedError",
    "default_location",
    "find_all",
    "find_claims",
    "find_events",
    "find_mentions",
    "find_reports",
    "open_store",
    "search",
]
