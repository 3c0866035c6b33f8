"""What reports tell, stored with how alike it is to what others tell."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from marsad.merging import Rulings, tellings_of
from marsad.merging.blocking import Keys, keys_of, neighbours
from marsad.merging.clustering import likenesses_of
from marsad.merging.telling import Reason

from ..event_tables import likenesses, placed, telling_claims, telling_keys, tellings
from ..rows import report_of_claim
from ..tables import claims
from ..writing import delete_rows, insert_rows
from .loading import SOME, Loader, Stored, report_with_claims, rows_for, stored
from .neighbourhood import tellings_near
from .rulings import limited

_HOLDING = select(telling_keys.c.key, telling_keys.c.telling).where(telling_keys.c.key.in_(SOME))
_OF_REPORT = select(tellings.c.number, tellings.c.body).where(tellings.c.report.in_(SOME))
_NUMBERS = select(claims.c.number).where(claims.c.id.in_(SOME))
_PUT = select(telling_claims).where(telling_claims.c.telling.in_(SOME))
_TOLD_BY = select(telling_claims.c.telling).where(telling_claims.c.claim.in_(SOME))
_IN_EVENTS = select(telling_claims.c.telling).where(telling_claims.c.event.in_(SOME))
_OWN = (tellings.c.number, telling_keys.c.telling, telling_claims.c.telling, likenesses.c.one, likenesses.c.other)


@dataclass(frozen=True, slots=True)
class Change:
    """What changed before it is settled which events there are: tellings ``changed`` or new, all that are ``touched`` by it,
    those ``gone`` or changed, and the events in which claims were that no telling has any more, by the claims' numbers."""

    changed: frozenset[int]
    touched: frozenset[int]
    gone: frozenset[int] = frozenset()
    left: dict[int, str] = field(default_factory=dict)


def tell(connection: Connection, loader: Loader, reports: Iterable[int], rulings: Rulings) -> Change:
    """Store what reports not yet placed tell."""
    numbers = list(reports)
    new = {one.number: one for number in numbers for one in told_by(connection, number, rulings)}
    insert_rows(connection, placed, [(number,) for number in numbers])
    _write(connection, loader, new, {})
    return Change(frozenset(new), frozenset(new))


def tell_anew(connection: Connection, loader: Loader, ruled_on: Collection[str], rulings: Rulings) -> Change:
    """Store what reports tell now that rulings on claims of them, by id, were made or lifted."""
    numbers = {row.number for row in rows_for(connection, _NUMBERS, ruled_on)}
    change = retell(connection, loader, {report_of_claim(number) for number in numbers}, rulings)
    still = {row.telling for row in rows_for(connection, _TOLD_BY, numbers)}
    return replace(change, touched=change.touched | still)


def retell(connection: Connection, loader: Loader, reports: Collection[int], rulings: Rulings) -> Change:
    """Store what placed reports tell where that is other than before, with how alike it is to what others tell."""
    before = {row.number: row.body for row in rows_for(connection, _OF_REPORT, reports)}
    now = {one.number: one for report in sorted(reports) for one in told_by(connection, report, rulings)}
    gone = {number for number, body in before.items() if number not in now or now[number].body != body}
    return _exchange(connection, loader, gone, {n: one for n, one in now.items() if before.get(n) != one.body})


def weigh_anew(connection: Connection, loader: Loader, rulings: Rulings) -> Change:
    """Store what all placed reports tell, and how alike it is, as this Marsad sees it; whatever there is is touched."""
    reports = list(connection.execute(select(placed.c.report).order_by(placed.c.report)).scalars())
    gone = set(connection.execute(select(tellings.c.number)).scalars())
    new = {one.number: one for report in reports for one in told_by(connection, report, rulings)}
    return _exchange(connection, loader, gone, new)


def _exchange(connection: Connection, loader: Loader, gone: set[int], new: dict[int, Stored]) -> Change:
    put = {row.claim: row.event for row in rows_for(connection, _PUT, gone)}
    touched = tellings_near(connection, gone)
    touched |= {row.telling for row in rows_for(connection, _IN_EVENTS, set(put.values()))}
    for column in _OWN:
        delete_rows(connection, column, gone)
    _write(connection, loader, new, put)
    told = {claim for one in new.values() for claim in one.events}
    left = {claim: event for claim, event in put.items() if claim not in told}
    return Change(frozenset(new), frozenset(touched - gone | new.keys()), frozenset(gone), left)


def holders(connection: Connection, loader: Loader, keys: Iterable[Keys]) -> dict[str, list[Stored]]:
    """The stored tellings that hold what ``keys`` ask for, by key."""
    asked = {key for some in keys for key in some.asks}
    rows = [(row.key, row.telling) for row in rows_for(connection, _HOLDING, asked)]
    told = loader.load(connection, {number for _, number in rows})
    out: dict[str, list[Stored]] = defaultdict(list)
    for key, number in rows:
        out[key].append(told[number])
    return out


def reasons_json(reasons: Iterable[Reason]) -> str:
    """Reasons as they are stored."""
    return json.dumps([[r.name, r.value, r.points] for r in reasons], ensure_ascii=False, separators=(",", ":"))


def told_by(connection: Connection, number: int, rulings: Rulings) -> list[Stored]:
    """What the report of this number tells, in the order of its text."""
    report, numbers, said = report_with_claims(connection, number)
    return [stored(told, numbers) for told in tellings_of(report, said, limited(rulings, frozenset(numbers)))]


def _write(connection: Connection, loader: Loader, new: dict[int, Stored], put: dict[int, str]) -> None:
    """Add tellings; ``put`` are the events that their claims were in before, by the claims' numbers."""
    keys = {number: keys_of(one.outline) for number, one in new.items()}
    held = holders(connection, loader, keys.values())
    numbers = {one.telling.id: one.number for some in (new.values(), *held.values()) for one in some}
    others = {key: [one.outline for one in some if one.number not in new] for key, some in held.items()}
    found = likenesses_of(neighbours([(one.outline, keys[number]) for number, one in new.items()], others))
    insert_rows(connection, tellings, [(number, report_of_claim(number), one.body) for number, one in new.items()])
    insert_rows(
        connection,
        telling_claims,
        [(claim, number, put.get(claim, "")) for number, one in new.items() for claim in one.events],
    )
    insert_rows(
        connection, telling_keys, [(key, number) for number, some in keys.items() for key in sorted(some.holds)]
    )
    rows = [
        (*sorted((numbers[one], numbers[other])), like.points, reasons_json(like.reasons))
        for (one, other), like in found.items()
    ]
    insert_rows(connection, likenesses, rows)
    for one in new.values():
        loader.keep(one)
