"""Names of one kind, and which of them share parts with a query, worked out for all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...languages.arabic.memo import Memo
from .forms import form
from .matching import Weights
from .sounding import Sounds

class Term(NamedTuple):
    """What a part of a name is found by: its letters, and the ideas it may stand for, with the bits it tells.

    ``extra`` terms are further ways to find what others stand for, and add nothing to what a name tells.
    """

    text: str
    bits: float
    ideas: frozenset[str] = frozenset()
    extra: bool = False


class _Near(NamedTuple):
    """The names that hold a word, and how well each fits it."""

    names: NDArray[np.int32]
    fits: NDArray[np.float32]


class Shelf:
    """Names as lists of terms; ``best`` are those that may score highest, before they are compared in full."""

    def __init__(self, names: Sequence[Sequence[Term]], weights: Weights) -> None:
        self._weights = weights
        self._bits = np.array([sum(term.bits for term in terms if not term.extra) for terms in names], np.float32)
        by_text: defaultdict[str, list[int]] = defaultdict(list)
        by_idea: defaultdict[str, list[int]] = defaultdict(list)
        for number, terms in enumerate(names):
            for term in terms:
                by_text[term.text].append(number)
                for idea in term.ideas:
                    by_idea[idea].append(number)
        self._sounds = Sounds(form(text) for text in by_text)
        self._by_text = [np.unique(np.array(numbers, np.int32)) for numbers in by_text.values()]
        self._by_idea = {idea: np.unique(np.array(numbers, np.int32)) for idea, numbers in by_idea.items()}
        self._near: Memo[_Near] = Memo(self._names_near)

    def best(self, terms: Sequence[Term], most: int, least: float) -> list[int]:
        """Numbers of at most ``most`` names whose score may reach ``least``, the likeliest first."""
        matched = np.zeros(len(self._bits), np.float32)
        touched: list[NDArray[np.int32]] = []
        whole = 0.0
        for term in terms:
            whole += 0.0 if term.extra else term.bits
            for near in (self._near[term.text], *(self._with_idea(idea) for idea in term.ideas)):
                matched[near.names] += near.fits * np.float32(term.bits)
                touched.append(near.names)
        if not touched:
            return []
        names = np.unique(np.concatenate(touched))
        got = np.minimum(matched[names], np.minimum(self._bits[names], whole))
        left, its_left = whole - got, self._bits[names] - got
        both = np.minimum(left, its_left)
        weights = self._weights
        lost = weights.conflict * 0.5 * both + weights.surplus * 0.5 * (left + its_left - 2 * both)
        scores = got / (got + lost + 1e-6) / (1 + np.exp((weights.enough - got) / weights.slope))
        likely = np.flatnonzero(scores >= least)
        if len(likely) > most:
            likely = likely[np.argpartition(-scores[likely], most)[:most]]
        return [int(names[i]) for i in likely[np.argsort(-scores[likely], kind="stable")]]

    def _with_idea(self, idea: str) -> _Near:
        names = self._by_idea.get(idea)
        if names is None:
            return _Near(np.empty(0, np.int32), np.empty(0, np.float32))
        return _Near(names, np.ones(len(names), np.float32))

    def _names_near(self, text: str) -> _Near:
        near = sorted(self._sounds.near(form(text)), key=lambda one: -one[1])
        if not near:
            return _Near(np.empty(0, np.int32), np.empty(0, np.float32))
        names = np.concatenate([self._by_text[number] for number, _ in near])
        fits = np.concatenate([np.full(len(self._by_text[number]), value, np.float32) for number, value in near])
        # The best fit comes first, and np.unique keeps the first of equals.
        names, first = np.unique(names, return_index=True)
        return _Near(names, fits[first])
