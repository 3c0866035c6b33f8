"""What can be wrong with a query."""

from __future__ import annotations

from marsad.errors import MarsadError


class QueryError(MarsadError):
    """A query is not one SELECT over the views, takes too long, or needs too much memory."""

    code = "query"
    exit_code = 23
