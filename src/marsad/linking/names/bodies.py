"""Whether two names may be one group's or organization's: words that mean the same or sound the same, weighed by rarity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.memo import Memo
from . import sounds
from .comparison import Comparison, PartScore
from .forms import Form, form
from .letters import is_arabic, to_arabic, to_latin
from .matching import Reading, Weights, paired
from .shelf import Term
from .sounds import Fits

WEIGHTS = Weights(conflict=1.0, surplus=0.35, enough=6.0, slope=2.0)
# Bits that a word tells: one that many bodies share, one that some do, and one that no list holds.
_COMMON, _IDEA, _OTHER = 2.0, 8.0, 11.0
_WORD = re.compile(r"[^\W_]+(?:['’‘`ʿʾ\u064b-\u065f\u0670\u0640\u200c]+[^\W_]+)*", re.UNICODE)
_PREFIXES = ("وال", "بال", "لل", "ال", "و", "ب", "ل")


class Idea(BaseModel):
    """The words of one idea by language, set apart by spaces."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ar: str
    en: str
    ru: str


class Lexicon(BaseModel):
    """``lexicon.yaml``: ideas that many names share, further ideas, and words that tell nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    common: dict[str, Idea]
    ideas: dict[str, Idea]
    empty: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a body's name: as written, its letters, the ideas it may stand for, and how much it tells in bits."""

    written: str
    stem: Form
    ideas: frozenset[str]
    bits: float


@cache
def _lexicon() -> Lexicon:
    return read_yaml(files(__package__) / "lexicon.yaml", Lexicon)


@cache
def _ideas() -> dict[str, frozenset[str]]:
    """A plain word -> the ideas it may stand for."""
    found: dict[str, set[str]] = {}
    for name, idea in (_lexicon().common | _lexicon().ideas).items():
        for word in f"{idea.ar} {idea.en} {idea.ru}".split():
            found.setdefault(_plain(word), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _empty() -> frozenset[str]:
    return frozenset(_plain(word) for word in _lexicon().empty.split())


def _plain(word: str) -> str:
    return to_arabic(word) if is_arabic(word) else to_latin(word)


def words_of(name: str) -> tuple[Word, ...]:
    """The telling words of a body's name, in the order they are written."""
    return _names()[name]


@cache
def _names() -> Memo[tuple[Word, ...]]:
    return Memo(_words)


def _words(name: str) -> tuple[Word, ...]:
    found = [(word, _plain(word)) for word in _WORD.findall(name)]
    return tuple(_word(written, plain) for written, plain in found if plain and plain not in _empty())


def _word(written: str, plain: str) -> Word:
    known = _ideas()
    stem = plain
    if plain not in known and plain[0] >= "\u0600":
        for prefix in _PREFIXES:
            rest = plain.removeprefix(prefix)
            if rest != plain and len(rest) > 2 and (rest in known or prefix in ("ال", "وال")):
                stem = rest
                break
    ideas = ideas_of(stem)
    bits = _OTHER if not ideas else _COMMON if not ideas.isdisjoint(_lexicon().common) else _IDEA
    return Word(written, form(stem), ideas, bits)


def compare_bodies(query: str, name: str) -> Comparison:
    """Compare two names of groups or organizations, in any scripts and translated or not.

    The score, 0 to 1, says how likely both name one body, as far as names can tell.
    """
    mine, its = words_of(query), words_of(name)
    reading = read(mine, its)
    return Comparison(reading.score, partial(explained, mine, its, reading))


def terms(words: Sequence[Word]) -> list[Term]:
    """What a name is found by: its words."""
    return [Term(word.stem.text, word.bits) for word in words]


def ideas_of(stem: str) -> frozenset[str]:
    """The ideas that a word may stand for, if any."""
    return _ideas().get(stem, frozenset())


def fits(one: Form, others: Sequence[Form]) -> list[float]:
    """How well a word fits each of some others: fully where they mean the same, by their letters where one means nothing."""
    mine = ideas_of(one.text)
    if not mine:
        return sounds.fits(one, others)
    return [
        (0.0 if mine.isdisjoint(its) else 1.0) if (its := ideas_of(other.text)) else sounds.fit(one, other)
        for other in others
    ]


def read(mine: Sequence[Word], its: Sequence[Word], fits: Fits = fits) -> Reading:
    """Lay two names beside each other and score them; ``fits`` says how well words fit."""
    stems = [word.stem for word in its]
    pairs = paired([fits(word.stem, stems) for word in mine], [word.bits for word in mine])
    matched, left, its_left = 0.0, sum([word.bits for word in mine]), sum([word.bits for word in its])
    for i, j, value in pairs:
        bits, its_bits = mine[i].bits, its[j].bits
        matched += value * min(bits, its_bits)
        left -= bits
        its_left -= its_bits
    return Reading(WEIGHTS.score(matched, left, its_left), tuple(sorted(pairs)))


def explained(mine: Sequence[Word], its: Sequence[Word], reading: Reading) -> tuple[PartScore, ...]:
    """What a reader sees of a reading: a score for each pair of words, and the words that only one name has."""
    out = [PartScore(_name(mine[i], its[j]), fits, mine[i].written, its[j].written) for i, j, fits in reading.pairs]
    rows, columns = {i for i, _, _ in reading.pairs}, {j for _, j, _ in reading.pairs}
    out += [PartScore("word", 0.0, word.written, None) for i, word in enumerate(mine) if i not in rows]
    out += [PartScore("word", 0.0, None, word.written) for j, word in enumerate(its) if j not in columns]
    return tuple(out)


def _name(one: Word, other: Word) -> str:
    return f"word for {min(shared)}" if (shared := one.ideas & other.ideas) else "word"
