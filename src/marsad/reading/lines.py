"""The lines of a text, and what each looks like at a glance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ..languages.arabic.letters import fold
from .cues import Cues

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLANK = (
    " \t\f\v\u00a0\u00ad\u061c\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2066\u2067\u2068\u2069"
    "\u3000\ufeff"
)
_BULLET = re.compile(r"[•◦▪●■►▶‣⁃∙·»→✓✔*+\-–—]\s+(?=\S)|[•◦▪●■►▶‣⁃✓✔]")
_FULL_STOP = re.compile(r"[.。۔]['\"»”’)\]\s]*\Z")
_INNER_STOP = re.compile(r"\w{2}['\"»”’)\]]*[.؟!?]['\"»”’)\]]*\s+['\"«“(\[]*\w")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SPACE = re.compile(r"\s+")
_CRUMBS = re.compile(r"[»>›|/\\]")
_LETTER = re.compile(r"[^\W\d_]")
DIGIT = re.compile(r"\d")

# A line of this many words is prose whatever its end; of the lesser number, if a full stop ends it.
_LONG, _SENTENCE = 25, 8
# Where there is none, the longest line is, if it has this many.
_UNSTOPPED = 12
# Longer lists have no layout worth the memory.
_MOST_LINES = 20_000
_SHORT_CHARACTERS = 220
# Lines wrapped at a fixed width are no wider than this, in characters, and all but the last nearly full.
_WIDEST, _FULL = 110, 0.7


@dataclass(frozen=True)
class Line:
    """A line that is not blank, its surrounding space and invisible marks left out.

    ``block`` counts the groups of lines that blank lines keep apart.
    """

    text: str
    start: int
    end: int
    block: int

    @property
    def words(self) -> int:
        """How many stretches without space it has; beyond 60 they are not counted."""
        return len(self.text.split(None, 60))

    @cached_property
    def folded(self) -> str:
        """Its folded form."""
        return fold(self.text)

    @property
    def bullet(self) -> bool:
        """Whether it opens as an item of a list does, numbers aside."""
        return _BULLET.match(self.text) is not None

    @property
    def stopped(self) -> bool:
        """Whether a full stop ends it."""
        return _FULL_STOP.search(self.text) is not None and not self.text.endswith("...")

    @property
    def prose(self) -> bool:
        """Whether it is, by itself, a paragraph of an article or an item of one."""
        if len(self.text) < 30:
            return False
        if self.words >= _LONG and (self.stopped or not self.bullet or self.words >= 2 * _LONG):
            return True
        return self.words >= _SENTENCE and (self.stopped or _INNER_STOP.search(self.text) is not None)

    @property
    def short(self) -> bool:
        """Whether it is short enough to be anything but a paragraph."""
        return self.end - self.start <= _SHORT_CHARACTERS

    @property
    def lettered(self) -> bool:
        """Whether it has a letter at all."""
        return _LETTER.search(self.text) is not None

    def kind(self, cues: Cues) -> str | None:
        """``list`` for the heading of a list of other articles, ``cue`` for other furniture, None for
        neither.
        """
        if not self.short:
            return None
        if not self.lettered:
            return None if DIGIT.search(self.text) else "cue"
        folded = self.folded
        if cues.lists.match(folded) and not self.stopped:
            return "list"
        if cues.whole.match(folded) or cues.tags.match(folded):
            return "cue"
        if cues.opens.match(folded) or self._crumbs(folded, cues):
            return "cue"
        return None

    def _crumbs(self, folded: str, cues: Cues) -> bool:
        """Whether it is the way through a site's sections: Home » Studies » Africa."""
        parts = _CRUMBS.split(folded)
        return len(parts) > 1 and cues.whole.match(parts[0]) is not None and all(len(p.split()) <= 4 for p in parts)


def one_line(raw: str) -> str | None:
    """A title or name in one line without marks that are not seen, None if nothing is left."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", raw)).strip() or None


def cut_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, in order; of a text of more than 20,000, these."""
    out: list[Line] = []
    block = 0
    last_end = 0
    for m in _LINE.finditer(text):
        raw = m.group()
        bare = raw.lstrip(_BLANK)
        start = m.end() - len(bare)
        bare = bare.rstrip(_BLANK)
        if not bare:
            continue
        if out and _blank_between(text, last_end, m.start()):
            block += 1
        if len(out) == _MOST_LINES:
            break
        last_end = m.end()
        out.append(Line(bare, start, start + len(bare), block))
    return out


def _blank_between(text: str, before: int, after: int) -> bool:
    between = text[before:after]
    return between.count("\n") > 1 or between.count("\r") > max(1, between.count("\n")) or "\u2029" in between


def first_prose(lines: list[Line]) -> int | None:
    """Index of the first line of the article's own text, None if there is none.

    Lines wrapped at a fixed width are no sentences one by one; a run of three or more that holds a full stop
    is prose.
    """
    for i, line in enumerate(lines):
        if line.prose or _wrapped(lines, i):
            return i
    longest = max(range(len(lines)), key=lambda i: lines[i].words, default=0)
    if lines and lines[longest].words >= _UNSTOPPED and not lines[longest].bullet:
        return longest
    # A report may be all headline and items.
    items = next((i for i, line in enumerate(lines) if line.bullet), 0)
    return items or None


def _wrapped(lines: list[Line], i: int) -> bool:
    run = [line for line in lines[i : i + 8] if line.block == lines[i].block]
    if len(run) < 3 or any(line.bullet or len(line.text) > _WIDEST for line in run):
        return False
    width = max(len(line.text) for line in run)
    if any(len(line.text) < width * _FULL for line in run[:-1]):
        return False
    return any(line.stopped or _INNER_STOP.search(line.text) for line in run)
