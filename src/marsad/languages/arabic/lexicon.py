"""What the bare form of a word tells: verbs that end a phrase, words that only look as if they bore a proclitic."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from ...errors import CodebookError
from .clitics import bare
from .letters import fold
from .particles import particles
from .verbs import Form, conjugate

_ENDINGS = (
    "ا",
    "ان",
    "ين",
    "ون",
    "ات",
    "ه",
    "ها",
    "هم",
    "هما",
    "نا",
    "ي",
    "يه",
    "يا",
    "تين",
    "تان",
    "ته",
    "تها",
    "تهم",
)
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
_SHORT_WITH_PRONOUN = frozenset(letter + pronoun for letter in "بل" for pronoun in _PRONOUNS)
_ENDINGS_BY_LAST = {last: tuple(e for e in _ENDINGS if e[-1] == last) for last in {e[-1] for e in _ENDINGS}}


def _load(name: str) -> Any:
    return yaml.load(files(__package__).joinpath(name).read_text("utf-8"), Loader=yaml.CSafeLoader)


@cache
def common_verbs() -> dict[str, Form]:
    """Forms of the verbs of ``verbs.yaml``; CodebookError for an entry that is not one or two words."""
    out: dict[str, Form] = {}
    for entry in _load("verbs.yaml"):
        if not (isinstance(entry, list) and len(entry) in (1, 2) and all(isinstance(w, str) for w in entry)):
            raise CodebookError(f"not [perfect, imperfect]: {entry!r}", where="languages/arabic/verbs.yaml")
        for form in conjugate(*entry) if len(entry) == 2 else conjugate(None, *entry):
            out.setdefault(form.word, form)
    return out


def looks_nominal(form: Form) -> bool:
    """Whether an unvowelled verb form is as often a noun: قتل, تصاعد."""
    return (
        form.tense == "perfect"
        and not form.plural
        and not form.feminine
        and not form.object
        and (len(form.word) <= 3 or form.word[0] == "ت")
    )


@cache
def _whole_words() -> frozenset[str]:
    raw = _load("whole_words.yaml")
    if not isinstance(raw, dict):
        raise CodebookError("must map a letter to its words", where="languages/arabic/whole_words.yaml")
    return frozenset(fold(word) for words in raw.values() for word in words)


@cache
def nouns_in_ya() -> frozenset[str]:
    """Words that begin with ي and are no verb."""
    raw = _load("nouns_in_ya.yaml")
    if not (isinstance(raw, list) and all(isinstance(word, str) for word in raw)):
        raise CodebookError("must be a list of words", where="languages/arabic/nouns_in_ya.yaml")
    return frozenset(map(fold, raw))


@lru_cache(maxsize=16_384)
def is_whole(word: str) -> bool:
    """Whether the first letter of a folded word belongs to it (لبنان, وزير), and is no proclitic."""
    if word in particles().all:
        return True
    known = _whole_words()
    if word in known or word + "ه" in known:
        return True
    for ending in _ENDINGS_BY_LAST.get(word[-1:], ()):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            if stem in known or stem + "ه" in known:
                return True
    return False


@lru_cache(maxsize=16_384)
def proclitic(word: str) -> tuple[str, str]:
    """The proclitic chain that a folded word most likely bears, and the rest: ("ول", "التنظيم") for وللتنظيم.

    A first letter is taken for a proclitic where the rest starts with the article, or is long enough to be a word and the
    whole is not known to begin with that letter.
    """
    lead, rest = "", word
    if word[:1] in ("و", "ف") and word[1:] in particles().all and word not in particles().all:
        return word[0], word[1:]
    if len(rest) > 3 and rest[0] in "وف" and not is_whole(rest):
        lead, rest = rest[0], rest[1:]
    if len(rest) > 4 and rest.startswith("لل"):
        return lead + "ل", "ا" + rest[1:]
    if len(rest) > 3 and rest[0] in "بلك" and not is_whole(rest) and (rest[1:3] == "ال" or len(rest) > 4):
        return lead + rest[0], rest[1:]
    return lead, rest


@lru_cache(maxsize=16_384)
def resumes(word: str) -> bool:
    """Whether a folded word is a preposition with a pronoun, which takes up a noun and governs none: خلالها, منهم."""
    prepositions = particles().prepositions
    return (
        any(word.endswith(p) and word.removesuffix(p) in prepositions for p in _PRONOUNS) or word in _SHORT_WITH_PRONOUN
    )


@lru_cache(maxsize=16_384)
def base(word: str) -> str:
    """A folded word without proclitics and article."""
    return bare(proclitic(word)[1])
