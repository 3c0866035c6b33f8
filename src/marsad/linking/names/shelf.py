"""Names of one kind, and which of them share parts with a query, worked out for all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...languages.arabic.memo import Memo
from .forms import Form, form
from .matching import Weights
from .sounding import Sounds

Ideas = Callable[[str], frozenset[str]]


class Term(NamedTuple):
    """What a part of a name is found by: its letters, and the bits it tells.

    ``extra`` terms are further ways to find what others stand for, and add nothing to what a name tells.
    """

    text: str
    bits: float
    extra: bool = False


class _Near(NamedTuple):
    """The names that hold a word as one of their own, or as two joined: how well it fits each, and what it tells there."""

    own: NDArray[np.intp]
    own_fits: NDArray[np.float32]
    own_bits: NDArray[np.float32]
    joined: NDArray[np.intp]
    joined_fits: NDArray[np.float32]
    joined_bits: NDArray[np.float32]
    by_text: dict[str, float]


class _Postings(NamedTuple):
    """The names a word stands in, as one of their own and as two joined, with the bits that it tells there."""

    own: dict[int, float]
    joined: dict[int, float]


class Shelf:
    """Names as lists of terms; ``best`` are those that may score highest, before they are compared in full.

    ``ideas`` says what a word may mean: words that mean the same fit fully, and not at all where both have other meanings.
    ``sure`` is the share of what is left over that a comparison in full takes off at least.
    """

    def __init__(self, names: Sequence[Sequence[Term]], weights: Weights, ideas: Ideas, sure: float) -> None:
        self._weights, self._ideas, self._sure = weights, ideas, sure
        self._bits = np.array([sum(term.bits for term in terms if not term.extra) for terms in names], np.float32)
        by_text: defaultdict[str, _Postings] = defaultdict(lambda: _Postings({}, {}))
        for number, terms in enumerate(names):
            for term in terms:
                by_text[term.text][int(term.extra)][number] = term.bits
        self._sounds = Sounds(form(text) for text in by_text)
        self._postings = list(by_text.values())
        self._by_idea: dict[str, list[int]] = {}
        for word, text in enumerate(by_text):
            for idea in ideas(text):
                self._by_idea.setdefault(idea, []).append(word)
        self._near: Memo[_Near] = Memo(self._names_near)

    def best(self, terms: Sequence[Term], most: int, least: float) -> list[tuple[int, float]]:
        """At most ``most`` (number of a name, bound): names whose score may reach ``least``, the likeliest first.

        The bound is what the score would be if each word fitted whatever it fits best, and order and given names said nothing.
        """
        matched, query, name = np.zeros((3, len(self._bits)), np.float32)
        whole = 0.0
        for term in terms:
            bits = np.float32(term.bits)
            near = self._near[term.text]
            if len(own := near.own):
                matched[own] += near.own_fits * np.minimum(near.own_bits, bits)
                query[own] += bits
                name[own] += near.own_bits
            if not term.extra:
                # Two joined words of a query are not matched with two joined ones of a name: they match one by one.
                if len(joined := near.joined):
                    matched[joined] += near.joined_fits * np.minimum(near.joined_bits, bits)
                    query[joined] += bits
                    name[joined] += near.joined_bits
                whole += term.bits
        names = np.flatnonzero(matched >= self._weights.matched(least))
        if not len(names):
            return []
        its, got = self._bits[names], matched[names]
        left, its_left = np.maximum(whole - query[names], 0), np.maximum(its - name[names], 0)
        both = np.minimum(left, its_left)
        weights = self._weights
        lost = self._sure * (weights.conflict * both + weights.surplus * (left + its_left - 2 * both))
        bounds = got / (got + lost) / (1 + np.exp((weights.enough - got) / weights.slope))
        likely = np.flatnonzero(bounds >= least)
        if len(likely) > most:
            likely = likely[np.argpartition(-bounds[likely], most)[:most]]
        found = list(zip(names[likely].tolist(), bounds[likely].tolist(), strict=True))
        found.sort(key=lambda one: (-one[1], one[0]))
        return found

    def fits(self, one: Form, others: Sequence[Form]) -> list[float]:
        """How well a word of a query fits some of the shelf's, as far as it was found near: else 0."""
        get = self._near[one.text].by_text.get
        return [get(other.text, 0.0) for other in others]

    def _names_near(self, text: str) -> _Near:
        found = self._words_near(text)
        # The least fit comes first, so that a name keeps the best of its words.
        near = sorted(found.items(), key=lambda one: one[1])
        own = {name: (value, bits) for word, value in near for name, bits in self._postings[word].own.items()}
        joined = {
            name: (value, bits)
            for word, value in near
            for name, bits in self._postings[word].joined.items()
            if name not in own
        }
        forms = self._sounds.forms
        return _Near(*_arrays(own), *_arrays(joined), {forms[word].text: value for word, value in near})

    def _words_near(self, text: str) -> dict[int, float]:
        """Numbers of the words that fit a word of a query, and how well."""
        found = dict(self._sounds.near(form(text)))
        if ideas := self._ideas(text):
            found = {word: value for word, value in found.items() if not self._ideas(self._sounds.forms[word].text)}
            found |= {word: 1.0 for idea in ideas for word in self._by_idea.get(idea, ())}
        return found


def _arrays(fits: dict[int, tuple[float, float]]) -> tuple[NDArray[np.intp], NDArray[np.float32], NDArray[np.float32]]:
    values = np.array(list(fits.values()), np.float32).reshape(-1, 2)
    return np.array(list(fits), np.intp), np.ascontiguousarray(values[:, 0]), np.ascontiguousarray(values[:, 1])
