"""Who did it, to whom, where a verb tells it: by the phrases around the verb and what its form says of them."""

from __future__ import annotations

from typing import NamedTuple

from ...languages.arabic.clitics import bare
from ...languages.arabic.lexicon import resumes
from ...languages.arabic.particles import particles
from ...languages.arabic.verbs import Form
from ..document import Document
from ..phrase_words import phrase_words
from ..phrases import noun_phrase
from ..sectors import ARMED, FORCES, sector
from .acting import accusative, actor
from .anchoring import passive_marked
from .context import light_forms
from .directed import after_preposition
from .freeing import freed_at, whose
from .participants import participants
from .splitting import Phrase
from .subjects import before, masculine, nearest_head, two_after
from .triggers import Trigger

# How far behind the verb a counted object may stand, an insertion before it.
_REACH = 14


class _Around(NamedTuple):
    """The phrases around a verb: who may act, ``first`` behind it and ``earlier`` before it, and the ``second`` behind it."""

    first: Phrase | None
    second: Phrase | None
    earlier: Phrase | None


def of_verb(doc: Document, trigger: Trigger, form: Form) -> tuple[Phrase | None, Phrase | None]:
    """(agent, target) of a verb, as the frame of its cue has them."""
    frame, at = trigger.cue.frame, trigger.at
    first, second = two_after(doc, at, trigger.sentence.last)
    if frame == "agent-target" and first and not actor(doc, first) and (object_ := _struck(doc, first, second)):
        return None, object_
    first = actor(doc, first)
    earlier = _subject_before(doc, trigger, form) if form.plural or first is None or headline(doc, trigger) else None
    if earlier and not actor(doc, earlier):
        # An attack or a missile stands first: what follows is what it struck.
        if frame == "agent-target" and first and second is None and headline(doc, trigger):
            return None, first
        earlier = None
    passive = passive_marked(doc, at, trigger.reading)
    if frame == "target" or (passive and frame in ("either", "agent-target")):
        # The dead may stand behind their death: راح ضحيتها ثمانية أشخاص.
        return None, first if first and not form.plural else actor(doc, second) or earlier
    if frame == "weapon":
        return None, None
    if frame == "agent" and passive:
        return None, after_preposition(doc, trigger)
    if frame == "agent":
        return _freed(doc, trigger, form) or (
            first if first and not form.plural else earlier,
            after_preposition(doc, trigger),
        )
    return _both_sides(doc, trigger, form, _Around(first, second, earlier))


def _subject_before(doc: Document, trigger: Trigger, form: Form) -> Phrase | None:
    """The phrase before the verb that agrees with it as its subject."""
    return before(doc, trigger.at, trigger.sentence.first, feminine=form.feminine)


def _freed(doc: Document, trigger: Trigger, form: Form) -> tuple[Phrase | None, Phrase | None] | None:
    """Who frees whom; None where nobody is freed."""
    freed = freed_at(doc, trigger)
    if freed is None:
        return None
    doer = noun_phrase(doc, trigger.at + 1, freed)
    if doer is None and doc.words.forms[freed] in participants().freed and headline(doc, trigger):
        doer = _subject_before(doc, trigger, form)
    return actor(doc, doer), whose(doc, freed, trigger.sentence.last)


def _both_sides(doc: Document, trigger: Trigger, form: Form, around: _Around) -> tuple[Phrase | None, Phrase | None]:
    """Both participants of a verb with an object: the object in its pronoun, or which phrase is subject and which is object."""
    first, second, earlier = around
    if form.object and form.plural:
        return earlier, None
    if form.object:
        return first or earlier, nearest_head(doc, trigger.at - 1, trigger.sentence.first) if first else None
    if form.plural and earlier is None and first is not None:
        # A plural verb has its subject before it or in its ending: what follows is the object.
        return None, first
    if earlier and (form.plural or headline(doc, trigger)):
        return (None, earlier) if first is None and trigger.cue.frame == "either" else (earlier, first)
    if first is None:
        return (None, earlier) if trigger.cue.frame == "either" else (earlier, None)
    if second is not None and actor(doc, second):
        return first, second
    if trigger.cue.mode == "heavy-weapons" and sector(doc, first[0], first[0] + 1) in FORCES:
        # Forces bombard; who is bombarded stands after a word for his place or his side: قصفت مواقع المسلحين.
        return first, None
    if trigger.cue.frame == "either":
        return _beside_either(doc, trigger, first, alone=second is None)
    return _beside_doing(doc, trigger, form, first)


