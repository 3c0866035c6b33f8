"""From a verb of saying to its frame: who speaks, through whom, when, and where what is said begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ...languages.arabic.dates import DateSpan
from ...languages.arabic.lexicon import common_verbs, is_whole
from ...languages.arabic.particles import particles
from .context import Context, finite, one_of, preposition
from .cue_forms import Cue
from .readings import (
    addressed,
    adjoins,
    disagrees,
    named_like_preposition,
    negated_there,
    no_subject,
    noun_after_all,
    object_first,
    of_remote_antecedent,
    only_wished,
    own_ahead,
    pronoun_before,
    that_ahead,
    verbal_noun,
    with_pronoun,
)
from .speaker_after import Range, after_preposition, phrase_at, subject_at
from .speaker_before import subject_before, topic_before

How = Literal["that", "colon", "quote", "preposition", "object"]
REACH = 60  # words from a verb of saying to what is said; longer parentheses are not news prose
# Prepositions that lead to the channel one speaks to: في حديث إلى إذاعة, في مداخلة مع قناة.
_TOWARD = frozenset({"الي", "مع", "عبر", "علي"})
_TWO_NOUNS = frozenset({"accused", "warned", "demanded", "threatened", "promised"})


@dataclass(slots=True)
class Frame:
    """One verb of saying with what stands around it; ``content`` is None where nothing said follows.

    ``recalled``: a pronoun calls the source back, so that the subject only passed it on: نقلت عنه الوكالة.
    """

    cue: Cue
    verb: int
    subject: Range | None = None
    via: Range | None = None
    content: int | None = None
    how: How | None = None
    before: bool = False
    pronoun: bool = False
    recalled: bool = False
    dates: list[DateSpan] = field(default_factory=list)


def verb_frame(text: Context, verb: int, cue: Cue, start: int, stop: int) -> Frame | None:
    """The frame of a finite verb of saying in the sentence of words ``start`` to ``stop``, or None where
    it says nothing."""
    if (
        negated_there(text, verb, start)
        or only_wished(text, verb, cue, start)
        or noun_after_all(text, verb, cue, start)
    ):
        return None
    if cue.pronoun and not cue.verb.addresses and cue.verb.kind not in _TWO_NOUNS:
        return None
    frame = Frame(cue, verb, pronoun=pronoun_before(text, verb, start))
    before = None
    if cue.lead == "" and not cue.impersonal:
        before = subject_before(text, verb, start)
    elif cue.lead == "ف":
        frame.subject = topic_before(text, verb, start)
        frame.before = frame.subject is not None
    if before and disagrees(text, cue, before):
        before = None
    if before and adjoins(text, before[1], verb) and (cue.part == "imperfect" or not text.colon(before[0])):
        frame.subject, frame.before = before, True
    _follow(text, frame, stop)
    if frame.content is None and not cue.verb.object and cue.verb.kind not in ("reacted", "responsibility"):
        return None
    if cue.verb.kind == "reacted":
        frame.content = None
    if of_remote_antecedent(text, verb) and frame.how not in ("that", "colon", "quote"):
        return None
    if cue.verb.direct_that and frame.how not in ("that", "colon", "quote"):
        return None
    if frame.subject is None and before:
        frame.subject, frame.before = before, True
    relative = frame.before and text.forms[frame.subject[1]] in particles().relatives if frame.subject else False
    if relative and frame.how == "object" and cue.verb.kind not in _TWO_NOUNS:
        return None
    if frame.before and frame.content is None and cue.verb.kind != "reacted":
        return None
    _date_before(text, frame, start)
    return frame


def state_frame(text: Context, verb: int, cue: Cue, stop: int) -> Frame | None:
    """The frame of a participle (مشيرا إلى) or a noun of saying, whose speaker stands elsewhere."""
    frame = Frame(cue, verb)
    at = verb + 1
    while at < stop and at in text.date_from:
        frame.dates.append(text.date_from[at][1])
        at = text.date_from[at][0]
    if text.colon(at):
        frame.content, frame.how = at, "colon"
        return frame
    if at >= stop or (cue.verb.needs is None and _content(text, frame, at, stop)):
        return frame if frame.content is not None else None
    if cue.part == "participle":
        if cue.verb.needs and text.attached(at):
            return None  # a passive: متهما بقتل, not متهما الحكومة بقتل
        apart = (
            text.gaps[verb] != " " or cue.verb.kind in ("denied", "claimed") or (not cue.feminine and not cue.plural)
        )
        if (
            cue.verb.object
            and apart
            and not text.comma(at)
            and not (finite(text.forms[at]) or preposition(text.forms[at]))
        ):
            frame.content, frame.how = at, "object"
            return frame
        _follow(text, frame, min(stop, verb + 16))
        frame.subject = None
        return frame if frame.content is not None and frame.how != "object" else None
    return None


def _follow(text: Context, frame: Frame, stop: int) -> None:
    """Walk on from the verb: speaker, date, occasion and channel, up to where what is said begins."""
    cue, forms = frame.cue, text.forms
    divided = cue.verb.object or cue.verb.kind == "reacted" or cue.verb.addresses or cue.verb.kind in _TWO_NOUNS
    relative = after_relative = False
    at = frame.verb + 1
    end = min(stop, frame.verb + REACH)
    while at <= end:
        if text.colon(at):
            frame.content, frame.how = at + (at < stop and forms[at] in text.known.that), "colon"
            return
        if at >= end or ("." in text.gaps[at].strip(" ") and at >= stop):
            break
        if text.comma(at):
            relative = False
        if at in text.date_from:
            at, span = text.date_from[at]
            frame.dates.append(span)
            continue
        if _content(text, frame, at, stop):
            return
        form = forms[at]
        if cue.verb.source == form and at + 1 < stop:
            at = _source(text, frame, at + 1, stop)
            continue
        if cue.verb.source and with_pronoun(form) and form.startswith(cue.verb.source):
            frame.recalled = True
        elif form in text.known.adverbs:
            pass
        elif form in particles().relatives and form.startswith("ال"):
            relative = after_relative = True
        elif relative:
            pass
        elif form == "ل" and at + 1 < stop:
            found_at = phrase_at(text, at + 1, stop)
            if found_at:
                frame.via = frame.via or found_at
            at = found_at[1] if found_at else at + 1
            continue
        elif frame.subject is None and preposition(form) and named_like_preposition(text, at, stop):
            frame.subject = (at, at + 1)
        elif frame.subject and cue.verb.object and form == "من" and at + 1 < stop and _who(forms[at + 1]):
            frame.content, frame.how = at, "object"  # those who: تقدر الوزارة من غادروا بنحو مئة
            return
        elif preposition(form) or text.attached(at):
            at = _adverbial(text, frame, at, stop)
            continue
        elif (form in particles().all and form not in particles().demonstratives) or (
            frame.subject and cue.verb.object and cue.verb.needs is None and that_ahead(text, at, end)
        ):
            pass
        elif frame.subject and cue.verb.object and cue.verb.needs is None and verbal_noun(form):
            frame.content, frame.how = at, "object"
            return
        elif finite(form):
            if after_relative and form[0] == "و":
                relative = True
                at += 1
                continue
            if frame.subject is None or text.definite(frame.subject[0]) or text.comma(at):
                break
            relative = True
        elif frame.subject is None and cue.verb.object and cue.verb.needs is None and object_first(text, at, stop):
            frame.content, frame.how = at, "object"
            return
        elif frame.subject is None and at > frame.verb + 1 and form in common_verbs():
            relative = True
        elif frame.subject is None:
            found = subject_at(text, at, stop, divided=divided, leads=cue.prepositions)
            if found and frame.pronoun:
                at = found[0][1]
                continue
            if (
                found
                and (cue.verb.kind in _TWO_NOUNS or cue.verb.kind == "reacted")
                and (addressed(text, cue, found[0][0]) or no_subject(text, found[0][0]))
            ):
                at = found[0][1]
                continue
            if found:
                frame.subject, channel = found
                frame.via = channel or frame.via
                at = channel[1] if channel else frame.subject[1]
                continue
        elif cue.verb.object and cue.verb.needs is None and not own_ahead(text, at, end):
            frame.content, frame.how = at, "object"
            return
        at += 1


def _content(text: Context, frame: Frame, at: int, stop: int) -> bool:
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
    if text.forms[at] in _TOWARD and _is_channel(text, noun):
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


def _date_before(text: Context, frame: Frame, start: int) -> None:
    """The date set before the verb: ففي بداية ديسمبر، أكد ..."""
    if frame.cue.lead or frame.before:
        first = frame.subject[0] if frame.before and frame.subject else frame.verb
    else:
        first = frame.verb
    if frame.cue.lead == "" and first > start and first in text.date_upto and text.date_upto[first][0] >= start:
        frame.dates.append(text.date_upto[first][1])
