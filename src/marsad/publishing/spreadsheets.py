"""Cells of CSV that no spreadsheet takes for a formula and no terminal for an order."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from typing import Any, Protocol

# OWASP, CSV Injection, with the full-width signs that some spreadsheets read alike.  Apostrophes before them count, so that
# what was put before a cell can be taken off again: exactly one apostrophe from every cell that this still matches.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class _Out(Protocol):
    def write(self, text: str, /) -> object: ...


class _LineFeeds:
    """Passes lines on with a line feed at their end instead of what the writer puts there."""

    def __init__(self, out: _Out) -> None:
        self._out = out

    def write(self, text: str) -> None:
        self._out.write(text.removesuffix("\r\n") + "\n")


def row_writer(out: _Out) -> Callable[[Sequence[Any]], object]:
    """Writes a row of cells as a line of CSV, each :func:`guarded`.

    To the module csv of Python 3.11 and 3.12 a carriage return inside a cell wants quotation marks only where lines end in one.
    """
    row: Callable[[Sequence[Any]], object] = csv.writer(_LineFeeds(out), lineterminator="\r\n").writerow
    return lambda cells: row([guarded(cell) for cell in cells])


def guarded(cell: Any) -> Any:
    """``cell`` as it stands in CSV: an apostrophe before text that opens like a formula, U+FFFD for each control character.

    Line ends and tabs stay, and so does all that is not text: numbers keep their sign.  ``'`` before ``=`` and the like is
    what https://owasp.org/www-community/attacks/CSV_Injection advises.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded(-1.5), guarded("it's")
    ("'=1+1", "''=1+1", -1.5, "it's")
    """
    if not isinstance(cell, str):
        return cell
    plain = _CONTROLS.sub("\ufffd", cell)
    return f"'{plain}" if _FORMULA.match(plain) else plain
