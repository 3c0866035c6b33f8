"""On from a verb of saying: speaker, date, occasion and channel, up to where what is said begins."""

from __future__ import annotations

from dataclasses import dataclass

from ...languages.arabic.lexicon import common_verbs, is_whole
from ...languages.arabic.particles import particles
from .context import Context, finite, one_of, preposition
from .frame import TWO_NOUNS, Frame
from .readings import (
    addressed,
    named_like_preposition,
    no_subject,
    object_first,
    own_ahead,
    that_ahead,
    verbal_noun,
    with_pronoun,
)
from .speaker_after import after_preposition, phrase_at, subject_at

_REACH = 60  # words from a verb of saying to what is said; longer parentheses are not news prose


def follow(text: Context, frame: Frame, stop: int) -> None:
    """Walk on from the verb of ``frame``, at most up to ``stop``; the frame is told what stands there."""
    walk = _Walk(text, frame, stop, min(stop, frame.verb + _REACH))
    at: int | None = frame.verb + 1
    while at is not None and at <= walk.end:
        at = walk.step(at)


@dataclass(slots=True)
class _Walk:
    """How far words may be read, and whether the word read stands in a relative clause or behind one.

    Each method reads the word ``at`` and gives the next one to read, None where the walk is over.
    """

    text: Context
    frame: Frame
    stop: int
    end: int
    relative: bool = False
    after_relative: bool = False

    def step(self, at: int) -> int | None:
        """Past one word, or to what is said."""
        text, frame = self.text, self.frame
        verb, forms = frame.cue.verb, text.forms
        if text.colon(at):
            frame.content, frame.how = at + (at < self.stop and forms[at] in text.known.that), "colon"
            return None
        if at >= self.end or ("." in text.gaps[at].strip(" ") and at >= self.stop):
            return None
        if text.comma(at):
            self.relative = False
        if at in text.date_from:
            past, span = text.date_from[at]
            frame.dates.append(span)
            return past
        if content_begins(text, frame, at, self.stop):
            return None
        form = forms[at]
        if verb.source == form and at + 1 < self.stop:
            return _source(text, frame, at + 1, self.stop)
        if verb.source and with_pronoun(form) and form.startswith(verb.source):
            frame.recalled = True
        elif form in text.known.adverbs:
            pass
        elif form in particles().relatives and form.startswith("ال"):
            self.relative = self.after_relative = True
        elif not self.relative:
            return self._phrase(at)
        return at + 1

    def _phrase(self, at: int) -> int | None:
        """Past a preposition with its noun or another particle, to those who are spoken of, or on with other words."""
        text, frame, form = self.text, self.frame, self.text.forms[at]
        if form == "ل" and at + 1 < self.stop:
            found = phrase_at(text, at + 1, self.stop)
            frame.via = frame.via or found
            return found[1] if found else at + 1
        if frame.subject is None and preposition(form) and named_like_preposition(text, at, self.stop):
            frame.subject = (at, at + 1)
            return at + 1
        if frame.subject and frame.cue.verb.object and form == "من" and at + 1 < self.stop and _who(text.forms[at + 1]):
            return self._object(at)  # those who: تقدر الوزارة من غادروا بنحو مئة
        if preposition(form) or text.attached(at):
            return _adverbial(text, frame, at, self.stop)
        if form in particles().all and form not in particles().demonstratives:
            return at + 1
        return self._word(at)

    def _word(self, at: int) -> int | None:
        """Past a verb or the speaker, or to an object that is what is said."""
        text, frame, form = self.text, self.frame, self.text.forms[at]
        plain = frame.cue.verb.object and frame.cue.verb.needs is None
        if frame.subject and plain and that_ahead(text, at, self.end):
            return at + 1
        if frame.subject and plain and verbal_noun(form):
            return self._object(at)
        if finite(form):
            return self._verb(at)
        if frame.subject:
            return self._object(at) if plain and not own_ahead(text, at, self.end) else at + 1
        if plain and object_first(text, at, self.stop):
            return self._object(at)
        if at > frame.verb + 1 and form in common_verbs():
            self.relative = True
            return at + 1
        return self._speaker(at)

    def _verb(self, at: int) -> int | None:
        """Past a verb of a relative clause; one of the main clause ends the frame."""
        text, subject = self.text, self.frame.subject
        joined = self.after_relative and text.forms[at][0] == "و"
        if not joined and (subject is None or text.definite(subject[0]) or text.comma(at)):
            return None
        self.relative = True
        return at + 1

    def _speaker(self, at: int) -> int:
        """Past the speaker who begins here, and the channel with him; past others who cannot be the speaker."""
        text, frame, cue = self.text, self.frame, self.frame.cue
        two = cue.verb.kind == "reacted" or cue.verb.kind in TWO_NOUNS
        divided = cue.verb.object or cue.verb.addresses or two
        found = subject_at(text, at, self.stop, divided=divided, leads=cue.prepositions)
        if found is None:
            return at + 1
        speaker, channel = found
        if frame.pronoun or (two and (addressed(text, cue, speaker[0]) or no_subject(text, speaker[0]))):
            return speaker[1]
        frame.subject, frame.via = speaker, channel or frame.via
        return channel[1] if channel else speaker[1]

    def _object(self, at: int) -> int | None:
        """What is said is the object that begins here, and the walk is over."""
        self.frame.content, self.frame.how = at, "object"
        return None


