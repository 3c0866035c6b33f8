"""Querying: one SELECT in SQL over the tables of a release or a store."""

from .errors import QueryError
from .run import Answer, ask

__all__ = ["Answer", "QueryError", "ask"]
