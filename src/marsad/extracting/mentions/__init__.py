"""Finding who and what a report names: ``find_mentions`` is the one way in."""

from .find import find_mentions
from .sectors import sector

__all__ = ["find_mentions", "sector"]
