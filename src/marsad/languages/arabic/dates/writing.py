"""The day on which a text was written, where it names the weekday of its today or yesterday.

A page that was stored days after it was written tells of "today, Friday" under a Tuesday's date.  Its own words are the surer
guide: they say from which day the other days of the text count.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .calendars import plus_days
from .nodes import Between, DatePhrase, Node, OpenEnded, Part, Shifted

_EARLIEST, _DAYS = -5, 7


def near(day: date, weekday: int) -> date:
    """The day of a weekday (Monday 0) that may be meant by ``day``: one later at most, since clocks differ, or up to five before.

    >>> near(date(2021, 9, 15), 1), near(date(2021, 9, 15), 3)
    (datetime.date(2021, 9, 14), datetime.date(2021, 9, 16))
    """
    return plus_days(day, (weekday - day.weekday() - _EARLIEST) % _DAYS + _EARLIEST)


def written_on(phrases: Iterable[DatePhrase], published: date | None) -> date | None:
    """The day that all of a text's todays and yesterdays with a weekday agree on; None without one, or where they differ."""
    if published is None:
        return None
    named = {day for phrase in phrases if (day := _today(phrase.node, published)) is not None}
    return named.pop() if len(named) == 1 else None


def counts_from_today(node: Node) -> bool:
    """Whether a date is today, yesterday or the like without a weekday, so that nothing but the day of writing places it."""
    return isinstance(node, Shifted) and node.unit == "day" and node.weekday is None


def _today(node: Node, published: date) -> date | None:
    while isinstance(node, (Part, OpenEnded, Between)):
        node = node.last if isinstance(node, Between) else node.of
    if not isinstance(node, Shifted) or node.unit != "day" or node.weekday is None or node.by > 0:
        return None
    return plus_days(near(plus_days(published, node.by), node.weekday), -node.by)
