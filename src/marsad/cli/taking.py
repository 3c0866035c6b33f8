"""`read` and `add`: sources in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from marsad.errors import MarsadError, OffsetError, ReadingError, UnreadableError

from .options import Explain, Files, Form, Format_, Model, StoreAt
from .output import Refusals, Told, Tracker, form_of, progress, show, standard_input
from .stores import put_together

if TYPE_CHECKING:
    from pathlib import Path

    from marsad.records import Report
    from marsad.storing import Store


def read(files: Files, form: Format_ = None, model: Model = True, explain: Explain = False) -> None:
    """Show what reports say, and store nothing.

    JSON Lines give each report, then its mentions, then its claims; a table or CSV gives the claims.

    \b
    Examples:
      marsad read report.txt
      marsad read news.jsonl --format jsonl > claims.jsonl
      marsad read reports/ --format csv > claims.csv
      marsad read report.txt --explain
    """
    refusals = Refusals()
    with progress("Reading", beside=True) as tracker:
        told = _told(standard_input(files), form_of(form), model, refusals, tracker)
        show(told, "claim", form, explain=explain)
    refusals.exit()


def _told(files: list[Path], form: Form, model: bool, refusals: Refusals, tracker: Tracker) -> Iterator[Told]:
    from marsad.pipeline import process, settle
    from marsad.reading import sources

    settle(model)
    for path in tracker.over(sources(files)):
        for found in process(path, model):
            if isinstance(found, ReadingError):
                refusals.tell(found)
                continue
            if form == "jsonl":
                yield found.report, None
                yield from ((mention, found.report) for mention in found.mentions)
            yield from ((claim, found.report) for claim in found.claims)


def add(files: Files, store: StoreAt = None, model: Model = True) -> None:
    """Read reports and store them with their originals, mentions and claims.

    Each report is stored whole or not at all. What is stored already is passed over, so that an
    interrupted run is taken up again by the same command. What cannot be read gets one line on stderr,
    and everything else is stored. Then the reports are put together with those stored before, into events.

    \b
    Examples:
      marsad add reports/ news.jsonl
      marsad add reports/ --store sahel.db
    """
    from marsad.pipeline import settle
    from marsad.reading import named, sources
    from marsad.storing import open_store

    refusals, tally = Refusals(), Tally()
    paths = standard_input(files)
    with open_store(store, create=True) as opened:
        settle(model)
        run = opened.begin_run(map(named, paths))
        try:
            with progress("Adding") as tracker:
                for path in tracker.over(sources(paths)):
                    _add_file(opened, path, run, model, refusals, tally)
                    tracker.note(tally.line)
            put_together(opened)
        except (MarsadError, KeyboardInterrupt):
            # The interrupt may have come between a report's commit and its count.
            tally.stored, tally.claims = opened.run_counts(run)
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


def _add_file(store: Store, path: Path, run: int, model: bool, refusals: Refusals, tally: Tally) -> None:
    from marsad.pipeline import processed
    from marsad.reading import read_originals
    from marsad.storing import StoreConflictError, StoreIntegrityError

    def unknown() -> Iterator[tuple[Report, bytes]]:
        for found in read_originals(path):
            try:
                if isinstance(found, ReadingError):
                    refusals.tell(found)
                elif store.holds(found[0]):
                    tally.known += 1
                else:
                    yield found
            except (StoreConflictError, StoreIntegrityError) as error:
                refusals.tell(error)

    for one in processed(unknown(), model):
        assert not isinstance(one, ReadingError)
        try:
            stored = store.add(one.report, one.original, one.mentions, one.claims, run)
        except (StoreConflictError, StoreIntegrityError, OffsetError, UnreadableError) as error:
            refusals.tell(error)
            continue
        tally.stored += stored
        tally.known += not stored
        tally.claims += len(one.claims) * stored
