"""`export` and `schema`: data out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Literal

import typer

from marsad.errors import StoreError

from .options import InReport, StoreAt
from .output import Told
from .stores import put_together

if TYPE_CHECKING:
    from marsad.storing import Store

What = Literal["all", "reports", "mentions", "claims", "events"]

As = Annotated[
    Literal["csv", "jsonl"],
    typer.Argument(help="csv: one table; jsonl: the interchange format. Example: csv", show_default=False),
]
Which = Annotated[
    What | None,
    typer.Option(
        "--what",
        help="What to export; by default all, in CSV claims. CSV holds one kind. Example: --what events",
        show_default=False,
    ),
]
To = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Write to this file, whole or not at all, instead of stdout. Example: --output claims.csv",
        show_default=False,
    ),
]


def export(form: As, what: Which = None, output: To = None, report: InReport = None, store: StoreAt = None) -> None:
    """Write out the store as JSON Lines or CSV.

    JSON Lines of all give each report, then its mentions, then its claims, as `marsad read` does.

    \b
    Examples:
      marsad export jsonl --output sahel.jsonl
      marsad export csv --what events > events.csv
    """
    from marsad.publishing import write
    from marsad.storing import open_store

    chosen: What = what or ("claims" if form == "csv" else "all")
    if form == "csv" and chosen == "all":
        raise typer.BadParameter("a CSV table holds one kind of record; choose reports, mentions, claims or events")
    with open_store(store) as opened, _out(output) as out:
        write(_records(opened, chosen, report), form, chosen.removesuffix("s"), out)


def _records(store: Store, what: What, report: str | None) -> Iterator[Told]:
    from marsad.storing import Query, find_all, find_claims, find_events, find_mentions, find_reports

    query = Query(report=report)
    if what == "reports":
        yield from ((found, None) for found in find_reports(store, query))
    elif what == "mentions":
        yield from find_mentions(store, query)
    elif what == "claims":
        yield from find_claims(store, query)
    elif what == "events":
        put_together(store)
        yield from find_events(store, query)
    else:
        yield from ((found, None) for found in find_all(store, query))


@contextmanager
def _out(path: Path | None) -> Iterator[IO[str]]:
    """Stdout, or a file that takes its name only once it is complete."""
    if path is None:
        yield sys.stdout
        return
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as out:
            yield out
        unfinished.replace(path)
    except OSError as error:
        raise StoreError(f"cannot be written: {error.strerror}", where=str(path), remedy="name another file") from error
    finally:
        unfinished.unlink(missing_ok=True)


def schema() -> None:
    """Print the JSON Schema of the interchange format.

    \b
    Examples:
      marsad schema > schema.json
    """
    from marsad.interchange import schema as schema_of_records

    sys.stdout.write(json.dumps(schema_of_records(), ensure_ascii=False, indent=2) + "\n")
