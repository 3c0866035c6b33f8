"""The queue: what coders are asked next, and why."""

from .asking import AssignedClaim, PlaceInTime, assigned, count_assigned, teaching
from .scoring import Asked, order
from .weights import queue_weights

__all__ = ["Asked", "AssignedClaim", "PlaceInTime", "assigned", "count_assigned", "order", "queue_weights", "teaching"]
