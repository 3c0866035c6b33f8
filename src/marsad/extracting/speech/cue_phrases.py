"""Folded words and phrases of the codebook, and whether one stands in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...languages.arabic.letters import fold

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


def words(listed: Iterable[str]) -> frozenset[str]:
    """The folded words of a list."""
    return frozenset(map(fold, listed))


def phrases(listed: Iterable[str], leads: str = "") -> Phrases:
    """Folded phrases by their first word, longest first, also with each of the conjunctions ``leads`` on
    it."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in listed:
        first, *rest = fold(phrase).split()
        for lead in ("", *leads):
            out.setdefault(lead + first, []).append((lead + first, *rest))
    return {first: tuple(sorted(known, key=len, reverse=True)) for first, known in out.items()}


def match(known: Phrases, forms: list[str], at: int, last: int) -> int:
    """How many words of a known phrase stand at ``at``; 0 where none does."""
    for phrase in known.get(forms[at], ()):
        size = len(phrase)
        if size == 1 or (at + size <= last and tuple(forms[at : at + size]) == phrase):
            return size
    return 0
