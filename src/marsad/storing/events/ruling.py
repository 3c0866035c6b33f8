"""What persons rule on events: these are one, those are not, this is left out; and taking that back."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, select

from marsad.merging.blocking import pair_of
from marsad.merging.clustering import components

from ..errors import RulingError, UnknownNameError
from ..event_tables import decisions, joins, telling_claims
from ..store import Store
from ..tables import claims
from .loading import Loader
from .placing import bring_up_to_date, place_all
from .resolving import claims_in, event_claims_of, event_now
from .rulings import MergeDecision, held, log, log_of, ruled_otherwise, rulings_of
from .settling import settle
from .telling import tell_anew

Pair = tuple[str, str]
Row = dict[str, Any]


def rule(
    store: Store, kind: Literal["same", "apart"], pairs: Collection[Pair], *, by: str, because: str
) -> MergeDecision:
    """Hold the claims of events of each of ``pairs``, by their ids, to tell of one event, or not to.

    Raises UnknownNameError where one is in no event.
    """

    def ruling(connection: Connection) -> Row:
        for claim in {claim for pair in pairs for claim in pair}:
            event_now(connection, claim)
        return row_on_pairs(kind, sorted(pair_of(*pair) for pair in pairs))

    return _rule(store, ruling, by, because)


def merge(store: Store, one: str, other: str, *, by: str, because: str) -> MergeDecision:
    """Hold two events, each named by an id of it or by a claim, to be one, whatever was held before of claims of them.

    Raises UnknownNameError where one of them is not there, RulingError where they are one already.
    """

    def ruling(connection: Connection) -> Row:
        first, second = (event_now(connection, name) for name in (one, other))
        if first == second:
            raise RulingError("they are one event already", where=f"{one}, {other}")
        return merging_row(connection, first, second)

    return _rule(store, ruling, by, because)


def merging_row(connection: Connection, first: str, second: str) -> Row:
    """The ruling that two events of now, by their ids, are one."""
    mine, theirs = (_tellings_in(connection, event) for event in (first, second))
    against = held(log_of(connection)).pairs
    # A split holds every claim of one side apart from every claim of the other, not their tellings' first alone.
    every_of_mine, every_of_theirs = (claims_in(connection, event) for event in (first, second))
    between = {pair_of(a, b) for a in every_of_mine for b in every_of_theirs}
    one_of_mine, one_of_theirs = min(mine.items())[1], min(theirs.items())[1]
    # All of one and all of the other, or a telling might leave its event to come to the other's.
    pairs = {pair_of(a, one_of_theirs) for a in mine.values()} | {pair_of(one_of_mine, b) for b in theirs.values()}
    pairs |= {pair for pair in between if against.get(pair, ("", 0))[0] == "apart"}
    return row_on_pairs("same", sorted(pairs))


def split(store: Store, event: str, names: Collection[str], *, by: str, because: str) -> MergeDecision:
    """Hold claims of an event, or what a report says in it, to tell of another one than the rest of it.

    ``names`` are ids of claims, ids or sources of reports.  Raises UnknownNameError where the event or one of them is not there,
    RulingError where nothing would be left.
    """

    def ruling(connection: Connection) -> Row:
        id_ = event_now(connection, event)
        inside = claims_in(connection, id_)
        some: set[str] = set()
        for name in names:
            named = event_claims_of(connection, name) & inside
            if not named:
                raise UnknownNameError(f"no claim that tells of the event {id_}, nor a report with one", where=name)
            some |= named
        rest = inside - some
        if not rest:
            raise RulingError(f"these are all claims of the event {id_}", where=event, remedy="name fewer")
        return row_on_pairs("apart", sorted(pair_of(a, b) for a in some for b in rest))

    return _rule(store, ruling, by, because)


def exclude(store: Store, name: str, *, by: str, because: str) -> MergeDecision:
    """Leave a claim of an event, or all of those of a report, named by id or source, out of all events.

    Raises UnknownNameError where there is none.
    """

    def ruling(connection: Connection) -> Row:
        out = sorted(event_claims_of(connection, name))
        if not out:
            raise UnknownNameError("no claim of an event, nor a report with any, has this name", where=name)
        return exclusion_row(out)

    return _rule(store, ruling, by, because)


def withdraw(store: Store, number: int, *, by: str, because: str) -> MergeDecision:
    """Take a decision back.

    A person's ruling is lifted.  Where Marsad joined, the two sides that the join holds together are held apart from now on.
    Raises UnknownNameError where there is no such decision, RulingError where it does not hold any more.
    """

    def ruling(connection: Connection) -> Row:
        found = log_of(connection, decisions.c.number == number)
        if not found:
            raise UnknownNameError("no decision has this number", where=str(number), remedy="see `marsad merging log`")
        (taken,) = found
        if taken.kind == "joined":
            pairs = _sides(connection, number)
            if not pairs:
                raise RulingError("this join does not hold any more", where=str(number))
            return row_on_pairs("apart", pairs) | {"withdraws": number}
        lifted = log_of(connection, (decisions.c.withdraws == number) & (decisions.c.kind == "withdrawn"))
        if lifted or taken.kind in ("withdrawn", "unjoined"):
            says = f"was withdrawn by {lifted[0].number}" if lifted else f"a decision {taken.kind} cannot be withdrawn"
            raise RulingError(says, where=str(number), remedy="merge, split or exclude anew")
        return withdrawal_row(taken)

    return _rule(store, ruling, by, because)


def _rule(store: Store, make: Callable[[Connection], Row], by: str, because: str) -> MergeDecision:
    """Write a ruling down, and settle what it touches, in one transaction."""
    bring_up_to_date(store)
    with store.writing() as connection:
        place_all(store, connection, Loader())
        (number,) = rule_in(store, connection, [make(connection)], by, because)
        return log_of(connection, decisions.c.number == number)[0]


def rule_in(
    store: Store, connection: Connection, rows: Sequence[Row], by: str, because: str, about: Collection[str] = ()
) -> list[int]:
    """Write rulings down, given by their own columns, and settle together what they touch; their numbers.

    All reports must have been placed.  ``about`` are claims that rulings name for the first time.
    """
    loader = Loader()
    before, decided = rulings_of(connection), store.moment(connection)
    signed = {"by": by, "because": because, "since": decided, "decided": decided}
    numbers = log(connection, [row | signed for row in rows])
    after = rulings_of(connection)
    change = tell_anew(connection, loader, ruled_otherwise(before, after).union(about), after)
    settle(connection, loader, change, after, decided, decided)
    return numbers


def row_on_pairs(kind: str, pairs: Sequence[Pair]) -> Row:
    """A ruling on pairs of claims of events."""
    return {"kind": kind, "one": pairs[0][0], "other": pairs[0][1], "pairs": json.dumps(pairs)}


def exclusion_row(out: Sequence[str]) -> Row:
    """A ruling that leaves claims out."""
    return {"kind": "excluded", "one": out[0], "pairs": json.dumps(out)}


def withdrawal_row(taken: MergeDecision) -> Row:
    """What takes a person's ruling back."""
    return {"kind": "withdrawn", "one": taken.one, "other": taken.other, "withdraws": taken.number}


