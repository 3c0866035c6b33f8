"""Events as rows of another codebook."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.publishing.codebooks import (
    CODEBOOKS,
    COMPARED,
    Evidence,
    NotIncluded,
    Row,
    differences,
    named,
    rendered,
    rows_of,
)
from marsad.records import Event
from marsad.storing.events import Selection, tellings_of_each

from ..models.events import AspectDifference, CodebookRow
from ..models.shared import Remark
from ..served import ServedStore


def row_answer(event: Event, codebook: str, evidence: Evidence) -> CodebookRow:
    """The event's row in a codebook, or why it has none."""
    return _row(rendered(event, codebook, evidence))


def _row(found: Row | NotIncluded) -> CodebookRow:
    if isinstance(found, Row):
        said = found.said["type"].words
        return CodebookRow(
            codebook=found.codebook, name=named(found.codebook), included=True, category=_category(found, said),
            cells=dict(found.cells), because=None, citation=None,
        )  # fmt: skip
    return CodebookRow(
        codebook=found.codebook, name=named(found.codebook), included=False, category=None, cells={},
        because=Remark.of(found.because), citation=found.citation,
    )  # fmt: skip


# The column in which each codebook writes its own code of the type.
_TYPE = {"plover": "event", "acled": "sub_event_type", "ucdp": "type_of_violence", "cameo": "root_code"}


def _category(row: Row, said: str) -> str:
    written = row.cells.get(_TYPE[row.codebook])
    return said if written is None else str(written)


def rows_answer(event: Event, evidence: Evidence) -> tuple[list[CodebookRow], list[AspectDifference]]:
    """The event under every codebook, and where those compared differ."""
    rows = rows_of(event, evidence, CODEBOOKS)
    told = differences(event, [row for row in rows if row.codebook in COMPARED])
    apart = [
        AspectDifference(
            aspect=one.aspect,
            values=dict(one.values),
            because={codebook: Remark.of(why) for codebook, why in one.because.items()},
            citations=dict(one.citations),
        )
        for one in told
    ]
    return [_row(row) for row in rows], apart


def rows_of_events(
    served: ServedStore, selection: Selection, events: Sequence[Event], codebook: str
) -> dict[str, CodebookRow]:
    """By event the row in a codebook; those worked out before while the store stayed as it is are remembered."""
    query = selection.query
    asked = f"{codebook} {query.rule} {query.as_known_on} {query.published_until}"
    known: dict[str, CodebookRow] = served.remember(f"rows {asked}", dict)
    missing = [event for event in events if event.id not in known]
    for event, tellings in tellings_of_each(served.store, missing, query):
        known[event.id] = row_answer(event, codebook, Evidence.of(tellings))
    return {event.id: known[event.id] for event in events}
