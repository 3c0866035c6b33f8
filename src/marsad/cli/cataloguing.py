"""`actors`: the catalogue's groups, organizations, media, platforms and persons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import Format_, StoreAt, last_day
from .output import show_rows, tell
from .stores import put_together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from marsad.catalogue import Entry
    from marsad.catalogue.profile import Profile

Id = Annotated[
    str | None, typer.Argument(metavar="ID", help="One actor, by its id. Example: isil-khorasan", show_default=False)
]
OfCountry = Annotated[
    str | None,
    typer.Option(
        "--country", metavar="CC", help="At home there: ISO 3166 alpha-2. Example: --country YE", show_default=False
    ),
]
OfType = Annotated[
    str | None,
    typer.Option("--type", help="Mention type, or sector. Example: --type group", show_default=False),
]
OfParent = Annotated[
    str | None,
    typer.Option(
        "--parent", metavar="ID", help="Branches of it, and theirs. Example: --parent al-qaida", show_default=False
    ),
]
On = Annotated[
    date | None,
    typer.Option(
        "--on",
        parser=last_day,
        metavar="DAY",
        help="As it stood on a day: names, relations, actors in existence; of a year or month its last day. "
        "Example: --on 2013-12-31",
        show_default=False,
    ),
]
Explained = Annotated[
    bool,
    typer.Option(
        "--explain",
        help="Of one actor, its names by language and period, its relations, and its events in the store. "
        "Example: --explain",
        show_default=False,
    ),
]


def actors(
    actor: Id = None,
    country: OfCountry = None,
    type_: OfType = None,
    parent: OfParent = None,
    on: On = None,
    explain: Explained = False,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """List the catalogue's actors, or tell of one its names, relations and events.

    What is dated in the catalogue holds as dated; what is not may hold on any day. Relations are told from the actor's
    side, whichever entry states them.

    \b
    Examples:
      marsad actors --country SY --type group
      marsad actors --parent isil --format csv
      marsad actors nusra-front --explain
      marsad actors isil --explain --on 2013-12-31
    """
    from marsad.catalogue import load
    from marsad.catalogue.profile import find_actors, profile, similar_ids
    from marsad.terminal import Column

    catalogue = load()
    for given in (actor, parent):
        if given is not None and given not in catalogue.entries:
            near = similar_ids(catalogue, given)
            raise typer.BadParameter(f"no actor {given!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))
    if explain:
        if actor is None:
            raise typer.BadParameter("--explain tells of one actor; give its id")
        columns = [("shows", Column("", 8)), ("what", Column("what", 22)), ("value", Column("value"))]
        columns += [("since", Column("since", 10)), ("until", Column("until", 10))]
        columns += [("from", Column("from", 24, spare=1))]
        show_rows(_explained(profile(catalogue, actor, on), store, on), columns, form)
        return
    columns = [
        ("id", Column("id", 32)),
        ("type", Column("type", 12, spare=2)),
        ("countries", Column("in", 11, spare=1)),
    ]
    columns += [("ar", Column("Arabic")), ("en", Column("English")), ("ru", Column("Russian", spare=4))]
    columns += [("parent", Column("parent", 20, spare=3)), ("un", Column("UN", 7, spare=5))]
    columns += [("ucdp", Column("UCDP", 9, spare=6))]
    found = find_actors(catalogue, country=country, kind=type_, parent=parent, on=on)
    show_rows((_row(entry, on) for entry in found if actor in (None, entry.id)), columns, form)


def _row(entry: Entry, on: date | None) -> dict[str, Any]:
    from marsad.catalogue.profile import name_on

    return {
        "id": entry.id,
        "type": entry.type,
        "sector": entry.sector,
        "countries": list(entry.countries),
        **{code: name_on(entry, code, on) for code in ("ar", "en", "ru")},
        "parent": entry.parent,
        "un": entry.un,
        "ucdp": list(entry.ucdp),
        "since": entry.active.since,
        "until": entry.active.until,
    }


def _explained(found: Profile, store: str | None, on: date | None) -> Iterator[dict[str, Any]]:
    entry = found.entry
    for alias in found.names:
        yield _line(entry, "name", alias.language, alias.name, alias.period.since, alias.period.until, entry.id)
    for s in found.standings:
        yield _line(entry, "relation", s.says, s.other.id, s.period.since, s.period.until, s.stated_by)
    for reference in [*([f"UN {entry.un}"] if entry.un else []), *(f"UCDP {u}" for u in entry.ucdp)]:
        source, _, number = reference.partition(" ")
        yield _line(entry, "same as", source, number, None, None, entry.id)
    yield from _events(entry, store, on)


def _events(entry: Entry, store: str | None, on: date | None) -> Iterator[dict[str, Any]]:
    """The actor's events in the store; without a store a line on stderr says so."""
    from marsad.storing import NoStoreError, Query, find_events, open_store

    try:
        opened = open_store(store)
    except NoStoreError as error:
        tell(f"events are left out: {error}")
        return
    with opened:
        put_together(opened)
        for event, _ in find_events(opened, Query(actor=entry.id, until=on)):
            date_, place = event.date, event.place
            where = (place.name or place.text) if place else None
            since = date_.earliest.isoformat() if date_ and date_.earliest else None
            until = date_.latest.isoformat() if date_ and date_.latest else None
            yield _line(entry, "event", event.type, where, since, until, event.id)


def _line(
    entry: Entry, shows: str, what: str, value: str | None, since: str | None, until: str | None, from_: str
) -> dict[str, Any]:
    return {
        "actor": entry.id,
        "shows": shows,
        "what": what,
        "value": value,
        "since": since,
        "until": until,
        "from": from_,
    }
