"""Reviewing: what people decide of claims, how far they agree, and what can be learnt from it."""

from .errors import CodingError, JudgingError
from .judgements import Judgement
from .judging import Saying, judge, withdraw_judgement

__all__ = ["CodingError", "Judgement", "JudgingError", "Saying", "judge", "withdraw_judgement"]
