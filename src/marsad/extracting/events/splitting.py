"""Where the object of a verb begins in a run of nouns.

Unvowelled Arabic marks no case, and a verb's subject and object stand side by side (قتل مسلحون جنديا).  What tells them apart
is what can't go on with a noun phrase: a cardinal after the noun, an accusative, an indefinite noun after a definite one, any
noun that does not agree after a plural with its ن (Ryding, A Reference Grammar of Modern Standard Arabic, chapters 8 and 10).
"""

from __future__ import annotations

from ...languages.arabic.lexicon import proclitic, resumes
from ..document import Document, Numbered
from ..phrase_words import phrase_words
from ..sectors import sector
from .cues import readings
from .participants import participants

Phrase = tuple[int, int]
# Up to ten the noun that is counted stands in the plural, from eleven to ninety-nine in the accusative singular (Ryding,
# chapter 15).
_LAST_WITH_PLURAL = 10
_LONGEST_NUMBER = 6  # words
_PLURALS = ("ون", "ان")
_BODIES = ("group", "armed force", "organization", "government", "place")
_NAMED_BODIES = frozenset({"organization", "government", "armed force", "media"})
_OWNERS = ("ها", "هم", "هما")
_ACTING = frozenset({"MIL", "COP", "UAF", "REB", "CRM", "JUD", "SPY", "OPP"})


def split(doc: Document, phrase: Phrase) -> tuple[Phrase, Phrase | None]:
    """The first noun phrase of a run of nouns, and the second if one begins within it."""
    first, last = phrase
    held, counted = doc.mention_from.get(first), doc.number_at(first)
    safe = max(first + 1, held[0] if held else 0, counted.last + (not counted.value.counted) if counted else 0)
    for i in range(safe, last):
        if not _within_name(doc, first, i) and _begins(doc, first, i):
            return (first, i), (i, last)
    return phrase, None


def _begins(doc: Document, first: int, i: int) -> bool:
    """Whether a second noun phrase begins at word ``i``."""
    forms, held = doc.words.forms, doc.mention_from.get(i)
    if forms[i] == "من":
        return False
    if own(doc, i):
        return True
    if (number := doc.number_at(i)) and not _after_its_noun(doc, number):
        return proclitic(forms[i - 1])[1] not in phrase_words().counting
    if proclitic(forms[i])[0]:
        return False
    if forms[i].startswith("ال") and forms[i] not in phrase_words().of_origin and _governs_none(doc, first, i - 1):
        return True
    if _body_ends(doc, i) and not forms[i].startswith("ال") and held is None:
        return forms[i] not in participants().times
    definite = forms[i - 1].startswith("ال") or _name_ends(doc, i) or _owned(forms[i - 1])
    if _is_definite_plural(forms[i - 1]) and (held is None or held[1].type == "role") and not _goes_on(forms[i]):
        return True
    if held is not None and held[1].type != "nationality":
        if held[1].type == "person":
            return _name_ends(doc, i) and _names_body(doc, first, i)
        if held[1].type in _BODIES and _person_ends(doc, i):
            return True
        return definite and held[1].type in _BODIES and not forms[i].startswith("ال")
    if _with_ending(forms[i - 1]) and not forms[i - 1].startswith("ال"):
        return not forms[i].endswith(_PLURALS)
    if forms[i].startswith("ال"):
        return False
    if forms[i].endswith("ا") and len(forms[i]) > 3 and (definite or "\u064b" in _written(doc, i)):
        return True
    acting = sector(doc, i, i + 1) is not None or sector(doc, first, i) in _ACTING
    return definite and (acting or any(r.form is None for r in readings(forms[i])))


