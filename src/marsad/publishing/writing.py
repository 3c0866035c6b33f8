"""Records written out as they come: JSON Lines, or CSV with one row a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Literal

from marsad.interchange import to_json
from marsad.records import Record, Report

from .spreadsheets import row_writer
from .tables import columns, row

Format = Literal["jsonl", "csv"]
FORMATS: tuple[Format, ...] = ("jsonl", "csv")

Told = tuple[Record, Report | None]
"""A record, and the report it is from where that is known."""


def write(records: Iterable[Told], form: Format, noun: str, out: IO[str]) -> int:
    """Write ``records`` to ``out``, holding one at a time; how many there were.

    A CSV table holds records of one ``noun`` only and begins with the names of its columns.
    """
    count = 0
    rows = (row(record, report) for record, report in records)
    for line in jsonl(records) if form == "jsonl" else table(rows, columns(noun)):
        out.write(line)
        count += 1
    return count if form == "jsonl" else count - 1


def jsonl(records: Iterable[Told]) -> Iterator[str]:
    """One line of the interchange format a record."""
    for record, _ in records:
        yield to_json(record) + "\n"


def table(rows: Iterable[Mapping[str, object]], names: Sequence[str]) -> Iterator[str]:
    """Lines of CSV: the names of the columns, then the rows, their cells guarded."""
    line = _Line()
    write_row = row_writer(line)
    write_row(names)
    yield line.text
    for cells in rows:
        write_row([cells[name] for name in names])
        yield line.text


class _Line:
    """What the writer wrote last."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text
