"""Quotations in a text: where each begins and ends, also nested ones and ones that were never closed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ...languages.arabic.words import Words

_OPENING, _CLOSING = "«“„‹❝", "»”›❞"
_EITHER = '"″＂'
_ALL = _OPENING + _CLOSING + _EITHER
# From this many words on, a quotation is somebody's words and not a name or a term set off.
SPOKEN = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words ``first`` up to, not including, ``last``, within ``depth`` others; ``closed`` by a mark of
    its own."""

    first: int
    last: int
    depth: int
    closed: bool = True

    @property
    def spoken(self) -> bool:
        """Whether it is long enough to be somebody's words."""
        return self.last - self.first >= SPOKEN


@dataclass(frozen=True, slots=True)
class Quotations:
    """All quotations of a text in the order in which they open."""

    all: tuple[Quotation, ...]
    _firsts: tuple[int, ...] = field(init=False)
    _outermost: dict[int, Quotation] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_firsts", tuple(q.first for q in self.all))
        object.__setattr__(self, "_outermost", {q.first: q for q in reversed(self.all)})

    def opening(self, word: int) -> Quotation | None:
        """The outermost quotation that begins with ``word``."""
        return self._outermost.get(word)

    def ended(self, over: Callable[[int], bool]) -> Quotations:
        """The same, each quotation that was never closed cut before the first word at which it is
        ``over``."""
        if all(quotation.closed for quotation in self.all):
            return self
        cut = tuple(
            q if q.closed else replace(q, last=next((w for w in range(q.first + 1, q.last) if over(w)), q.last))
            for q in self.all
        )
        return Quotations(cut)

    def within(self, word: int) -> Quotation | None:
        """The innermost quotation, of however few words, that holds ``word``."""
        i = bisect_right(self._firsts, word)
        return next((q for q in reversed(self.all[max(0, i - 8) : i]) if q.last > word), None)

    def around(self, word: int) -> Quotation | None:
        """The outermost quotation of somebody's words that holds ``word``."""
        i = bisect_right(self._firsts, word) - 1
        for quotation in reversed(self.all[max(0, i - 40) : i + 1]):
            if quotation.depth == 0:
                return quotation if quotation.last > word and quotation.spoken else None
        return None


def quotations(words: Words) -> Quotations:
    """Find the quotations of a text.

    A mark that touches the word after it opens, one that touches the word before it closes; where that
    does not tell, its shape or what is open does.  What is still open at the end of a paragraph ends
    there.
    """
    out: list[Quotation] = []
    open_at: list[int] = []
    for i, gap in enumerate(words.gaps):
        if gap == " ":
            continue
        for k, mark in enumerate(gap):
            if mark == "\n":
                out.extend(Quotation(first, i, depth, closed=False) for depth, first in enumerate(open_at) if first < i)
                open_at.clear()
            elif mark not in _ALL:
                continue
            elif _opens(gap, k, words.forms[i - 1] if i else "", bool(open_at)):
                open_at.append(i)
            elif open_at:
                first = open_at.pop()
                if first < i:
                    out.append(Quotation(first, i, len(open_at)))
    last = len(words.forms)
    out.extend(Quotation(first, last, depth, closed=False) for depth, first in enumerate(open_at) if first < last)
    out.sort(key=lambda q: (q.first, q.depth))
    return Quotations(tuple(out))


def _opens(gap: str, at: int, before: str, inside: bool) -> bool:
    mark = gap[at]
    if mark in "«»":
        return mark == "«"
    touches_left = at == 0 and len(before) > 1
    touches_right = at == len(gap) - 1
    if touches_left != touches_right:
        return touches_right
    if mark in _EITHER:
        return not inside
    return mark in _OPENING
