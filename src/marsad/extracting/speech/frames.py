"""From a verb of saying to its frame: who speaks, through whom, when, and where what is said begins."""

from __future__ import annotations

from ...languages.arabic.particles import particles
from .context import Context, finite, preposition
from .cue_forms import Cue
from .following import content_begins, follow
from .frame import TWO_NOUNS, Frame
from .readings import (
    adjoins,
    disagrees,
    negated_there,
    noun_after_all,
    of_remote_antecedent,
    only_wished,
    pronoun_before,
)
from .speaker_before import subject_before, topic_before


def verb_frame(text: Context, verb: int, cue: Cue, start: int, stop: int) -> Frame | None:
    """The frame of a finite verb of saying in the sentence of words ``start`` to ``stop``, or None where
    it says nothing."""
    if (
        negated_there(text, verb, start)
        or only_wished(text, verb, cue, start)
        or noun_after_all(text, verb, cue, start)
    ):
        return None
    if cue.pronoun and not cue.verb.addresses and cue.verb.kind not in TWO_NOUNS:
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
    follow(text, frame, stop)
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
    if relative and frame.how == "object" and cue.verb.kind not in TWO_NOUNS:
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
    if at >= stop or (cue.verb.needs is None and content_begins(text, frame, at, stop)):
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
        follow(text, frame, min(stop, verb + 16))
        frame.subject = None
        return frame if frame.content is not None and frame.how != "object" else None
    return None


def _date_before(text: Context, frame: Frame, start: int) -> None:
    """The date set before the verb: ففي بداية ديسمبر، أكد ..."""
    if frame.cue.lead or frame.before:
        first = frame.subject[0] if frame.before and frame.subject else frame.verb
    else:
        first = frame.verb
    if frame.cue.lead == "" and first > start and first in text.date_upto and text.date_upto[first][0] >= start:
        frame.dates.append(text.date_upto[first][1])
