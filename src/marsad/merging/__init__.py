"""Merging: claims into events, and claims against each other."""

from .clustering import clusters
from .contradictions import Contradiction, contradictions
from .event import event_id, event_of
from .telling import Cluster, Rulings, Telling
from .within import tellings_of

__all__ = [
    "Cluster",
    "Contradiction",
    "Rulings",
    "Telling",
    "clusters",
    "contradictions",
    "event_id",
    "event_of",
    "tellings_of",
]
