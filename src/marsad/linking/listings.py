"""What reports say of a listing by the UN Security Council, held against the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, get_args

from marsad.merging import Contradiction
from marsad.merging.contradictions import Kind, Severity
from marsad.records import Claim, DateRange, Entity, Report
from marsad.remarks import Remark, Wordings

from .candidates import Candidates
from .lists.entries import ListEntry

if TYPE_CHECKING:
    from marsad.storing import Link

Verdict = Literal["confirmed", "at odds", "not found"]
How = Literal["catalogue", "decision", "name"]
Code = Literal[
    "listing", "candidate", "not-found", "listed", "listed-undated", "listed-later", "said-not-listed", "said-listed",
    "amended", "on-day", "between", "since", "until",
]  # fmt: skip
Decided = Callable[[str], Mapping[str, "Link"]]

LISTERS = frozenset({"un", "un-security-council"})
"""Ids of the catalogue's actors whose listings stand in the list."""

_SORTS: dict[Verdict, tuple[Kind, Severity]] = {
    "confirmed": ("listing-confirmed", "confirmation"),
    "at odds": ("listing-at-odds", "contradiction"),
    "not found": ("listing-not-found", "note"),
}


reason: Wordings[Code] = Wordings(files(__package__) / "listings.yaml", get_args(Code))


@dataclass(frozen=True, slots=True)
class Listing:
    """What a claim says of the listing of ``subject``, and what the list has.

    ``how`` the entry was found: the catalogue says so, a person decided it, or by the name alone, which makes the link a
    candidate; ``score`` is the name's then.  ``why`` says what the verdict rests on.
    """

    verdict: Verdict
    claim: Claim
    subject: str
    entry: ListEntry | None
    how: How | None
    stated: DateRange | None
    why: Remark
    score: float | None = None

    @property
    def listed_on(self) -> date | None:
        """The day of listing by the list."""
        return self.entry.listed_on if self.entry else None


def tells_of_listing(claim: Claim) -> bool:
    """Whether a claim says that the UN or its Security Council listed someone, or did not."""
    return bool(_subjects(claim))


def check_listing(
    claim: Claim, names: Candidates, decided: Decided = lambda _name: {}, published: date | None = None
) -> list[Listing]:
    """What a claim says of listings by the UN, one for each party it names; empty where it says nothing of them.

    Confirmed: listed, on a day within the range stated; where the claim states no day, not after the report was
    ``published``.  A denied claim, or one that a listing has ended, is at odds with an entry that is on the list.
    """
    return [_checked(claim, subject, names, decided, published) for subject in _subjects(claim)]


def listings(
    report: Report, claims: Iterable[Claim], names: Candidates, decided: Decided = lambda _name: {}
) -> list[Contradiction]:
    """What the claims of one report say of listings, each with whether the list bears it out.

    A link by the name alone is a candidate, so that what is at odds with it is a note, and no contradiction.
    """
    told = sorted(claims, key=lambda claim: (claim.kind != "relation", claim.start))
    found: list[Listing] = []
    for claim in told:
        for listing in check_listing(claim, names, decided, report.published):
            if not any(_same(listing, other) for other in found):
                found.append(listing)
    return [_as_contradiction(report, one) for one in sorted(found, key=lambda one: one.claim.start)]


def _subjects(claim: Claim) -> list[Entity]:
    relation, event = claim.relation, claim.event
    if relation and relation.predicate == "listed-by" and relation.subject and _lists(relation.object):
        return [relation.subject]
    if event and event.type == "SANCTION" and event.mode == "list" and event.status in ("occurred", "ongoing"):
        agents = [role for role in event.roles if role.role == "agent"]
        targets: list[Entity] = [role for role in event.roles if role.role == "target" and not _lists(role)]
        return targets if any(map(_lists, agents)) else []
    return []


def _lists(who: Entity | None) -> bool:
    return who is not None and who.entity in LISTERS


def _checked(claim: Claim, subject: Entity, names: Candidates, decided: Decided, published: date | None) -> Listing:
    entry, how, score = _entry(subject, names, decided)
    name, stated = subject.name or subject.text, claim.date
    if entry is None:
        why = reason("not-found", name=name, day=names.sanctions.day)
        return Listing("not found", claim, name, None, None, stated, why)
    verdict, why = _verdict(claim, entry, published)
    return Listing(verdict, claim, name, entry, how, stated, why, score)


def _entry(subject: Entity, names: Candidates, decided: Decided) -> tuple[ListEntry | None, How | None, float | None]:
    decisions = {
        reference: link.decision
        for name in (subject.entity, subject.name, subject.text)
        if name
        for reference, link in decided(name).items()
    }
    for reference, decision in decisions.items():
        if decision == "confirmed" and (entry := names.listed(reference)):
            return entry, "decision", None
    actor = names.actor(subject.entity) if subject.entity else None
    if actor:
        entry = names.listed(actor.un) if actor.un and decisions.get(actor.un) != "rejected" else None
        return entry, "catalogue" if entry else None, None
    for found in names.find(subject.text):
        sure = found.comparison.verdict == "same" and decisions.get(found.id) != "rejected"
        if sure and isinstance(found.entry, ListEntry):
            return found.entry, "name", round(found.score, 2)
    return None, None, None


def _verdict(claim: Claim, entry: ListEntry, published: date | None) -> tuple[Verdict, Remark]:
    listed = reason("listed", reference=entry.reference, day=entry.listed_on)
    if claim.certainty == "denied" or (claim.relation and claim.relation.ended):
        return "at odds", reason("said-not-listed", listed=listed)
    stated = claim.date
    if stated is None or (stated.earliest is None and stated.latest is None):
        if published and published < entry.listed_on:
            return "at odds", reason("listed-later", listed=listed, published=published)
        return "confirmed", reason("listed-undated", listed=listed)
    first, last = stated.earliest or date.min, stated.latest or date.max
    if first <= entry.listed_on <= last:
        return "confirmed", listed
    why = reason("said-listed", when=_range(stated), listed=listed)
    amended = tuple(day for day in entry.amended if first <= day <= last)
    return "at odds", reason("amended", why=why, days=amended) if amended else why


def _range(stated: DateRange) -> Remark:
    """The days stated, at least one of which is known."""
    first, last = stated.earliest, stated.latest
    if first is None:
        assert last is not None
        return reason("until", last=last)
    if last is None:
        return reason("since", first=first)
    return reason("on-day", day=first) if first == last else reason("between", first=first, last=last)


def _same(one: Listing, other: Listing) -> bool:
    overlap = one.claim.start < other.claim.end and other.claim.start < one.claim.end
    return overlap and (one.entry == other.entry if one.entry or other.entry else one.subject == other.subject)


def _as_contradiction(report: Report, listing: Listing) -> Contradiction:
    if listing.how == "name":
        score = Decimal(f"{listing.score:.2f}")
        what = reason("candidate", subject=listing.subject, why=listing.why, score=score)
    else:
        what = reason("listing", subject=listing.subject, why=listing.why)
    kind, severity = _SORTS[listing.verdict]
    if severity == "contradiction" and listing.how == "name":
        severity = "note"
    return Contradiction(kind=kind, severity=severity, report=report.id, what=what, claims=(listing.claim,))
