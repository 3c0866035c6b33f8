"""Who a clause speaks of when it does not say so itself: heads of relative clauses, subjects before
the verb.
"""

from __future__ import annotations

from ...languages.arabic.lexicon import base, proclitic
from ...languages.arabic.particles import particles
from ..document import Document, is_verb
from ..phrase_words import phrase_words
from ..phrases import can_start, ends_phrase, noun_phrase
from .cues import party_words
from .parties import Range

_FARTHEST = 24
_QUOTED = 7  # words: a quoted name is not longer
_OPENING, _CLOSING = ("«", "“", '"'), ("»", "”", '"')


def feminine(doc: Document, word: int) -> bool | None:
    """Whether a noun is feminine by its look; None where the look tells nothing (broken plurals, names)."""
    form = proclitic(doc.words.forms[word])[1]
    end = doc.words.ends[word]
    if form.endswith("ات") or (form.endswith("ه") and doc.words.text[end - 1] == "ة"):
        return True
    return None if word in doc.mention_from or not form.startswith("ال") else False


def agrees(doc: Document, word: int, wanted: bool | None) -> bool:
    """Whether a noun can be resumed by a word of that gender (True: feminine)."""
    here = feminine(doc, word)
    return wanted is None or here is None or here == wanted or (wanted and here is False and _broken(doc, word))


def _broken(doc: Document, word: int) -> bool:
    """A definite noun without an ending may be a broken plural, which the feminine resumes."""
    return proclitic(doc.words.forms[word])[1].startswith("ال")


def phrase_before(doc: Document, word: int, first: int) -> Range | None:
    """The whole noun phrase or quoted name that ends right before ``word``, at the earliest at ``first``."""
    quoted = _quoted_before(doc, word, first)
    for start in range(max(first, word - 8), word):
        held = doc.mention_from.get(start)
        if (held and held[0] == word) or start == quoted:
            return _widened(doc, start, first), word
    found: Range | None = None
    for start in range(word - 1, max(first, word - 9) - 1, -1):
        if noun_phrase(doc, start, word) != (start, word):
            break
        found = (start, word)
        if (
            doc.ends_clause(start)
            or _bears_preposition(doc, start)
            or doc.words.forms[start] in party_words().quantifiers
        ):
            break
    return found


def _quoted_before(doc: Document, word: int, first: int) -> int | None:
    """The first word of the short quotation that closes right before ``word``."""
    gaps = doc.words.gaps
    if not gaps[word].startswith(_CLOSING):
        return None
    return next((k for k in range(word - 1, max(first, word - _QUOTED) - 1, -1) if gaps[k].endswith(_OPENING)), None)


def plural_before(doc: Document, word: int) -> Range | None:
    """The nearest phrase of the sentence before ``word`` that هم can stand for: one that a plural heads."""
    first = doc.words.sentence_of(word).first
    for at in range(word - 1, max(first, word - _FARTHEST) - 1, -1):
        form = doc.words.forms[at]
        if not (form.endswith(("ين", "ون", "هم")) or base(form) in party_words().armed) or not can_start(doc, at):
            continue
        if at not in doc.mention_from and form not in particles().all:
            while at > first and doc.words.forms[at - 1] in party_words().quantifiers:
                at -= 1
            found = noun_phrase(doc, at, word)
            return (at, at + 1) if form.endswith("هم") else found
    return None


def _widened(doc: Document, start: int, first: int) -> int:
    """A mention's start, or that of the noun before it that it qualifies: تنظيم «...», تيار من ..."""
    forms = doc.words.forms
    if (
        start - 2 >= first
        and forms[start - 1] == "من"
        and can_start(doc, start - 2)
        and not forms[start - 2].startswith("ال")
    ):
        return start - 2
    before = forms[start - 1] if start > first and not doc.ends_clause(start) else ""
    if not before or ends_phrase(before) or before in party_words().copulas or before.endswith("ها"):
        return start
    return start - 1 if can_start(doc, start - 1) else start


def _bears_preposition(doc: Document, word: int) -> bool:
    lead = proclitic(doc.words.forms[word])[0]
    return bool(lead) and lead[-1] in "بلك" and word not in doc.mention_from


