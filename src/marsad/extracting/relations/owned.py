"""Parties that a pronoun or a second name gives: the group X leads, its leader X, the wing known as X."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import proclitic
from ..document import Document
from ..phrases import noun_phrase
from .antecedents import phrase_before, relative_head, subject_before
from .cues import Entry, party_words
from .joints import past_adverbs, past_auxiliaries, plain_phrase, relative_before
from .parties import Parties, Range, is_a, last_group, last_person, tidy

_NEAR = 3
_NAME = 8


def resumed_object(doc: Document, entry: Entry, word: int, last: int) -> Parties | None:
    """A verb whose pronoun is its object: the group that X leads; X succeeded him, and so leads his group."""
    if "object" not in entry.by:
        return None
    subject = plain_phrase(doc, past_adverbs(doc, word + 1, last), last) if not doc.ends_clause(word + 1) else None
    if subject is None:
        # وكانت الحكومة قد أدرجتها على القائمة
        first, opening = subject_before(doc, word, None), past_auxiliaries(doc, word)
        owner = last_group(doc, first[0], 1) if first and opening < word else None
        return Parties(first, owner) if owner else None
    if entry.cue.heir:
        return Parties(subject, last_group(doc, word, 1))
    relative = relative_before(doc, word, doc.words.sentence_of(word).first)
    if relative is not None:
        return Parties(subject, relative_head(doc, relative))
    before = phrase_before(doc, word, doc.words.sentence_of(word).first) if not doc.ends_clause(word) else None
    taken_up = before or (last_group(doc, word, 1) if entry.cue.object in ("group", "actor") else None)
    return Parties(subject, taken_up) if taken_up else None


def successor(doc: Document, entry: Entry, word: int, last: int) -> Parties | None:
    """Who takes the lead of a group named before: وتولى القيادة من بعده فلان."""
    near = range(word + 1, min(word + _NAME, last))
    needs = frozenset(map(fold, entry.cue.needs))
    if not any(doc.words.forms[at] in needs for at in near):
        return None
    held = ((at, doc.mention_from.get(at)) for at in near)
    who = next(((at, h[0]) for at, h in held if h and h[1].type == "person"), None)
    return Parties(who, last_group(doc, word, 1)) if who else None


def owned_title(doc: Document, entry: Entry, word: int, last: int, _: object) -> Parties | None:
    """A title that bears the pronoun of the group: its leader, its media arm, who is named right after or before a comma.

    Kin bear the pronoun of the person named last.
    """
    if word in doc.mention_from:
        return None
    bearer = _bearer(doc, entry, word, last)
    if bearer is None:
        return None
    before = min(word, bearer[0])
    owner = last_person(doc, before) if entry.cue.object == "any" else last_group(doc, before, 1)
    return Parties(bearer, owner) if owner else None


def _bearer(doc: Document, entry: Entry, word: int, last: int) -> Range | None:
    """Who holds an owned title: named right after, else, where a comma is before the title, right before that."""
    types = ("person",) if entry.cue.subject == "person" else ("group", "armed force", "organization", "media")
    for at in range(word + 1, min(word + 1 + _NEAR, last)):
        held = doc.mention_from.get(at)
        if held and held[1].type in types and not doc.ends_clause(at):
            return at, held[0]
    if entry.cue.subject == "person" or "،" not in doc.words.gaps[word]:
        return None
    return phrase_before(doc, word, doc.words.sentence_of(word).first)


def known_as(doc: Document, group: Range, last: int) -> Range | None:
    """The name under which a part of ``group`` goes, right after it: المعروف باسم «...»."""
    forms, at = doc.words.forms, group[1]
    if at >= last or forms[at] not in party_words().known_as:
        return None
    at += 1
    while at < last and (forms[at] in party_words().called or forms[at] in party_words().known_as):
        at += 1
    return noun_phrase(doc, at, last) if at < last else None


def had_by(doc: Document, word: int) -> Range | None:
    """Who has the ties that ``word`` tells of: للجماعة صلات, لها صلات."""
    first, forms = doc.words.sentence_of(word).first, doc.words.forms
    if word > first and forms[word - 1].removeprefix("و") in party_words().had:
        return subject_before(doc, word - 1, None)
    before = phrase_before(doc, word, first)
    if before is None:
        return None
    held, at = doc.mention_from.get(before[0]), doc.words.starts[before[0]]
    onto = doc.report.text[at : held[1].start] if held else proclitic(forms[before[0]])[0]
    bears = onto.endswith("ل")
    governed = before[0] > first and forms[before[0] - 1] in ("ل", "لدي")
    return before if (bears or governed) and is_a(doc, before, "actor") else None


def former_names(doc: Document) -> Iterator[tuple[int, Parties]]:
    """Word and parties, old and new name, where brackets tell that a name is a former one: (... سابقا)."""
    forms, gaps = doc.words.forms, doc.words.gaps
    for word, form in enumerate(forms):
        if form != "سابقا":
            continue
        first = doc.words.sentence_of(word).first
        opened = next((w for w in range(word - 1, max(first, word - _NAME), -1) if "(" in gaps[w]), None)
        if opened is None or ")" not in gaps[word + 1]:
            continue
        before, within = phrase_before(doc, opened, first), noun_phrase(doc, opened, word)
        new, old = before and tidy(doc, before), within and tidy(doc, within)
        if new and old and is_a(doc, new, "group") and is_a(doc, old, "group"):
            yield word, Parties(old, new)