def _tellings_in(connection: Connection, event: str) -> dict[int, str]:
    """The first claims of the tellings of an event: numbers and ids."""
    query = (
        select(claims.c.number, claims.c.id)
        .join(telling_claims, telling_claims.c.telling == claims.c.number)
        .where(telling_claims.c.event == event)
    )
    return {row.number: row.id for row in connection.execute(query)}


def _sides(connection: Connection, number: int) -> list[Pair]:
    """All pairs of tellings across a join of Marsad's, by their first claims; none where it does not hold any more.

    Raises RulingError where a person's ruling holds the two together beside it.
    """
    join = connection.execute(select(joins.c.one, joins.c.other).where(joins.c.decision == number)).first()
    if join is None:
        return []
    event = connection.execute(select(telling_claims.c.event).where(telling_claims.c.telling == join.one)).scalar()
    ids = _tellings_in(connection, event or "")
    others = select(joins.c.one, joins.c.other).where(joins.c.one.in_(ids), joins.c.decision != number)
    links = [(ids[row.one], ids[row.other]) for row in connection.execute(others)]
    homes = select(claims.c.id, telling_claims.c.telling).join(claims, claims.c.number == telling_claims.c.claim)
    home = {row.id: ids[row.telling] for row in connection.execute(homes.where(telling_claims.c.event == event))}
    links += [(home[a], home[b]) for a, b in rulings_of(connection).same if a in home and b in home]
    parts = list(components(sorted(ids.values()), links))
    mine = next(part for part in parts if ids[join.one] in part)
    theirs = next(part for part in parts if ids[join.other] in part)
    if mine is theirs:
        raise RulingError(
            "a person's ruling holds these together as well", where=str(number), remedy="withdraw that one"
        )
    return sorted(pair_of(a, b) for a in mine for b in theirs)
