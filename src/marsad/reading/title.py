"""The headline among the lines above an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .bylines import author_of
from .cues import Cues
from .datelines import REACH, dateline
from .lines import Line, one_line

_NO_TITLE_END = re.compile(r"[.:،؛,;：]['\"»”’)\]]*\Z")
_MARKDOWN = re.compile(r"#{1,6}\s+")
_PLACED = re.compile(r"[^-–—ـ:|/]{2,40}\s*(?:[-–—|/]|(?<=\s)ـ+(?=\s))\s*[^-–—]{2,30}:?\Z")
_TITLE_WORDS, _PLACED_WORDS, _SIGNED_WORDS = 18, 6, 9
# A headline has at least this many words, or is taken only where nothing else can be it.
_STRONG = 4
# Lists of other articles' titles run to three lines and more; a headline with its subheading does not.
_LIST = 3


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    strong: bool


def find_title(lines: list[Line], body: int, date_at: int | None, cues: Cues) -> int | None:
    """Index of the headline among the lines before ``body``, where the text begins; None if there is none.

    With a dateline (``date_at``) it is what stands next above it, else the first line that could be one,
    below any list of other articles.
    """
    found = _unsigned(lines, _candidates(lines, body, date_at, cues), date_at, cues)
    marked = next(
        (c.at for c in found if _MARKDOWN.match(lines[c.at].text) or cues.title_label.match(lines[c.at].folded)),
        None,
    )
    if marked is not None or not found:
        return marked
    if date_at is None:
        return _either(_first(lines, found, body, cues), _weak(found))
    above = [c for c in found if c.at < date_at]
    below = [c for c in found if c.at > date_at]
    return _either(_nearest(lines, above), _first(lines, below, body, cues), _weak(above), _weak(below))


def _candidates(lines: list[Line], body: int, date_at: int | None, cues: Cues) -> list[_Candidate]:
    out = []
    for i in range(max(0, body - REACH), body):
        line = lines[i]
        words = line.words
        if line.bullet or not line.lettered or i == date_at or not 2 <= words <= _TITLE_WORDS:
            continue
        if (
            _NO_TITLE_END.search(line.text)
            or line.kind(cues)
            or cues.formula.match(line.folded)
            or author_of(line, cues) is not None
            or dateline(line, cues)
        ):
            continue
        placed = words <= _PLACED_WORDS and _PLACED.match(line.text) is not None
        out.append(_Candidate(i, words >= _STRONG and not placed))
    return out


def _unsigned(lines: list[Line], found: list[_Candidate], date_at: int | None, cues: Cues) -> list[_Candidate]:
    """The candidates without the line right above the date that signs the article, if a headline stands higher up.

    شبكة الساحل لرصد حماية المدنيين; ليلى عبدو – مجلة المرايا; إسلام آباد: «المرصد العربي».
    """
    above = [c for c in found if date_at is not None and c.at < date_at]
    if not above or date_at is None or above[-1].at != date_at - 1 or not any(c.strong for c in above[:-1]):
        return found
    line = lines[above[-1].at]
    signs = line.words <= _SIGNED_WORDS and cues.signed.search(line.folded) is not None
    return [c for c in found if not (signs and c is above[-1])]


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


def headline(lines: list[Line], at: int, cues: Cues) -> str | None:
    """The words of the headline at line ``at``, without the marks and labels that say it is one."""
    raw = _MARKDOWN.sub("", lines[at].text, count=1)
    if cues.title_label.match(lines[at].folded):
        raw = re.split("[:：]", raw, maxsplit=1)[1]
    return one_line(raw)
