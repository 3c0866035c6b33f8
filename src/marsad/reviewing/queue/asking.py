"""The queue of a coder: by what a decision would teach, or what is assigned, by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, or_, select, tuple_, union_all

from marsad.interchange import from_json
from marsad.records import Claim
from marsad.storing.standing import is_read
from marsad.storing.tables import claims

from ..assignments import Assignment, assignments_of, of_assignment
from ..coding import Unit
from .open_claims import candidates, is_unjudged_by
from .pairs import pairs
from .scoring import Asked, by_score, scored

KINDS: tuple[Unit, ...] = ("event", "figure", "relation", "assessment", "pair")
CODED: tuple[Unit, ...] = ("event", "figure")

PlaceInTime = tuple[str, int, int]
"""The first day of an event, the number of its claim, and that of the claim asked for."""


@dataclass(frozen=True, slots=True)
class AssignedClaim:
    """A claim that a coder is assigned, and where it stands in the list."""

    claim: Claim
    at: PlaceInTime


def teaching(connection: Connection, coder: str, kinds: Sequence[Unit] = (), country: str | None = None) -> list[Asked]:
    """What is worth asking ``coder`` now, the most first: some hundreds at most, others come up as these are judged."""
    wanted = kinds or KINDS
    numbers = candidates(connection, [kind for kind in wanted if kind != "pair"], coder, country)
    found = scored(connection, numbers)
    if "pair" in wanted:
        found = by_score([*found, *pairs(connection, coder, country)])
    return found


def assigned(
    connection: Connection,
    coder: str,
    limit: int,
    kinds: Sequence[Unit] = (),
    country: str | None = None,
    after: PlaceInTime | None = None,
) -> list[AssignedClaim]:
    """At most ``limit`` claims that ``coder`` is assigned and has not judged: events by day, each followed by its figures."""
    own = [one for one in assignments_of(connection, coder) if not one.withdrawn]
    if not own:
        return []
    both = union_all(*(_part(part, own, country) for part in CODED if part in (kinds or CODED))).subquery()
    columns = (both.c.day, both.c.whole, both.c.number)
    query = (
        select(claims.c.body, *columns)
        .join(both, both.c.number == claims.c.number)
        .where(is_unjudged_by(coder), is_read())
        .order_by(*columns)
        .limit(limit)
    )
    if after is not None:
        query = query.where(tuple_(*columns) > tuple_(*after))
    found = []
    for row in connection.execute(query):
        claim = from_json(row.body)
        assert isinstance(claim, Claim)
        found.append(AssignedClaim(claim, (row.day, row.whole, row.number)))
    return found


def count_assigned(connection: Connection, one: Assignment) -> tuple[int, int]:
    """How many claims of events and figures an assignment has, and how many of them its coder has judged."""
    both = union_all(*(_part(part, [one], None) for part in CODED)).subquery()
    every = select(func.count()).select_from(both.join(claims, claims.c.number == both.c.number)).where(is_read())
    left = connection.execute(every.where(is_unjudged_by(one.coder))).scalar_one()
    total = connection.execute(every).scalar_one()
    return total, total - left


def _part(kind: Unit, own: Sequence[Assignment], country: str | None) -> Select[tuple[str, int, int]]:
    """Day, number of the claim of the event, and number of the claim itself."""
    held = [or_(*(of_assignment(one) for one in own))]
    if country:
        held.append(claims.c.country == country.upper())
    day = func.coalesce(claims.c.earliest, claims.c.latest)
    if kind == "event":
        return select(day.label("day"), claims.c.number.label("whole"), claims.c.number.label("number")).where(*held)
    part = claims.alias("part")
    whole = claims.c.number
    return (
        select(day.label("day"), whole.label("whole"), part.c.number.label("number"))
        .join(part, part.c.event == whole)
        .where(part.c.kind == "figure", *held)
    )