def _beside_either(
    doc: Document, trigger: Trigger, only: Phrase, *, alone: bool
) -> tuple[Phrase | None, Phrase | None]:
    """Both participants where the ``only`` actor behind a verb that is active or passive undergoes it, unless it is armed and
    those whom it did it to are counted later, no second phrase right behind it."""
    stop = trigger.sentence.last
    if alone and sector(doc, *only) in ARMED and (counted := _counted_later(doc, only[1], stop)):
        return only, counted
    return before(doc, trigger.at, trigger.sentence.first) if _in_relative(doc, trigger) else None, only


def _beside_doing(doc: Document, trigger: Trigger, form: Form, only: Phrase) -> tuple[Phrase | None, Phrase | None]:
    """Both participants where the ``only`` actor behind an active verb does it, unless its form or its clause makes it the
    object."""
    if accusative(doc, only) or _in_relative(doc, trigger):
        return before(doc, trigger.at, trigger.sentence.first), only
    if doc.number_at(only[0]) or _disagrees(doc, trigger, form, only):
        return _subject_before(doc, trigger, form), only
    unnamed = only[0] not in doc.mention_from and sector(doc, only[0], only[0] + 1) not in FORCES
    if unnamed and _after_relative(doc, trigger) and _taken_up(doc, trigger):
        return None, only
    return only, None


def _disagrees(doc: Document, trigger: Trigger, form: Form, phrase: Phrase) -> bool:
    """Whether a verb does not agree in gender with the phrase right behind it, which is therefore no subject: وطالب الحكومة."""
    if form.plural or phrase[0] != trigger.at + 1:
        return False
    if form.feminine:
        return masculine(doc, phrase) and doc.words.forms[phrase[0]].startswith("ال") and trigger.reading.lead == "و"
    return doc.ends_in_ta(phrase[0]) and bare(doc.words.forms[phrase[0]]) not in participants().men_in_ta


def _struck(doc: Document, subject: Phrase, second: Phrase | None) -> Phrase | None:
    """What an attack or a missile that is the verb's subject struck: استهدفت غارة رتلا, استهدفت قذيفة منزلا."""
    for i in range(subject[0] + 1, subject[1]):
        # Beside a nominative the accusative in ا opens the object.
        held = doc.mention_from.get(i)
        accusative = held is None and doc.words.forms[i].endswith("ا") and len(doc.words.forms[i]) > 3
        if accusative or (held is not None and held[1].type in ("person", "role")):
            return actor(doc, noun_phrase(doc, i, doc.words.sentence_of(i).last))
    return actor(doc, second)


def _counted_later(doc: Document, at: int, stop: int) -> Phrase | None:
    """A counted object behind an insertion: خطف مسلحون يشتبه في انتمائهم إلى التنظيم، السبت، عشرين امرأة."""
    for i in range(at, min(at + _REACH, stop)):
        if doc.number_at(i):
            return noun_phrase(doc, i, stop) if doc.ends_clause(i) else None
    return None


def _in_relative(doc: Document, trigger: Trigger) -> bool:
    """Whether a verb stands right after its relative pronoun, whose head is its subject: العملية التي استهدفت سياحا.

    It is not where a preposition takes the head up: القرية التي خطف منها مسلحون تاجرا.
    """
    return _after_relative(doc, trigger) and not _taken_up(doc, trigger)


def _after_relative(doc: Document, trigger: Trigger) -> bool:
    word = doc.words.forms[trigger.at - 1] if trigger.at > trigger.sentence.first else ""
    return (word[1:] if word[:1] in ("و", "ف") else word) in particles().relatives


def _taken_up(doc: Document, trigger: Trigger) -> bool:
    """Whether a preposition with a pronoun stands right after a verb: في اليوم الذي هاجم فيه سفارة."""
    return trigger.at + 1 < trigger.sentence.last and resumes(doc.words.forms[trigger.at + 1])


def headline(doc: Document, trigger: Trigger) -> bool:
    """Whether a noun phrase runs right up to the verb: مسلحون يقتلون جنديا."""
    at = trigger.at
    while at - 1 > trigger.sentence.first and _perfective(doc.words.forms[at - 1]) and not doc.ends_clause(at):
        at -= 1
    i = at - 1
    if i < trigger.sentence.first or doc.ends_clause(at):
        return False
    if doc.words.forms[i] in light_forms():
        return False
    head = i
    while head > trigger.sentence.first and not doc.ends_clause(head) and i - head < 6:
        head -= 1
    phrases = (noun_phrase(doc, start, at) for start in range(head, at))
    return any(phrase is not None and phrase[1] == at for phrase in phrases)


def _perfective(word: str) -> bool:
    """Whether the word may stand between a subject and its verb: كان الوزير قد زار."""
    return word == "قد" or word in phrase_words().was
