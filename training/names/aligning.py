"""Learns what each Latin letter stands for in Arabic, from pairs of whole spellings, by turns of aligning and counting."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from marsad.linking.names.spelling import Row, Spelling, aligned, likelihood

Counts = dict[str, dict[str, float]]

_TURNS_WITHOUT_CONTEXT, _TURNS = 2, 5
# A pair whose letters are less likely than this on average is no pair of spellings (نجمة for "star"), and is left out.
_WORST_MEAN = -2.0
_REACH = 1.6
# Names with letters that only Arabic names have count more: Wikidata's are mostly of the West, those of the reports are not.
_ARABIC, _OF_ARABIC = frozenset("عحقصضطظخذ"), 6
# What is kept of the last counts: contexts seen this often, and what makes up this share of one.
_LEAST_SEEN, _LEAST_SHARE = 5.0, 0.02


def learn(pairs: list[tuple[str, str, int]]) -> tuple[Counts, int]:
    """The counts of ``spelling.tsv``, and how many pairs were left out as no spellings of one name."""
    counts = _guessed(pairs)
    left_out = 0
    for turn in range(_TURNS):
        model, new, left_out = Spelling(counts), _empty(), 0
        contexts = turn >= _TURNS_WITHOUT_CONTEXT
        for latin, arabic, count in pairs:
            rows: tuple[Row, ...] = model.rows(latin)
            if contexts and likelihood(rows, arabic) < _WORST_MEAN * (len(latin) + 1):
                left_out += 1
                continue
            weight = (1 + math.log(count)) * (_OF_ARABIC if not _ARABIC.isdisjoint(arabic) else 1)
            for place, letters in zip(_places(latin), aligned(rows, arabic), strict=True):
                for context in place if contexts else place[:1]:
                    new[context][letters] += weight
        counts = {context: dict(found) for context, found in new.items()}
    return _pruned(counts), left_out


def _empty() -> defaultdict[str, defaultdict[str, float]]:
    return defaultdict(lambda: defaultdict(float))


def _places(latin: str) -> Iterable[tuple[str, str, str]]:
    edged = f"^{latin}$"
    return [(edged[i], edged[i : i + 2], edged[i - 1 : i + 2]) for i in range(1, len(edged) - 1)]


def _guessed(pairs: list[tuple[str, str, int]]) -> Counts:
    """Where nothing is known yet: a letter may stand for what stands about as far into the other spelling, or for nothing."""
    new = _empty()
    for latin, arabic, _ in pairs:
        for i, letter in enumerate(latin):
            middle = i / max(1, len(latin) - 1) * (len(arabic) - 1)
            for j, other in enumerate(arabic):
                if abs(j - middle) < _REACH:
                    new[letter][other] += 1
            new[letter][""] += 1
    return {context: dict(found) for context, found in new.items()}


def _pruned(counts: Counts) -> Counts:
    out: Counts = {}
    for context, found in counts.items():
        seen = sum(found.values())
        if len(context) == 1 or seen >= _LEAST_SEEN:
            out[context] = {one: round(n, 1) for one, n in found.items() if n >= _LEAST_SHARE * seen}
    return out
