"""Who answers in a printed interview, and the answers as that one's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ...languages.arabic.lexicon import base
from ...languages.arabic.particles import particles
from ...records import Speaker
from .context import Context, article, finite, preposition
from .interview_words import interview_words
from .memory import Memory
from .speaker_after import Range, phrase_at
from .turns import Interview, interview
from .voice import Utterance

_NEAR = 3  # words between a byline's word and the name
_TITLE = 4  # words of a title before a name


def found_interview(text: Context) -> Interview | None:
    """The interview that a report is or holds; where only question marks tell its turns, an announced one."""
    found = interview(text)
    return None if found is None or (found.bare and not _announced(text, found.begins)) else found


def answers(text: Context, found: Interview, memory: Memory, before: Sequence[Utterance]) -> dict[int, Utterance]:
    """The utterances of an interview, one for each sentence of an answer, by the sentence's first word.

    The one who answers is the one whose name labels the answer, else who speaks ``before`` the first
    question, else the one whom the opening introduces.
    """
    who = _opening_speaker(text, before)
    guest = _guest(text, found.begins) if who is None else None
    if guest is not None:
        who = memory.speaker(guest, None)
    out: dict[int, Utterance] = {}
    for answer in found.answers:
        if answer.label:
            who = memory.speaker(answer.label, None)
        at = answer.first
        while who is not None and at < answer.last:
            sentence = text.doc.words.sentence_of(at)
            last = min(sentence.last, answer.last)
            out[sentence.first] = Utterance("said", at, (at, at), at, last, "reported", who, direct=True, answer=True)
            at = last
    return out


def _opening_speaker(text: Context, before: Sequence[Utterance]) -> Speaker | None:
    """The person whom the opening has speak most often, of equals the first."""
    speakers = [u.speaker for u in before if u.speaker and not u.nested and u.kind != "source"]
    persons = [s for s in speakers if not _body(text, s)]
    times = Counter(s.name or s.text for s in persons)
    chosen = max(persons, key=lambda s: times[s.name or s.text], default=None)
    return replace(chosen, verb=None, date=None) if chosen else None


def _body(text: Context, speaker: Speaker) -> bool:
    held = text.mention(text.doc.words.at(speaker.start))
    return speaker.name is None or (held is not None and held[1] not in ("person", "role"))


def _announced(text: Context, stop: int) -> bool:
    return any(form in interview_words().announced for form in text.forms[:stop])


def _guest(text: Context, stop: int) -> Range | None:
    """Whom the words before the first question introduce: the person most often named there, not in a byline;
    else whoever the title quotes."""
    persons = [
        (word, held[0])
        for word, held in sorted(text.doc.mention_from.items())
        if word < stop and held[0] <= stop and held[1].type == "person" and not _byline(text, word)
    ]
    if persons:
        times = Counter(base(text.forms[last - 1]) for _, last in persons)
        named = max(persons, key=lambda p: (times[base(text.forms[p[1] - 1])], p[1] - p[0], p[0]))
        return _with_title(text, named)
    title = text.doc.words.sentence_of(0)
    colon = next((k for k in range(1, title.last) if text.colon(k)), None)
    return phrase_at(text, 0, colon) if colon is not None and not preposition(text.forms[0]) else None


def _with_title(text: Context, named: Range) -> Range:
    """A name with the title right before it and what belongs to it after."""
    first, last = named
    while first > 0 and named[0] - first < _TITLE and not text.doc.ends_clause(first):
        form = text.forms[first - 1]
        if not article(form) or text.attached(first - 1) or form in particles().all or finite(form):
            break
        first -= 1
    whole = phrase_at(text, first, min(len(text.forms), last + _NEAR))
    return first, max(last, whole[1]) if whole else last


def _byline(text: Context, word: int) -> bool:
    known, forms = interview_words(), text.forms
    for k in range(word - 1, max(word - 1 - _NEAR, -1), -1):
        if forms[k] in known.bylines or (forms[k] in known.held and forms[k + 1] in known.held_what):
            return True
        if text.comma(k + 1) or "\n" in text.gaps[k + 1]:
            return False
    return False
