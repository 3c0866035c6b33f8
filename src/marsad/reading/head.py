"""The head of an article: where it begins under the furniture of its page, its title, day and author."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .bylines import author_of
from .cues import Cues
from .datelines import REACH, datelines, published, wire_day
from .lines import Line
from .title import find_title, headline


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the article: ``lines`` is how many lines of the text it takes."""

    title: str | None = None
    published: date | None = None
    author: str | None = None
    lines: int = 0
    dated: frozenset[int] = frozenset()


def read_head(lines: list[Line], body: int, cues: Cues, titled: bool) -> Head:
    """Title, day and author from the lines before ``body``, the first line of prose; ``titled``: the title is
    known.

    Datelines are looked for down to the third paragraph, since a summary may stand above them, and in the
    last lines, where communiqués bear their date; never within a paragraph, except for the dateline of a wire
    report.
    """
    dated = datelines(lines, body, cues)
    above = [i for i in dated if i < body]
    date_at = above[-1] if above else None
    day = published(dated, lines, cues) or wire_day(lines[body], cues)
    title_at = None if titled else find_title(lines, body, date_at, cues)
    title = None if title_at is None else headline(lines, title_at, cues)
    author = next((name for line in lines[max(0, body - REACH) : body] if (name := author_of(line, cues))), None)
    last = max((i for i in (title_at, date_at) if i is not None), default=-1)
    return Head(title, day, author, last + 1, frozenset(dated))
