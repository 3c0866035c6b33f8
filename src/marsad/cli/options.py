"""The options that commands share."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from marsad.records import Certainty, Kind

Form = Literal["table", "jsonl", "csv"]


def first_day(text: str) -> date:
    """The first day of a year, month or day written 2021, 2021-05 or 2021-05-09."""
    return _days(text)[0]


def last_day(text: str) -> date:
    """The last day of a year, month or day written 2021, 2021-05 or 2021-05-09."""
    return _days(text)[1]


def _days(text: str) -> tuple[date, date]:
    try:
        parts = [int(part) for part in text.split("-")]
        year, month, day = (*parts, None, None)[:3]
        if len(parts) > 3 or year is None:
            raise ValueError
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        return first, date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write 2021, 2021-05 or 2021-05-09") from error


Files = Annotated[
    list[Path],
    typer.Argument(
        help="Files or folders: text, HTML, PDF, DOCX, or JSON Lines of reports; - for standard input. "
        "Example: news.jsonl reports/",
        show_default=False,
    ),
]
StoreAt = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PATH|URL",
        envvar="MARSAD_STORE",
        help="The store, a file or sqlite:///FILE; else one in your data folder. Example: --store sahel.db",
        show_default=False,
    ),
]
Format_ = Annotated[
    Form | None,
    typer.Option(
        "--format",
        help="A table, JSON Lines in the interchange format, or CSV; by default a table on a terminal "
        "and JSON Lines elsewhere. Example: --format csv",
        show_default=False,
    ),
]
Country = Annotated[
    str | None,
    typer.Option(metavar="CC", help="Where it happened: ISO 3166 alpha-2. Example: --country TJ", show_default=False),
]
At = Annotated[
    str | None,
    typer.Option(
        "--place",
        help="Where: words of the name in any spelling, or a gazetteer's id. Example: --place دوشنبه",
        show_default=False,
    ),
]
Actor = Annotated[
    str | None,
    typer.Option(
        help="Who acts, speaks or is spoken of: catalogue id, or words of the name. Example: --actor isil",
        show_default=False,
    ),
]
Type = Annotated[
    str | None,
    typer.Option(
        "--type",
        help="Event type, measure, predicate or type of assessment. Example: --type ASSAULT",
        show_default=False,
    ),
]
Since = Annotated[
    date | None,
    typer.Option(
        parser=first_day,
        metavar="DAY",
        help="This day or later; a year or month will do. Example: --since 2021-05",
        show_default=False,
    ),
]
Until = Annotated[
    date | None,
    typer.Option(
        parser=last_day,
        metavar="DAY",
        help="This day or earlier; a year or month will do. Example: --until 2021",
        show_default=False,
    ),
]
AsKnownOn = Annotated[
    date | None,
    typer.Option(
        "--as-known-on",
        parser=last_day,
        metavar="DAY",
        help="What had been stored and decided by the end of that day, UTC; of a year or month its last day. "
        "Example: --as-known-on 2024-03-31",
        show_default=False,
    ),
]
PublishedUntil = Annotated[
    date | None,
    typer.Option(
        "--published-until",
        parser=last_day,
        metavar="DAY",
        help="What the reports published by that day give; those whose day is unknown are left out. "
        "Example: --published-until 2021-05",
        show_default=False,
    ),
]
Rule = Annotated[
    str | None,
    typer.Option(
        "--rule",
        metavar="RULE",
        help="The rule by which low, best and high are computed; else latest-official. Example: --rule median",
        show_default=False,
    ),
]
How = Annotated[
    Certainty | None,
    typer.Option(
        "--certainty",
        help="What the last of those who say it says of it. Example: --certainty denied",
        show_default=False,
    ),
]
Sure = Annotated[
    float | None,
    typer.Option(
        min=0.0,
        max=1.0,
        help="Only claims at least this probable, by what was judged before. Example: --sure 0.8",
        show_default=False,
    ),
]
Of = Annotated[
    Kind | None,
    typer.Option("--kind", help="Kind of claim. Example: --kind figure", show_default=False),
]
InReport = Annotated[
    str | None,
    typer.Option(
        "--report",
        metavar="ID|SOURCE",
        help="One report, by its id or source. Example: --report news.txt",
        show_default=False,
    ),
]
Model = Annotated[
    bool,
    typer.Option(
        "--model/--no-model",
        envvar="MARSAD_USE_MODEL",
        help="Read with the learned reader and the grammar together, or by the grammar alone. Example: --no-model",
    ),
]
Explain = Annotated[
    bool,
    typer.Option(
        "--explain",
        help="Show of each claim which rule or head proposed it, with what score, and whom its words mean. Example: --explain",
        show_default=False,
    ),
]
By = Annotated[
    Literal["plover", "acled", "ucdp", "cameo"] | None,
    typer.Option(
        "--codebook",
        help="Write events as rows of this codebook, by its rules of what counts, who stands first and how many died; those "
        "it would not record are left out. Example: --codebook ucdp",
        show_default=False,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(min=1, help="No more than this many. Example: --limit 20", show_default=False),
]
