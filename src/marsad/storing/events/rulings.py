"""The log of decisions: what Marsad joined and what persons ruled, and which rulings hold."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, TextClause, func, insert, select

from marsad.merging.blocking import pair_of
from marsad.merging.decisions import Kind
from marsad.merging.telling import Reason, Rulings

from ..event_tables import RULED, decisions

_COLUMNS = tuple(column.name for column in decisions.columns)

_EVERY = select(decisions).order_by(decisions.c.number)
_RULINGS = _EVERY.where(RULED)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeDecision:
    """What ``by``, Marsad with its version or a person, decided of claims of events, named by id.

    ``joined`` and ``unjoined`` (no longer held) are Marsad's, with the probability and the reasons of the time.  ``same``,
    ``apart`` and ``excluded`` (from all events) are a person's rulings, on every pair of ``pairs`` or claim of ``claims``; the
    last one on a pair or a claim holds.  ``replaced`` puts the claim ``other``, made by a coder, in the place of ``one``;
    ``added`` counts ``one``, which a coder made where nothing had been found.  ``withdrawn`` lifts the ruling of the number
    ``withdraws``; an ``apart`` may name a join there, which it undoes.  ``since`` is the time from which a decision counts.
    """

    number: int
    decided: datetime
    since: datetime
    by: str
    kind: Kind
    one: str
    other: str | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()
    score: float | None = None
    reasons: tuple[Reason, ...] = ()
    because: str | None = None
    withdraws: int | None = None

    @property
    def made(self) -> str | None:
        """The claim that a coder made, if it is about one."""
        return {"replaced": self.other, "added": self.one}.get(self.kind)

    @property
    def about(self) -> frozenset[str]:
        """The claims it names."""
        named = {self.one, *self.claims, *(claim for pair in self.pairs for claim in pair)}
        return frozenset(named | ({self.other} if self.other else set()))


@dataclass(slots=True)
class Held:
    """Which rulings hold, by pair or claim, each with the number of the last decision on it."""

    pairs: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    excluded: dict[str, int] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    made: frozenset[str] = frozenset()  # claims that coders made at any time: they count while a decision says so

    @property
    def rulings(self) -> Rulings:
        """As merging takes them."""
        counted = self.added.union(self.instead.values())
        return Rulings(
            same=self._of("same"),
            apart=self._of("apart"),
            excluded=frozenset(self.excluded) | self.instead.keys() | (self.made - counted),
            instead=self.instead,
        )

    def _of(self, kind: str) -> frozenset[tuple[str, str]]:
        """What was ruled on a claim holds on the one that stands for it."""
        ruled = (pair for pair, (said, _) in self.pairs.items() if said == kind)
        return frozenset(pair_of(self.instead.get(a, a), self.instead.get(b, b)) for a, b in ruled)


def held(log: Iterable[MergeDecision], before: datetime | None = None) -> Held:
    """The rulings that hold after ``log``, or held before a time: of those not withdrawn, the last on each pair and claim."""
    whole = list(log)
    until = before.replace(tzinfo=UTC) if before else None
    every = [decision for decision in whole if until is None or decision.since < until]
    lifted = {decision.withdraws for decision in every if decision.kind == "withdrawn"}
    out = Held(made=frozenset(made for decision in whole if (made := decision.made)))
    for decision in every:
        if decision.number in lifted:
            continue
        if decision.kind in ("same", "apart"):
            out.pairs |= dict.fromkeys(itertools.starmap(pair_of, decision.pairs), (decision.kind, decision.number))
        elif decision.kind == "excluded":
            out.excluded |= dict.fromkeys(decision.claims, decision.number)
        elif decision.kind == "replaced" and decision.other:
            out.instead[decision.one] = decision.other
        elif decision.kind == "added":
            out.added.add(decision.one)
    return out


def rulings_of(connection: Connection, before: datetime | None = None) -> Rulings:
    """The rulings that hold now, or held just before a time."""
    return held(log_of(connection, RULED), before).rulings


def replacements(connection: Connection) -> dict[str, str]:
    """By claim that a coder corrected, the claim that stands for it now."""
    return held(log_of(connection, RULED)).instead


def log_of(
    connection: Connection, which: ColumnElement[bool] | TextClause | None = None, before: datetime | None = None
) -> list[MergeDecision]:
    """The decisions in the order made, of those that count before a time where one is given."""
    query = _EVERY if which is None else _RULINGS if which is RULED else _EVERY.where(which)
    if before is not None:
        query = query.where(decisions.c.since < before)
    return [_decision(row) for row in connection.execute(query)]


def log(connection: Connection, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Add decisions, given by their columns, in their order; their numbers."""
    last = connection.execute(select(func.max(decisions.c.number))).scalar() or 0
    full = [dict.fromkeys(_COLUMNS) | row | {"number": last + at} for at, row in enumerate(rows, start=1)]
    if full:
        connection.execute(insert(decisions), full)
    return [row["number"] for row in full]


def limited(rulings: Rulings, claims: frozenset[str]) -> Rulings:
    """The rulings on ``claims`` alone."""
    return Rulings(
        same=frozenset(pair for pair in rulings.same if claims.issuperset(pair)),
        apart=frozenset(pair for pair in rulings.apart if claims.issuperset(pair)),
        excluded=rulings.excluded & claims,
        instead={one: other for one, other in rulings.instead.items() if one in claims},
    )


def ruled_otherwise(one: Rulings, other: Rulings) -> frozenset[str]:
    """The claims of which one of two sets of rulings says other than the other."""
    pairs = (one.same ^ other.same) | (one.apart ^ other.apart)
    return (one.excluded ^ other.excluded) | {claim for pair in pairs for claim in pair}


def _decision(row: Row[Any]) -> MergeDecision:
    named = json.loads(row.pairs) if row.pairs else []
    pairs = tuple((one, other) for one, other in named) if row.kind in ("same", "apart") else ()
    reasons = tuple(Reason(*reason) for reason in json.loads(row.reasons)) if row.reasons else ()
    return MergeDecision(
        number=row.number,
        decided=row.decided.replace(tzinfo=UTC),
        since=row.since.replace(tzinfo=UTC),
        by=row.by,
        kind=row.kind,
        one=row.one,
        other=row.other,
        pairs=pairs,
        claims=tuple(named) if row.kind == "excluded" else (),
        score=row.score,
        reasons=reasons,
        because=row.because,
        withdraws=row.withdraws,
    )
