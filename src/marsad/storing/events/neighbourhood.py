"""The graph of tellings that are alike, as far as a change reaches."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from marsad.merging.telling import Reason, Rulings

from ..event_tables import likenesses, placed, telling_claims, telling_keys, tellings
from ..tables import claims
from ..writing import insert_rows
from .core import Likeness, edges, keys_of, tellings_of
from .loading import SOME, Loader, Stored, report_with_claims, rows_for, stored
from .rulings import limited

_LIKE_ONE = select(likenesses).where(likenesses.c.one.in_(SOME))
_LIKE_OTHER = select(likenesses).where(likenesses.c.other.in_(SOME))
_HOLD = select(telling_keys.c.telling).where(telling_keys.c.key.in_(SOME)).distinct()
_OF_REPORTS = select(tellings.c.number, tellings.c.report, tellings.c.body).where(tellings.c.report.in_(SOME))
_NUMBERS = select(claims.c.id, claims.c.number).where(claims.c.id.in_(SOME))
_TOLD_BY = select(telling_claims.c.telling).where(telling_claims.c.claim.in_(SOME))
_EVENTS_OF = select(telling_claims.c.event).where(telling_claims.c.telling.in_(SOME)).distinct()
_TELLINGS_OF = select(telling_claims.c.telling).where(telling_claims.c.event.in_(SOME)).distinct()

Pairs = dict[tuple[int, int], Likeness]


@dataclass(frozen=True, slots=True)
class Change:
    """Tellings that are ``new`` or told otherwise than before, ``gone`` or told otherwise, and all whose events that touches."""

    new: frozenset[int]
    gone: frozenset[int]
    touched: frozenset[int]


def tell(connection: Connection, loader: Loader, reports: Iterable[int], rulings: Rulings) -> Change:
    """Store what reports not yet placed tell, and how alike it is to what others tell."""
    numbers = list(reports)
    new: dict[int, Stored] = {}
    for number in numbers:
        new |= _told(connection, number, rulings)
    insert_rows(connection, placed, [(number,) for number in numbers])
    _write(connection, loader, new)
    return Change(frozenset(new), frozenset(), frozenset(new))


def tell_anew(connection: Connection, loader: Loader, ruled_on: Collection[str], rulings: Rulings) -> Change:
    """Store what reports tell now that rulings on claims of them, by id, were made or lifted."""
    numbers = [row.number for row in rows_for(connection, _NUMBERS, ruled_on)]
    before: dict[int, str] = {}
    now: dict[int, Stored] = {}
    for report in sorted({number >> 20 for number in numbers}):
        before |= {row.number: row.body for row in rows_for(connection, _OF_REPORTS, [report])}
        now |= _told(connection, report, rulings)
    gone = {number for number, body in before.items() if number not in now or now[number].body != body}
    new = {number: told for number, told in now.items() if before.get(number) != told.body}
    touched = {row.telling for row in rows_for(connection, _TOLD_BY, numbers)} | gone
    known = {row.event for row in rows_for(connection, _EVENTS_OF, touched)}
    touched |= {row.telling for row in rows_for(connection, _TELLINGS_OF, known)}
    touched |= {number for pair in likenesses_of(connection, gone) for number in pair}
    for table, columns in (
        (tellings, (tellings.c.number,)),
        (telling_keys, (telling_keys.c.telling,)),
        (likenesses, (likenesses.c.one, likenesses.c.other)),
    ):
        for column in columns:
            connection.execute(delete(table).where(column.in_(gone)))
    _write(connection, loader, new)
    return Change(frozenset(new), frozenset(gone), frozenset(touched - gone | now.keys()))


def component(connection: Connection, touched: Collection[int], rulings: Rulings) -> tuple[set[int], Pairs]:
    """The tellings that are connected to those ``touched``, by likenesses and rulings, and the likenesses among them."""
    ruled = _ruled_together(connection, rulings)
    found: set[int] = set()
    among: Pairs = {}
    frontier = set(touched)
    while frontier:
        found |= frontier
        pairs = likenesses_of(connection, frontier)
        among |= pairs
        reached = {number for pair in pairs for number in pair}
        reached |= {number for one in frontier for number in ruled.get(one, ())}
        frontier = reached - found
    return found, among


def likenesses_of(connection: Connection, numbers: Collection[int]) -> Pairs:
    """The likenesses that any of these tellings has."""
    return {
        (row.one, row.other): Likeness(row.score, tuple(Reason(*reason) for reason in json.loads(row.reasons)))
        for query in (_LIKE_ONE, _LIKE_OTHER)
        for row in rows_for(connection, query, numbers)
    }


def _told(connection: Connection, number: int, rulings: Rulings) -> dict[int, Stored]:
    report, numbers, said = report_with_claims(connection, number)
    found = (stored(told, numbers) for told in tellings_of(report, said, limited(rulings, frozenset(numbers))))
    return {one.number: one for one in found}


def _write(connection: Connection, loader: Loader, new: dict[int, Stored]) -> None:
    keys = {number: keys_of(one.telling) for number, one in new.items()}
    asked = {key for some in keys.values() for key in some.asks}
    others = {row.telling for row in rows_for(connection, _HOLD, asked)} - new.keys()
    among = loader.load(connection, others)
    numbers = {one.telling.id: number for number, one in (new | among).items()}
    found = edges([one.telling for one in new.values()], [one.telling for one in among.values()])
    insert_rows(connection, tellings, [(number, number >> 20, one.body) for number, one in new.items()])
    insert_rows(connection, telling_keys, [(key, number) for number, some in keys.items() for key in sorted(some.holds)])
    insert_rows(
        connection,
        likenesses,
        [
            (*sorted((numbers[one], numbers[other])), like.score, reasons_json(like.reasons))
            for (one, other), like in found.items()
        ],
    )
    for one in new.values():
        loader.keep(one)


def reasons_json(reasons: Iterable[Reason]) -> str:
    """Reasons as they are stored."""
    return json.dumps([[r.name, r.value, r.points] for r in reasons], ensure_ascii=False, separators=(",", ":"))


def _ruled_together(connection: Connection, rulings: Rulings) -> dict[int, set[int]]:
    ids = {claim for pair in rulings.same for claim in pair}
    number_of = {row.id: row.number for row in rows_for(connection, _NUMBERS, ids)}
    told_by = dict(connection.execute(select(telling_claims.c.claim, telling_claims.c.telling).where(False)).all())
    for one in rows_for(connection, _CLAIM_TELLINGS, set(number_of.values())):
        told_by[one.claim] = one.telling
    out: dict[int, set[int]] = {}
    for pair in rulings.same:
        ends = [told_by.get(number_of.get(claim, -1)) for claim in pair]
        one, other = ends
        if one is not None and other is not None and one != other:
            out.setdefault(one, set()).add(other)
            out.setdefault(other, set()).add(one)
    return out
