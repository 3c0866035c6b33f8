"""Dates of a text as spans of original offsets."""

from __future__ import annotations

from datetime import date

from ..letters import Folded, fold_with_map
from .nodes import Between, Calendar, DatePhrase, Node, OpenEnded, Part, Same
from .phrases import date_phrases
from .resolve import resolve
from .resolved import Context, Resolved
from .spans import DateSpan
from .writing import counts_from_today, written_on

_SENTENCE_ENDS = (".", "\n", "؟", "!")


def find_dates(text: str, anchor: date | None) -> list[DateSpan]:
    """The dates of ``text`` in order and without overlap; ``anchor`` is the day on which it was
    published.  Never raises.

    A date without its year is taken for the last such day before ``anchor``, or the next where the
    sentence speaks of the future; a full date earlier in the same sentence lends its year.  Without an
    anchor it takes the year of the latest full date in the text.  A date that only an anchor could
    place (أمس) then has both ends None.  Where the text names the weekday of its own day and that is
    not ``anchor``, days count from the one it names; today and yesterday, if the two are a day apart,
    may be of either.

    >>> [(str(s.earliest), str(s.latest)) for s in find_dates("في 30 يونيو 2018", None)]
    [('2018-06-30', '2018-06-30')]
    """
    return find_dates_in(fold_with_map(text), anchor)


def find_dates_in(folded: Folded, anchor: date | None) -> list[DateSpan]:
    """As :func:`find_dates`, of a text that is folded already; the offsets are those of the original."""
    phrases = date_phrases(folded.text)
    if not phrases:
        return []
    written = written_on(phrases, anchor) or anchor
    stand_in = written or _latest(phrases)
    out: list[DateSpan] = []
    before: tuple[DatePhrase, Resolved] | None = None
    told: date | None = None
    for phrase in phrases:
        year, day = _lent(folded.text, before, phrase)
        # Only dates that lack no more than a year may be placed by the latest date of the text.
        known = stand_in if anchor is None and _lacks_year(phrase.node) else written
        found = resolve(phrase.node, Context(known, phrase.future, year, day, told))
        if found is not None and anchor and written and counts_from_today(phrase.node):
            found = _either(found, resolve(phrase.node, Context(anchor, phrase.future, year, day)))
        if found is None:
            continue
        out.append(
            DateSpan(
                folded.start(phrase.start),
                folded.end(phrase.end),
                found.earliest,
                found.latest,
                found.precision,
                found.inferred,
            )
        )
        if found.earliest is not None and found.latest is not None:
            before = phrase, found
            told = found.latest if isinstance(_leaf(phrase.node), (Calendar, Same)) else told
    return out


def _either(one: Resolved, other: Resolved | None) -> Resolved:
    """Two readings of a day as a range where they are a day apart; further apart, the first is right."""
    if other is None or one.earliest is None or other.earliest is None:
        return one
    first, last = sorted((one.earliest, other.earliest))
    return Resolved(first, last, "range", True) if (last - first).days == 1 else one


def _leaf(node: Node) -> Node:
    while isinstance(node, (Part, OpenEnded)):
        node = node.of
    return node.last if isinstance(node, Between) else node


def _lacks_year(node: Node) -> bool:
    leaf = _leaf(node)
    return isinstance(leaf, Calendar) and leaf.year is None and leaf.month is not None and leaf.year_shift is None


def _latest(phrases: tuple[DatePhrase, ...]) -> date | None:
    """The last day of the latest date that the text gives in full: a report tells of what is past, so it
    is not older."""
    days: list[date] = []
    for phrase in phrases:
        leaf = _leaf(phrase.node)
        if isinstance(leaf, Calendar) and leaf.year is not None and not phrase.future:
            found = resolve(leaf, Context(None))
            if found and found.latest:
                days.append(found.latest)
    return max(days, default=None)


def _lent(text: str, before: tuple[DatePhrase, Resolved] | None, phrase: DatePhrase) -> tuple[int | None, date | None]:
    """The year of a full date before in the same sentence, and the day of the date before in the same
    paragraph."""
    if before is None:
        return None, None
    said, days = before
    between = text[said.end : phrase.start]
    day = days.latest if days.precision == "day" and "\n" not in between else None
    leaf = _leaf(said.node)
    full = isinstance(leaf, Calendar) and leaf.year is not None and not leaf.hijri and days.earliest is not None
    if not full or any(mark in between for mark in _SENTENCE_ENDS):
        return None, day
    return leaf.year if isinstance(leaf, Calendar) else None, day
