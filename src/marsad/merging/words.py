"""The words of a telling, and what it is worth to have one of them in common."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from marsad.catalogue.book import load as catalogue
from marsad.codebook.yaml_file import read_yaml
from marsad.extracting.events.cues import readings
from marsad.languages.arabic.clitics import bare
from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.particles import particles

from .weights import weights

_SHORTEST = 3


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    within: tuple[str, ...]
    sides: tuple[str, ...]
    joined_articles: tuple[str, ...]


@cache
def _lists() -> _File:
    """The lists of ``words.yaml``, folded; CodebookError where the file does not fit."""
    raw = read_yaml(files(__package__) / "words.yaml", _File)
    return raw.model_copy(update={name: tuple(map(fold, words)) for name, words in raw})


@lru_cache(maxsize=20_000)
def content_words(text: str) -> frozenset[str]:
    """The words of ``text`` that are no particles: folded, without article and what is joined to the article."""
    return frozenset(forms(text))


def forms(text: str) -> Iterator[str]:
    """The same in the order of the text, repeated ones too."""
    joined_articles = _lists().joined_articles
    for raw in fold(text).split():
        word = "".join(letter for letter in raw if letter.isalnum())
        if word in particles().all:
            continue
        if word.startswith(joined_articles):
            word = word[1:]
        elif word.startswith("لل"):
            word = "ال" + word[2:]
        core = bare(word)
        if len(core) >= _SHORTEST:
            yield core


@lru_cache(maxsize=20_000)
def names_of_places(text: str) -> frozenset[str]:
    """Names of towns and quarters, whether a gazetteer has them or not, by the words around them.

    That is the word after "town", "quarter", "village" and their like, and the one between "in" and "north of", "in the south of"
    and their like.  Words that newswire often uses are no such names.
    """
    words = fold(text).split()
    kinds = catalogue().place_words
    found = [follower for word, follower in pairwise(words) if word in kinds or _without_proclitics(word) in kinds]
    found += [
        name
        for before, name, side in zip(words, words[1:], words[2:], strict=False)
        if before in _lists().within and _without_proclitics(side).removesuffix("ي") in _lists().sides
    ]
    named = (
        word for word in found if not _describes(word) and _without_proclitics(word) not in catalogue().place_words
    )
    return frozenset(name for word in named for name in forms(word) if rarity(name) >= weights().name_of_place)


def _describes(word: str) -> bool:
    """Whether a folded word after "town" is no name but says what the town is like, or what happened in it: تركية, انفجار."""
    return (word.endswith("يه") and not word.startswith("ال")) or bool(readings(word))


def _without_proclitics(word: str) -> str:
    return word.lstrip("وفبل") if len(word) > _SHORTEST + 1 else word


def likeness_of_words(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 to 1: the cosine of two sets of words weighted by how rare each is in news."""
    if not one or not other:
        return 0.0
    return _sum_of_bits(one & other) / math.sqrt(_bits(one) * _bits(other))


def rarity(word: str) -> float:
    """How much a word tells, in bits: how rare sentences with it are in newswire."""
    table, rarest = _table()
    return table.get(word, rarest)


def _sum_of_bits(words: Iterable[str]) -> float:
    # Exact whatever the order, which is another in each process.
    return math.fsum(rarity(word) ** 2 for word in words)


_bits = lru_cache(maxsize=20_000)(_sum_of_bits)


@cache
def _table() -> tuple[dict[str, float], float]:
    """The words of ``rarity.tsv`` and the bits of those it has not: one more than the rarest."""
    rows = (line.split("\t") for line in (files(__package__) / "rarity.tsv").read_text("utf-8").splitlines())
    table = {word: float(bits) for word, bits in rows}
    return table, max(table.values()) + 1
