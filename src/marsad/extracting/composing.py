"""Proposals → claims: evidence cut to the words, voice and certainty settled, identity computed from the content."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from ..errors import OffsetError
from ..records import Certainty, Claim, Entity, EventBody, FigureBody, RelationBody, Report, Span
from .document import Document
from .proposal import Proposal
from .speech import Speech, hedge_at

# Where several certainties hold, the one further up this list is kept: denied over hedged over alleged, and so on.
_RANK: tuple[Certainty, ...] = ("asserted", "reported", "alleged", "hedged", "denied")
LONGEST = 600


def compose(doc: Document, speech: Speech, proposals: list[Proposal]) -> tuple[Claim, ...]:
    """Claims in the order of their evidence, links between them resolved; of equal proposals the first is kept."""
    ids: dict[Proposal, str] = {}
    out: dict[str, Claim] = {}
    for proposal in sorted(proposals, key=_linked_last):
        claim = _claim(doc, speech, proposal, ids)
        ids[proposal] = claim.id
        out.setdefault(claim.id, claim)
    return tuple(sorted(out.values(), key=_in_order))


def _in_order(claim: Claim) -> tuple[int, int, str, int, str]:
    """As the report tells them, events of the same words by their triggers."""
    return claim.start, claim.end, claim.kind, claim.event.trigger.start if claim.event else 0, claim.id


def _linked_last(proposal: Proposal) -> tuple[int, int]:
    """Events before the figures that point to them, wholes before their parts."""
    return (proposal.kind == "figure") + (proposal.whole is not None), proposal.first


def _claim(doc: Document, speech: Speech, proposal: Proposal, ids: dict[Proposal, str]) -> Claim:
    start, end = _evidence(doc, proposal)
    body = proposal.body
    if isinstance(body, FigureBody):
        body = replace(
            body,
            event=ids.get(proposal.event) if proposal.event else None,
            part_of=ids.get(proposal.whole) if proposal.whole else None,
        )
    voice = speech.at(proposal.anchor)
    told_of = proposal.event.hedge if proposal.event else None
    hedge = proposal.hedge or _hedged(doc, proposal)
    certainty: Certainty = max(
        (c for c in (voice.certainty, hedge, told_of, "reported" if voice.chain else "asserted") if c),
        key=_RANK.index,
    )
    digest = hashlib.sha256(f"{doc.report.id}\n{proposal.kind}\n{start}\n{end}\n{body!r}".encode())
    claim = Claim(
        id="c" + digest.hexdigest()[:20],
        report=doc.report.id,
        kind=proposal.kind,
        start=start,
        end=end,
        text=doc.report.text[start:end],
        voice=voice.chain,
        certainty=certainty,
        date=proposal.date,
        place=proposal.place,
        probability=proposal.probability,
        proposed_by=proposal.rule,
        scores=proposal.scores,
        **{proposal.kind: body},  # type: ignore[arg-type]  # the body's class goes with the kind
    )
    check(claim, doc.report)
    return claim


def _hedged(doc: Document, proposal: Proposal) -> Certainty | None:
    """The hedge that the clause of an event lays on it: يُعتقد, ربما, المزعوم; assessments bring their own."""
    if proposal.kind != "event":
        return None
    return hedge_at(doc, doc.clause_of(proposal.anchor)[0], proposal.anchor + 1)


def _evidence(doc: Document, proposal: Proposal) -> tuple[int, int]:
    """Original offsets of the evidence, narrowed around the anchor where it is longer than a claim may be."""
    first, last = proposal.first, proposal.last
    starts, ends = doc.words.starts, doc.words.ends
    while ends[last - 1] - starts[first] > LONGEST and last - 1 > proposal.anchor:
        last -= 1
    while ends[last - 1] - starts[first] > LONGEST and first < proposal.anchor:
        first += 1
    return starts[first], min(ends[last - 1], starts[first] + LONGEST)


def check(claim: Claim, report: Report) -> None:
    """Raise :class:`OffsetError` where a span of the claim does not cut its own words out of the report."""
    quoted: list[Span] = [Span(claim.text, claim.start, claim.end), *claim.voice]
    body = claim.event or claim.relation or claim.assessment
    if isinstance(body, EventBody):
        quoted += [body.trigger, *body.roles]
    elif isinstance(body, RelationBody):
        quoted += [e for e in (body.subject, body.object) if e]
    elif body is not None:
        quoted += body.about
    if claim.place:
        quoted.append(claim.place)
    quoted += [e.antecedent for e in quoted if isinstance(e, Entity) and e.antecedent]
    for span in quoted:
        if report.text[span.start : span.end] != span.text:
            raise OffsetError(
                f"{span.text[:40]!r} does not stand at {span.start}:{span.end}",
                where=f"report {report.id}, claim {claim.id}",
            )
