"""What a coder may see: in blind coding nothing that another said of the same, until it is adjudicated."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from .assignments import assignment_for, assignments_of
from .judgements import Judgement, UnitKey, by_unit, on_unit, standing
from .subjects import Subject, claim_subject, event_of


def is_blind(connection: Connection, coder: str, subject: Subject) -> bool:
    """Whether a coder codes this blind."""
    event = event_of(connection, subject)
    under = assignment_for(connection, coder, event, unknown=subject.claim is None) if event else None
    return bool(under and under.blind)


def seen_by(connection: Connection, coder: str, log: Iterable[Judgement]) -> list[Judgement]:
    """Those of the judgements that a coder may see: all of their own, and those of others on what is not theirs to code blind."""
    every = list(log)
    coded = any(one.blind and one.by == coder for one in every)
    if not coded and not any(one.blind and not one.withdrawn for one in assignments_of(connection, coder)):
        return every
    hidden = {unit for unit in by_unit(every) if _hidden(connection, coder, unit)}
    return [one for one in every if one.by == coder or one.unit not in hidden]


def _hidden(connection: Connection, coder: str, unit: UnitKey) -> bool:
    log = standing(on_unit(connection, unit))
    if any(one.adjudicates for one in log):
        return False
    if any(one.blind and one.by == coder for one in log):
        return True
    return is_blind(connection, coder, claim_subject(connection, *unit))
