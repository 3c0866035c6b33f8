"""Letters of four scripts, brought to two: plain Latin and plain Arabic ones."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.memo import Memo

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_CYRILLIC = re.compile("[\u0400-\u052f]")


class Letters(BaseModel):
    """The tables of ``letters.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    latin: dict[str, str]
    kept: str
    cyrillic: dict[str, str]
    between_vowels: dict[str, str]
    arabic: dict[str, str]
    classes: dict[str, str]
    possible: dict[str, tuple[str, ...]]
    alike: dict[float, tuple[str, ...]]


@cache
def letters() -> Letters:
    """The shipped tables."""
    return read_yaml(files(__package__) / "letters.yaml", Letters)


def is_arabic(text: str) -> bool:
    """Whether any letter is of the Arabic script: Arabic, Persian, Urdu, Pashto."""
    return _ARABIC.search(text) is not None


def to_latin(word: str) -> str:
    """Lower-case Latin letters of a word in Latin or Cyrillic letters; apostrophes and marks are gone."""
    return _latin()[word]


def to_arabic(word: str) -> str:
    """A word in Arabic script in plain Arabic letters, without hamza, marks and tatweel."""
    return _arabic()[word]


@cache
def _latin() -> Memo[str]:
    table, kept = letters().latin | letters().cyrillic, frozenset(letters().kept)

    def plain(letter: str) -> str:
        if letter in kept or (letter.isascii() and letter.isalpha()):
            return letter
        if letter in table:
            return table[letter]
        bare = unicodedata.normalize("NFKD", letter)[0]
        return table.get(bare, bare if bare.isascii() and bare.isalnum() else "")

    def whole(word: str) -> str:
        even = unicodedata.normalize("NFC", word.lower())
        if _CYRILLIC.search(even):
            for written, meant in letters().between_vowels.items():
                even = even.replace(written, meant)
        return "".join(known[one] for one in even)

    known = Memo(plain)
    return Memo(whole)


@cache
def _arabic() -> Memo[str]:
    table = str.maketrans(letters().arabic)

    def plain(word: str) -> str:
        even = unicodedata.normalize("NFKC", word).translate(table)
        return "".join(one for one in even if "\u0621" <= one <= "\u064a" and one != "\u0640")

    return Memo(plain)
