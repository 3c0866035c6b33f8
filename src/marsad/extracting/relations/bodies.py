"""Groups present in a place by their cells, camps and strongholds there: خلايا تابعة له داخل ..."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages.arabic.gates import WordGate
from ...languages.arabic.lexicon import base
from ...records import Entity
from ..document import Document
from ..phrases import noun_phrase
from .cues import party_words
from .parties import Parties, Range, is_a, last_group

_REACH = 6
_POSSESSIVES = ("ه", "ها", "هم")


def _body(word: str) -> str | None:
    """The pronoun on a word for cells or camps; empty where it bears none, None for any other word."""
    bodies, bare = party_words().bodies, base(word)
    if bare in bodies:
        return ""
    if not bare.endswith(_POSSESSIVES):
        return None
    return next((p for p in _POSSESSIVES if bare.endswith(p) and bare.removesuffix(p) in bodies), None)


@WordGate
def _is_body(word: str) -> bool:
    return _body(word) is not None


def find_bodies(doc: Document) -> Iterator[tuple[int, Parties]]:
    """Word and parties, group and place, wherever a body of a group is said to be within a place."""
    for word in doc.words.where(_is_body):
        pronoun = _body(doc.words.forms[word])
        if pronoun is None:
            continue
        last = doc.words.sentence_of(word).last
        owner, at = _owner(doc, word, last) if not pronoun else (last_group(doc, word, 2), word + 1)
        if owner is None or (place := _place(doc, at, last)) is None:
            continue
        # Groups in general, somewhere, tell nothing: one of the two must have a name.
        if isinstance(owner, Entity) or doc.named(*owner) or doc.named(*place):
            yield word, Parties(owner, place)


def _owner(doc: Document, word: int, last: int) -> tuple[Range | Entity | None, int]:
    """Whose cells they are: a genitive, or what follows تابعة ل, and where to read on."""
    forms, words = doc.words.forms, party_words()
    direct = noun_phrase(doc, word + 1, last) if word + 1 < last and not doc.ends_clause(word + 1) else None
    if direct and is_a(doc, direct, "group") and not forms[word].startswith("ال"):
        return direct, direct[1]
    for at in range(word + 1, min(word + 4, last)):
        if forms[at].startswith(("تابع", "التابع")) and at + 1 < last:
            if forms[at + 1] in words.pronouns:
                return last_group(doc, word), at + 2
            inner = noun_phrase(doc, at + 2 if forms[at + 1] == "ل" else at + 1, last) if at + 2 < last else None
            return (inner, inner[1]) if inner and is_a(doc, inner, "group") else (None, at)
    return None, word


def _place(doc: Document, first: int, last: int) -> Range | None:
    forms = doc.words.forms
    for at in range(first, min(first + _REACH, last - 1)):
        if doc.ends_clause(at):
            return None
        if forms[at] in party_words().within:
            found = noun_phrase(doc, at + 1, last)
            return found if found and is_a(doc, found, "place") else None
    return None
