"""Which triggers tell of one event: an attack and what it led to, a verb and the noun that carries its meaning."""

from __future__ import annotations

from collections.abc import Iterable

from ...languages.arabic.lexicon import base
from ...languages.arabic.particles import particles
from ...languages.arabic.words import Sentence
from ...records import EventBody
from ..document import Document
from ..proposal import Proposal
from .aftermath import lag
from .anchoring import ahead
from .context import among, any_among, context, singles_out
from .passing import extent
from .roles import hit
from .triggers import Trigger

# How many words apart the two halves of one telling may stand: "أطلق مسلحون النار على حافلة ما أدى إلى مقتل".
_TOGETHER = 12
# Words before an event among which "beside" stands.
_BESIDE = 2


def group(doc: Document, triggers: list[Trigger]) -> list[list[Trigger]]:
    """The triggers, in order, put together by event; the first of each group leads it.

    Within a sentence, triggers of one type and status are one event where they stand in one clause, or where one of them is
    a result (killed, injured) and the other not.  A result told before its cause leaves the lead to the cause.
    """
    groups: list[list[Trigger]] = []
    for trigger in triggers:
        home = next((g for g in reversed(groups) if _belongs(doc, trigger, g)), None)
        if home is None:
            groups.append([trigger])
        else:
            home.append(trigger)
    for members in groups:
        members.sort(key=lambda t: (t.cue.result and any(not o.cue.result for o in members), t.at))
    return groups


def _belongs(doc: Document, trigger: Trigger, members: list[Trigger]) -> bool:
    lead = members[0]
    if lead.sentence != trigger.sentence or lead.cue.type != trigger.cue.type:
        return False
    if lead.cue.type not in ("ASSAULT", "PROTEST") and lead.cue.mode != trigger.cue.mode:
        return False
    if lead.passing:
        return trigger.at < extent(doc, lead.sentence, lead.at)
    if trigger.passing and not _result_of(doc, trigger, members):
        return False
    if _dated_apart(doc, lead, trigger) or _before_what_came(doc, lead, trigger):
        return False
    if "abduct" in (lead.cue.mode, trigger.cue.mode) and lead.cue.mode != trigger.cue.mode and not trigger.cue.result:
        return False
    nearest = min(members, key=lambda t: abs(t.at - trigger.at))
    if set_apart(doc, *sorted((nearest.at, trigger.at))) is not None or _counted_twice(doc, nearest, trigger):
        return False
    if lead.status != trigger.status and not (trigger.cue.result or lead.cue.result):
        return False
    one_clause = doc.clause_of(nearest.at) == doc.clause_of(trigger.at)
    close = abs(nearest.at - trigger.at) <= _TOGETHER
    results = trigger.cue.result or nearest.cue.result
    return (
        one_clause
        or (close and results)
        or (results and not trigger.reading.form)
        or (close and _resumed(doc, trigger))
        or _led_to(doc, trigger)
    )


def _led_to(doc: Document, trigger: Trigger) -> bool:
    """Whether a verb only says what was told before it led to: وحصد أرواح 15 شخصا, ما أودى بحياة ثلاثة."""
    leads = trigger.reading.lead in ("و", "ف") or doc.words.forms[trigger.at - 1] in ("ما", "مما")
    return trigger.cue.result and trigger.cue.frame == "weapon" and trigger.reading.form is not None and leads


def _result_of(doc: Document, trigger: Trigger, members: list[Trigger]) -> bool:
    """Whether an event named in passing is what a result told right before it comes of: قتل خمسة في الهجوم على الفندق."""
    last = max(members, key=lambda t: t.at)
    if not trigger.passing or last.at > trigger.at or not last.cue.result:
        return False
    between = doc.words.forms[last.at + 1 : trigger.at]
    return doc.clause_of(last.at) == doc.clause_of(trigger.at) and not any(
        among(word, context().afterwards) for word in between
    )


def set_apart(doc: Document, first: int, last: int) -> int | None:
    """The word between two triggers that makes what they tell two events, if there is one.

    Such are ردا على, بعد ثلاثة أيام على, وبعدها بيوم, منذ.
    """
    forms, known = doc.words.forms, context()
    for i in range(first + 1, last):
        if (
            among(forms[i], known.answers)
            or (forms[i] == "منذ" and i == last - 1)
            or singles_out(forms[i], forms[i + 1])
        ):
            return i
        if forms[i] in known.after and any(w in known.spans_of_time for w in forms[i + 1 : min(i + 4, last)]):
            return i
        if among(forms[i], known.spans_later) and any(among(w, known.spans_of_time) for w in forms[i + 1 : i + 3]):
            return i
    return None


def stretch(doc: Document, members: list[Trigger], others: Iterable[int]) -> Sentence:
    """The part of their sentence that triggers of one event may have their place and day from: up to what sets others apart."""
    sentence, at = members[0].sentence, members[0].at
    first, last = sentence.first, sentence.last
    for other in others:
        if not sentence.first <= other < sentence.last:
            continue
        between = set_apart(doc, *sorted((at, other)))
        if between is not None and other < at:
            first = max(first, between)
        elif between is not None:
            last = min(last, between)
    return Sentence(first, last)


