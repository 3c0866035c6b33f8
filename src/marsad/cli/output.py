"""Data to stdout, what happens beside it to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from marsad.errors import MarsadError
from marsad.interchange import line
from marsad.publishing import table as csv_lines
from marsad.publishing import write
from marsad.records import Record, Report
from marsad.terminal import Column, Table, clean

from .options import Form
from .views import view

if TYPE_CHECKING:
    from rich.progress import Progress

SEVERAL_KINDS = 9
"""Exit code when sources were refused for more than one kind of reason."""

Told = tuple[Record, Report | None]
Item = TypeVar("Item")


def form_of(given: Form | None) -> Form:
    """The format asked for, or else what suits whoever reads stdout."""
    return given or ("table" if sys.stdout.isatty() else "jsonl")


def show(records: Iterable[Told], noun: str, given: Form | None, *, explain: bool = False) -> None:
    """Write records of one noun to stdout; with ``explain`` a table shows what proposed each and with what scores."""
    form = form_of(given)
    if form != "table":
        write(records, form, noun, sys.stdout)
        return
    columns, cells = view(f"explained {noun}" if explain else noun)
    table = Table(columns, sys.stdout)
    for record, report in records:
        table.row(cells(record, report))


def show_rows(rows: Iterable[Mapping[str, Any]], columns: Sequence[tuple[str, Column]], given: Form | None) -> None:
    """Write rows that are no records; ``columns`` name the keys, and say how a table on a terminal shows
    them.

    Lists stand as lists in JSON, and set apart by spaces elsewhere.
    """
    form = form_of(given)
    if form == "jsonl":
        sys.stdout.writelines(line(dict(row)) + "\n" for row in rows)
        return
    names = [name for name, _ in columns]
    flat = ({name: _flat(row[name]) for name in names} for row in rows)
    if form == "csv":
        sys.stdout.writelines(csv_lines(flat, names))
        return
    table = Table([column for _, column in columns], sys.stdout)
    for row in flat:
        table.row(row.values())


def _flat(value: Any) -> Any:
    return " ".join(value) if isinstance(value, list | tuple) else value


def tell(line: str) -> None:
    """Say something on stderr, in one line that steers no terminal: names of files and of people may hold anything."""
    typer.echo(f"marsad: {clean(line)}", err=True)


class Refusals:
    """What was refused so far: one line each on stderr, and the exit code that they come to."""

    def __init__(self) -> None:
        self.count = 0
        self._codes: set[int] = set()

    def tell(self, error: MarsadError) -> None:
        """Say why a source was refused, and go on."""
        self.count += 1
        self._codes.add(error.exit_code)
        tell(str(error))

    def exit(self) -> None:
        """End the command with the code of what was refused, if anything was."""
        if self._codes:
            raise typer.Exit(self._codes.pop() if len(self._codes) == 1 else SEVERAL_KINDS)


@contextmanager
def progress(what: str, *, beside: bool = False) -> Iterator[Tracker]:
    """A progress bar on stderr while it is a terminal; not ``beside`` a table on the same terminal."""
    if not sys.stderr.isatty() or (beside and sys.stdout.isatty()):
        yield Tracker(None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[note]}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        bar.add_task(what, total=None, note="")
        yield Tracker(bar)


class Tracker:
    """Moves the bar, if there is one."""

    def __init__(self, bar: Progress | None) -> None:
        self._bar = bar

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, each counted once it is done with."""
        for item in items:
            yield item
            if self._bar:
                self._bar.advance(self._bar.task_ids[0])

    def follow(self, counts: Iterable[int], total: int) -> None:
        """Run through what tells how many of ``total`` are done."""
        for count in counts:
            if self._bar:
                self._bar.update(self._bar.task_ids[0], completed=count, total=total)

    def note(self, text: str) -> None:
        """Say beside the bar how things stand."""
        if self._bar:
            self._bar.update(self._bar.task_ids[0], note=text)


def standard_input(paths: Iterable[Path]) -> list[Path]:
    """The paths, ``-`` replaced by the device of standard input."""
    return [Path("/dev/stdin") if str(path) == "-" else path for path in paths]
