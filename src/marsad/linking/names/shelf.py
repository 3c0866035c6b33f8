"""Names of one kind, and which of them share parts with a query, worked out for all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
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
    """The names that hold a word: how well it fits each, and what it tells there.

    The first ``joined`` names hold it as two joined, the others as one of their own.  A name comes again where it holds several
    such words: the last one counts.  ``best`` is the greatest fit.
    """

    names: NDArray[np.intp]
    fits: NDArray[np.float32]
    bits: NDArray[np.float32]
    joined: int
    best: float
    by_text: dict[str, float]


class _Postings:
    """The names that each of many words stands in, with the bits that it tells there."""

    def __init__(self, of_words: Sequence[dict[int, float]]) -> None:
        self._starts = [0, *accumulate(map(len, of_words))]
        self._names = np.array([name for names in of_words for name in names], np.intp)
        self._bits = np.array([bits for names in of_words for bits in names.values()], np.float32)

    def of(self, words: Sequence[int]) -> tuple[list[NDArray[np.intp]], list[NDArray[np.float32]], list[int]]:
        """The names of each word, the bits, and how many names."""
        slices = [slice(self._starts[word], self._starts[word + 1]) for word in words]
        return (
            [self._names[one] for one in slices],
            [self._bits[one] for one in slices],
            [one.stop - one.start for one in slices],
        )


class Shelf:
    """Names as lists of terms; ``best`` are those that may score highest, before they are compared in full.

    ``ideas`` says what a word may mean: words that mean the same fit fully, and not at all where both have other meanings.
    ``sure`` is the share of what is left over that a comparison in full takes off at least.
    """

    def __init__(self, names: Sequence[Sequence[Term]], weights: Weights, ideas: Ideas, sure: float) -> None:
        self._weights, self._ideas, self._sure = weights, ideas, sure
        self._bits = np.array([sum(term.bits for term in terms if not term.extra) for terms in names], np.float32)
        own: dict[str, dict[int, float]] = {}
        joined: dict[str, dict[int, float]] = {}
        for number, terms in enumerate(names):
            for term in terms:
                own.setdefault(term.text, {})
                (joined if term.extra else own).setdefault(term.text, {})[number] = term.bits
        self._sounds = Sounds(form(text) for text in own)
        self._own = _Postings(list(own.values()))
        self._joined = _Postings([joined.get(text, {}) for text in own])
        self._by_idea: dict[str, list[int]] = {}
        for word, text in enumerate(own):
            for idea in ideas(text):
                self._by_idea.setdefault(idea, []).append(word)
        self._near: Memo[_Near] = Memo(self._names_near)

    def best(self, terms: Sequence[Term], most: int, least: float) -> list[tuple[int, float]]:
        """At most ``most`` (number of a name, bound): names whose score may reach ``least``, the likeliest first.

        The bound is what the score would be if each word fitted whatever it fits best, and order and given names said nothing.
        """
        enough = self._weights.matched(least)
        found = [(term, near) for term in terms if len((near := self._near[term.text]).names)]
        if sum([term.bits * near.best for term, near in found]) < enough:
            return []
        whole = sum([term.bits for term in terms if not term.extra])
        matched, query, name = np.zeros((3, len(self._bits)), np.float32)
        for term, near in found:
            # Two joined words of a query are not matched with two joined ones of a name: they match one by one.
            start = near.joined if term.extra else 0
            if len(some := near.names[start:]):
                bits, its_bits = np.float32(term.bits), near.bits[start:]
                matched[some] += near.fits[start:] * np.minimum(its_bits, bits)
                query[some] += bits
                name[some] += its_bits
        names = np.flatnonzero(matched >= enough)
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
        return sorted(
            zip(names[likely].tolist(), bounds[likely].tolist(), strict=True), key=lambda one: (-one[1], one[0])
        )

    def fits(self, one: Form, others: Sequence[Form]) -> list[float]:
        """How well a word of a query fits some of the shelf's, as far as it was found near: else 0."""
        get = self._near[one.text].by_text.get
        return [get(other.text, 0.0) for other in others]

    def _names_near(self, text: str) -> _Near:
        found = self._words_near(text)
        if not found:
            return _NONE_NEAR
        # The least fit comes first, so that a name keeps the best of its words.
        words = sorted(found, key=found.__getitem__)
        joined, own = self._joined.of(words), self._own.of(words)
        fits = np.array([found[word] for word in words] * 2, np.float32)
        forms = self._sounds.forms
        return _Near(
            np.concatenate(joined[0] + own[0]),
            np.repeat(fits, joined[2] + own[2]),
            np.concatenate(joined[1] + own[1]),
            sum(joined[2]),
            found[words[-1]],
            {forms[word].text: value for word, value in found.items()},
        )

    def _words_near(self, text: str) -> dict[int, float]:
        """Numbers of the words that fit a word of a query, and how well."""
        found = dict(self._sounds.near(form(text)))
        if ideas := self._ideas(text):
            found = {word: value for word, value in found.items() if not self._ideas(self._sounds.forms[word].text)}
            found |= {word: 1.0 for idea in ideas for word in self._by_idea.get(idea, ())}
        return found


_NONE_NEAR = _Near(np.zeros(0, np.intp), np.zeros(0, np.float32), np.zeros(0, np.float32), 0, 0.0, {})