def _counted_twice(doc: Document, one: Trigger, other: Trigger) -> bool:
    """Whether two results of a kind, each with its own count, are told beside each other: قتل ستة هنا فيما قتل أربعة هناك."""
    first, last = sorted((one, other), key=lambda t: t.at)
    if not (first.cue.result and last.cue.result) or first.sentence != last.sentence:
        return False
    if _placed_apart(doc, first, last):
        return True
    beside = next((i for i in range(last.at, first.at, -1) if among(doc.words.forms[i], context().contrasts)), None)
    if beside is None:
        return False
    return (
        first.cue.wounds == last.cue.wounds
        and any(doc.number_at(i) for i in range(first.at, beside))
        and any(doc.number_at(i) for i in range(beside, min(last.at + 5, last.sentence.last)))
    )


def _placed_apart(doc: Document, first: Trigger, last: Trigger) -> bool:
    """Whether two results of a kind in two clauses each have a place behind them, and not the same.

    مقتل ستة في عدن، ومقتل شرطي في لحج.
    """
    if first.cue.wounds != last.cue.wounds or doc.clause_of(first.at) == doc.clause_of(last.at):
        return False
    one, other = _places(doc, first.at, last.at), _places(doc, *_clause_from(doc, last.at))
    return bool(one and other) and not one & other


def _clause_from(doc: Document, at: int) -> tuple[int, int]:
    return at, doc.clause_of(at)[1]


def _places(doc: Document, first: int, last: int) -> set[str | None]:
    held = (doc.mention_from[i][1] for i in range(first, last) if i in doc.mention_from)
    return {
        mention.entity or mention.name for mention in held if mention.type == "place" and mention.subtype != "country"
    }


def _dated_apart(doc: Document, one: Trigger, other: Trigger) -> bool:
    """Whether the clauses of two triggers give different days."""
    first = {d.value.earliest for d in doc.dated(*doc.clause_of(one.at)) if d.value.earliest}
    second = {d.value.earliest for d in doc.dated(*doc.clause_of(other.at)) if d.value.earliest}
    return bool(first and second) and not first & second


def _before_what_came(doc: Document, lead: Trigger, trigger: Trigger) -> bool:
    """Whether an event is set so long before what its sentence goes on to tell with the trigger, or told of beside that.

    بعد يومين على هجوم، شن; إلى جانب الانفجار الذي وقع في عدن، قتل اثنان في لحج.
    """
    besides = any_among(doc.words.forms[max(lead.sentence.first, lead.at - _BESIDE) : lead.at], context().besides)
    if not besides and (trigger.cue.result or lag(doc, lead.sentence, lead.at) is None):
        return False
    return any(doc.ends_clause(i) for i in range(extent(doc, lead.sentence, lead.at), trigger.at + 1))


def _resumed(doc: Document, trigger: Trigger) -> bool:
    """Whether a relative pronoun ties the trigger to the noun before: العملية التي استهدفت."""
    return doc.words.forms[trigger.at - 1] in particles().relatives


def resumes(doc: Document, members: list[Trigger], earlier: list[Proposal]) -> Proposal | None:
    """The event told before that these triggers only take up again, or None.

    They do so where the leading one is a definite singular noun, or a result without anything new, and neither it nor its
    clause gives a place or a day of its own.
    """
    lead = members[0]
    same = [
        p
        for p in earlier
        if isinstance(p.body, EventBody) and p.body.type == lead.cue.type and p.anchor < lead.sentence.first
    ]
    same = [p for p in same if not p.passing] or same
    if not same or not all(t.reading.form is None and (t.reading.definite or t.cue.result) for t in members):
        return None
    if any(t.cue.before or t.cue.before_any for t in members):
        return None
    if not any(t.reading.definite for t in members) and not _carried(doc, lead):
        return None
    first, last = doc.clause_of(lead.at)
    if (target := hit(doc, lead)) and not _known(doc, target, same):
        return None
    if last < lead.sentence.last and doc.words.forms[last] in particles().relatives:
        counted = last
        last = doc.clause_of(last)[1]
        if any(doc.number_at(w) for w in range(counted, last)):
            return None
    fresh = any(
        w in doc.mention_from and doc.mention_from[w][1].type == "place" for w in range(first, last)
    ) or doc.dated(first, last)
    return None if fresh or _of_another_day(doc, lead, same[-1]) else same[-1]


def _of_another_day(doc: Document, lead: Trigger, earlier: Proposal) -> bool:
    """Whether a known day close behind the trigger is not the day of the event told before."""
    known = earlier.date.earliest if earlier.date else None
    days = [d.value.earliest for d in doc.dated(lead.at, ahead(doc, lead.sentence, lead.at)) if d.value.earliest]
    return known is not None and bool(days) and known not in days


def _known(doc: Document, target: tuple[int, int], earlier: list[Proposal]) -> bool:
    """Whether the head of a target stands in the words of an event told before."""
    head = base(doc.words.forms[target[0]])
    return any(head in map(base, doc.words.forms[p.first : p.last]) for p in earlier)


def _carried(doc: Document, lead: Trigger) -> bool:
    """Whether a result hangs on a verb of leading to, so that its cause stands elsewhere: وأسفر عن مقتل."""
    return doc.words.forms[lead.at - 1] in ("عن", "الي") and lead.cue.result
