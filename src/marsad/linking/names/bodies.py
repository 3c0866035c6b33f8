"""Whether two names may be one group's or organization's: words that mean the same or sound the same, weighed by rarity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.memo import Memo
from .comparison import Comparison, PartScore, verdict
from .forms import Form, form
from .letters import is_arabic, to_arabic, to_latin
from .matching import FITS, Reading, Weights, paired
from .shelf import Term
from .sounds import Sound, fit

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
    ideas = known.get(stem, frozenset())
    bits = _OTHER if not ideas else _COMMON if not ideas.isdisjoint(_lexicon().common) else _IDEA
    return Word(written, form(stem), ideas, bits)


def compare_bodies(query: str, name: str) -> Comparison:
    """Compare two names of groups or organizations, in any scripts and translated or not.

    The score, 0 to 1, says how likely both name one body, as far as names can tell.
    """
    mine, its = words_of(query), words_of(name)
    return explained(mine, its, read(mine, its))


def terms(words: Sequence[Word]) -> list[Term]:
    """What a name is found by: the letters of its words, and their ideas."""
    return [Term(word.stem.text, word.bits, word.ideas) for word in words]


def read(mine: Sequence[Word], its: Sequence[Word], sound: Sound = fit) -> Reading:
    """Lay two names beside each other and score them; ``sound`` says how well two words fit by their letters."""
    pairs = paired([[_fit(one, other, sound) for other in its] for one in mine], [one.bits for one in mine])
    rows, columns = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    matched = sum(fits * min(mine[i].bits, its[j].bits) for i, j, fits in pairs)
    mine_left = sum(word.bits for i, word in enumerate(mine) if i not in rows)
    its_left = sum(word.bits for j, word in enumerate(its) if j not in columns)
    return Reading(WEIGHTS.score(matched, mine_left, its_left), tuple(sorted(pairs)))


def _fit(one: Word, other: Word, sound: Sound) -> float:
    if one.ideas and other.ideas:
        return 0.0 if one.ideas.isdisjoint(other.ideas) else 1.0
    value = sound(one.stem, other.stem)
    return value if value >= FITS else 0.0


def explained(mine: Sequence[Word], its: Sequence[Word], reading: Reading) -> Comparison:
    """What a reader sees of a reading: a score for each pair of words, and the words that only one name has."""
    out = [PartScore(_name(mine[i], its[j]), fits, mine[i].written, its[j].written) for i, j, fits in reading.pairs]
    rows, columns = {i for i, _, _ in reading.pairs}, {j for _, j, _ in reading.pairs}
    out += [PartScore("word", 0.0, word.written, None) for i, word in enumerate(mine) if i not in rows]
    out += [PartScore("word", 0.0, None, word.written) for j, word in enumerate(its) if j not in columns]
    return Comparison(reading.score, verdict(reading.score), tuple(out))


def _name(one: Word, other: Word) -> str:
    return f"word for {min(shared)}" if (shared := one.ideas & other.ideas) else "word"
