"""`lists`: the sanctions list in use, newer states of it, and decisions on links to its entries."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.terminal import Column

from .options import Format_, StoreAt
from .output import show_rows
from .stores import opened_or_none

if TYPE_CHECKING:
    from marsad.linking.lists import EntryChange, ListEntry, SanctionsList, Update
    from marsad.storing import Store

lists = typer.Typer(no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)

ListFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE.xml",
        help="The consolidated list of the UN Security Council in XML. Example: consolidated.xml",
        show_default=False,
    ),
]
Older = Annotated[
    bool, typer.Option("--older", help="Take a list that is older than the one in use, too. Example: --older")
]
Yes = Annotated[
    bool,
    typer.Option("--yes", help="Take the list without asking, even where half of it or more would go. Example: --yes"),
]
Dry = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and store nothing. Example: --dry-run")]
References = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[REF]...", help="Reference numbers; all entries without. Example: QDi.372", show_default=False
    ),
]
Reference = Annotated[
    str | None, typer.Argument(metavar="[REF]", help="Only this entry. Example: QDi.372", show_default=False)
]
_CHANGE_COLUMNS = [
    ("change", Column("change", 8)),
    ("reference", Column("number", 9)),
    ("name", Column("name")),
    ("fields", Column("fields")),
]


@lists.callback()
def about() -> None:
    """The list of the UN Security Council: show it, load a newer one, see what changed and what was decided.

    \b
    Examples:
      marsad lists update consolidated.xml
      marsad lists show QDi.372
    """


@lists.command()
def update(
    file: ListFile,
    older: Older = False,
    yes: Yes = False,
    dry_run: Dry = False,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """Load a newer list into the store, and show what it adds, removes and amends.

    States loaded before stay, each with its file. A list older than the one in use is refused without --older; one that
    would lose half of its persons or of its entities is taken only after you agree, in a script with --yes.

    \b
    Examples:
      marsad lists update consolidated.xml
      marsad lists update consolidated.xml --dry-run --format jsonl
    """
    from marsad.linking.lists import apply_update, read_update
    from marsad.storing import open_store

    if dry_run:
        with opened_or_none(store) as opened:
            found = read_update(file, opened, older=older)
    else:
        with open_store(store, create=True) as opened:
            found = read_update(file, opened, older=older)
            if not found.is_known:
                apply_update(found, opened, shrink=yes or _agreed(found))
    changes = found.changes
    show_rows((_change(one) for one in changes), _CHANGE_COLUMNS, form)
    state = "in use already" if found.is_known else "not stored" if dry_run else "in use now"
    sums = ", ".join(f"{sum(one.sort == sort for one in changes)} {sort}" for sort in ("added", "removed", "amended"))
    typer.echo(f"marsad: list of {found.new.day}, {state}: {sums}, against the list of {found.old.day}", err=True)


def _agreed(found: Update) -> bool:
    """Ask a person at a terminal whether a list may shrink so much; nobody is asked in a script."""
    if not found.shrunken or not sys.stdin.isatty():
        return False
    return typer.confirm(f"The list would shrink to {found.shrunken}. Take it?", err=True)


@lists.command()
def show(references: References = None, form: Format_ = None, store: StoreAt = None) -> None:
    """Show entries of the list in use: names, births, nationality, days of listing and amendment.

    \b
    Examples:
      marsad lists show QDi.372 QDe.161
      marsad lists show --format csv > list.csv
    """
    from marsad.linking.lists import list_in_use
    from marsad.linking.lists.errors import LinkError

    with opened_or_none(store) as opened:
        sanctions = list_in_use(opened)
    known = sanctions.by_reference()
    if missing := [one for one in references or () if one not in known]:
        raise LinkError(
            f"no entry of the list of {sanctions.day} has this number",
            where=missing[0],
            remedy="find numbers with `marsad who NAME`",
        )
    columns = [
        ("reference", Column("number", 9)),
        ("kind", Column("kind", 6, spare=3)),
        ("regime", Column("regime", 12, spare=2)),
        ("listed_on", Column("listed on", 10)),
        ("countries", Column("of", 5, spare=1)),
        ("born", Column("born", 16, spare=4)),
        ("names", Column("names")),
    ]
    entries = [known[one] for one in references] if references else sanctions.entries
    show_rows((_entry(one) for one in entries), columns, form)
    typer.echo(f"marsad: UN Security Council consolidated list of {sanctions.day}", err=True)


@lists.command()
def changes(form: Format_ = None, store: StoreAt = None) -> None:
    """Show what changed with each list loaded, the first against the one that came with Marsad.

    \b
    Examples:
      marsad lists changes
      marsad lists changes --format jsonl
    """
    with opened_or_none(store) as opened:
        columns = [("generated", Column("list of", 10)), *_CHANGE_COLUMNS]
        show_rows(_all_changes(opened), columns, form)


@lists.command()
def links(reference: Reference = None, form: Format_ = None, store: StoreAt = None) -> None:
    """Show what was decided of names and entries, by whom and why, in the order decided; withdrawn decisions too.

    \b
    Examples:
      marsad lists links
      marsad lists links QDi.372 --format jsonl
    """
    from marsad.storing import decisions

    columns = [
        ("decided", Column("decided", 10)),
        ("by", Column("by", 12, spare=2)),
        ("decision", Column("decision", 9)),
        ("name", Column("name")),
        ("reference", Column("number", 9)),
        ("report", Column("report", 18, spare=1)),
        ("score", Column("score", 5, right=True, spare=3)),
        ("list_of", Column("list of", 10, spare=4)),
        ("because", Column("because")),
    ]
    with opened_or_none(store) as opened:
        found = decisions(opened, reference=reference) if opened else []
    rows = (
        {
            "decided": one.decided.date().isoformat(),
            "by": one.by,
            "decision": one.decision,
            "name": one.name,
            "reference": one.reference,
            "report": one.report,
            "score": one.score,
            "list_of": one.generated.date().isoformat(),
            "because": one.because,
            "reasons": one.reasons,
        }
        for one in found
    )
    show_rows(rows, columns, form)


def _all_changes(store: Store | None) -> Iterator[dict[str, Any]]:
    from marsad.linking.lists import changes_between, shipped_list, stored_list
    from marsad.storing import list_states

    before: SanctionsList = shipped_list()
    if store is None:
        return
    for state in list_states(store, before.publisher):
        after = stored_list(store, state)
        for one in changes_between(before, after):
            yield {"generated": after.day.isoformat(), **_change(one)}
        before = after


def _change(change: EntryChange) -> dict[str, Any]:
    return {
        "change": change.sort,
        "reference": change.entry.reference,
        "name": change.entry.name,
        "fields": [str(field) for field in change.fields],
    }


def _entry(entry: ListEntry) -> dict[str, Any]:
    return {
        "reference": entry.reference,
        "kind": entry.kind,
        "regime": entry.regime,
        "listed_on": entry.listed_on.isoformat(),
        "amended": [day.isoformat() for day in entry.amended],
        "countries": list(entry.countries),
        "born": [str(birth) for birth in entry.births],
        "names": [name.text for name in entry.names],
        "titles": list(entry.titles),
        "designations": list(entry.designations),
    }