def content_begins(text: Context, frame: Frame, at: int, stop: int) -> bool:
    """Whether what is said begins at or just after ``at``; the frame is told so."""
    verb, form = frame.cue.verb, text.forms[at]
    if form in text.known.that and (verb.needs is None or form[0] == verb.needs):
        frame.content, frame.how = min(at + 1, stop), "that"
    elif form in frame.cue.prepositions and at + 1 < stop:
        that = text.forms[at + 1] in text.known.that
        if (form == verb.through and not that) or (verb.object and own_ahead(text, at, stop)):
            return False
        frame.content, frame.how = at + 1 + that, "that" if that else "preposition"
    elif form == "ب" and "ب" in frame.cue.prepositions and at + 1 < stop:
        frame.content, frame.how = at + 1, "preposition"
    elif (
        (text.attached(at) == "ب" or (form[0] == "ب" and form[1:] in text.known.objects))
        and "ب" in frame.cue.prepositions
        and form not in text.known.not_content
        and not (is_whole(form) or preposition(form) or one_of(form, text.known.occasions))
    ):
        frame.content, frame.how = at, "preposition"
    else:
        quote = text.quotes.opening(at)
        if quote is None or not quote.spoken or _is_name(text, at, quote.last):
            return False
        frame.content, frame.how = at, "quote"
    return frame.content < stop or frame.how == "quote"


def _is_name(text: Context, first: int, last: int) -> bool:
    held = text.doc.mention_from.get(first)
    return held is not None and held[0] >= last


def _adverbial(text: Context, frame: Frame, at: int, stop: int) -> int:
    """Past a prepositional phrase in the frame; a channel one spoke through is kept."""
    if with_pronoun(text.forms[at]):
        return at + 1
    noun = at if text.attached(at) else at + 1
    if noun >= stop or noun in text.date_from:
        return at + 1
    if text.attached(at) == "ل":
        held = text.mention(at)
        found = after_preposition(text, at, stop)
        last = held[0] if held else (found[1] if found else at + 1)
        if _is_channel(text, at):
            frame.via = frame.via or (at, last)
        return last
    if text.forms[at] in text.known.toward and _is_channel(text, noun):
        held = text.mention(noun)
        found = phrase_at(text, noun, stop)
        last = held[0] if held else found[1] if found else noun + 1
        frame.via = frame.via or (noun, last)
        return last
    if text.forms[noun] in text.known.that:
        return at + 1
    divided = frame.cue.verb.object
    found = phrase_at(text, noun, stop, divided=divided) if noun != at else None
    return max(at + 1, found[1] if found else noun)


def _who(form: str) -> bool:
    """Whether من before this word is rather "who" than "from"."""
    return finite(form) or form in common_verbs()


def _is_channel(text: Context, word: int) -> bool:
    held = text.mention(word)
    return (held is not None and held[1] == "media") or one_of(text.forms[word], text.known.channels)


def _source(text: Context, frame: Frame, at: int, stop: int) -> int:
    """Past "from X, who said": X is the speaker, whoever carried it the channel."""
    found = subject_at(text, at, stop)
    if found is None:
        return at
    if frame.subject and text.forms[frame.subject[0]] not in particles().demonstratives:
        frame.via = frame.subject
    frame.subject = found[0]
    after = frame.subject[1]
    cue = text.known.forms.get(text.forms[after]) if after < stop else None
    return after + 1 if cue and cue.part == "masdar" and cue.pronoun else after
