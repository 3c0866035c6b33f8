"""Names of one kind, and which of them share parts with a query, worked out for all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...languages.arabic.memo import Memo
from .forms import Form, form
from .matching import Weights
from .sounding import Sounds

# Of what is left over, this share surely is: joined words and weak fits may still take some of it off.
_SURE = 0.8


class Term(NamedTuple):
    """What a part of a name is found by: its letters, and the ideas it may stand for, with the bits it tells.

    ``extra`` terms are further ways to find what others stand for, and add nothing to what a name tells.
    """

    text: str
    bits: float
    ideas: frozenset[str] = frozenset()
    extra: bool = False


class _Near(NamedTuple):
    """The names that hold a word as one of their own, or as two joined, and how well each fits it."""

    own: NDArray[np.int32]
    own_fits: NDArray[np.float32]
    joined: NDArray[np.int32]
    joined_fits: NDArray[np.float32]
    by_text: dict[str, float]


class _Postings(NamedTuple):
    """The names a word stands in: as one of their own, and as two joined."""

    own: list[int]
    joined: list[int]


class Shelf:
    """Names as lists of terms; ``best`` are those that may score highest, before they are compared in full."""

    def __init__(self, names: Sequence[Sequence[Term]], weights: Weights) -> None:
        self._weights = weights
        self._bits = np.array([sum(term.bits for term in terms if not term.extra) for terms in names], np.float32)
        by_text: defaultdict[str, _Postings] = defaultdict(lambda: _Postings([], []))
        by_idea: defaultdict[str, list[int]] = defaultdict(list)
        for number, terms in enumerate(names):
            for term in terms:
                by_text[term.text][term.extra].append(number)
                for idea in term.ideas:
                    by_idea[idea].append(number)
        self._sounds = Sounds(form(text) for text in by_text)
        self._postings = list(by_text.values())
        self._by_idea = {idea: np.unique(np.array(numbers, np.int32)) for idea, numbers in by_idea.items()}
        self._near: Memo[_Near] = Memo(self._names_near)

    def best(self, terms: Sequence[Term], most: int, least: float) -> list[tuple[int, float]]:
        """At most ``most`` (number of a name, bound): names whose score may reach ``least``, the likeliest first.

        The bound is what the score would be if order and given names said nothing, and what is left over counted a little less.
        """
        matched = np.zeros(len(self._bits), np.float32)
        whole = 0.0
        for term in terms:
            bits = np.float32(term.bits)
            near = self._near[term.text]
            matched[near.own] += near.own_fits * bits
            if not term.extra:
                # Two joined words of a query are not matched with two joined ones of a name: they match one by one.
                matched[near.joined] += near.joined_fits * bits
                whole += term.bits
            for idea in term.ideas:
                if idea in self._by_idea:
                    matched[self._by_idea[idea]] += bits
        names = np.flatnonzero(matched)
        its = self._bits[names]
        got = np.minimum(matched[names], np.minimum(its, whole))
        left, its_left = whole - got, its - got
        both = np.minimum(left, its_left)
        weights = self._weights
        lost = _SURE * (weights.conflict * both + weights.surplus * (left + its_left - 2 * both))
        bounds = got / (got + lost) / (1 + np.exp((weights.enough - got) / weights.slope))
        likely = np.flatnonzero(bounds >= least)
        if len(likely) > most:
            likely = likely[np.argpartition(-bounds[likely], most)[:most]]
        likely = likely[np.argsort(-bounds[likely], kind="stable")]
        return list(zip(names[likely].tolist(), bounds[likely].tolist(), strict=True))

    def fit(self, one: Form, other: Form) -> float:
        """How well a word of a query fits one of the shelf's, as far as it was found near: else 0."""
        return self._near[one.text].by_text.get(other.text, 0.0)

    def _names_near(self, text: str) -> _Near:
        # The least fit comes first, so that a name keeps the best of its words.
        near = sorted(self._sounds.near(form(text)), key=lambda one: one[1])
        own = {name: value for number, value in near for name in self._postings[number].own}
        joined = {name: value for number, value in near for name in self._postings[number].joined if name not in own}
        return _Near(
            *_arrays(own), *_arrays(joined), {self._sounds.forms[number].text: value for number, value in near}
        )


def _arrays(fits: dict[int, float]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    return np.array(list(fits), np.int32), np.array(list(fits.values()), np.float32)
