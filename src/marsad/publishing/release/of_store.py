"""The tables of a release from a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.catalogue import load as load_catalogue
from marsad.storing import Query, Store, decisions_on, find_all, find_events

from .decisions import decision_rows
from .gathering import gather

if TYPE_CHECKING:
    import pyarrow as pa


def tables_of(store: Store, query: Query) -> dict[str, pa.Table]:
    """The tables by name of all that ``store`` says; of ``query`` the rule and the days of looking back count.

    Raises ReleaseError where the store was added to meanwhile, so that its parts do not fit together.
    """
    events = [event for event, _ in find_events(store, query)]
    decisions = decision_rows(decisions_on(store, query=query))
    return gather(find_all(store, query), events, decisions, load_catalogue())
