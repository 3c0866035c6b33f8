"""What follows from judgements for events: decisions of their log, made and taken back as what is settled of a unit changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, func, insert, select

from marsad.merging.decisions import Ruling
from marsad.records import Claim
from marsad.storing import MergeDecision, Store
from marsad.storing.event_tables import decisions
from marsad.storing.events.resolving import claims_in, event_now
from marsad.storing.events.ruling import exclusion_row, merging_row, row_on_pairs, rule_in, withdrawal_row
from marsad.storing.events.rulings import log_of
from marsad.storing.review_tables import effects, judgements
from marsad.storing.rows import actor_rows, claim_row, first_claim_number
from marsad.storing.tables import actors, claims
from marsad.storing.writing import insert_rows

from .judgements import Judgement, UnitKey, on_unit, standing
from .making import made_claim
from .settled import Settled, outcome, settled
from .subjects import Subject

_IN_EVENTS = ("event", "figure", "pair")


@dataclass(frozen=True, slots=True)
class Effect:
    """``taken`` holds; ``waiting`` is for another blind coder or an adjudicator; ``overruled`` by what was said since;
    ``withdrawn``; ``none`` where a verdict changes nothing."""

    state: Literal["taken", "waiting", "overruled", "withdrawn", "none"]
    decision: int | None
    claim: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The decision that should hold of a unit, by kind, and the claim it counts."""

    kind: Ruling
    claim: Claim | None = None

    @property
    def key(self) -> tuple[Ruling, str | None]:
        """What tells it from others."""
        return self.kind, self.claim.id if self.claim else None


def take_effect(store: Store, connection: Connection, subject: Subject) -> None:
    """Have the decisions on a unit follow from all judgements on it; changes nothing where they do already."""
    if subject.kind not in _IN_EVENTS:
        return
    now = settled(on_unit(connection, subject.unit))
    wanted = _wanted(now, subject) if now else None
    current = effect_on(connection, subject.unit)
    if current and wanted and (current.kind, current.made) == wanted.key:
        return
    if current:
        rule_in(store, connection, [withdrawal_row(current)], current.by, "the judgement behind it holds no more")
    if now is None or wanted is None:
        return
    row, about = _row(connection, wanted, subject), set[str]()
    if wanted.claim:
        _keep(connection, wanted.claim, subject.number)
        about.add(wanted.claim.id)
    said = now.judgement
    because = said.because or f"{said.verdict}, judgement {said.number}, {now.how}"
    (number,) = rule_in(store, connection, [row], said.by, because, about)
    last = connection.execute(select(func.max(effects.c.number))).scalar() or 0
    made = wanted.claim.id if wanted.claim else None
    told = {"number": last + 1, "judgement": said.number, "decision": number, "claim": made}
    connection.execute(insert(effects), told)


def effect_on(connection: Connection, unit: UnitKey) -> MergeDecision | None:
    """The decision that holds of a unit by a judgement on it, if any."""
    of_unit = (judgements.c.claim == unit[0]) & judgements.c.other.is_not_distinct_from(unit[1])
    last = (
        select(effects.c.decision)
        .join(judgements, judgements.c.number == effects.c.judgement)
        .where(of_unit)
        .order_by(effects.c.number.desc())
    )
    number = connection.execute(last).scalar()
    if number is None:
        return None
    return None if _lifted(connection, number) else log_of(connection, decisions.c.number == number)[0]


def effect_of(connection: Connection, one: Judgement) -> Effect:
    """How a judgement stands now, and the decision and claim through which it took effect, if through any."""
    log = on_unit(connection, one.unit)
    made = select(effects.c.decision, effects.c.claim).where(effects.c.judgement == one.number)
    row = connection.execute(made.order_by(effects.c.number.desc())).first()
    decision, claim = (row.decision, row.claim) if row else (None, None)
    if one.verdict in ("withdraw", "unsure"):
        return Effect("none", decision, claim)
    if one not in standing(log):
        return Effect("withdrawn", decision, claim)
    now = settled(log)
    if now is None:
        return Effect("waiting", decision, claim)
    undone = decision is not None and _lifted(connection, decision)
    holds = outcome(one) == outcome(now.judgement) and not undone
    return Effect("taken" if holds else "overruled", decision, claim)


def _lifted(connection: Connection, decision: int) -> bool:
    lifting = (decisions.c.withdraws == decision) & (decisions.c.kind == "withdrawn")
    return connection.execute(select(decisions.c.number).where(lifting)).first() is not None


def _wanted(now: Settled, subject: Subject) -> Wanted | None:
    said = now.judgement
    if subject.kind == "pair":
        return Wanted("same" if said.verdict == "accept" else "apart")
    if said.verdict == "reject":
        return Wanted("excluded") if subject.claim else None
    if said.coded is None or (subject.claim and said.coded == subject.coded):
        return None
    claim = made_claim(said.coded, subject.report, said.by, subject.claim)
    return Wanted("replaced" if subject.claim else "added", claim)


def _row(connection: Connection, wanted: Wanted, subject: Subject) -> dict[str, Any]:
    one, other = subject.unit
    if wanted.kind in ("same", "apart"):
        assert other is not None
        return _on_events(connection, wanted.kind, one, other)
    if wanted.kind == "excluded":
        return exclusion_row([one])
    assert wanted.claim is not None
    if wanted.kind == "added":
        return {"kind": "added", "one": wanted.claim.id}
    return {"kind": "replaced", "one": one, "other": wanted.claim.id}


def _on_events(connection: Connection, kind: str, one: str, other: str) -> dict[str, Any]:
    """A ruling on the two events in which claims are now, on the claims alone where that is one event."""
    mine, theirs = event_now(connection, one), event_now(connection, other)
    if mine == theirs:
        return row_on_pairs(kind, [(one, other)])
    if kind == "same":
        return merging_row(connection, mine, theirs)
    pairs = [(a, b) for a in claims_in(connection, mine) for b in claims_in(connection, theirs)]
    return row_on_pairs("apart", sorted((min(pair), max(pair)) for pair in pairs))


def _keep(connection: Connection, claim: Claim, report: int) -> None:
    """Store a claim that a coder made, behind those of its report, where it is not stored yet."""
    of_report = select(claims.c.id, claims.c.number).where(claims.c.report == report)
    numbers: dict[str, int] = {row.id: row.number for row in connection.execute(of_report)}
    if claim.id in numbers:
        return
    numbers[claim.id] = max(numbers.values(), default=first_claim_number(report) - 1) + 1
    insert_rows(connection, claims, [claim_row(report, claim, numbers)])
    insert_rows(connection, actors, list(actor_rows(numbers[claim.id], claim)))
