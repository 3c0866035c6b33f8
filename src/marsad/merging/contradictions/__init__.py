"""Contradictions: within a report, between the reports of one event, and between events that may be one."""

from .across import contradictions_across
from .between import contradictions_between, events_by_telling
from .contradiction import Contradiction, Kind, Severity, Share
from .inside import contradictions
from .weighing import by_weight, weighed

__all__ = [
    "Contradiction",
    "Kind",
    "Severity",
    "Share",
    "by_weight",
    "contradictions",
    "contradictions_across",
    "contradictions_between",
    "events_by_telling",
    "weighed",
]
