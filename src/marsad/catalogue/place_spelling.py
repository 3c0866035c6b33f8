"""How names of places are spelt across scripts: a key that spellings share, and an Arabic name made by rule."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ..codebook.yaml_file import read_yaml
from ..languages.arabic.letters import fold

_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0620-\u06d3]")
# What apostrophes and the like stand for is left out by many spellings: Ta'izz, Sana`a.
_MARKS = re.compile("['`´’‘ʼʻʿʾ\u0621\u0639ь ъ]".replace(" ", ""))


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    classes: dict[str, list[str]]
    opening: dict[str, list[str]]
    articles: list[str]
    turkish: dict[str, str]
    arabic: dict[str, str]
    cyrillic: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Rules:
    classes: dict[str, str]
    opening: dict[str, str]
    articles: frozenset[str]
    arabic: dict[str, str]
    cyrillic: dict[int, str]
    turkish: dict[int, str]
    groups: re.Pattern[str]
    letters: re.Pattern[str]


@cache
def _rules() -> _Rules:
    raw = read_yaml(files(__package__) / "place_spelling.yaml", _File)
    signs = {group: sign for sign, groups in raw.classes.items() for group in groups}
    return _Rules(
        signs,
        {letter: sign for sign, letters in raw.opening.items() for letter in letters},
        frozenset(raw.articles),
        raw.arabic,
        str.maketrans(raw.cyrillic),
        str.maketrans(raw.turkish),
        _longest_first(signs),
        _longest_first(raw.arabic),
    )


def _longest_first(groups: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, groups), key=lambda g: (-len(g), g))) + "|.", re.DOTALL)


def plain(name: str) -> str:
    """The name in small letters without accents; letters of Arabic script folded.

    >>> plain("Ta'izz"), plain("Suruç"), plain("أبو ظبي")
    ("ta'izz", 'suruc', 'ابو ظبي')
    """
    lower = name.lower()
    if not lower.isascii():
        kept = (c for c in unicodedata.normalize("NFD", lower) if unicodedata.category(c) != "Mn")
        lower = unicodedata.normalize("NFC", "".join(kept))
    return fold(lower)


def keys(name: str) -> tuple[str, ...]:
    """The consonants of a name by their sound, article and vowels left out, one key for each way to read its first letter;
    none for a name without letters.

    >>> keys("دوشنبه"), keys("Dushanbe"), keys("Душанбе"), keys("Vahdat"), keys("وحدات")
    (('dcnb',), ('dcnb',), ('dcnb',), ('fxdt', 'wxdt'), ('wxdt',))
    """
    rules = _rules()
    words = [
        _article_off(w, rules) for w in _WORD.findall(_MARKS.sub("", plain(name.lower().translate(rules.turkish))))
    ]
    words = [w for w in words if w] or words
    if not words:
        return ()
    whole = "".join(_signs(w, rules) for w in words)
    found = {_single(whole)} if whole else set()
    if (opening := rules.opening.get(words[0][:1])) is not None:
        found.add(_single(opening + _signs(words[0][1:], rules) + "".join(_signs(w, rules) for w in words[1:])))
    return tuple(sorted(found)) or ("_" + words[0][:3],)


def _article_off(word: str, rules: _Rules) -> str:
    if word.startswith("ال") and len(word) > 4:
        return word[2:]
    return "" if word in rules.articles else word


def _signs(word: str, rules: _Rules) -> str:
    # a final ha is how Arabic and Persian write a final vowel, and Latin its sign
    if len(word) > 2 and word[-1] in "هh" and word[-2:] not in ("sh", "th", "kh", "gh", "ch", "dh", "zh"):
        word = word[:-1]
    return "".join(rules.classes.get(m[0], "") for m in rules.groups.finditer(word))


def _single(signs: str) -> str:
    return re.sub(r"(.)\1+", r"\1", signs)


def is_arabic(name: str) -> bool:
    """Whether a name is written in Arabic script."""
    return _ARABIC.search(name) is not None


def arabic_by_rule(name: str) -> str:
    """A Latin or Cyrillic name written in Arabic letters by rule: no spelling that anyone uses, but one to read it by.

    >>> arabic_by_rule("Gwoza"), arabic_by_rule("Шаҳринав"), arabic_by_rule("Al Khalidiyah")
    ('غووزا', 'شاهريناف', 'الخاليديا')
    """
    rules = _rules()
    lower = plain(_MARKS.sub("", name.lower().translate(rules.cyrillic).translate(rules.turkish)))
    words, article = [], ""
    for word in _WORD.findall(lower):
        if word in rules.articles:
            article = "ال"
            continue
        word = re.sub(r"([^\W\d_])\1+", r"\1", word)
        if len(word) > 3 and word.endswith("ah"):
            word = word[:-1]
        spelt = "".join(rules.arabic.get(m[0], "") for m in rules.letters.finditer(word))
        spelt = ("ا" + spelt) if word[0] in "e" else spelt
        words.append(article + spelt)
        article = ""
    return " ".join(w for w in words if w)
