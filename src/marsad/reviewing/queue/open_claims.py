"""Claims that may be asked for, a bounded number by each reason, each looked up by an index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select

from marsad.codebook import load
from marsad.storing.event_tables import events, telling_claims
from marsad.storing.review_tables import judgements
from marsad.storing.standing import is_read
from marsad.storing.tables import claims

from .weights import queue_weights

_CLAIMS = select(claims.c.number)


def candidates(connection: Connection, kinds: Sequence[str], coder: str, country: str | None) -> set[int]:
    """The numbers of claims of ``kinds`` that are worth asking ``coder`` for, at most some hundreds of each kind."""
    limit = queue_weights().looked_up
    found: set[int] = set()
    for kind in kinds:
        asked = [claims.c.kind == kind, is_open(coder), is_read()]
        if country:
            asked.append(claims.c.country == country.upper())
        queries = _uncertain(asked, within_country=country is not None)
        if kind == "event":
            queries += [_unresolved(asked), *_rare(connection, asked)]
        if kind == "figure":
            queries.append(_disputed(asked))
        for query in queries:
            found.update(connection.execute(query.limit(limit)).scalars())
    return found


def is_open(coder: str) -> ColumnElement[bool]:
    """That nobody who was sure has judged a claim, nor ``coder`` at all."""
    return claims.c.id.not_in(_judged(or_(judgements.c.verdict != "unsure", judgements.c.by == coder)))


def is_unjudged_by(coder: str) -> ColumnElement[bool]:
    """That ``coder`` has not judged a claim."""
    return claims.c.id.not_in(_judged(judgements.c.by == coder))


def rare_types(connection: Connection) -> dict[str, int]:
    """The types of events of which there are few claims, with how many there are."""
    most = queue_weights().rare
    counts = {}
    for code in load().events:
        some = select(claims.c.number).where(claims.c.kind == "event", claims.c.type == code).limit(most).subquery()
        counts[code] = connection.execute(select(func.count()).select_from(some)).scalar_one()
    return {code: number for code, number in counts.items() if number < most}


def _judged(which: ColumnElement[bool]) -> Select[str]:
    lifting = judgements.alias("lifting")
    lifted = exists(select(lifting.c.number).where(lifting.c.withdraws == judgements.c.number))
    return select(judgements.c.claim).where(
        which, judgements.c.withdraws.is_(None), ~lifted, judgements.c.other.is_(None)
    )


def _uncertain(asked: list[ColumnElement[bool]], *, within_country: bool) -> list[Select[Any]]:
    """Nearest to one half from above and below, or in a country, whose claims are gone through, in one."""
    sure = claims.c.probability
    if within_country:
        return [_CLAIMS.where(*asked).order_by(func.abs(func.coalesce(sure, 1.0) - 0.5), claims.c.number)]
    return [
        _CLAIMS.where(*asked, sure >= 0.5).order_by(sure, claims.c.number),
        _CLAIMS.where(*asked, sure < 0.5).order_by(sure.desc(), claims.c.number),
    ]


def _unresolved(asked: list[ColumnElement[bool]]) -> Select[Any]:
    """Without a country although words name a place."""
    return _CLAIMS.where(*asked, claims.c.country.is_(None), claims.c.place.is_not(None)).order_by(claims.c.number)


def _rare(connection: Connection, asked: list[ColumnElement[bool]]) -> list[Select[Any]]:
    few = [code for code, number in rare_types(connection).items() if number]
    return [_CLAIMS.where(*asked, claims.c.type == code).order_by(claims.c.number) for code in few]


def _disputed(asked: list[ColumnElement[bool]]) -> Select[Any]:
    """Figures of the events whose dead are most disputed; open bounds stand for the best figure."""
    spread = events.c.killed_high - events.c.killed_low
    most = select(events.c.id).where(spread > 0).order_by(spread.desc(), events.c.id).limit(queue_weights().looked_up)
    told = select(telling_claims.c.claim).where(telling_claims.c.event.in_(most))
    return _CLAIMS.where(*asked, claims.c.event.in_(told)).order_by(claims.c.number)