def takes_up(form: str) -> bool:
    """Whether a folded word is a relative or personal pronoun, which takes up a noun before it."""
    return form in party_words().relatives or form in party_words().personal


def relative_head(doc: Document, relative: int) -> Range | None:
    """The noun phrase that the relative or pronoun at ``relative`` resumes: the nearest before it
    that agrees.
    """
    form = doc.words.forms[relative]
    words = party_words()
    wanted = False if form in words.masculine else True if form in words.feminine else None
    first = doc.words.sentence_of(relative).first
    direct = phrase_before(doc, relative, first)
    if direct and agrees(doc, direct[0], wanted):
        return direct
    at = (direct[0] if direct else relative) - 1
    while at >= max(first, relative - _FARTHEST):
        if can_start(doc, at) and _heads(doc, at, first) and agrees(doc, at, wanted):
            return noun_phrase(doc, at, relative)
        at -= 1
    return None


def _heads(doc: Document, word: int, first: int) -> bool:
    """Whether a noun begins its phrase: nothing before it that it could depend on, unless that is kin
    or office.
    """
    if word == first or doc.ends_clause(word) or word in doc.mention_from:
        return True
    before = doc.words.forms[word - 1]
    return ends_phrase(before) or base(before) in party_words().kin or _bears_preposition(doc, word)


def subject_before(doc: Document, word: int, wanted: bool | None) -> Range | None:
    """The subject of a verb or predicate that has none after it: what the main clause of its sentence
    speaks of.
    """
    first = doc.words.sentence_of(word).first
    forms = doc.words.forms
    at = word - 1
    while at >= first and (
        forms[at] in particles().adverbs or forms[at] in phrase_words().was or forms[at] in ("ان", "انه", "انها")
    ):
        at -= 1
    if at >= first and takes_up(forms[at]):
        return relative_head(doc, at)
    if at >= first and not doc.ends_clause(at + 1):
        direct = phrase_before(doc, at + 1, first)
        if (
            direct
            and (_indefinite(doc, direct[0]) or _is_subject(doc, direct[0], first))
            and agrees(doc, direct[0], wanted)
        ):
            return direct
    clause = doc.clause_of(word)
    while clause[0] >= first:
        if (
            clause[0] > word - _FARTHEST * 3
            and (found := _of_clause(doc, clause, word))
            and agrees(doc, found[0], wanted)
        ):
            return found
        if clause[0] == 0:
            break
        clause = doc.clause_of(clause[0] - 1)
    return None


def _indefinite(doc: Document, word: int) -> bool:
    """An indefinite noun right before a verb is the head of a relative clause without a pronoun."""
    return word not in doc.mention_from and not proclitic(doc.words.forms[word])[1].startswith("ال")


def _is_subject(doc: Document, word: int, first: int) -> bool:
    return (
        word == first
        or doc.ends_clause(word)
        or doc.words.forms[word - 1] in ("ان", "بان", "وان")
        or not _governed(doc, word)
    )


def _governed(doc: Document, word: int) -> bool:
    return doc.words.forms[word - 1] in particles().prepositions or _bears_preposition(doc, word)


def _of_clause(doc: Document, clause: Range, before: int) -> Range | None:
    """The subject of one clause: after أن or a verb, or its first phrase; a relative or inserted
    clause has none to lend.
    """
    forms = doc.words.forms
    first, last = clause[0], min(clause[1], before)
    if forms[first] in party_words().relatives:
        return None
    for at in range(last - 1, first - 1, -1):
        if forms[at] in ("ان", "بان", "وان", "فان") and at + 1 < last:
            return (at + 1, last) if doc.number_at(at + 1) else noun_phrase(doc, at + 1, last)
    if forms[first] in party_words().personal:
        return None
    if is_verb(forms[first]) and first + 1 < last:
        held = doc.mention_from.get(first + 1)
        return (first + 1, held[0]) if held and held[0] <= last else noun_phrase(doc, first + 1, last)
    lead, rest = proclitic(forms[first])
    if lead and first not in doc.mention_from and not rest.startswith("ال"):
        return None
    return noun_phrase(doc, first, last) if _is_subject(doc, first, first) and not _governed(doc, first) else None