def _governs_none(doc: Document, first: int, i: int) -> bool:
    """Whether no definite noun can go on with the phrase that ends in word ``i``: 12 مسلحا المخفر, وحدة إسرائيلية الناشط.

    That is so after an indefinite adjective of nationality, and after a noun counted from eleven on, in the accusative.
    """
    word, held = doc.words.forms[i], doc.mention_from.get(i)
    if word.startswith("ال") or i == first:
        return False
    if held is not None:
        return held[1].type == "nationality" and held[0] == i + 1
    numbers = (doc.number_at(j) for j in range(max(first, i - _LONGEST_NUMBER), i))
    counted = any(n is not None and n.last == i and many(n) for n in numbers)
    return counted and word.endswith("ا") and len(word) > 3


def many(number: Numbered) -> bool:
    """Whether the noun that a number counts stands in the singular."""
    return (number.value.high or number.value.low or 0) > _LAST_WITH_PLURAL


def _after_its_noun(doc: Document, number: Numbered) -> bool:
    """Whether the number is one or two by a word of its own, which stands after what it counts: جنديين اثنين, كتيبة واحدة."""
    if number.value.high not in (1, 2) or number.value.counted:
        return False
    dual = doc.words.forms[number.first - 1].endswith(("ين", "ان"))
    return dual or doc.words.forms[number.last : number.last + 1] != ["من"]


def _within_name(doc: Document, first: int, i: int) -> bool:
    """Whether word ``i`` goes on with a name that began in the phrase before it."""
    names = (doc.mention_from.get(j) for j in range(max(first, i - 6), i))
    return any(held is not None and held[0] > i and held[1].type != "nationality" for held in names)


def own(doc: Document, i: int) -> bool:
    """Whether the word is what the subject does to itself or meets, and no part of its name: نفسه, مصرعهم, وحده, but not وحدة."""
    word = doc.words.forms[i]
    return word in participants().own and not doc.ends_in_ta(i)


def _is_definite_plural(word: str) -> bool:
    """Whether a word is a definite sound plural in the nominative, behind which no indefinite noun can go on: المتظاهرون."""
    return word.startswith("ال") and word.endswith("ون") and _with_ending(word)


def _goes_on(word: str) -> bool:
    """Whether a word may stand behind a definite noun and belong to it: it is definite, or غير, كلهم, أنفسهم and their like."""
    return (
        word.startswith("ال") or word in phrase_words().emphasis or word in phrase_words().among_them or resumes(word)
    )


def _with_ending(word: str) -> bool:
    """Whether a word is a sound plural or a dual in ن, which governs no noun: مسلحون, but not طيران."""
    return word.endswith(_PLURALS) and len(word) > 4 and proclitic(word)[1] not in phrase_words().not_duals


def _written(doc: Document, word: int) -> str:
    return doc.report.text[doc.words.starts[word] : doc.words.ends[word]]


def _name_ends(doc: Document, i: int) -> bool:
    """Whether a name ends right before word ``i``."""
    return any(held[0] == i for j in range(max(0, i - 5), i) if (held := doc.mention_from.get(j)))


def _body_ends(doc: Document, i: int) -> bool:
    """Whether the name of a body that ends in a definite word ends before word ``i``: no indefinite noun goes on with it."""
    if not doc.words.forms[i - 1].startswith("ال"):
        return False
    names = (doc.mention_from.get(j) for j in range(max(0, i - 5), i - 1))
    return any(held is not None and held[0] == i and held[1].type in _NAMED_BODIES for held in names)


def _owned(word: str) -> bool:
    """Whether a word bears the pronoun of its owner, which makes it definite: خارجيتها."""
    return word.endswith(_OWNERS) and len(word) > 4


def _person_ends(doc: Document, i: int) -> bool:
    """Whether a person's name ends right before word ``i``: no body is named in apposition to it."""
    names = (doc.mention_from.get(j) for j in range(max(0, i - 5), i))
    return any(held is not None and held[0] == i and held[1].type == "person" for held in names)


def _names_body(doc: Document, first: int, last: int) -> bool:
    """Whether the words name a group, force or body, of which a person's name is no apposition."""
    held = doc.mention_from.get(first)
    return held is not None and held[0] == last and held[1].type in _BODIES
