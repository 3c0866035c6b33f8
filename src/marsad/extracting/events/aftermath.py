"""The days of an event that a report dates by what came after it: غداة الهجوم, بعد يومين على الهجوم, بعد عامين على الهجوم.

It lies so long before what its sentence tells.  Where that has no day of its own it is the report's, and since what a paper
prints happened the day before, the event may lie one day further back.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ...languages.arabic.words import Sentence
from ...records import DatePrecision, DateRange
from ..document import Dated, Document, is_verb
from .context import context
from .cues import readings

_BACK, _NEAR, _YEAR = 7, 2, 12
_MOST = 60
# Words that a number may have.
_NUMBER = 4


@dataclass(frozen=True, slots=True)
class Lag:
    """The words ``first`` up to, not including, ``last`` that say how many ``days`` or ``months`` after an event something
    took place."""

    first: int
    last: int
    days: int
    months: int = 0


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
            return None if forms[i] == "من" and goes_on(forms[at]) else found
        if readings(forms[i]) and forms[i] not in known.transparent:
            return None
    return None


def goes_on(word: str) -> bool:
    """Whether a word tells of doings that last: بعد يومين من المعارك."""
    return any(r.plural or r.cue.deed or r.cue.generic for r in readings(word))


def _counted(doc: Document, sentence: Sentence, end: int) -> Lag | None:
    """The days or months of بعد أربعة أيام, بعد يومين, بعد مرور نحو عامين that end before word ``end``."""
    forms, known, unit = doc.words.forms, context(), end - 1
    number = next(
        (n for i in range(unit - 1, max(sentence.first, unit - _NUMBER) - 1, -1) if (n := doc.number_at(i))), None
    )
    if number is not None and number.core_last == unit:
        low, high = number.value.low, number.value.high
        count = int(low) if low and low == high and low <= _MOST else 0
        first, days, months = number.first, known.days_of_counted, known.months_of_counted
    else:
        first, count, days, months = unit, 1, known.days_of_spans, known.months_of_spans
    after = first - 1
    while after > sentence.first and forms[after] in known.elapsed:
        after -= 1
    if after < sentence.first or forms[after] not in known.after or not count:
        return None
    length, of_month = days.get(forms[unit]), months.get(forms[unit])
    if length is None and of_month is None:
        return None
    return Lag(after, end + 1, count * (length or 0), count * (of_month or 0))


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
    if base is not None and base.earliest and base.latest:
        return _so_long_before(found, base.earliest, base.latest, text)
    published = doc.report.published
    if published is None or base is not None:
        return None
    return _so_long_before(found, published - timedelta(1), published, text)


def _so_long_before(found: Lag, earliest: date, latest: date, text: str) -> DateRange:
    """The days that lie so long before others: as exact as the span is, a month or a year where it counts those."""
    if not found.months:
        first, last = earliest - timedelta(found.days), latest - timedelta(found.days)
        precision: DatePrecision = "day" if first == last else "range"
        return DateRange(earliest=first, latest=last, precision=precision, inferred=True, text=text)
    yearly = found.months % _YEAR == 0
    first, last = _months_before(earliest, found.months), _months_before(latest, found.months)
    first = first.replace(month=1, day=1) if yearly else first.replace(day=1)
    last = last.replace(month=_YEAR) if yearly else last
    last = last.replace(day=monthrange(last.year, last.month)[1])
    precision = (
        "range"
        if first.year != last.year or (not yearly and first.month != last.month)
        else "year"
        if yearly
        else "month"
    )
    return DateRange(earliest=first, latest=last, precision=precision, inferred=True, text=text)


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * _YEAR + day.month - 1 - months, _YEAR)
    return date(year, month + 1, 1)
