"""From the frame of a verb of saying to an utterance."""

from __future__ import annotations

from dataclasses import replace

from ...languages.arabic.lexicon import common_verbs
from ...languages.arabic.particles import particles
from ...records import Speaker
from .context import Context, article, finite, one_of, preposition
from .discourse import Discourse
from .frame import Frame
from .scope import content_end, until
from .sources import source_at
from .speaker_after import Range, phrase_at
from .voice import Utterance, UtteranceKind

_LIGHT_REACH = 9


def says(told: Discourse, frame: Frame, first: int) -> bool:
    """Whether a frame is speech: not the author's formula, and not a thing that shows something."""
    text, verb = told.text, frame.verb
    if frame.subject is None:
        formula = text.forms[verb] in text.known.formulas and not told.here
        return not formula and not (verb > first and text.forms[verb - 1].removeprefix("و") in text.known.no_statement)
    head, end = frame.subject
    closed = particles().demonstratives
    while head < end - 1 and (text.forms[head] in closed or text.forms[head] in text.known.quantifiers):
        head += 1
    if frame.cue.verb.kind == "responsibility" and not frame.before:
        named = any(text.mention(word) for word in range(*frame.subject))
        return named or article(text.forms[head]) or one_of(text.forms[head], text.known.sources)
    if frame.cue.verb.shows or text.forms[head] in closed:
        speaks = text.mention(head) is not None or not one_of(text.forms[head], text.known.mute)
        return speaks and not (told.outer(verb) and one_of(text.forms[head], text.known.findings))
    return not frame.cue.verb.counted or _counts(text, frame, head)


def _counts(text: Context, frame: Frame, head: int) -> bool:
    """Whether a body or a person counts there, and counts something: أحصت المنظمة 30 حالة."""
    held, known, at = text.mention(head), text.known, frame.content
    who = held[1] != "place" if held else one_of(text.forms[head], known.sources)
    return who and at is not None and (text.doc.number_at(at) is not None or one_of(text.forms[at], known.objects))


def owned(told: Discourse, frame: Frame, first: int) -> bool:
    """Whether somebody's is a noun of saying, told to the frame: بدأت اتجاهات في الإشارة, دفع محللين إلى
    التحذير, قوله."""
    text, at = told.text, frame.verb
    if frame.cue.pronoun:
        return bool(told.here or told.running)
    if not frame.cue.definite or at == first:
        return False
    if text.attached(at):
        end = at
    elif text.forms[at - 1] in text.known.light_after:
        end = at - 1
    else:
        return False
    frame.subject = _light_subject(text, end, first)
    return frame.subject is not None and not one_of(text.forms[frame.subject[0]], text.known.mute)


def _light_subject(text: Context, end: int, first: int) -> Range | None:
    """Who a light verb before a noun of saying is about: its object, else its subject."""
    for verb in range(end - 1, max(first, end - _LIGHT_REACH) - 1, -1):
        if not _light_verb(text, verb, first):
            continue
        if verb + 1 < end:
            return phrase_at(text, verb + 1, end)
        start = max(text.doc.clause_of(verb)[0], first)
        while start < verb and (text.forms[start] in text.known.that or text.forms[start] in particles().all):
            start += 1
        return (start, verb) if start < verb and not preposition(text.forms[start]) else None
    return None


def _light_verb(text: Context, at: int, first: int) -> bool:
    """Whether a verb stands there; one that is as often a noun only where a noun could not: ما دفع."""
    if finite(text.forms[at]):
        return True
    clear = at == first or text.doc.ends_clause(at) or text.forms[at - 1] in particles().all
    return clear and text.forms[at] in common_verbs()


def utterance(told: Discourse, frame: Frame, first: int, last: int) -> Utterance | None:
    """What the frame says in the sentence of words ``first`` to ``last``; None where nobody can be told
    to say it."""
    text, cue, verb = told.text, frame.cue, frame.verb
    outer = told.outer(verb)
    found = _speakers(told, frame, outer, first, last)
    if found is None:
        return None
    speaker, via = found
    certainty = cue.verb.certainty
    if speaker is None and certainty == "reported":
        certainty = "hedged"
    date = told.dated(frame.dates)
    if speaker and date:
        speaker = replace(speaker, date=date)
    start = frame.content if frame.content is not None else verb + 1
    end = start if frame.content is None else _end(text, frame, start, last, impersonal=speaker is None)
    quote = text.quotes.opening(start) if start < len(text.forms) else None
    part_taken = start < end and one_of(text.forms[start], text.known.part_taken)
    kind: UtteranceKind = cue.verb.kind
    if part_taken and kind in ("announced", "confirmed", "claimed"):
        kind = "responsibility"
    return Utterance(
        kind=kind, verb=verb, frame=_frame(frame, start), first=start, last=end, certainty=certainty,
        speaker=speaker, via=via, date=date,
        direct=frame.how in ("colon", "quote") and quote is not None and quote.spoken,
        feminine=None if cue.part == "masdar" or cue.plural else cue.feminine,
        granted=part_taken or kind == "responsibility", nested=outer is not None and _nested(text, frame,
        outer),
    )  # fmt: skip


