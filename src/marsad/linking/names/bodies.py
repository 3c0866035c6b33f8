"""Whether two names may be one group's or organization's."""

from __future__ import annotations

from rapidfuzz.fuzz import token_sort_ratio

from .comparison import Comparison, PartScore, verdict


def compare_bodies(query: str, name: str) -> Comparison:
    """Compare two names of groups or organizations, in any scripts; words are matched by sound or by meaning."""
    score = token_sort_ratio(query.lower(), name.lower()) / 100
    return Comparison(score, verdict(score), (PartScore("word", score, query, name),))
