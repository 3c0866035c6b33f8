"""How well two words fit each other as spellings of one name, from 0 to 1."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import JaroWinkler

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.memo import Memo
from .forms import VOWELS, Form
from .letters import letters
from .matching import FITS
from .spelling import STRANGE, likelihood

# Beyond this cost two spellings are held for two names; half of it still fits by more than a half.
_MIDDLE, _SLOPE = 7.0, 1.0
_PER_LETTER, _HOPELESS = 0.45, 20.0
# Of a cost that is of vowels only, or of letters that sound alike, this share counts.
_SAME_CONSONANTS = 0.8
# Two common names that differ in a vowel fit one another by so much of what their letters fit.
_OTHER_NAME = 0.5
# What one unlike letter costs between two Arabic spellings, on the scale of the logarithms of spelling.tsv.
_UNLIKE = 9.0
_VOWEL, _FIRST_VOWEL, _DOUBLE = 0.15, 0.3, 0.1
# Latin spellings of one name may be alike where the model knows neither: typing errors, names of other languages.
_ALIKE_FROM = 0.9


Fits = Callable[[Form, Sequence[Form]], Sequence[float]]


def fit(one: Form, other: Form) -> float:
    """How well two words fit each other: 1 for the same letters, over a half where both may well spell one name."""
    if one.text == other.text:
        return 1.0
    value = _fit(one, other)
    if value >= FITS and _told_apart(one.text, other.text):
        value *= _OTHER_NAME
    return value


def fits(one: Form, others: Sequence[Form]) -> list[float]:
    """How well a word fits each of some others."""
    return [fit(one, other) for other in others]


def _fit(one: Form, other: Form) -> float:
    length = max(one.length, other.length)
    if one.is_latin and other.is_latin:
        cost = min(_pivoted(one, other, length), _pivoted(other, one, length))
        alike = JaroWinkler.similarity(one.text, other.text)
        return max(_scaled(cost, length), 0.9 * alike if alike > _ALIKE_FROM else 0.0)
    if one.is_latin or other.is_latin:
        latin, arabic = (one, other) if one.is_latin else (other, one)
        share = _SAME_CONSONANTS if one.keys[0] == other.keys[0] and len(one.keys[0]) > 2 else 1.0
        most = _worst(length) / share
        if most <= STRANGE[-1] and arabic.letters & latin.strange[bisect_left(STRANGE, most)]:
            return 0.0
        least = latin.best - most
        return _scaled((latin.best - likelihood(latin.rows, arabic.text, least, latin.ahead)) * share, length)
    most = _worst(length) / _UNLIKE
    if most < 1 and (one.letters & other.strange[0] or other.letters & one.strange[0]):
        return 0.0
    return _scaled(_UNLIKE * _distance(one.text, other.text, most), length)


def _worst(length: int) -> float:
    """The cost at which a fit is no more than nearly a half."""
    return _MIDDLE + _PER_LETTER * (length - 5) + 0.1


def _told_apart(one: str, other: str) -> bool:
    names = _common_names()
    return one in names and other in names and names[one].isdisjoint(names[other])


@cache
def _common_names() -> dict[str, frozenset[int]]:
    """A spelling -> the lines of ``told_apart.yaml`` it stands in."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(read_yaml(files(__package__) / "told_apart.yaml", list[str])):
        for word in line.split():
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _scaled(cost: float, length: int) -> float:
    """A cost in natural logarithms as a fit; a longer name may cost a little more."""
    if cost <= 0:
        return 1.0
    if cost >= _HOPELESS:
        return 0.0
    middle = _MIDDLE + _PER_LETTER * (length - 5)
    return (1 + math.exp(-middle / _SLOPE)) / (1 + math.exp((cost - middle) / _SLOPE))


def _pivoted(one: Form, other: Form, length: int) -> float:
    """What it costs both Latin words to render one Arabic spelling of the first."""
    least = other.best - _worst(length)
    return min(less + other.best - likelihood(other.rows, arabic, least, other.ahead) for arabic, less in one.arabic)


@cache
def _unlike() -> dict[tuple[str, str], float]:
    out: dict[tuple[str, str], float] = {}
    for cost, pairs in letters().alike.items():
        for pair in pairs:
            a, b = pair[0], pair[1]
            out[a, b] = out[b, a] = cost
    return out


def _distance(one: str, other: str, most: float) -> float:
    """Edits from one Arabic spelling to the other, vowels nearly free: 1 for each letter that is another.

    Infinite where it is more than ``most``: no beginnings are followed up that cost more.
    """
    unlike, gaps = _unlike(), _gaps()[other]
    size = len(other)
    before = [math.inf] * (size + 1)
    before[0] = 0.0
    first = last = 0
    while last < size and (cost := before[last] + gaps[last]) <= most:
        last += 1
        before[last] = cost
    for a, gap in zip(one, _gaps()[one], strict=True):
        now = [math.inf] * (size + 1)
        left, start, reached = math.inf, -1, last + 1
        for j in range(first, size + 1):
            best = before[j] + gap
            if j:
                b = other[j - 1]
                value = before[j - 1] if a == b else before[j - 1] + unlike.get((a, b), 1.0)
                if value < best:
                    best = value
                value = left + gaps[j - 1]
                if value < best:
                    best = value
            if best <= most:
                now[j] = left = best
                last = j
                if start < 0:
                    start = j
            elif j >= reached:
                break
            else:
                left = math.inf
        if start < 0:
            return math.inf
        first, before = start, now
    return before[size]


@cache
def _gaps() -> Memo[tuple[float, ...]]:
    """An Arabic word -> what it costs to leave out each of its letters."""
    return Memo(lambda word: tuple(map(_gap, word, ("", *word))))


def _gap(letter: str, previous: str) -> float:
    if letter in VOWELS:
        return _VOWEL if previous else _FIRST_VOWEL
    return _DOUBLE if letter == previous else 1.0
