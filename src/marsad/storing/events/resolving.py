"""Names of events and claims: an id of an event means the event that its claim tells of, whatever it was merged with."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from marsad.merging import event_id

from ..errors import UnknownNameError
from ..event_tables import events, telling_claims
from ..tables import claims, reports
from .rulings import replacements

_CLAIM = select(claims.c.number, claims.c.kind, claims.c.event).where(claims.c.id == bindparam("id"))
_FIRST = select(events.c.first).where(events.c.id == bindparam("id"))
_HOME = select(telling_claims.c.event).where(telling_claims.c.claim == bindparam("claim"))


def claim_named(connection: Connection, name: str) -> int:
    """The number of the claim that ``name`` stands for: a claim of an event or a figure of one, by its id, or an event's id.

    Raises UnknownNameError where there is none.
    """
    claim = connection.execute(_CLAIM, {"id": name}).first()
    if claim is not None:
        number = claim.number if claim.kind == "event" else claim.event
        if number is None:
            raise UnknownNameError(f"this claim, of the kind {claim.kind}, tells of no event", where=name)
        return int(number)
    first = connection.execute(_FIRST, {"id": name}).scalar()
    if first is not None:
        return int(first)
    if name.startswith("e"):
        # Ids of events that others took in since, and of such as never came to be: seldom asked for, found by going through all.
        rows = connection.execute(select(claims.c.number, claims.c.id).where(claims.c.kind == "event"))
        for number, id_ in rows:
            if event_id(id_) == name:
                return int(number)
    raise UnknownNameError("no event and no claim has this id", where=name, remedy="see `marsad events`")


def event_now(connection: Connection, name: str) -> str:
    """The id of the event that ``name``, as :func:`claim_named` reads it, is in now.

    Raises UnknownNameError where there is none.
    """
    claim = claim_named(connection, name)
    found: str | None = connection.execute(_HOME, {"claim": claim}).scalar()
    if found is None and (standing := _standing_for(connection, claim)):
        found = connection.execute(_HOME, {"claim": standing}).scalar()
    if found is None:
        raise no_event(name)
    return found


def _standing_for(connection: Connection, number: int) -> int | None:
    """The claim that a coder put in the place of this one, both by number."""
    id_ = connection.execute(select(claims.c.id).where(claims.c.number == number)).scalar_one()
    now = replacements(connection).get(id_)
    return connection.execute(select(claims.c.number).where(claims.c.id == now)).scalar() if now else None


def no_event(name: str) -> UnknownNameError:
    """The error for a claim that is there and in no event."""
    return UnknownNameError(
        "this is in no event",
        where=name,
        remedy="it was denied, left out by a ruling (see `marsad merging log`), or not known by then",
    )


def claims_in(connection: Connection, event: str) -> set[str]:
    """The ids of the claims of events that an event of now holds."""
    query = select(claims.c.id).join(telling_claims, telling_claims.c.claim == claims.c.number)
    return set(connection.execute(query.where(telling_claims.c.event == event)).scalars())


def event_claims_of(connection: Connection, name: str) -> set[str]:
    """The ids of all claims of events of a report, by its id or source, or the claim of an event of this id."""
    query = select(claims.c.id).join(reports, reports.c.number == claims.c.report).where(claims.c.kind == "event")
    named = (claims.c.id == name) | (reports.c.id == name) | (reports.c.source == name)
    return set(connection.execute(query.where(named)).scalars())
