"""The day of an event that a report dates by what came after it: غداة الهجوم, بعد يومين على الهجوم.

It lies so many days before what its sentence tells.  Where that has no day of its own it is the report's, and since what a paper
prints happened the day before, the event may lie one day further back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from ...languages.arabic.words import Sentence
from ...records import DateRange
from ..document import Dated, Document, is_verb
from .context import context
from .cues import readings

_BACK, _NEAR = 5, 2
_MOST = 60


@dataclass(frozen=True, slots=True)
class Lag:
    """The words ``first`` up to, not including, ``last`` that say how many ``days`` after an event something took place."""

    first: int
    last: int
    days: int


def lag(doc: Document, sentence: Sentence, at: int) -> Lag | None:
    """What sets the event named at ``at`` so many days before something else, or None.

    The words stand right before it, but for what leads to it (غداة إقدام الجبهة على خطف) and is no event itself.
    """
    forms, known = doc.words.forms, context()
    for i in range(at - 1, max(sentence.first, at - _BACK) - 1, -1):
        if doc.ends_clause(i + 1) or is_verb(forms[i]) or forms[i] in known.made_known:
            return None
        if forms[i] in known.day_after:
            return Lag(i, i + 1, 1)
        if at - i <= _NEAR and forms[i] in known.span_joins and (found := _counted(doc, sentence, i)):
            # After two days of fighting is not two days after the fighting.
            return None if forms[i] == "من" and _goes_on(forms[at]) else found
        if readings(forms[i]) and forms[i] not in known.transparent:
            return None
    return None


def _goes_on(word: str) -> bool:
    """Whether a word tells of doings that last: بعد يومين من المعارك."""
    return any(r.plural or r.cue.deed or r.cue.generic for r in readings(word))


def _counted(doc: Document, sentence: Sentence, end: int) -> Lag | None:
    """The days of بعد أربعة أيام, بعد يومين, بعد أسبوع that end before word ``end``."""
    forms, known, unit = doc.words.forms, context(), end - 1
    if unit - 1 >= sentence.first and forms[unit - 1] in known.after and forms[unit] in known.days_of_spans:
        return Lag(unit - 1, end + 1, known.days_of_spans[forms[unit]])
    length = known.days_of_counted.get(forms[unit]) if unit > sentence.first else None
    for first in range(unit - 2, max(sentence.first, unit - 4) - 1, -1) if length else ():
        number = doc.number_at(first + 1)
        if forms[first] in known.after and number is not None and number.core_last == unit:
            low, high = number.value.low, number.value.high
            return Lag(first, end + 1, int(low) * length) if length and low and low == high and low <= _MOST else None
    return None


def day_before(
    doc: Document, sentence: Sentence, at: int, end: int, frame_dates: frozenset[Dated] = frozenset()
) -> DateRange | None:
    """The days of the event at ``at``, whose own words go on up to ``end``, where something else is set so long after it.

    None where nothing is, where the event has a day of its own, or where the report has none.
    """
    found = lag(doc, sentence, at)
    if found is None or any(d.value.earliest for d in doc.dated(at, end)):
        return None
    before = [d for d in doc.dated(sentence.first, found.first) if d not in frame_dates]
    behind = [d for d in doc.dated(end, sentence.last) if d not in frame_dates]
    if found.first > sentence.first and behind and not before:
        return None
    # What opens its sentence is followed by what came after: وبعد أربعة أيام على الهجوم، شن الجيش اليوم.
    base = next((d.value for d in (*before[-1:], *behind)), None)
    text = doc.span(found.first, found.last).text
    back = timedelta(found.days)
    if base is not None and base.earliest and base.latest:
        first, last = base.earliest - back, base.latest - back
        return DateRange(
            earliest=first,
            latest=last,
            precision="day" if first == last else "range",
            inferred=True,
            text=text,
        )
    published = doc.report.published
    if published is None or base is not None:
        return None
    return DateRange(
        earliest=published - back - timedelta(1),
        latest=published - back,
        precision="range",
        inferred=True,
        text=text,
    )
