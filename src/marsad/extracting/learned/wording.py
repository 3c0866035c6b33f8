"""How a sentence is worded, weighed by a linear model over its words, pairs of words and stretches of letters.

The reader knows what words mean; this knows which words were there.  The two err on different sentences, so that together
they judge better than either.  Features are those of Wang and Manning, "Baselines and Bigrams" (ACL 2012), with stretches of
letters inside words for Arabic's prefixes and suffixes; nothing but hashes of them is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...encoder.arrays import Floats
from ...encoder.files import model_file

FILE = "wording.npz"
STRETCHES = range(2, 6)  # letters
LONGEST = 4096  # letters of a sentence that are looked at

Hashes = npt.NDArray[np.uint32]

_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse among 64-bit integers
_SPACE = ord(" ")
_OF_WORDS, _OF_LETTERS = 0x5851F42D4C957F2D, 0x14057B7EF767814F


class Wording(NamedTuple):
    """The model: ``hashes`` sorted, the rarity (idf) of each, ``weights`` (types, hashes) and ``bias`` (types)."""

    hashes: Hashes
    rarity: Floats
    weights: Floats
    bias: Floats


def features(forms: Sequence[str]) -> tuple[Hashes, Hashes]:
    """Hashes of the words and pairs of words, and of the stretches of letters, of a sentence's folded words; with repeats."""
    line = " " + " ".join(forms) + " "
    letters = np.frombuffer(line[:LONGEST].encode("utf-32-le"), np.uint32)
    gaps = np.flatnonzero(letters == _SPACE)
    starts, ends = gaps[:-1] + 1, gaps[1:]
    hashed = _Hashed(letters)
    words = hashed.of(np.concatenate([starts, starts[:-1]]), np.concatenate([ends, ends[1:]]), _OF_WORDS)
    inner = np.concatenate([[0], np.cumsum(letters == _SPACE)])
    first, last = [], []
    for length in STRETCHES:
        every = np.arange(len(letters) - length + 1)
        # A gap may begin or end a stretch, so that it tells the edge of a word, but not stand inside.
        whole = every[inner[every + length - 1] == inner[every + 1]]
        first.append(whole)
        last.append(whole + length)
    return words, hashed.of(np.concatenate(first), np.concatenate(last), _OF_LETTERS)


class _Hashed:
    """Hashes of any stretches of a line, from sums over it: the same letters have the same hash wherever they stand."""

    def __init__(self, letters: npt.NDArray[np.uint32]) -> None:
        self.sums = np.concatenate([[np.uint64(0)], np.cumsum(letters * _powers()[0][: len(letters)], dtype=np.uint64)])

    def of(self, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], family: int) -> Hashes:
        """The hashes of ``starts`` up to ``ends``, other ones for each family of features."""
        alike = (self.sums[ends] - self.sums[starts]) * _powers()[1][starts]
        mixed = (alike ^ np.uint64(family)) * np.uint64(_BASE)
        mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(_BASE)
        return np.asarray(mixed >> np.uint64(32), np.uint32)


@cache
def _powers() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Powers of the base, and of its inverse, modulo 2 to the 64."""
    inverse = pow(_BASE, -1, 1 << 64)
    up = np.cumprod(np.full(LONGEST, _BASE, np.uint64), dtype=np.uint64)
    down = np.cumprod(np.full(LONGEST, inverse, np.uint64), dtype=np.uint64)
    return up, down


def weighed(hashes: Hashes, known: Hashes, rarity: Floats) -> tuple[npt.NDArray[np.int64], Floats]:
    """The columns of a family's features that are known, and their values: (1 + ln count) × rarity, together of length 1."""
    found, counts = np.unique(hashes, return_counts=True)
    at = np.minimum(np.searchsorted(known, found), len(known) - 1)
    there = known[at] == found
    columns = at[there]
    values = (1 + np.log(counts[there])) * rarity[columns]
    return columns, np.asarray(values / max(float(np.linalg.norm(values)), 1e-9), np.float32)


def wording(forms: Sequence[str]) -> Floats:
    """The log odds, by event type, that a sentence of these folded words tells of an event."""
    model = _model()
    out = model.bias.copy()
    for family in features(forms):
        columns, values = weighed(family, model.hashes, model.rarity)
        out += model.weights[:, columns] @ values
    return out


@cache
def _model() -> Wording:
    with np.load(model_file(FILE)) as kept:
        hashes, *others = (kept[name] for name in Wording._fields)
        return Wording(hashes, *(np.asarray(array, np.float32) for array in others))
