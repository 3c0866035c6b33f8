"""One word of a name in its two guises: as Latin letters with what they may render, or as Arabic letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from ...languages.arabic.memo import Memo
from .letters import letters
from .spelling import Row, bits_of, prospects, renderings, spelling

VOWELS = "اويه"
_RENDERINGS = 3
# A rendering this much less likely than the best is no guise of the word (in natural logarithms).
_WORST = 4.0
_MOST_SKELETONS = 7


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word's letters, and what it takes to compare them.

    ``is_latin`` says that it was written in Latin or Cyrillic letters; ``rows`` is empty where it was not; ``arabic`` are its
    likeliest Arabic spellings with how much less likely each is than the first, in natural logarithms; ``length`` is that
    of the first one and ``best`` the logarithm of its probability; ``skeletons`` are the classes of consonants that any of the
    spellings may have, ``keys`` their consonants by :func:`rarity_key`; ``ahead`` the prospects of the rows; ``letters`` are
    those of an Arabic word as bits, ``strange`` those that a Latin one hardly stands for (:meth:`Spelling.strange`), or
    consonants that are like none of an Arabic one.
    """

    text: str
    is_latin: bool
    length: int
    rows: tuple[Row, ...]
    arabic: tuple[tuple[str, float], ...]
    best: float
    skeletons: tuple[str, ...]
    keys: tuple[str, ...]
    ahead: tuple[float, ...]
    letters: int
    strange: tuple[int, ...]


def form(text: str) -> Form:
    """The form of a word that consists of plain Latin or of plain Arabic letters."""
    return _forms()[text]


@cache
def _forms() -> Memo[Form]:
    return Memo(_form)


def _form(text: str) -> Form:
    if text.isascii() or text[0] < "\u0600":
        rows = spelling().rows(text)
        found = renderings(rows, _RENDERINGS)
        best = found[0][1]
        near = tuple((arabic, best - chance) for arabic, chance in found if best - chance < _WORST)
    else:
        rows, near, best = (), ((text, 0.0),), 0.0
    skeletons = dict.fromkeys(one for arabic, _ in near for one in skeletons_of(arabic))
    if "sh" in text and rows:
        skeletons |= dict.fromkeys(one.replace("C", "SH") for one in tuple(skeletons)[:1])
    return Form(
        text,
        bool(rows),
        len(near[0][0]),
        rows,
        near,
        best,
        tuple(skeletons)[:_MOST_SKELETONS],
        tuple(dict.fromkeys(rarity_key(arabic) for arabic, _ in near)),
        prospects(rows),
        0 if rows else bits_of(text),
        spelling().strange(text) if rows else (_unlike(text),),
    )


def _unlike(arabic: str) -> int:
    """The consonants, as bits, that are like none of a word's letters."""
    like = _like()
    return ~reduce(or_, [like.get(letter, 0) for letter in arabic], bits_of(VOWELS + arabic))


@cache
def _like() -> dict[str, int]:
    """A letter -> those that are like it, as bits."""
    pairs = [pair for pairs in letters().alike.values() for pair in pairs]
    return {letter: bits_of("".join(pair for pair in pairs if letter in pair)) for pair in pairs for letter in pair}


@cache
def _classes() -> dict[str, str]:
    return letters().classes


def skeletons_of(arabic: str) -> list[str]:
    """The classes of the consonants of an Arabic spelling, doubled ones once: one skeleton for each way to read ذ, ظ and ث."""
    classes = _classes()
    found = [""]
    for letter in arabic.rstrip("ه"):
        options = classes.get(letter, "")
        if options:
            found = [one if one.endswith(option) else one + option for one in found for option in options][:4]
    return found


_SAME = str.maketrans(dict(zip("هطصثقذظض", "حتسسكززز", strict=True)) | dict.fromkeys("اويع"))
_DOUBLED = re.compile(r"(.)\1+")


def rarity_key(arabic: str) -> str:
    """What spellings of one name mostly share, finer than a skeleton: its letters but vowels, ع and a last ه, few of them told
    apart."""
    return _DOUBLED.sub(r"\1", arabic.rstrip("ه").translate(_SAME)) or arabic
