"""Tables on a terminal, with Arabic in them.

A terminal that reorders right-to-left text would reorder a whole line, columns and all, so each cell
that holds such text is set apart by Unicode's isolates (UAX #9): inside, the words run their own way,
outside, the columns keep theirs. Terminals that do not reorder show isolates as nothing.  Widths count
cells, not characters: marks take none.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import IO

from rich.cells import cell_len

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_STRONG = re.compile(r"[^\W\d_]")
# What could move the cursor, or turn the direction of what follows, does not pass from a report to the
# terminal.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_NARROWEST = 24
_BETWEEN = " │ "
_WIDTH_ELSEWHERE = 120


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``width`` in terminal cells, 0 for a share of what the others leave.

    On a narrow terminal the columns with the highest ``spare`` are left out first, those with 0 never.
    """

    title: str
    width: int = 0
    right: bool = False
    spare: int = 0


class Table:
    """A table written row by row, so that no number of rows is too many."""

    def __init__(self, columns: Sequence[Column], out: IO[str]) -> None:
        self._out = out
        self._isolate = out.isatty()
        self._columns = laid_out(columns, shutil.get_terminal_size((_WIDTH_ELSEWHERE, 24)).columns)
        self.row([column.title for column in columns])
        self._write(["─" * width for _, width in self._columns if width])

    def row(self, cells: Iterable[object]) -> None:
        """Write one row; None is an empty cell."""
        self._write(
            cell("" if value is None else str(value), width, isolate=self._isolate, right=column.right)
            for value, (column, width) in zip(cells, self._columns, strict=True)
            if width
        )

    def _write(self, cells: Iterable[str]) -> None:
        self._out.write("  ".join(cells).rstrip(" ") + "\n")


def laid_out(columns: Sequence[Column], whole: int) -> list[tuple[Column, int]]:
    """The columns with their widths on a terminal ``whole`` cells wide; 0 for those left out."""
    kept = list(columns)
    while True:
        fixed = sum(column.width for column in kept) + 2 * (len(kept) - 1)
        shares = sum(1 for column in kept if not column.width)
        spare = max(kept, key=lambda column: column.spare)
        if fixed + shares * _NARROWEST <= whole or not spare.spare:
            break
        kept.remove(spare)
    share = max(_NARROWEST, (whole - fixed) // shares) if shares else 0
    return [(column, (column.width or share) if column in kept else 0) for column in columns]


def cell(text: str, width: int, *, isolate: bool, right: bool = False) -> str:
    """``text`` in exactly ``width`` terminal cells: cut with an ellipsis, or padded.

    Text whose first letter runs right to left stands at the right of its cell; ``isolate`` sets it apart.
    """
    shown = cut(clean(text), width)
    padding = " " * (width - cell_len(shown))
    first = _STRONG.search(shown)
    leading = padding if right or (first and _RTL.match(first.group())) else ""
    trailing = "" if leading else padding
    if isolate and _RTL.search(shown):
        shown = f"{FIRST_STRONG_ISOLATE}{shown}{POP_ISOLATE}"
    return f"{leading}{shown}{trailing}"


def beside(blocks: Sequence[Sequence[str]], out: IO[str]) -> list[str]:
    """The lines of blocks of text set side by side, each paragraph broken into as many lines as it needs."""
    whole = shutil.get_terminal_size((_WIDTH_ELSEWHERE, 24)).columns
    width = max(_NARROWEST, (whole - 2 - len(_BETWEEN) * (len(blocks) - 1)) // len(blocks))
    broken = [[line for text in block for line in _broken(clean(text), width)] for block in blocks]
    isolate = out.isatty()
    return [
        _BETWEEN.join(cell(text, width, isolate=isolate) for text in row).rstrip(" ")
        for row in zip_longest(*broken, fillvalue="")
    ]


def _broken(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def isolated(text: str, out: IO[str]) -> str:
    """``text`` as it may stand inside a line of ``out``: cleaned, and set apart on a terminal."""
    shown = clean(text)
    return f"{FIRST_STRONG_ISOLATE}{shown}{POP_ISOLATE}" if out.isatty() and _RTL.search(shown) else shown


def clean(text: str) -> str:
    """``text`` in one line, without characters that steer a terminal or turn its direction."""
    return _DIRECTIONS.sub("", _CONTROLS.sub(" ", text)).strip()


def cut(text: str, width: int) -> str:
    """The beginning of ``text`` that takes at most ``width`` cells, with an ellipsis if it is not all."""
    if cell_len(text) <= width:
        return text
    used = 0
    for at, character in enumerate(text):
        used += cell_len(character)
        if used > width - 1:
            return text[:at].rstrip() + "…"
    return text
