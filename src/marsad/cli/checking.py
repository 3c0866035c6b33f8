"""`check` and `doctor`: what does not go together in the data, and in the installation."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from .options import AsKnownOn, Format_, InReport, PublishedUntil, StoreAt
from .output import form_of, show_rows

Notes = Annotated[
    bool,
    typer.Option(
        "--notes",
        help="Also show what may be right but is odd: parts that do not fill their whole, listings not found on the list. "
        "Example: --notes",
    ),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Exit with 1 when a contradiction is found, for scripts. Example: --strict"),
]


def check(
    report: InReport = None,
    notes: Notes = False,
    strict: Strict = False,
    as_known_on: AsKnownOn = None,
    published_until: PublishedUntil = None,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """Show contradictions, within reports and between them, the heaviest first.

    Within a report: sums that don't add up, rival figures of one event, dates out of order. Between reports of one event:
    figures, days, towns, perpetrators and claimants that differ, and what one denies. Between events: days that are a slip
    apart, such as 30 June and 30 July, where actor, toll or place agree. What a report says of a listing by the UN Security
    Council is held against the list in use.

    Each is shown with its weight and what that is made of, with the sentences it rests on, their reports and the ids of their
    claims. The exit code is 0 unless --strict is given.

    \b
    Examples:
      marsad check
      marsad check --report report.txt --notes
      marsad check --strict --format csv > contradictions.csv
    """
    from marsad.storing import Query, open_store
    from marsad.terminal import Column

    from .contradicting import COLUMNS, as_row, found_in, tell

    query = Query(report=report, as_known_on=as_known_on, published_until=published_until)
    with open_store(store) as opened:
        found = [one for one in found_in(opened, query) if notes or one.contradiction.severity != "note"]
    if form_of(form) == "table":
        for one in found:
            tell(one, sys.stdout)
    else:
        show_rows(map(as_row, found), [(name, Column(name)) for name in COLUMNS], form)
    count = sum(one.contradiction.severity == "contradiction" for one in found)
    typer.echo(f"marsad: {count} contradiction{'' if count == 1 else 's'}", err=True)
    if strict and count:
        raise typer.Exit(1)


def doctor(store: StoreAt = None) -> None:
    """Say whether everything is in order, and what to do where it is not.

    Exits with 1 when something is wrong.

    \b
    Examples:
      marsad doctor
      marsad doctor --store sahel.db
    """
    from .health import examine

    ill = False
    for finding in examine(store):
        ill |= not finding.well
        mark = "ok     " if finding.well else "problem"
        remedy = "" if finding.well else f": {finding.remedy}"
        sys.stdout.write(f"{mark}  {finding.what}: {finding.state}{remedy}\n")
    if ill:
        raise typer.Exit(1)
