"""Decisions of persons on links to the list: a link is a candidate until someone confirms or rejects it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal

from marsad.storing import Decision, Link, Store, decide, last_decisions
from marsad.user import user_name

from .candidates import Candidate, Candidates
from .lists.errors import LinkError

Status = Literal["candidate", "confirmed", "rejected"]


def decide_link(
    store: Store,
    names: Candidates,
    name: str,
    reference: str,
    decision: Decision,
    because: str,
    *,
    by: str | None = None,
    report: str | None = None,
) -> Link:
    """Keep what is decided of a name and an entry of the list, with the score and the reasons there are for the link now.

    Raises LinkError where the list has no such entry, or there is no decision to withdraw; StoreError where ``report`` is
    not stored.
    """
    link = names.beside(name, reference)
    if link is None and decision != "withdrawn":
        raise LinkError(
            f"no entry of the list of {names.sanctions.day} has this number",
            where=reference,
            remedy="see `marsad lists show` for the numbers",
        )
    if decision == "withdrawn" and not _stands(last_decisions(store, name, report), reference, report):
        raise LinkError(
            f"nothing was decided of {name!r} and this entry", where=reference, remedy="see `marsad lists links`"
        )
    kept = Link(
        decided=datetime.now(UTC),
        by=by or user_name(),
        decision=decision,
        because=because,
        name=name,
        report=report,
        publisher=names.sanctions.publisher,
        reference=reference,
        generated=names.sanctions.generated,
        score=round(link.score, 4) if link else None,
        reasons=link.comparison.explain() if link else None,
    )
    decide(store, kept)
    return kept


def with_confirmed(
    store: Store | None, names: Candidates, name: str, found: list[Candidate], report: str | None = None
) -> list[Candidate]:
    """What was found for a name, and before it the entries that a person confirmed for it though it hardly fits them."""
    if store is None:
        return found
    known = {one.id for one in found if one.source == "un"}
    confirmed = [
        reference for reference, link in last_decisions(store, name, report).items() if link.decision == "confirmed"
    ]
    beside = (names.beside(name, reference) for reference in confirmed if reference not in known)
    return [*(one for one in beside if one), *found]


def decided_on(store: Store | None, name: str, candidate: Candidate, report: str | None = None) -> Link | None:
    """The decision that holds of a name and an entry: one on the name, else one on the actor that leads to the entry."""
    if store is None or candidate.source != "un":
        return None
    for one in (name, candidate.via):
        if one and (link := last_decisions(store, one, report).get(candidate.id)):
            return link
    return None


def status(link: Link | None) -> Status:
    """What a decision, or none, makes of a link."""
    return "candidate" if link is None or link.decision == "withdrawn" else link.decision


def _stands(held: Mapping[str, Link], reference: str, report: str | None) -> bool:
    link = held.get(reference)
    return link is not None and (link.report is None) == (report is None)
