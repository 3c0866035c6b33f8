"""Channels, followers and languages that reports tell of, each with its day and its source."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from marsad.catalogue import Entry, load
from marsad.records import Claim, DateRange, Mention, Report
from marsad.storing import Query, Store, find_claims, find_mentions
from marsad.storing.paging import claim_named

from .contradictions import sentence_of

_SUBJECTS = ("group", "organization", "media", "platform")
MEASURES = ("channels", "followers", "languages")


@dataclass(frozen=True, slots=True)
class ChannelFigure:
    """A figure; ``when`` is its own time, else its event's, else the report's day; ``actors`` are the names of those in its event
    and of who says it; ``about`` whose channels: groups, bodies, media, platforms that its sentence names beside who says it."""

    claim: Claim
    report: Report
    when: DateRange | None
    sentence: str
    actors: tuple[str, ...]
    about: tuple[Entry, ...]


def channel_figures(store: Store, query: Query, measure: str | None = None) -> list[ChannelFigure]:
    """The figures of channels, followers and languages that answer, of one ``measure`` or all, by day, those without one last."""
    measures = (measure,) if measure else MEASURES
    named: dict[str, list[Mention]] = {}
    found = [
        _told(store, claim, report, named)
        for one in measures
        for claim, report in find_claims(store, replace(query, kind=("figure",), type=one))
    ]
    return sorted(found, key=_order)


def _told(store: Store, claim: Claim, report: Report, named: dict[str, list[Mention]]) -> ChannelFigure:
    figure = claim.figure
    assert figure is not None
    pair = claim_named(store, figure.event) if figure.event else None
    event = pair[0] if pair else None
    when = claim.date or (event.date if event else None)
    if when is None and report.published:
        when = DateRange(earliest=report.published, latest=report.published, precision="day", inferred=True)
    roles = event.event.roles if event and event.event else ()
    names = [role.name or role.text for role in roles] + [one.name or one.text for one in claim.voice]
    if report.id not in named:
        named[report.id] = [mention for mention, _ in find_mentions(store, Query(report=report.id))]
    start, end, sentence = sentence_of(claim, report)
    inside = (mention.entity for mention in named[report.id] if start <= mention.start < end)
    return ChannelFigure(
        claim, report, when, sentence, tuple(dict.fromkeys(names)), _about(inside, {one.entity for one in claim.voice})
    )


def _about(entities: Iterable[str | None], saying: Collection[str | None]) -> tuple[Entry, ...]:
    """The entries of the catalogue among ``entities`` that have channels or carry them, without those who are ``saying`` it."""
    entries = load().entries
    found = dict.fromkeys(one for one in entities if one in entries and one not in saying)
    return tuple(entries[one] for one in found if one and entries[one].type in _SUBJECTS)


def _order(one: ChannelFigure) -> tuple[bool, str, str, int]:
    day = (one.when.earliest or one.when.latest) if one.when else None
    return day is None, day.isoformat() if day else "", one.report.id, one.claim.start
