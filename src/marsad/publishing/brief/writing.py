"""From events, disputes and forecasts to the sentences of a brief."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from marsad.merging.forecasts.series import HAPPENED
from marsad.records import Bounds, Entity, Event

from .outlook import forecast_sentences
from .telling import Teller
from .types import Brief, Digits, Dispute, Language, Material, Run, Section, Sentence, Source, Told
from .wording import fill, merged

_ACTING = frozenset(("agent", "organizer", "claimant"))
_HIT = frozenset(("target", "victim"))
# Roles of an event's sentence, with the part of it that names them.
_ROLES = (("agent", ("agent", "organizer")), ("claimant", ("claimant",)), ("target", ("target", "victim")))


def brief_of(material: Material, language: Language = "ar", digits: Digits | None = None, *, most: int = 25) -> Brief:
    """The brief on what is in ``material``: at most so many main events, actors, disputes and forecasts each.

    ``digits`` are by default those that CLDR gives the language's own script: Arabic-Indic for Arabic.
    """
    teller = Teller(language, digits or ("arab" if language == "ar" else "latn"))
    words = teller.words
    made = (
        ("events", _by_type(teller, material)),
        ("incidents", (_incident(teller, event, told) for event, told in _main(material, most))),
        ("actors", _actors(teller, material, most)),
        ("disputes", (_dispute(teller, one) for one in material.disputes[:most])),
        ("forecasts", forecast_sentences(teller, material.scores, most)),
    )
    sections = ((words.sections[name], tuple(sentences)) for name, sentences in made)  # type: ignore[index]
    asked = [teller.country(material.country)] if material.country else []
    asked += [teller.called(material.subject)] if material.subject else []
    subject = words.comma.join(asked) or words.everywhere
    return Brief(
        language=language,
        digits=teller.digits,
        title=fill(words.title, subject=Run(subject, foreign=True)),
        facts=tuple(_facts(teller, material)),
        notes_title=words.notes,
        sections=tuple(Section(title, sentences) for title, sentences in sections if sentences),
    )


def _facts(teller: Teller, material: Material) -> Iterator[tuple[Run, ...]]:
    words = teller.words
    ends = {name: teller.day(day) for name, day in (("since", material.since), ("until", material.until)) if day}
    period = words.period.both if len(ends) == 2 else getattr(words.period, next(iter(ends), "open"))
    yield fill(period, **ends)
    rules = sorted({event.rule for event, _ in material.events if event.figures})
    if rules:
        yield fill(words.rule, rule=Run(", ".join(rules), foreign=True))
    scales = sorted({score.forecast.hedge.source for score in material.scores if score.forecast.direction})
    if scales:
        yield fill(words.scale, scale=Run(", ".join(scales), foreign=True))


def _by_type(teller: Teller, material: Material) -> Iterator[Sentence]:
    """How much is recorded, in all and by type, with the tolls added up."""
    words = teller.words
    if not material.events:
        return
    reports = len({name for event, _ in material.events for name in event.reports})
    said = fill(
        words.summary, events=teller.count("events", len(material.events)), reports=teller.count("reports", reports)
    )
    yield Sentence(said, _sources(teller, [told for _, told in material.events]))
    by_type: dict[str, list[tuple[Event, tuple[Told, ...]]]] = defaultdict(list)
    for event, told in material.events:
        by_type[event.type if event.status in HAPPENED else ""].append((event, told))
    unfulfilled = by_type.pop("", [])
    for code, some in sorted(by_type.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        tolls = teller.tolls(added_up(event for event, _ in some))
        template = words.by_type_with_toll if tolls else words.by_type
        said = fill(template, type=teller.type(code), events=teller.count("events", len(some)), tolls=tolls)
        yield Sentence(said, _sources(teller, [told for _, told in some]))
    if unfulfilled:
        said = fill(words.unfulfilled, events=teller.count("events", len(unfulfilled)))
        yield Sentence(said, _sources(teller, [told for _, told in unfulfilled]))


def added_up(events: Iterable[Event]) -> dict[str, Bounds]:
    """The tolls of events added up by measure: an upper end that one of them leaves open is open."""
    by_measure: dict[str, list[Bounds]] = defaultdict(list)
    for event in events:
        for measure, bounds in event.figures.items():
            by_measure[measure].append(bounds)
    return {
        measure: Bounds(
            low=sum(b.low if b.low is not None else 0 for b in some),
            best=sum(b.best if b.best is not None else b.low or 0 for b in some),
            high=None if any(b.high is None for b in some) else sum(b.high or 0 for b in some),
        )
        for measure, some in by_measure.items()
    }


def _main(material: Material, most: int) -> list[tuple[Event, tuple[Told, ...]]]:
    """The events told by most reports and with most killed, in order of time."""

    def weight(pair: tuple[Event, tuple[Told, ...]]) -> tuple[float, int, str]:
        killed = pair[0].figures.get("killed")
        return (-float((killed and (killed.best or killed.low)) or 0), -len(pair[0].reports), pair[0].id)

    chosen = sorted(material.events, key=weight)[:most]
    return sorted(chosen, key=lambda pair: (_first_day(pair[0]), pair[0].id))


def _first_day(event: Event) -> date:
    return (event.date and (event.date.earliest or event.date.latest)) or date.max


def _incident(teller: Teller, event: Event, told: tuple[Told, ...]) -> Sentence:
    words = teller.words
    parts: list[Run] = []
    if event.status != "occurred":
        parts += fill(words.parts.status, status=teller.status(event.status))
    for part, roles in _ROLES:
        if names := teller.names(role for role in event.roles if role.role in roles and _public(role)):
            parts += fill(getattr(words.parts, part), names=names)
    if tolls := teller.tolls(event.figures):
        parts += fill(words.parts.toll, tolls=tolls)
    said = fill(
        words.incident,
        when=teller.days(event.date),
        where=teller.place(event.place),
        type=teller.type(event.type),
        parts=merged(parts),
    )
    return Sentence(said, tuple(teller.source(*one) for one in told))


def _public(entity: Entity) -> bool:
    """Whether a brief may name it: it is of the catalogue, or no name at all; private persons are not named."""
    return entity.entity is not None or entity.name is None


def _actors(teller: Teller, material: Material, most: int) -> Iterator[Sentence]:
    """Who is told to have acted, and who to have been hit, by how often; those of the catalogue alone."""
    for roles, template in ((_ACTING, teller.words.actor), (_HIT, teller.words.actor_hit)):
        counted: Counter[str] = Counter()
        named: dict[str, Entity] = {}
        told_of: dict[str, list[tuple[Told, ...]]] = defaultdict(list)
        for event, told in material.events:
            acting = {role.entity: role for role in event.roles if role.role in roles and teller.is_actor(role)}
            for actor in acting.values():
                assert actor.entity
                counted[actor.entity] += 1
                named.setdefault(actor.entity, actor)
                told_of[actor.entity].append(_naming(told, actor.entity))
        for actor_id, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:most]:
            events = teller.count("events", number)
            said = fill(template, name=teller.name(named[actor_id]), events=events)
            yield Sentence(said, _sources(teller, told_of[actor_id]))


def _naming(told: tuple[Told, ...], actor: str) -> tuple[Told, ...]:
    """The claims of an event in which an actor has a part, or all of them."""
    naming = tuple(one for one in told if one[0].event and any(role.entity == actor for role in one[0].event.roles))
    return naming or told


def _dispute(teller: Teller, dispute: Dispute) -> Sentence:
    labels = teller.words.disputes
    quotes: list[Run] = []
    for at, (claim, _) in enumerate(dispute.told):
        quotes += [Run(teller.words.against)] if at else []
        quotes += teller.quoted(claim.text)
    kind = labels.get(dispute.kind, labels["other"])
    said = fill(teller.words.dispute, kind=kind, quotes=merged(quotes))
    return Sentence(said, tuple(teller.source(*one) for one in dispute.told))


def _sources(teller: Teller, told: Sequence[tuple[Told, ...]]) -> tuple[Source, ...]:
    """The first claim of every event that is counted."""
    return tuple(teller.source(*some[0]) for some in told if some)
