"""Noun phrases without a parser: from a head, as far as nothing ends it."""

from __future__ import annotations

from functools import cache, lru_cache

from ..languages.arabic.lexicon import base, common_verbs, is_whole, proclitic, resumes
from ..languages.arabic.particles import particles
from .document import Document, Numbered, is_verb
from .phrase_words import phrase_words
from .sectors import ARMED, sector

LONGEST = 10
_BODIES = frozenset({"group", "armed force", "organization"})


def noun_phrase(doc: Document, head: int, stop: int) -> tuple[int, int] | None:
    """The word range of the noun phrase that starts at ``head``, at most up to ``stop``; None where none can start there."""
    key = (head, stop)
    if key not in doc.phrases:
        doc.phrases[key] = _read(doc, head, stop)
    return doc.phrases[key]


def _read(doc: Document, head: int, stop: int) -> tuple[int, int] | None:
    forms = doc.words.forms
    if head >= stop or not can_start(doc, head):
        return None
    at = head
    while at < stop:
        held, number = doc.mention_from.get(at), doc.number_at(at)
        if held and held[0] <= stop and held[1].type != "nationality":
            at = max(at + 1, held[0])
        elif number and number.last <= stop:
            at = max(at + 1, number.last)
        else:
            at += 1
        again = number is not None and number.last == at and said_again(doc, number)
        if at >= stop or at - head >= LONGEST or (doc.ends_clause(at) and not again) or doc.date_at(at):
            break
        word = forms[at]
        if word == "من" and at + 1 < stop and not doc.ends_clause(at + 1) and _goes_on(doc, head, at):
            continue
        if forms[at - 1] in phrase_words().with_pronoun and resumes(word):
            continue
        ends = _hangs(word) if doc.ends_in_ta(at) else ends_phrase(word)
        # Where the و of "and one of" makes the word look like another, its hamza tells: وأحد is not واحد.
        ends = ends or doc.report.text[doc.words.starts[at] : doc.words.starts[at] + 2] in ("وأ", "وإ")
        if ends and at not in doc.mention_from:
            break
    # A phrase that nothing follows after من ends before it.
    return head, at - (at - 1 > head and forms[at - 1] == "من")


def said_again(doc: Document, number: Numbered) -> bool:
    """Whether a number ends with what says it again in brackets, which part it from no noun: ستة (06) عناصر."""
    return number.core_last - number.core_first > 1 and doc.words.gaps[number.last].startswith(")")


def _goes_on(doc: Document, head: int, at: int) -> bool:
    """Whether من at word ``at`` goes on with the phrase, by the whole that is counted from or the body of armed men."""
    if doc.words.forms[at + 1] in particles().demonstratives:
        return False
    return _counts(doc, head, at) or _belong(doc, at)


def _counts(doc: Document, head: int, at: int) -> bool:
    """Whether a number or a word of quantity ends right before word ``at``, of which من gives the whole: سبعة من القادة."""
    if doc.words.forms[at - 1].isdigit() or base(doc.words.forms[at - 1]) in phrase_words().partitives:
        return True
    return any((n := doc.number_at(i)) is not None and n.core_last == at == n.last for i in range(head, at))


def _belong(doc: Document, at: int) -> bool:
    """Whether armed men are said before من at word ``at`` to be of a body named after it: مسلحون من تنظيم الدولة."""
    kind = sector(doc, at + 1, at + 2) is not None
    held = doc.mention_from.get(at + 1) or (doc.mention_from.get(at + 2) if kind else None)
    if held is None or held[1].type not in _BODIES or doc.words.forms[at - 1].startswith("ال"):
        return False
    return sector(doc, at - 1, at) in ARMED


def can_start(doc: Document, word: int) -> bool:
    """Whether a noun phrase can start at ``word``: it is no particle and no verb, and bears no damma of the passive."""
    if word in doc.mention_from:
        return True
    form = doc.words.forms[word]
    known = particles()
    if form in ("و", "ف") or resumes(form):
        return False
    if doc.report.text[doc.words.starts[word] + 1 : doc.words.starts[word] + 2] == "\u064f" and form in common_verbs():
        return False
    if form in known.demonstratives:
        return True
    rest = form[1:] if form[:1] in ("و", "ف") and form[1:] in known.all else proclitic(form)[1]
    # A word in ta marbuta may look, when folded, like a verb with a pronoun: قادة.
    return form not in known.all and rest not in known.all and (doc.ends_in_ta(word) or not is_verb(form))


@lru_cache(maxsize=16_384)
def ends_phrase(word: str) -> bool:
    """Whether a folded word cannot go on with a noun phrase: a particle, a verb, or a noun with a proclitic."""
    if word in _particles() or is_verb(word) or resumes(word):
        return True
    if word in ("و", "ف") or (word[:1] in ("و", "ف") and word[1:] in _particles()):
        return True
    return _hangs(word)


def _hangs(word: str) -> bool:
    """Whether a folded noun bears a conjunction or a preposition, so that it opens a phrase of its own."""
    lead, rest = proclitic(word)
    return bool(lead) and not is_whole(word) and (lead[-1] in "بلك" or lead[0] in "وف" or rest in _particles())


@cache
def _particles() -> frozenset[str]:
    known = particles()
    return known.all - {"غير", "ما"}
