"""Decisions on links between names and entries of sanctions lists: each is kept, the last one holds, none is changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Row, Select, insert, select

from marsad.errors import StoreError
from marsad.languages.arabic.letters import fold

from .store import Store, now
from .tables import links, reports

Decision = Literal["confirmed", "rejected", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What ``by`` decided of a name and an entry, when and why.

    ``report`` is the id, ``source`` the source of the one report in which it holds, None where it holds everywhere;
    ``generated`` is the state of the list the entry stood in, ``score`` and ``reasons`` what spoke for the link then.
    """

    decided: datetime
    by: str
    decision: Decision
    because: str
    name: str
    report: str | None
    source: str | None = None
    publisher: str
    reference: str
    generated: datetime
    score: float | None
    reasons: str | None


def decide(store: Store, link: Link) -> None:
    """Keep a decision; ``link.decided`` is replaced by the time of keeping it.

    Raises StoreError where it names a report that is not stored.
    """
    with store.writing() as connection:
        number = None
        if link.report is not None:
            found = select(reports.c.number).where((reports.c.id == link.report) | (reports.c.source == link.report))
            number = connection.execute(found).scalar()
            if number is None:
                raise StoreError(
                    "no report of this id or source is stored", where=link.report, remedy="see `marsad reports`"
                )
        row = {
            "decided": now(),
            "by": link.by,
            "decision": link.decision,
            "because": link.because,
            "name": link.name,
            "folded": fold(link.name).casefold(),
            "report": number,
            "publisher": link.publisher,
            "reference": link.reference,
            "generated": link.generated.astimezone(UTC).replace(tzinfo=None),
            "score": link.score,
            "reasons": link.reasons,
        }
        connection.execute(insert(links), row)


def decisions(store: Store, name: str | None = None, reference: str | None = None) -> list[Link]:
    """All decisions, or those on a name in any spelling of its letters, or on an entry; in the order made."""
    query: Select[Any] = (
        select(links, reports.c.id.label("report_id"), reports.c.source.label("source"))
        .outerjoin(reports)
        .order_by(links.c.number)
    )
    if name is not None:
        query = query.where(links.c.folded == fold(name).casefold())
    if reference is not None:
        query = query.where(links.c.reference == reference)
    with store.reading() as connection:
        return [_link(row) for row in connection.execute(query)]


def last_decisions(store: Store, name: str, report: str | None = None) -> dict[str, Link]:
    """By reference, the decision that holds of a name: one on this report before one on all; none where it was withdrawn."""
    held: dict[tuple[str, bool], Link] = {}
    for link in decisions(store, name):
        if link.report is None or report in (link.report, link.source):
            held[link.reference, link.report is not None] = link
    standing = {key: link for key, link in held.items() if link.decision != "withdrawn"}
    return {reference: link for (reference, _), link in sorted(standing.items(), key=lambda one: one[0])}


def _link(row: Row[Any]) -> Link:
    return Link(
        decided=row.decided.replace(tzinfo=UTC),
        by=row.by,
        decision=row.decision,
        because=row.because,
        name=row.name,
        report=row.report_id,
        source=row.source,
        publisher=row.publisher,
        reference=row.reference,
        generated=row.generated.replace(tzinfo=UTC),
        score=row.score,
        reasons=row.reasons,
    )
