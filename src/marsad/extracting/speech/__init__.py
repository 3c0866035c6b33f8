"""Speech: who says what in a report, through whom, when, and with which certainty."""

from .finding import find_speech
from .hedges import hedge_at, negated
from .voice import Speech, Utterance, Voice

__all__ = ["Speech", "Utterance", "Voice", "find_speech", "hedge_at", "negated"]
