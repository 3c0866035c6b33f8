"""How the name of a place stands in a sentence: where something happens, beside it, or for something else."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..languages.arabic.lexicon import proclitic
from .document import Document
from .mentions.lexicon import Sort, lexicon
from .phrase_words import phrase_words

# Words before the name of a place among which its preposition stands.
_BACK = 4
# Words before one in which a longer name that holds it may begin.
_NAME = 8
# Names that hold a place without anything being there: حكومة كابول, محمد بخاري.
_ELSEWHERE = frozenset({"government", "group", "media", "party", "person"})


def in_a_name(doc: Document, catalogue: Catalogue, word: int) -> bool:
    """Whether the name of a place is part of how somebody is called: جماعة خراسان, حكومة كابول, (تنظيم القاعدة في بلاد الشام)."""
    if word == 0:
        return False
    end = doc.mention_from[word][0]
    for i in range(max(0, word - _NAME), word):
        past, mention = doc.mention_from.get(i, (i, None))
        if mention is None or past < end:
            continue
        if mention.type in _ELSEWHERE or (mention.type == "place" and in_a_name(doc, catalogue, i)):
            return True
    if doc.words.gaps[word] != " ":
        return False
    before = lexicon(catalogue.place_words, catalogue.site_words).read(doc.words.forms[word - 1])
    return (before is not None and bool(before.sort & Sort.GROUP)) or _in_bracketed_name(doc, word, end)


def _in_bracketed_name(doc: Document, word: int, end: int) -> bool:
    """Whether brackets hold a group, a preposition and the place, nothing else."""
    if doc.words.forms[word - 1] not in phrase_words().inside or ")" not in doc.words.gaps[end]:
        return False
    for i in range(max(0, word - _NAME), word - 1):
        past, mention = doc.mention_from.get(i, (i, None))
        if mention is not None and mention.type == "group" and past == word - 1:
            return "(" in doc.words.gaps[i]
    return False


def located(doc: Document, word: int, start: int) -> bool:
    """Whether the place name stands where a place of action does: after a locative, at most a type word away."""
    forms, known = doc.words.forms, phrase_words()
    if proclitic(forms[word])[0].endswith("ب") and doc.report.text[doc.words.starts[word]] in "بوف":
        return True
    if word > start and forms[word - 1] == "ل":
        return False  # قال ل«الرياض»
    for i in range(word - 1, max(start, word - _BACK - 1) - 1, -1):
        if forms[i] in known.locatives or joined_locative(forms[i]) or proclitic(forms[i])[0].endswith("ب"):
            return True
        if forms[i] in known.leading_away or (doc.ends_clause(i + 1) and "،" not in doc.words.gaps[i + 1]):
            return False
    return False


def joined_locative(form: str) -> bool:
    """Whether a conjunction stands on a word before the name of a place, as at the head of a sentence: وفي الموصل قتل جندي."""
    return form[:1] in ("و", "ف") and form not in phrase_words().locatives and form[1:] in phrase_words().inside


def told_from(doc: Document, word: int, start: int, at: int) -> bool:
    """Whether a place at the head of its sentence is where somebody spoke of what ``at`` tells: وفي واشنطن قال المتحدث إن."""
    opened = any(map(joined_locative, doc.words.forms[max(start, word - _BACK) : word]))
    return opened and not doc.framed.isdisjoint(range(word, at))


def lies_off(doc: Document, word: int, start: int) -> bool:
    """Whether something is told to lie on a side of the place, not in it: في ولاية لوغار جنوب كابول, unlike في جنوب كابول."""
    forms, sides, i = doc.words.forms, phrase_words().sides, word - 1
    if i > start and proclitic(forms[i])[0] == "ل":
        i -= 1  # المقابلة لمدينة كيليس
    while i > start and (forms[i] == "من" or forms[i].startswith("ال")) and forms[i] not in sides:
        i -= 1
    if i <= start or forms[i] not in sides:
        return False
    while i > start and forms[i] in sides:
        i -= 1
    return forms[i] not in ("في", "وفي") and proclitic(forms[i + 1])[0] == ""


def on_the_way(doc: Document, catalogue: Catalogue, word: int, after: int, start: int) -> bool:
    """Whether the place from ``word`` up to ``after`` is where somebody is from or goes to, and nothing but what it is stands
    between: من أبناء مديرية حيدان.
    """
    forms, known = doc.words.forms, phrase_words()
    for i in range(word - 1, max(start, word - _BACK) - 1, -1):
        if forms[i] in known.to:
            return after >= len(forms) or forms[after] not in known.where_then
        if forms[i] == "من":
            return known.parts_of_places.isdisjoint(forms[max(start, i - 2) : i])
        between = forms[i] in catalogue.place_words or forms[i] in catalogue.site_words or forms[i] in known.natives
        if doc.ends_clause(i + 1) or not between:
            return False
    return False
