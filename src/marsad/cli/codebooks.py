"""`events --codebook` and `compare-codebooks`: events by the rules of other codebooks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

import typer

from .filters import filtered
from .output import form_of, show_rows
from .stores import put_together

if TYPE_CHECKING:
    from marsad.publishing.codebooks import Difference, Evidence, Tally
    from marsad.records import Event
    from marsad.storing import Query, Store

    from .options import Form

# What of each codebook's columns a table on a terminal shows: the column, its title, and its width, 0 for a share.
_SHOWN: dict[str, tuple[tuple[str, str, int], ...]] = {
    "plover": (
        *(("id", "id", 17), ("date", "date", 10), ("event", "event", 9), ("mode", "mode", 13)),
        *(("source", "source", 0), ("recipient", "recipient", 0), ("event_loc", "place", 14), ("dead", "dead", 5)),
    ),
    "acled": (
        *(("event_date", "date", 10), ("time_precision", "±", 1), ("sub_event_type", "sub-event type", 0)),
        *(("actor1", "actor 1", 0), ("inter1", "", 1), ("actor2", "actor 2", 0), ("inter2", "", 1)),
        *(("location", "location", 14), ("geo_precision", "±", 1), ("fatalities", "dead", 5)),
    ),
    "ucdp": (
        *(("date_start", "from", 10), ("date_end", "to", 10), ("date_prec", "±", 1), ("type_of_violence", "type", 4)),
        *(("side_a", "side a", 0), ("side_b", "side b", 0), ("where_coordinates", "where", 14), ("where_prec", "±", 1)),
        *(("low", "low", 5), ("best", "best", 5), ("high", "high", 5)),
    ),
    "cameo": (
        *(("event_id", "event", 17), ("date", "date", 10), ("root_code", "", 2), ("root_name", "root", 22)),
        *(("source", "source", 0), ("target", "target", 0), ("location", "place", 14)),
    ),
}


def show_by_codebook(store: Store, query: Query, codebook: str, form: Form | None) -> None:
    """Write the events that the codebook takes in as its rows; on stderr, how many it leaves out, and why."""
    from collections import Counter

    from marsad.publishing.codebooks import COLUMNS, Row, rendered
    from marsad.terminal import Column

    left_out: Counter[str] = Counter()

    def rows() -> Iterator[dict[str, Any]]:
        for event, evidence in _events(store, query):
            row = rendered(event, codebook, evidence)
            if isinstance(row, Row):
                yield dict(row.cells)
            else:
                left_out[row.because.en] += 1

    shown = _SHOWN[codebook] if form_of(form) == "table" else [(name, name, 0) for name in COLUMNS[codebook]]
    show_rows(rows(), [(name, Column(title, width)) for name, title, width in shown], form)
    for because, count in left_out.most_common():
        typer.echo(f"marsad: {count} not in {codebook}: {because}", err=True)


@filtered
def compare_codebooks(query: Query, form: Form | None, store: str | None) -> None:
    """Show where the same evidence gives different rows under the rules of PLOVER, ACLED and UCDP.

    Each difference is of inclusion, type, the actors' order, date, place or deaths, with what each codebook would write and
    the rule that makes the difference. A codebook that has no row of an event is compared in nothing else. The counts at
    the end go to stderr.

    \b
    Examples:
      marsad compare-codebooks --country TJ
      marsad compare-codebooks --since 2021 --format csv > differences.csv
    """
    from marsad.publishing.codebooks import COMPARED, Tally, differences, rows_of
    from marsad.storing import open_store
    from marsad.terminal import Column

    tally = Tally()

    def compared() -> Iterator[list[Difference]]:
        for event, evidence in _events(opened, query):
            rows = rows_of(event, evidence)
            found = differences(event, rows)
            tally.count(rows, found)
            yield found

    with open_store(store) as opened:
        put_together(opened)
        if form_of(form) == "table":
            for found in compared():
                _tell(found)
        else:
            names = ("event", "aspect", *COMPARED, "because", "citations", "claims")
            lines = (_line(difference) for difference in chain.from_iterable(compared()))
            show_rows(lines, [(name, Column(name)) for name in names], form)
    _sum_up(tally)


def _events(store: Store, query: Query) -> Iterator[tuple[Event, Evidence]]:
    """The events that answer the query, each with its tellings."""
    from marsad.publishing.codebooks import Evidence
    from marsad.storing import find_events, tellings_of_event

    for event, _ in find_events(store, query):
        yield event, Evidence.of(tellings_of_event(store, event, query))


def _line(difference: Difference) -> dict[str, Any]:
    from marsad.publishing.codebooks import COMPARED

    return {
        "event": difference.event.id,
        "aspect": difference.aspect,
        **{codebook: difference.values.get(codebook) for codebook in COMPARED},
        "because": _reasons(difference),
        "citations": "; ".join(dict.fromkeys(difference.citations.values())),
        "claims": list(difference.event.claims),
    }


def _reasons(difference: Difference) -> str:
    from marsad.publishing.codebooks import named

    return " ".join(f"{named(codebook)}: {why.en}" for codebook, why in difference.because.items())


def _tell(found: list[Difference]) -> None:
    from marsad.publishing.codebooks import COMPARED, named
    from marsad.terminal import isolated

    out = sys.stdout
    if not found:
        return
    event = found[0].event
    place = event.place.name or event.place.text if event.place else "place unknown"
    day = event.date.earliest if event.date else None
    out.write(f"{event.id}: {event.type}, {day or 'day unknown'}, {isolated(place, out)}\n")
    for difference in found:
        out.write(f"  {difference.aspect}\n")
        for codebook in COMPARED:
            if codebook in difference.values:
                why = difference.because.get(codebook)
                words = isolated(difference.values[codebook], out)
                out.write(f"    {named(codebook)}: {words}{f' ({why.en})' if why else ''}\n")
    out.write("\n")


def _sum_up(tally: Tally) -> None:
    from marsad.publishing.codebooks import ASPECTS, COMPARED, named

    rows = ", ".join(f"{named(codebook)} {tally.included[codebook]}" for codebook in COMPARED)
    differ = ", ".join(f"{aspect} {tally.aspects[aspect]}" for aspect in ASPECTS)
    typer.echo(f"marsad: {tally.events} events; rows: {rows}", err=True)
    typer.echo(f"marsad: {tally.events - tally.alike} with differences, of {differ}", err=True)
