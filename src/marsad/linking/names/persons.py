"""Whether two names may be one person's."""

from __future__ import annotations

from rapidfuzz.fuzz import token_sort_ratio

from .comparison import Comparison, PartScore, verdict


def compare_persons(query: str, name: str) -> Comparison:
    """Compare two names of persons, in any scripts.

    The score is between 0 and 1; the parts say what speaks for it and against it.
    """
    score = token_sort_ratio(query.lower(), name.lower()) / 100
    return Comparison(score, verdict(score), (PartScore("given name", score, query, name),))
