"""Claims of one report into tellings: a report tells the same event in its title, its lead and again further down."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.words import cut
from marsad.records import Claim, Report

from .beside import counts_only, definite, points_back, set_apart, taken_up, tells_another, told_beside
from .likeness import Feature, days_between, features, sum_beside, weighed
from .outline import Outline, in_passing, outline_of
from .telling import NO_RULINGS, Rulings, Telling
from .weights import weights

# Letters after a trigger in which "another" stands.
_NEAR = 30
_WEEK = 7
_DAYS = frozenset({"next-day", "other-days"})
_SAME_PLACE = frozenset({"same-place", "same-name-of-place"})


def tellings_of(report: Report, claims: Sequence[Claim], rulings: Rulings = NO_RULINGS) -> list[Telling]:
    """The events that ``claims``, all of ``report``, tell of, each once, in the order of the text.

    A claim that is excluded, and the figures of it, are left out; the figures of one that was corrected go to the claim that
    stands for it.  A denied claim is told with the event that it denies; alone
    it gives no telling.
    """
    figures: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.figure and claim.figure.event and claim.id not in rulings.excluded:
            home = rulings.instead.get(claim.figure.event, claim.figure.event)
            figures[home].append(part_of_standing(claim, rulings.instead))
    told = sorted(
        (c for c in claims if c.event and c.id not in rulings.excluded),
        key=lambda claim: (claim.start, claim.end, claim.id),
    )
    starts = _sentence_starts(report.text) if len(told) > 1 else [0]
    drafts: list[Telling] = []
    outlines: list[Outline] = []
    for claim in told:
        if claim.certainty == "denied":
            continue
        single = Telling(report=report, events=(claim,), figures=tuple(figures[claim.id]))
        outline = outline_of(single)
        at = _home(claim, outline, drafts, outlines, starts, rulings)
        if at is None:
            drafts.append(single)
            outlines.append(outline)
        else:
            drafts[at] = joined(drafts[at], single)
            outlines[at] = outline_of(drafts[at])
    for claim in told:
        if claim.certainty == "denied":
            _deny(claim, figures[claim.id], drafts, starts)
    return drafts


def part_of_standing(claim: Claim, instead: Mapping[str, str]) -> Claim:
    """A figure as part of the figure that stands for its whole, where a coder corrected that."""
    figure = claim.figure
    whole = instead.get(figure.part_of) if figure and figure.part_of else None
    return replace(claim, figure=replace(figure, part_of=whole)) if figure and whole else claim


def joined(one: Telling, other: Telling) -> Telling:
    """Two tellings of one report as one."""
    return replace(
        one,
        events=(*one.events, *other.events),
        figures=(*one.figures, *other.figures),
        denials=(*one.denials, *other.denials),
    )


def _home(
    claim: Claim,
    outline: Outline,
    drafts: Sequence[Telling],
    outlines: Sequence[Outline],
    starts: Sequence[int],
    rulings: Rulings,
) -> int | None:
    """The telling that a claim belongs to, the likeliest one, or None."""
    best: tuple[float, int] | None = None
    same = [at for at, other in enumerate(outlines) if other.type == outline.type]
    latest = max(same, key=lambda at: drafts[at].events[-1].start, default=None)
    for at, (draft, other) in enumerate(zip(drafts, outlines, strict=True)):
        ruled = _ruled(claim, draft, rulings)
        if ruled is False:
            continue
        if ruled:
            return at
        if other.type != outline.type or _elsewhere(outline, other) or sum_beside(outline, other):
            continue
        if not _sentences_apart(claim, draft, starts) and set_apart(claim, draft):
            continue
        if at != latest and points_back(claim):
            continue
        last = at == latest
        points = weighed(_features(claim, outline, draft, other, starts, last), weights().within).points
        if points > weights().join_within and (best is None or points >= best[0]):
            best = points, at
    return best[1] if best else None


def _ruled(claim: Claim, draft: Telling, rulings: Rulings) -> bool | None:
    """What a person ruled on a claim and a telling; None where nobody did."""
    pairs = {pair for other in draft.events for pair in ((claim.id, other.id), (other.id, claim.id))}
    if pairs & rulings.apart:
        return False
    return True if pairs & rulings.same else None


def _elsewhere(a: Outline, b: Outline) -> bool:
    if a.country and b.country and a.country != b.country:
        return True
    gap = days_between(a, b)
    # The day on which something was said is easily read as the day it happened, and a year tells no two events of it apart.
    return _dated(a) and _dated(b) and gap is not None and gap > 1


def _dated(a: Outline) -> bool:
    return a.stated and a.earliest is not None and a.latest is not None and (a.latest - a.earliest).days <= _WEEK


def _features(
    claim: Claim, outline: Outline, draft: Telling, other: Outline, starts: Sequence[int], last: bool
) -> Iterator[Feature]:
    assert claim.event is not None
    trigger = claim.event.trigger
    apart = _sentences_apart(claim, draft, starts)
    new = outline.spot is not None or bool(outline.localities) or outline.stated
    # A count that somebody gives without a place or a day is of what was told last.
    toll_of_last = last and not new and counts_only(claim)
    again = trigger.text if definite(claim) or toll_of_last else taken_up(claim)
    # What is taken up again needs no day: a month or a year beside it dates something else.
    undated = again is not None and outline.stated and not _dated(outline)
    beside = told_beside(claim, draft, apart, bool(outline.counts.keys() & other.counts.keys()))
    alike = [found for found in features(outline, other) if not (undated and found[0] in _DAYS)]
    yield from alike
    if in_passing(claim) and any(name in _SAME_PLACE for name, _, _ in alike):
        yield "named-again", 1.0, trigger.text
    if apart == 0:
        yield "same-sentence", 1.0, ""
    elif apart == 1:
        yield "next-sentence", 1.0, ""
    else:
        yield "distance", min(apart / 5, 2.0), f"{apart} sentences"
    if again:
        yield "back-reference", 1.0, again
    if not new:
        yield "nothing-new", 1.0, ""
        if last:
            yield "goes-on", 1.0, ""
    if _tells_another(claim) or (not apart and any(_tells_another(event) for event in draft.events)):
        yield "another", 1.0, trigger.text
    if beside:
        yield "told-beside", 1.0, trigger.text
    if outline.summed != other.summed:
        yield "several", 1.0, ""
    if (outline.agents & other.targets) or (outline.targets & other.agents):
        yield "roles-reversed", 1.0, " ".join(sorted(outline.agents | outline.targets))


def _tells_another(claim: Claim) -> bool:
    assert claim.event is not None
    return tells_another(fold(claim.text[claim.event.trigger.end - claim.start :])[:_NEAR])


def _sentences_apart(claim: Claim, draft: Telling, starts: Sequence[int]) -> int:
    """How many sentences a claim stands from the nearest of a telling, 0 in one with it."""
    return min(abs(_sentence(starts, claim) - _sentence(starts, event)) for event in draft.events)


def _deny(claim: Claim, figures: Sequence[Claim], drafts: list[Telling], starts: Sequence[int]) -> None:
    """Put a denied claim with the nearest event of its type that is in no other place."""
    assert claim.event is not None
    outline = outline_of(Telling(report=_report_of(drafts), events=(claim,))) if drafts else None
    near = [
        (abs(_sentence(starts, claim) - _sentence(starts, draft.events[0])), at)
        for at, draft in enumerate(drafts)
        if outline and draft.events[0].event and draft.events[0].event.type == claim.event.type
        and not _elsewhere(outline, outline_of(draft))
    ]  # fmt: skip
    if near:
        at = min(near)[1]
        drafts[at] = replace(drafts[at], denials=(*drafts[at].denials, claim), figures=(*drafts[at].figures, *figures))


def _report_of(drafts: Sequence[Telling]) -> Report:
    return drafts[0].report


def _sentence_starts(text: str) -> list[int]:
    words = cut(text)
    return [words.starts[sentence.first] for sentence in words.sentences if sentence.first < len(words.starts)] or [0]


def _sentence(starts: Sequence[int], claim: Claim) -> int:
    at = claim.event.trigger.start if claim.event else claim.start
    return bisect_right(starts, at)
