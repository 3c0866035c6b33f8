"""`release`, `diff` and `query`: data sets to be cited, compared and asked in SQL."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import AsKnownOn, Format_, PublishedUntil, Rule, StoreAt
from .output import form_of, show_rows
from .stores import put_together

if TYPE_CHECKING:
    from marsad.publishing.release import Change, Field, Release
    from marsad.storing import Query

Home = Annotated[
    Path,
    typer.Option("--output", metavar="FOLDER", help="The folder of all releases. Example: --output releases"),
]
Title = Annotated[
    str | None, typer.Option(help="The title. Example: --title 'Attacks in the Sahel'", show_default=False)
]
Creators = Annotated[
    list[str] | None,
    typer.Option(
        "--creator",
        metavar="NAME",
        help="Who is to be cited, as often as needed; a person as Family, Given. Example: --creator 'Diallo, Awa'",
        show_default=False,
    ),
]
License = Annotated[
    str | None,
    typer.Option(
        "--license", metavar="SPDX", help="The license of the data. Example: --license CC-BY-4.0", show_default=False
    ),
]
Again = Annotated[
    bool, typer.Option("--again", help="Write a release even where nothing changed since the last. Example: --again")
]
Verify = Annotated[
    Path | None,
    typer.Option(
        "--verify",
        metavar="FOLDER",
        help="Write nothing; say whether this release is as its manifest has it. Example: --verify releases/0001",
        show_default=False,
    ),
]
Before = Annotated[
    Path, typer.Argument(metavar="A", help="The folder of a release. Example: releases/0001", show_default=False)
]
After = Annotated[
    Path, typer.Argument(metavar="B", help="The folder of another. Example: releases/0002", show_default=False)
]
Sql = Annotated[
    str,
    typer.Argument(
        metavar="SQL",
        help="One SELECT. Example: 'SELECT country, count(*) FROM events GROUP BY ALL'",
        show_default=False,
    ),
]
Of = Annotated[
    Path | None,
    typer.Option(
        "--release",
        metavar="FOLDER",
        help="Ask this release instead of the store. Example: --release releases/0001",
        show_default=False,
    ),
]
Seconds = Annotated[float, typer.Option(min=0.1, help="The longest that it may take. Example: --seconds 300")]
Memory = Annotated[
    int, typer.Option(min=64, metavar="MB", help="The most memory that it may take. Example: --memory 4096")
]


def release(
    home: Home = Path("releases"),
    title: Title = None,
    creators: Creators = None,
    license_: License = None,
    again: Again = False,
    verify: Verify = None,
    as_known_on: AsKnownOn = None,
    published_until: PublishedUntil = None,
    rule: Rule = None,
    store: StoreAt = None,
) -> None:
    """Write all that the store says as the next numbered release, a folder that never changes.

    It holds the tables as Parquet and CSV, the codebook, a manifest with hashes of everything it was made of, a Frictionless
    data package, and CITATION.cff. The same reports read by the same Marsad give the same content hash. With --verify nothing is
    written; exits with 22 where a file is not as it was.

    \b
    Examples:
      marsad release --title 'Attacks in the Sahel' --creator 'Diallo, Awa' --license CC-BY-4.0
      marsad release --verify releases/0001
    """
    if verify is not None:
        _verify(verify)
        return
    from datetime import UTC, datetime

    from marsad.publishing.release import About
    from marsad.publishing.release.of_store import tables_of
    from marsad.publishing.release.writing import write_release
    from marsad.storing import Query, open_store

    begun = datetime.now(UTC)
    settings: dict[str, Any] = {"title": title, "creators": tuple(creators or ()), "license": _license(license_)}
    about = About(**{name: value for name, value in settings.items() if value is not None})
    query = Query(as_known_on=as_known_on, published_until=published_until, rule=rule)
    with open_store(store) as opened:
        put_together(opened)
        tables = tables_of(opened, query)
    days = {"as_known_on": as_known_on, "published_until": published_until}
    looking_back = {name: day.isoformat() for name, day in days.items() if day}
    folder, manifest = write_release(tables, home, about, begun, looking_back=looking_back, again=again)
    rows = ", ".join(f"{count} {name}" for name, count in manifest.content.rows.items())
    typer.echo(f"marsad: {rows}", err=True)
    sys.stdout.write(f"{folder} sha256:{manifest.sha256}\n")


def _license(given: str | None) -> str | None:
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    if given is None:
        return None
    try:
        known = str(canonicalize_license_expression(given))
    except InvalidLicenseExpression:
        known = ""
    if not known or " " in known:
        raise typer.BadParameter(f"{given!r} is no identifier of https://spdx.org/licenses; write CC-BY-4.0, for one")
    return known


def _verify(folder: Path) -> None:
    from marsad.publishing.release import ReleaseTamperedError, faults, open_release

    found = open_release(folder)
    wrong = faults(found)
    for fault in wrong:
        sys.stdout.write(f"{fault.path}: {fault.what}\n")
    if wrong:
        raise ReleaseTamperedError(
            f"{len(wrong)} differ from the manifest", where=str(folder), remedy="restore a copy of the release"
        )
    sys.stdout.write(
        f"{folder} sha256:{found.manifest.sha256}: all {len(found.manifest.files)} files are as they were\n"
    )


def diff(before: Before, after: After, form: Format_ = None) -> None:
    """Show what became of each event between two releases, and why.

    Events are added, withdrawn, merged, split or changed; those that share a claim are about the same. Of changed cells the old
    and the new value are shown. The reasons are reports that came or went, decisions, another rule, and, where the same reports
    give other claims, which files of Marsad changed.

    \b
    Examples:
      marsad diff releases/0001 releases/0002
      marsad diff releases/0001 releases/0002 --format jsonl
    """
    from marsad.publishing.release import contents, difference, open_release
    from marsad.terminal import Column

    changes = difference(*(contents(open_release(folder)) for folder in (before, after)))
    columns = [("change", Column("change", 9)), ("before", Column("before", 18)), ("after", Column("after", 18))]
    columns += [("fields", Column("what")), ("because", Column("why"))]
    rows = map(_change, changes) if form_of(form) == "jsonl" else map(_flat_change, changes)
    show_rows(rows, columns, form)


def _change(change: Change) -> dict[str, Any]:
    return {
        "change": change.kind,
        "before": list(change.before),
        "after": list(change.after),
        "fields": [{"name": f.name, "old": _plain(f.old), "new": _plain(f.new)} for f in change.fields],
        "because": [{"kind": r.kind, "what": r.what, "ids": list(r.ids)} for r in change.because],
    }


def _flat_change(change: Change) -> dict[str, Any]:
    fields = "; ".join(map(_field, change.fields))
    because = "; ".join(reason.what for reason in change.because)
    return _change(change) | {"fields": fields, "because": because}


def _field(field: Field) -> str:
    if field.name in ("claims", "reports"):
        signed = [*(f"-{id_}" for id_ in field.old), *(f"+{id_}" for id_ in field.new)]
        return f"{field.name} {' '.join(signed)}"
    old, new = ("nothing" if value is None else _plain(value) for value in (field.old, field.new))
    return f"{field.name} {old} -> {new}"


def query(
    sql: Sql,
    folder: Of = None,
    seconds: Seconds = 60.0,
    memory: Memory = 1024,
    as_known_on: AsKnownOn = None,
    published_until: PublishedUntil = None,
    rule: Rule = None,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """Ask a release, or the store, in SQL.

    The views are reports, claims, events, participants, tolls, figures, actors, places, forecasts and decisions; their columns
    are those of a release, and `DESCRIBE events` tells them. Nothing can be changed, and nothing but the views be reached. Days
    of looking back and the rule count where the store is asked; a release has its own.

    \b
    Examples:
      marsad query 'SELECT country, sum(killed_best) FROM events GROUP BY ALL ORDER BY 2 DESC'
      marsad query 'SELECT outlet, low, text FROM figures' --release releases/0001 --format csv
    """
    from marsad.publishing.querying import ask
    from marsad.storing import Query
    from marsad.terminal import Column

    asked = Query(as_known_on=as_known_on, published_until=published_until, rule=rule)
    if folder is not None and asked != Query():
        raise typer.BadParameter("a release is as it was made; ask the store for another day or rule")
    with ask(sql, _views(folder, store, asked), seconds=seconds, memory_mb=memory) as answer:
        names = _told_apart(answer.columns)
        rows = (dict(zip(names, map(_plain, row), strict=True)) for row in answer.rows)
        show_rows(rows, [(name, Column(name)) for name in names], form)


def _views(folder: Path | None, store: str | None, asked: Query) -> Mapping[str, Any]:
    from marsad.publishing.release import open_release
    from marsad.publishing.release.of_store import tables_of
    from marsad.storing import open_store

    if folder is not None:
        return dict(_datasets(open_release(folder)))
    with open_store(store) as opened:
        put_together(opened)
        return tables_of(opened, asked)


def _datasets(found: Release) -> Iterator[tuple[str, Any]]:
    import pyarrow.dataset

    for name in found.manifest.content.rows:
        yield name, pyarrow.dataset.dataset(found.path(name))


def _told_apart(names: tuple[str, ...]) -> list[str]:
    """Names of columns, one that stands twice with its place: a row is a record."""
    return [f"{name}_{at}" if name in names[:at] else name for at, name in enumerate(names)]


def _plain(value: Any) -> Any:
    """A value as JSON can hold it: days and times as ISO 8601, numbers that are whole without a fraction."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value if value == value and abs(value) != float("inf") else None
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | int | bool):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
