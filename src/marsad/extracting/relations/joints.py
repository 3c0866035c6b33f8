"""How the other party is brought in: by a preposition, a pronoun on one, or as a genitive."""

from __future__ import annotations

from ...languages.arabic.lexicon import base, is_whole, proclitic
from ...languages.arabic.particles import particles
from ...records import Entity
from ..document import Document
from ..outlook.lists import future
from ..phrase_words import phrase_words
from ..phrases import noun_phrase
from .cues import Entry, party_words
from .parties import Range, is_a, last_group


def plain_phrase(doc: Document, at: int, last: int) -> Range | None:
    """The noun phrase at a word, unless a preposition is written onto it."""
    if at < last and at not in doc.mention_from and proclitic(doc.words.forms[at])[0][-1:] in tuple("بلك"):
        return None
    return noun_phrase(doc, at, last)


def joint_after(doc: Document, entry: Entry, first: int, last: int) -> tuple[int, Range | Entity] | None:
    """Where the other party is brought in, and who it is: a preposition and its noun, or a pronoun on it."""
    forms, pronouns = doc.words.forms, party_words().pronouns
    for at in range(first, min(first + entry.cue.reach, last)):
        form = forms[at]
        if doc.ends_clause(at) and at > first and not _quoted(doc, at):
            return None
        if form in entry.by:
            inner = noun_phrase(doc, at + 1, last) if at + 1 < last else None
            if inner and base(forms[at + 1]) in entry.past:
                continue
            return (at, inner) if inner else None
        if pronouns.get(form) in entry.by and (group := last_group(doc, first)):
            return at, group
        lead = proclitic(form)[0]
        if base(form) in entry.past:
            continue
        if lead[-1:] in entry.by and not is_whole(form) and (inner := noun_phrase(doc, at, last)):
            return at, inner
        if "object" in entry.by and at == first and (inner := noun_phrase(doc, at, last)):
            return at, inner
    return None


def governed_by(doc: Document, entry: Entry, start: int, last: int) -> Range | None:
    """The phrase that a title governs, directly or by ل, an adjective of the title passed over."""
    forms = doc.words.forms
    direct = noun_phrase(doc, start, last) if start < last and not doc.ends_clause(start) else None
    if direct and is_a(doc, direct, entry.cue.object):
        return direct
    for at in range(start, min(start + 3, last)):
        if doc.ends_clause(at) and not _quoted(doc, at):
            return None
        if forms[at] == "ل":
            return noun_phrase(doc, at + 1, last) if at + 1 < last else None
        if at > start and proclitic(forms[at])[0][-1:] == "ل":
            return noun_phrase(doc, at, last)
    return direct


def relative_before(doc: Document, word: int, first: int) -> int | None:
    """The relative pronoun right before a verb, adverbs and auxiliaries passed over."""
    at = word - 1
    while at >= first and (doc.words.forms[at] in particles().adverbs or _auxiliary(doc.words.forms[at])):
        at -= 1
    return at if at >= first and doc.words.forms[at] in party_words().relatives else None


def _auxiliary(form: str) -> bool:
    return form in phrase_words().was or form == "قد"


def past_auxiliaries(doc: Document, word: int) -> int:
    """The first of the auxiliaries that stand right before a verb, else the verb."""
    while word > 0 and _auxiliary(doc.words.forms[word - 1]) and not doc.ends_clause(word):
        word -= 1
    return word


def past_adverbs(doc: Document, at: int, last: int) -> int:
    """The first word from ``at`` on that is no adverb."""
    while at < last and doc.words.forms[at] in particles().adverbs:
        at += 1
    return at


def _quoted(doc: Document, word: int) -> bool:
    return not doc.words.gaps[word].strip(" \"«»“”'")


def unreal(doc: Document, word: int, reach: int) -> bool:
    """Whether a word is told as wished, tried, denied or to come, not as a fact."""
    return near(doc, word, reach, party_words().unreal) or future(doc.words.forms[word]) is not None


def near(doc: Document, word: int, reach: int, among: frozenset[str]) -> bool:
    """Whether one of ``among`` stands within ``reach`` words before, in the same sentence."""
    low = max(doc.words.sentence_of(word).first, word - reach)
    forms = doc.words.forms
    return any(form in among or form.removeprefix("و") in among for form in forms[low:word])
