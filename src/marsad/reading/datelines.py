"""Datelines: the lines, and the openings of wire reports, that give the day of publication."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from ..languages.arabic.letters import fold
from .cues import Cues
from .days import days_in
from .lines import DIGIT, Line

_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?|[+-]\d{1,2}:?\d{0,2}")
_WORD = re.compile(r"[^\W\d_]+")
_SEPARATORS = "-–—|/،,:;()[]•·"
# What may stand before the day in "بيروت/ 5 آب 2020/ قتل": a place, an agency, marks; and what follows it.
_WIRE_BEFORE = re.compile(r"[^\W\d_]+(?:[\s\-–—/،,:()\[\]|]+[^\W\d_]+){0,4}[\s\-–—/،,:()\[\]|]*\Z|\W*\Z")
_WIRE_AFTER = re.compile(r"\s*(?:م|ه)?\s*(?:[-–—/:()\[\]|]|\.\s*[-–—]|\n|\Z)")
_LONGEST_DATELINE, _MOST_WORDS = 140, 8
# Lines above and below the first paragraph in which datelines are looked for; lines at the end.
REACH, _FOOT = 100, 3
# Published and updated, and the bar of the page; paragraphs of summary that may stand above the dateline.
_MOST_DATES, _SUMMARY = 3, 2
# So many datelines within the text are entries of a chronicle.
_ENTRIES = 2
# The least words of a line above, for a name to be taken for one that stands under a headline.
_HEADLINE = 4
_HEAD = 160


def datelines(lines: list[Line], body: int, cues: Cues) -> dict[int, date]:
    """Lines that are datelines, with their days; none where so many stand together that they head a
    chronicle.
    """
    above = _dated(lines, max(0, body - REACH), body, cues)
    if len(above) > _MOST_DATES:
        return {}
    # With no line above it, the first of many may be but the first entry.
    if above and min(above) > 0:
        return above
    below = _dated(lines, body, min(len(lines), body + REACH), cues)
    if above:
        return above if len(below) < _ENTRIES else {}
    if not below:
        return _at_foot(_dated(lines, max(body, len(lines) - _FOOT), len(lines), cues), lines)
    paragraphs = sum(line.prose for line in lines[body : min(below)])
    return below if len(below) == 1 and paragraphs <= _SUMMARY else _at_foot(below, lines)


def _dated(lines: list[Line], start: int, end: int, cues: Cues) -> dict[int, date]:
    out = {}
    for i in range(start, end):
        if not _may_be_dateline(lines[i]):
            continue
        under_headline = i > 0 and lines[i - 1].words >= _HEADLINE and not lines[i - 1].prose
        if day := dateline(lines[i], cues, named=under_headline):
            out[i] = day
    return out


def _may_be_dateline(line: Line) -> bool:
    return len(line.text) <= _LONGEST_DATELINE and DIGIT.search(line.text) is not None


def _at_foot(dated: dict[int, date], lines: list[Line]) -> dict[int, date]:
    last = max(dated, default=None)
    if last is None or last < len(lines) - _FOOT or any(line.prose for line in lines[last + 1 :]):
        return {}
    return {last: dated[last]}


def published(dated: dict[int, date], lines: list[Line], cues: Cues) -> date | None:
    """The day of publication among ``dated`` lines: the nearest to the article, later changes aside."""
    first = [i for i in dated if not cues.updated.search(lines[i].folded)]
    if not first:
        return next(iter(dated.values()), None)
    # A page may print the day it was fetched in its top bar: the article's own date is the one nearest to it.
    return dated[first[-1]]


def dateline(line: Line, cues: Cues, *, named: bool = False) -> date | None:
    """The day of a line that gives little else: labels, weekday, time of day, perhaps a place or a name.

    ``named``: the line stands where a name may stand before the day without a mark between them.
    """
    if not _may_be_dateline(line) or line.bullet or line.stopped:
        return None
    days = days_in(line.text)
    if not days:
        return None
    first, last = days[0], days[-1]
    between = [line.text[a.end : b.start] for a, b in pairwise(days)]
    before, after, *rest = (
        cues.date_label.sub(" ", _CLOCK.sub(" ", fold(part)))
        for part in (line.text[: first.start], line.text[last.end :], *between)
    )
    extra = sum(len(_WORD.findall(part)) for part in (before, after, *rest))
    if extra > _MOST_WORDS:
        return None
    if extra and not _set_apart(line.text[: first.start], before.strip(), after.strip(), cues, named):
        return None
    return first.day


def wire_day(line: Line, cues: Cues) -> date | None:
    """The day in the dateline that opens a paragraph: "بيروت/ 5 آب 2020/ ..."; a day told of in a sentence is
    none.
    """
    head = line.text[:_HEAD]
    if not DIGIT.search(head, 0, 80):
        return None
    for day in days_in(head):
        before, after = fold(head[: day.start]), fold(head[day.end :])
        ended = _WIRE_AFTER.match(after) or cues.agency.match(after.lstrip(" م"))
        if ended and _WIRE_BEFORE.match(before) and not cues.in_sentence.search(before):
            return day.day
    return None


def _set_apart(raw: str, before: str, after: str, cues: Cues, named: bool) -> bool:
    """Whether what is left beside the day, labels aside, is set off from it by marks, as it is not in a
    sentence.
    """
    if not before:
        return after[:1] != ":" and after[:1] in _SEPARATORS
    if cues.in_sentence.search(before):
        return False
    if after and after[0] not in _SEPARATORS:
        return cues.agency.match(after) is not None
    opened = before[-1] in _SEPARATORS or cues.date_label.search(fold(raw)[-20:]) is not None
    return opened or (named and not after)
