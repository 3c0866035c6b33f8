"""Who answers in a printed interview, and the answers as that one's own words."""

from __future__ import annotations

from collections import Counter

from ...languages.arabic.lexicon import base
from .context import Context, preposition
from .interview_words import interview_words
from .memory import Memory
from .speaker_after import Range, phrase_at
from .turns import interview
from .voice import Utterance

_NEAR = 3  # words between a byline's word and the name


def answers(text: Context, memory: Memory) -> dict[int, Utterance]:
    """The utterances of an interview, one for each sentence of an answer, by the sentence's first word.

    The one who answers is the one whose name labels the answer, else the one whom the opening introduces.
    """
    found = interview(text)
    if found is None or (found.bare and not _announced(text, found.begins)):
        return {}
    guest = _guest(text, found.begins)
    out: dict[int, Utterance] = {}
    for answer in found.answers:
        who = answer.label or guest
        if who is None:
            continue
        speaker = memory.speaker(who, None)
        at = answer.first
        while at < answer.last:
            sentence = text.doc.words.sentence_of(at)
            last = min(sentence.last, answer.last)
            out[sentence.first] = Utterance(
                "said", at, (at, at), at, last, "reported", speaker, direct=True, answer=True
            )
            at = last
    return out


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
        return max(persons, key=lambda p: (times[base(text.forms[p[1] - 1])], p[1] - p[0], p[0]))
    title = text.doc.words.sentence_of(0)
    colon = next((k for k in range(1, title.last) if text.colon(k)), None)
    return phrase_at(text, 0, colon) if colon is not None and not preposition(text.forms[0]) else None


def _byline(text: Context, word: int) -> bool:
    known, forms = interview_words(), text.forms
    for k in range(word - 1, max(word - 1 - _NEAR, -1), -1):
        if forms[k] in known.bylines or (forms[k] in known.held and forms[k + 1] in known.held_what):
            return True
        if text.comma(k + 1) or "\n" in text.gaps[k + 1]:
            return False
    return False
