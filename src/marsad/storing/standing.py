"""Which claims there are at a time: those read, and those that coders made while a decision counts them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Select, exists, select, union

from .event_tables import RULED, decisions
from .tables import claims


def is_counted(before: datetime | None = None) -> ColumnElement[bool]:
    """That a claim was read, or made by a coder and counted now, or just before a time, by a decision not withdrawn by then."""
    lifting = decisions.alias("lifting")
    lifted = [lifting.c.withdraws == decisions.c.number, lifting.c.kind == "withdrawn"]
    if before is not None:
        lifted.append(lifting.c.since < before)
    counting = [~exists(select(lifting.c.number).where(*lifted))]
    if before is not None:
        counting.append(decisions.c.since < before)
    made = union(*(found for found in _made()))
    counted = union(*(found.where(*counting) for found in _made())).subquery("counted")
    left = made.subquery("made")
    return claims.c.id.not_in(select(left.c.claim).where(left.c.claim.not_in(select(counted.c.claim))))


def _made() -> list[Select[str]]:
    return [
        select(decisions.c.other.label("claim")).where(RULED, decisions.c.kind == "replaced"),
        select(decisions.c.one.label("claim")).where(RULED, decisions.c.kind == "added"),
    ]


def is_read() -> ColumnElement[bool]:
    """That a claim was read in its report, not made by a coder."""
    return claims.c.id.not_in(select(union(*(found for found in _made())).subquery("by_coders").c.claim))
