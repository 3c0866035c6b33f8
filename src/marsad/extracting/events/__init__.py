"""Report → event claims: triggers, what belongs to one event, who, where and when.

Triggers are found first, then those that tell of one and the same event in a sentence are put together, then each gets
its participants, place and day, and claims of responsibility are added.  A definite noun that only takes up an event
told before (وأسفر الهجوم) gives no event of its own: figures that stand by it go to the one before.  An event that is named in
passing (بعد تفجير سروج) gives a claim of the words that name it, which later nouns and figures do not take up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...catalogue import Catalogue
from ...languages.arabic.words import Sentence
from ...records import DateRange, EventBody, Role
from ..document import Dated, Document
from ..proposal import Proposal
from ..sectors import sector
from .claiming import Responsibility, find_responsibility
from .dating import when
from .grouping import group, resumes, stretch
from .means import with_means
from .passing import extent, named
from .placing import where
from .roles import find_roles, light_verb
from .triggers import Trigger, find_triggers

__all__ = ["Events", "find_events", "with_means"]

_LONGEST = 600
_OFFICIAL = frozenset(
    {"GOV", "MIL", "COP", "JUD", "SPY", "LEG", "REB", "UAF", "OPP", "PTY", "IGO", "NGO", "MED", "REL"}
)


@dataclass(frozen=True, slots=True)
class Events:
    """The event proposals of a report and, for every trigger word, the proposal that it tells of."""

    proposals: list[Proposal]
    told_at: dict[int, Proposal]


def find_events(doc: Document, catalogue: Catalogue, frame_dates: set[Dated]) -> Events:
    """All event claims of a report.  ``frame_dates`` date speech, not events, and are passed over."""
    claimed = find_responsibility(doc)
    taken = frame_dates | {c.date for c in claimed if c.date}
    triggers = find_triggers(doc, frozenset(c.deed for c in claimed))
    places = [t.at for t in triggers]
    proposals: list[Proposal] = []
    told: dict[int, Proposal] = {}
    for members in group(doc, triggers):
        lead = members[0]
        rule = "passing" if lead.passing else "event"
        earlier = resumes(doc, members, proposals)
        if earlier is not None:
            _enrich(doc, earlier, members)
            told.update((t.at, earlier) for t in members)
            continue
        others = [p for p in places if p not in {t.at for t in members}]
        within = (
            Sentence(lead.at, extent(doc, lead.sentence, lead.at)) if lead.passing else stretch(doc, members, others)
        )
        roles = _roles(doc, members)
        if lead.passing:
            roles = tuple(r for r in roles if within.first <= doc.words.at(r.start) < within.last)
        if lead.cue.state and not _between_actors(doc, roles):
            continue
        if lead.charged:
            roles = _accused(roles, proposals, lead)
        body = EventBody(
            type=lead.cue.type,
            trigger=doc.span(lead.at, lead.at + 1),
            mode=next((t.cue.mode for t in members if t.cue.mode), None),
            weapon=next((t.cue.weapon for t in members if t.cue.weapon), None),
            status=lead.status,
            roles=roles,
        )
        first, last = (within.first, within.last) if lead.passing else _evidence(doc, members, roles)
        proposal = Proposal(
            "event", first, last, lead.at, f"{rule}:{(lead.cue.verb or lead.cue.nouns)[0]}", body,
            hedge="alleged" if lead.charged else None,
            date=when(doc, lead, within, taken, others, frozenset(frame_dates)),
            place=where(doc, catalogue, lead, within, others),
            passing=lead.passing, named=lead.passing or named(doc, lead.sentence, lead.at, lead.reading),
        )  # fmt: skip
        proposals.append(proposal)
        told.update((t.at, proposal) for t in members)
    for claim in claimed:
        _add_claimant(doc, claim, proposals, told)
    return Events(proposals, told)


def _roles(doc: Document, members: list[Trigger]) -> tuple[Role, ...]:
    """The participants that the triggers of one event give together, each role by the first that fills it."""
    out: list[Role] = []
    for trigger in members:
        for role in find_roles(doc, trigger):
            if role.role not in {r.role for r in out} and not any(
                r.start < role.end and role.start < r.end for r in out
            ):
                out.append(role)
    return tuple(out)


def _between_actors(doc: Document, roles: tuple[Role, ...]) -> bool:
    """Whether a meeting, visit or accusation is told of actors: somebody named, an office or a body."""

    def official(role: Role) -> bool:
        inside = (m for m in doc.mentions if role.start <= m.start and m.end <= role.end and m.type != "nationality")
        return role.type in _OFFICIAL or role.entity is not None or any(True for _ in inside)

    return any(r.role == "agent" for r in roles) and any(official(r) for r in roles)


def _accused(roles: tuple[Role, ...], proposals: list[Proposal], lead: Trigger) -> tuple[Role, ...]:
    """The roles of what somebody is charged with: its doer is who the charge before it is against, not who brings it."""
    charge = next((p for p in reversed(proposals) if lead.sentence.first <= p.anchor < lead.at), None)
    against = charge.body.roles if charge and isinstance(charge.body, EventBody) else ()
    accused = tuple(replace(r, role="agent") for r in against if r.role == "target")
    return accused + tuple(r for r in roles if r.role != "agent")


def _evidence(doc: Document, members: list[Trigger], roles: tuple[Role, ...]) -> tuple[int, int]:
    """The clauses of the triggers and the participants, as one word range within their sentence, no longer than allowed."""
    sentence = members[0].sentence
    actors = [w for r in roles if sentence.first <= (w := doc.words.at(r.start)) < sentence.last]
    verbs = [v for t in members if (v := light_verb(doc, t)) is not None]
    first = max(sentence.first, min([*actors, *verbs, *(doc.clause_of(t.at)[0] for t in members)]))
    last = min(sentence.last, max([*(w + 1 for w in actors), *(doc.clause_of(t.at)[1] for t in members)]))
    lead = members[0].at
    while doc.words.ends[last - 1] - doc.words.starts[first] > _LONGEST and last - 1 > lead:
        last -= 1
    while doc.words.ends[last - 1] - doc.words.starts[first] > _LONGEST and first < lead:
        first += 1
    return first, last


def _enrich(doc: Document, event: Proposal, members: list[Trigger]) -> None:
    """Add to an event what a later mention of it tells and the first did not: its doer."""
    assert isinstance(event.body, EventBody)
    known = {r.role for r in event.body.roles}
    more = tuple(r for r in _roles(doc, members) if r.role not in known)
    event.body = replace(event.body, roles=event.body.roles + more)


def _add_claimant(doc: Document, claim: Responsibility, proposals: list[Proposal], told: dict[int, Proposal]) -> None:
    """Write the claimant into the event that is claimed: the one told at the deed, else the last one before it.

    Where the event was told in an earlier sentence, the claim of responsibility is an event claim of its own besides.
    """
    event = told.get(claim.deed)
    if event is None:
        within = [p for p in proposals if _assault(p)]
        after_it = next((p for p in within if claim.deed <= p.anchor <= claim.deed + 12), None)
        before = [p for p in within if p.anchor <= claim.verb]
        event = (None if claim.resumed else after_it) or max(before, key=lambda p: p.anchor, default=None)
    if event is None or claim.claimant is None:
        return
    assert isinstance(event.body, EventBody)
    who = doc.entity(*claim.claimant)
    if not who.text or any(r.role == "claimant" and r.start == who.start for r in event.body.roles):
        return
    role = Role(
        who.text, who.start, who.end, who.name, who.entity, who.country, who.antecedent,
        role="claimant", type=sector(doc, *claim.claimant),
    )  # fmt: skip
    on: DateRange | None = claim.date.value if claim.date else event.body.claimed_on
    event.body = replace(event.body, roles=(*event.body.roles, role), claimed_on=on)
    sentence = doc.words.sentence_of(claim.verb)
    if event.anchor < sentence.first:
        body = EventBody(type="ASSAULT", trigger=doc.span(claim.deed, claim.deed + 1), claimed_on=on, roles=(role,))
        first, last = doc.clause_of(claim.verb)[0], doc.clause_of(claim.deed)[1]
        first = max(sentence.first, min(first, claim.claimant[0]))
        proposals.append(
            Proposal(
                "event",
                first,
                last,
                claim.deed,
                "event:responsibility",
                body,
                date=event.date,
                place=event.place,
            )
        )


def _assault(proposal: Proposal) -> bool:
    return isinstance(proposal.body, EventBody) and proposal.body.type == "ASSAULT"
