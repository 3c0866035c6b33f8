"""Events of a store: kept up to date with its reports, ruled on by persons, asked for as of any day."""

from .finding import decisions_on, event_named, find_events, find_tellings, tellings_of_event
from .placing import count_unplaced, place_reports, start_over
from .ruling import exclude, merge, rule, split, withdraw
from .rulings import MergeDecision

__all__ = [
    "MergeDecision",
    "count_unplaced",
    "decisions_on",
    "event_named",
    "exclude",
    "find_events",
    "find_tellings",
    "merge",
    "place_reports",
    "rule",
    "split",
    "start_over",
    "tellings_of_event",
    "withdraw",
]
