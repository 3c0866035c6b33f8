"""The days on which the reports of a store were published."""

from __future__ import annotations

from datetime import date

from .queries import Query, reports_query
from .store import Store
from .tables import reports


def publication_days(store: Store, query: Query) -> list[date]:
    """The day of publication of every report that answers ``query``, in order, a day as often as it has reports; reports
    without a day are left out."""
    found = reports_query(query).with_only_columns(reports.c.published).where(reports.c.published.is_not(None))
    with store.reading() as connection:
        return sorted(date.fromisoformat(day) for day in connection.execute(found).scalars())
