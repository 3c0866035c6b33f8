"""Events of a store: kept up to date with its reports, ruled on by persons, asked for as of any day."""

from .counting import Spot, Sum, Tally, counts_by_cell, counts_by_week
from .facets import Facets, facets
from .finding import (
    decisions_on,
    event_named,
    find_events,
    find_tellings,
    left_out,
    tellings_of_each,
    tellings_of_event,
)
from .listing import ToldOf, told_of_events
from .paging import Key, Order, count_events, events_page, then
from .place_ids import place_ids
from .placing import bring_up_to_date, count_unplaced, place_reports, start_over
from .ruling import exclude, merge, rule, split, withdraw
from .rulings import MergeDecision
from .selecting import Selection
from .similar import SimilarEvent, similar_events

__all__ = [
    "Facets",
    "Key",
    "MergeDecision",
    "Order",
    "Selection",
    "SimilarEvent",
    "Spot",
    "Sum",
    "Tally",
    "ToldOf",
    "bring_up_to_date",
    "count_events",
    "count_unplaced",
    "counts_by_cell",
    "counts_by_week",
    "decisions_on",
    "event_named",
    "events_page",
    "exclude",
    "facets",
    "find_events",
    "find_tellings",
    "left_out",
    "merge",
    "place_ids",
    "place_reports",
    "rule",
    "similar_events",
    "split",
    "start_over",
    "tellings_of_each",
    "tellings_of_event",
    "then",
    "told_of_events",
    "withdraw",
]
