"""Which names are words of Arabic too, by Marsad's own word lists."""

from __future__ import annotations

from functools import cache

from ..languages.arabic.clitics import bare
from ..languages.arabic.letters import fold
from ..languages.arabic.lexicon import common_verbs, is_whole
from ..languages.arabic.particles import particles

SHORTEST = 4
"""Letters: a shorter Arabic word standing alone is a word of the language more often than a name."""


def ordinary(name: str) -> str | None:
    """Why a name must not be looked for without a condition, or None.

    Only Arabic names of one word are judged: two words together are seldom anything but the name.
    """
    word = fold(name)
    if " " in word or not word.isalpha() or word.isascii() or not "ء" <= word[0] <= "ي":
        return None
    if len(bare(word)) < SHORTEST:
        return f"has fewer than {SHORTEST} letters"
    if word in _words() or bare(word) in _words() or is_whole(word):
        return "is a word of the language too"
    return None


@cache
def _words() -> frozenset[str]:
    return particles().all.union(common_verbs())