def _speakers(
    told: Discourse, frame: Frame, outer: Utterance | None, first: int, last: int
) -> tuple[Speaker | None, tuple[Speaker, ...]] | None:
    """The speaker and those it came through; a speaker of None is nobody's saying, None no saying at all."""
    cue = frame.cue
    verb = told.text.doc.words.quote(frame.verb, frame.verb + 1)[2]
    if cue.verb.needs and not cue.pronoun and frame.content == frame.verb + 1:
        return None, ()  # nobody accused: the passive "was accused of"
    if frame.subject and frame.recalled:
        if told.running is None or told.running.speaker is None:
            return None
        passed_on = replace(told.memory.speaker(frame.subject, None), role="via")
        return replace(told.running.speaker, verb=verb, date=None, direct=False), (passed_on,)
    if frame.subject and _urged(told, frame):
        frame.subject = None
    if frame.subject:
        via = (replace(told.memory.speaker(frame.via, None), role="via"),) if frame.via else ()
        return _sources_within(told, frame, told.memory.speaker(frame.subject, verb), via, last)
    if cue.impersonal and cue.part == "imperfect":
        return None if frame.how == "object" else (None, ())
    found = told.resumed(frame, outer, first)
    if found is None:
        nobody_yet = cue.part == "perfect" and cue.verb.kind == "said" and frame.how == "that" and told.running is None
        return (None, ()) if nobody_yet else None
    if found.speaker is None:
        return None
    return replace(found.speaker, verb=verb, date=None, direct=False), found.via


def _urged(told: Discourse, frame: Frame) -> bool:
    """Whether the one noun after a verb of urging is whom a speaker of the sentence goes on to urge."""
    cue = frame.cue
    if not (cue.verb.urges and cue.lead and not frame.before and frame.how == "preposition"):
        return False
    return any(u.speaker and not u.nested and u.feminine == cue.feminine for u in told.here)


def _sources_within(
    told: Discourse, frame: Frame, speaker: Speaker, via: tuple[Speaker, ...], last: int
) -> tuple[Speaker, tuple[Speaker, ...]]:
    """Sources named inside a frame: وقالت الوكالة نقلا عن مسؤولين إن, وقال الوزير، بحسب ما نقلت الوكالة،
    إن."""
    text, known = told.text, told.text.known
    stop = frame.content if frame.content is not None else frame.verb
    for at in range(frame.verb + 1, stop):
        form = text.forms[at]
        if form not in known.according and form not in known.according_verb:
            continue
        source = source_at(text, at, min(last, stop))
        if source is None or source.subject is None:
            continue
        named = told.memory.speaker(source.subject, speaker.verb)
        if form == "نقلا":
            return named, (replace(speaker, role="via"), *via)
        via = (*via, replace(named, role="via"))
    return speaker, via


def _end(text: Context, frame: Frame, start: int, last: int, *, impersonal: bool) -> int:
    quote = text.quotes.around(frame.verb)
    stop = min(last, quote.last) if quote is not None and start < quote.last else last
    end = content_end(text, start, stop, frame.how)
    if not impersonal:
        return end
    on_noun = frame.verb > 0 and text.forms[frame.verb - 1] not in particles().all
    if on_noun and not text.doc.ends_clause(frame.verb) and not frame.cue.lead:
        end = next((k for k in range(start + 2, end) if finite(text.forms[k]) or text.comma(k)), end)
    return until(text, text.known.known_again, start, end)


def _frame(frame: Frame, content: int) -> Range:
    """The words of verb and speaker, with the particle that leads into what is said."""
    low, high = frame.verb, frame.verb + 1
    if frame.subject:
        low, high = min(low, frame.subject[0]), max(high, frame.subject[1])
    if frame.content is None:
        return low, high
    if 0 < content - high <= 2:
        high = content
    return low, min(high, max(content, frame.verb + 1))


def _nested(text: Context, frame: Frame, outer: Utterance) -> bool:
    """Whether somebody in what is said is told to have said something, rather than the report going on."""
    verb, cue = frame.verb, frame.cue
    if outer.answer:
        return True
    quote = text.quotes.around(verb)
    if quote and quote.first >= outer.first:
        return True
    if cue.part == "participle" or (cue.pronoun and cue.part == "masdar"):
        return False
    if cue.part == "masdar" or (frame.subject is None and cue.impersonal):
        return True
    begin = min(verb, frame.subject[0]) if frame.subject else verb
    before = text.forms[begin - 1] if begin else ""
    fresh = before in text.known.new_statement or text.forms[begin] in text.known.new_statement
    return not (cue.lead or fresh or (text.doc.ends_clause(begin) and not frame.before))
