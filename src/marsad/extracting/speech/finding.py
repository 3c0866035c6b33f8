"""Reading a report's speech, sentence by sentence: verbs of saying, participles, named sources."""

from __future__ import annotations

from collections.abc import Sequence

from ...languages.arabic.dates import DateSpan
from ..document import Document
from .context import Context, context, finite, preposition
from .cue_forms import Cue
from .discourse import Discourse
from .frames import state_frame, verb_frame
from .interviews import answers, found_interview
from .memory import Memory
from .naming import name_source
from .painting import paint
from .saying import owned, says, utterance
from .scope import content_end
from .sources import rumour_at, source_at
from .voice import Speech, Utterance

_HEADLINE = 9  # words before a headline's colon
_SPEAKING = frozenset({"person", "role", "organization", "government", "armed force", "group"})


def find_speech(doc: Document, dates: Sequence[DateSpan] = ()) -> Speech:
    """Who says what in a report: all its utterances, and whose voice each word is in.

    ``dates`` are the dates found in the report; those that stand in a frame of speech become dates of
    speech.
    """
    text = context(doc, dates)
    if not text.forms:
        return Speech()
    told = Discourse(text, Memory(text))
    interview = found_interview(text)
    answered: dict[int, Utterance] = {}
    for sentence in doc.words.sentences:
        if interview and sentence.first >= interview.begins:
            answered, interview = answers(text, interview, told.memory, told.utterances), None
        _read(told, sentence.first, sentence.last, answered.get(sentence.first))
    frames = frozenset(word for u in told.utterances for word in range(*u.frame))
    voices = paint(text, told.utterances)
    return Speech(tuple(told.utterances), frozenset(told.frame_dates), voices, frames)


def _read(told: Discourse, first: int, last: int, answer: Utterance | None) -> None:
    """Read one sentence, what is said inside a frame again from where it begins; all of an ``answer`` is its
    giver's."""
    told.here = []
    text = told.text
    known, forms = text.known, text.forms
    if answer is None:
        upto = _headline(told, first, last)
    else:
        told.utterances.append(answer)
        told.running = answer
        upto = answer.first
    for at in (k for k in range(first, last) if forms[k] in known.triggers):
        if at < upto:
            continue
        form = forms[at]
        source = None
        if form in known.according or form in known.according_verb or form in known.own_words:
            source = source_at(text, at, last)
        elif form in known.rumours:
            source = rumour_at(text, at, last)
        if source:
            name_source(told, source, first, last)
            upto = source.last
        elif form in known.forms:
            upto = _cue(told, at, known.forms[form], first, last)


def _cue(told: Discourse, at: int, cue: Cue, first: int, last: int) -> int:
    """Read the verb or noun of saying at ``at``; the word to go on with."""
    if cue.part in ("perfect", "imperfect"):
        frame = verb_frame(told.text, at, cue, first, last)
    else:
        frame = state_frame(told.text, at, cue, last)
    if frame is None or not says(told, frame, first):
        return at + 1
    if cue.part == "masdar" and not owned(told, frame, first):
        return at + 1
    made = utterance(told, frame, first, last)
    if made is None:
        return at + 1
    told.add(made)
    return max(at + 1, made.first if frame.content is not None else made.frame[1])


def _headline(told: Discourse, first: int, last: int) -> int:
    """A title or paragraph that opens with a name and a colon: what follows is that one's."""
    text = told.text
    held = text.mention(first)
    if held is None or held[1] not in _SPEAKING:
        return first
    end = next((k for k in range(first + 1, min(first + _HEADLINE, last)) if text.colon(k)), None)
    if end is None or _more_than_a_name(text, first, end):
        return first
    quote = text.quotes.opening(end)
    stop = content_end(text, end, last, "colon")
    speaker = told.memory.speaker((first, end), None)
    made = Utterance("said", first, (first, end), end, stop, "reported", speaker, direct=bool(quote and quote.spoken))
    told.utterances.append(made)
    told.here.append(made)
    return end


def _more_than_a_name(text: Context, first: int, end: int) -> bool:
    if any(text.comma(k) for k in range(first + 1, end)):
        return True  # a byline: فلان - الوكالة - المدينة
    return any(finite(form) or preposition(form) for form in text.forms[first:end])
