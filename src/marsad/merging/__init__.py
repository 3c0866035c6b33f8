"""Merging: claims into events, and claims against each other."""

from .contradictions import Contradiction, contradictions
from .single import events_of

__all__ = ["Contradiction", "contradictions", "events_of"]
