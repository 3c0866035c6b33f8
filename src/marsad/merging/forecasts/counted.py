"""What a forecast speaks of that can be counted, and which way it points, by counted.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, PositiveInt

from marsad.codebook.yaml_file import read_yaml
from marsad.extracting.outlook.details import points
from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.verbs import conjugate
from marsad.languages.arabic.words import Words
from marsad.records import Direction

from .phrases import Phrases
from .types import Counted

Noun = tuple[int, int, str]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Type(_Shape):
    type: str
    nouns: tuple[str, ...]


class CountedRules(_Shape):
    """The nouns of counted.yaml by type of event, and what keeps them from being what rises or falls."""

    reach: PositiveInt
    breaks: frozenset[str]
    against: frozenset[str]
    changing: tuple[tuple[str, str], ...]
    negations: frozenset[str]
    types: tuple[_Type, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What is to rise or fall, which way, and whether the verb is negated."""

    counted: Counted | None
    direction: Direction | None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class _Index:
    reach: int
    breaks: frozenset[str]
    against: frozenset[str]
    changing: frozenset[str]
    negations: frozenset[str]
    nouns: Phrases[str]


@cache
def counted_rules() -> CountedRules:
    """Read once; CodebookError where the file misses a rule or holds an unknown one."""
    return read_yaml(files(__package__) / "counted.yaml", CountedRules)


@cache
def _index() -> _Index:
    rules = counted_rules()
    return _Index(
        rules.reach,
        frozenset(map(fold, rules.breaks)),
        frozenset(map(fold, rules.against)),
        frozenset(form.word for pair in rules.changing for form in conjugate(*pair)),
        frozenset(map(fold, rules.negations)),
        Phrases([(noun, entry.type) for entry in rules.types for noun in entry.nouns], bare=True),
    )


def said_in(words: Words, first: int, last: int, way: Direction | None) -> Said:
    """What the words ``first`` up to, not including, ``last`` say will go which ``way``, as the claim has it.

    Of several countable nouns the one nearest to its word of rise or fall is taken.  Where the claim has no direction, the
    first is what the forecast speaks of.
    """
    forms, index = words.forms, _index()
    nouns = [noun for noun in index.nouns.find(forms, first, last) if not _against(forms, first, noun[0])]
    if way is None:
        return Said(_counted(words, nouns[0]) if nouns else None, None)
    turns = [word for word in range(first, last) if points(forms[word]) == way]
    pairs = [(gap, turn, noun) for turn in turns for noun in nouns if (gap := _gap(forms, turn, noun)) is not None]
    if not pairs:
        return Said(None, way)
    _, turn, noun = min(pairs)
    return Said(_counted(words, noun), way, negated=turn > first and forms[turn - 1] in index.negations)


def _gap(forms: list[str], turn: int, noun: Noun) -> int | None:
    """Words between a word of rise or fall and what rises or falls by it; None where it does not."""
    index = _index()
    if noun[0] > turn:
        between = forms[turn + 1 : noun[0]]
        return len(between) if len(between) <= index.reach and index.breaks.isdisjoint(between) else None
    verb = forms[turn].removeprefix("س")
    adjacent = turn - noun[1] <= 1 and index.breaks.isdisjoint(forms[noun[1] : turn])
    return turn - noun[1] if adjacent and verb not in index.changing else None


def _against(forms: list[str], first: int, noun: int) -> bool:
    before = forms[noun - 1] if noun > first else ""
    return before in _index().against or before.lstrip("ولب") in _index().against


def _counted(words: Words, noun: Noun) -> Counted:
    return Counted(type=noun[2], words=words.quote(noun[0], noun[1])[2])
