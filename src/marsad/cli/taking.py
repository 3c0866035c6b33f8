"""`read` and `add`: sources in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from marsad.errors import MarsadError, OffsetError, ReadingError, UnreadableError

from .options import Files, Form, Format_, StoreAt
from .output import Refusals, Told, Tracker, form_of, progress, show, standard_input

if TYPE_CHECKING:
    from pathlib import Path

    from marsad.storing import Store


def read(files: Files, form: Format_ = None) -> None:
    """Show what reports say, and store nothing.

    JSON Lines give each report, then its mentions, then its claims; a table or CSV gives the claims.

    \b
    Examples:
      marsad read report.txt
      marsad read news.jsonl --format jsonl > claims.jsonl
      marsad read reports/ --format csv > claims.csv
    """
    refusals = Refusals()
    with progress("Reading", beside=True) as tracker:
        show(_told(standard_input(files), form_of(form), refusals, tracker), "claim", form)
    refusals.exit()


def _told(files: list[Path], form: Form, refusals: Refusals, tracker: Tracker) -> Iterator[Told]:
    from marsad.pipeline import process, settle
    from marsad.reading import sources

    settle()
    for path in tracker.over(sources(files)):
        for found in process(path):
            if isinstance(found, ReadingError):
                refusals.tell(found)
                continue
            if form == "jsonl":
                yield found.report, None
                yield from ((mention, found.report) for mention in found.mentions)
            yield from ((claim, found.report) for claim in found.claims)


def add(files: Files, store: StoreAt = None) -> None:
    """Read reports and store them with their originals, mentions and claims.

    Each report is stored whole or not at all. What is stored already is passed over, so that an
    interrupted run is taken up again by the same command. What cannot be read gets one line on stderr,
    and everything else is stored.

    \b
    Examples:
      marsad add reports/ news.jsonl
      marsad add reports/ --store sahel.db
    """
    from marsad.pipeline import settle
    from marsad.reading import sources
    from marsad.storing import open_store

    refusals, tally = Refusals(), Tally()
    paths = standard_input(files)
    with open_store(store, create=True) as opened:
        settle()
        run = opened.begin_run(str(path) for path in paths)
        try:
            with progress("Adding") as tracker:
                for path in tracker.over(sources(paths)):
                    _add_file(opened, path, run, refusals, tally)
                    tracker.note(tally.line)
        except (MarsadError, KeyboardInterrupt):
            typer.echo(f"marsad: stopped; {tally.line}", err=True)
            raise
    typer.echo(f"marsad: {tally.line}" + (f", {refusals.count} refused" if refusals.count else ""), err=True)
    refusals.exit()


@dataclass(slots=True)
class Tally:
    """How many reports were stored, and how many had been before."""

    stored: int = 0
    known: int = 0
    claims: int = 0

    @property
    def line(self) -> str:
        """In words."""
        return f"{self.stored} stored with {self.claims} claims, {self.known} already stored"


def _add_file(store: Store, path: Path, run: int, refusals: Refusals, tally: Tally) -> None:
    from marsad.pipeline import extracted
    from marsad.reading import read_originals
    from marsad.storing import StoreConflictError, StoreIntegrityError

    for found in read_originals(path):
        if isinstance(found, ReadingError):
            refusals.tell(found)
            continue
        report, original = found
        try:
            if store.holds(report):
                tally.known += 1
                continue
            mentions, claims = extracted(report)
            if store.add(report, original, mentions, claims, run):
                tally.stored += 1
                tally.claims += len(claims)
            else:
                tally.known += 1
        except (StoreConflictError, StoreIntegrityError, OffsetError, UnreadableError) as error:
            refusals.tell(error)
