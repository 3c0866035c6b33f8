"""The head of an article: where it begins under the furniture of its page, its title, day and author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .cues import Cues
from .days import dateline, wire_day
from .lines import Line

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_NO_TITLE_END = re.compile(r"[.:،؛,;：]['\"»”’)\]]*\Z")
_MARKDOWN = re.compile(r"#{1,6}\s+")
_PLACED = re.compile(r"[^-–—:|/]{2,40}\s*[-–—|/]\s*[^-–—]{2,30}:?\Z")
_SPACE = re.compile(r"\s+")
_TITLE_WORDS = 30
# Lists of other articles' titles run to three lines and more; a headline with its subheading does not.
_LIST = 3
_FOOT = 3


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the article: ``lines`` is how many lines of the text it takes."""

    title: str | None = None
    published: date | None = None
    author: str | None = None
    lines: int = 0
    dated: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    strong: bool


def read_head(lines: list[Line], body: int, cues: Cues, titled: bool) -> Head:
    """Title, day and author from the lines before ``body``, the first line of prose; ``titled``: the title is
    known.

    Datelines are looked for down to the third paragraph, since a summary may stand above them, and in the
    last lines, where communiqués bear their date; never within a paragraph, except for the dateline of a wire
    report.
    """
    dated = _datelines(lines, body, cues)
    above = [i for i in dated if i < body]
    date_at = above[-1] if above else None
    published = _published(dated, lines, cues) or wire_day(lines[body], cues)
    candidates = [] if titled else _candidates(lines, body, date_at, cues)
    title_at = _title(lines, candidates, date_at, body, cues)
    last = max((i for i in (title_at, date_at) if i is not None), default=-1)
    title = None if title_at is None else _headline(lines, title_at, cues)
    author = next((a for i in range(body) if (a := _author(lines[i], cues))), None)
    return Head(title, published, author, last + 1, frozenset(dated))


def clean_title(raw: str) -> str | None:
    """A title in one line without marks that are not seen, None if nothing is left."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", raw)).strip() or None


def _datelines(lines: list[Line], body: int, cues: Cues) -> dict[int, date]:
    reach = body
    while reach < len(lines) and sum(line.prose for line in lines[body:reach]) < 2:
        reach += 1
    out = {i: day for i in range(reach) if (day := dateline(lines[i], cues))}
    if not out:
        out = {
            i: day
            for i in range(max(reach, len(lines) - _FOOT), len(lines))
            if (day := dateline(lines[i], cues))
        }
    return out


def _published(dated: dict[int, date], lines: list[Line], cues: Cues) -> date | None:
    first = [i for i in dated if not cues.updated.search(lines[i].folded)]
    if not first:
        return next(iter(dated.values()), None)
    # A page may print the day it was fetched in its top bar: the article's own date is the one nearest to it.
    return dated[first[-1]]


def _candidates(lines: list[Line], body: int, date_at: int | None, cues: Cues) -> list[_Candidate]:
    out = []
    for i, line in enumerate(lines[:body]):
        words = line.words
        if line.bullet or not line.lettered or i == date_at or not 2 <= words <= _TITLE_WORDS:
            continue
        if (
            _NO_TITLE_END.search(line.text)
            or line.kind(cues)
            or _author(line, cues) is not None
            or dateline(line, cues)
        ):
            continue
        placed = words <= 5 and _PLACED.match(line.text) is not None
        out.append(_Candidate(i, words >= 4 and not placed))
    return out


def _title(
    lines: list[Line], found: list[_Candidate], date_at: int | None, body: int, cues: Cues
) -> int | None:
    marked = next(
        (
            c.at
            for c in found
            if _MARKDOWN.match(lines[c.at].text) or cues.title_label.match(lines[c.at].folded)
        ),
        None,
    )
    if marked is not None or not found:
        return marked
    if date_at is None:
        return _either(_first(lines, found, body, cues), _weak(found))
    above = [c for c in found if c.at < date_at]
    below = [c for c in found if c.at > date_at]
    return _either(_nearest(lines, above), _first(lines, below, body, cues), _weak(above), _weak(below))


def _either(*choices: int | None) -> int | None:
    return next((at for at in choices if at is not None), None)


def _nearest(lines: list[Line], found: list[_Candidate]) -> int | None:
    """The headline in the group of lines next above the date: its first line, but the last of a list of
    titles.
    """
    strong = [c.at for c in found if c.strong]
    if not strong:
        return None
    group = [i for i in strong if lines[i].block == lines[strong[-1]].block]
    return group[-1] if len(group) >= _LIST else group[0]


def _first(lines: list[Line], found: list[_Candidate], body: int, cues: Cues) -> int | None:
    """The headline where no date helps: the first line that could be one, below any list of other titles."""
    start = _past_foreign_list(lines, body, cues)
    strong = [c.at for c in found if c.strong and c.at >= start]
    if not strong:
        return None
    return strong[-1] if len(strong) >= _LIST else strong[0]


def _past_foreign_list(lines: list[Line], body: int, cues: Cues) -> int:
    """Index below the last bullet of a list of other articles; 0 where bullets may be the article's own."""
    past = 0
    foreign = False
    for i, line in enumerate(lines[:body]):
        if line.kind(cues) == "list" or cues.writer.search(line.folded):
            foreign = True
        if foreign and line.bullet:
            past = i + 1
    return past


def _weak(found: list[_Candidate]) -> int | None:
    return found[-1].at if found and len(found) < _LIST else None


def _headline(lines: list[Line], at: int, cues: Cues) -> str | None:
    raw = _MARKDOWN.sub("", lines[at].text, count=1)
    if cues.title_label.match(lines[at].folded):
        raw = re.split("[:：]", raw, maxsplit=1)[1]
    return clean_title(raw)


def _author(line: Line, cues: Cues) -> str | None:
    """The name in a byline, "" where the line is a byline without a name, None where it is none."""
    if not line.short or line.words > 8 or not (m := cues.byline.match(line.folded)):
        return None
    mark = re.search(r"[:：/–-]", line.text)
    name = line.text[mark.end() :] if mark else line.text.split(maxsplit=1)[-1]
    if not mark and len(m.group(1).split()) > 4:
        return None
    return clean_title(name) or ""
