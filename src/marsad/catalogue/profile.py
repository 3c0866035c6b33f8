"""What the catalogue knows of an actor: its names, and what it was to others, over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from ..codebook.load import load as load_codebook
from .book import Catalogue
from .entries import Alias, Entry
from .periods import ALWAYS, Period


@dataclass(frozen=True, slots=True)
class Standing:
    """What an actor was to ``other``: ``says`` is the codebook's wording from the actor's side, ``stated_by`` the
    entry that has the relation, this actor's own or the other's."""

    predicate: str
    says: str
    other: Entry
    period: Period
    stated_by: str


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor with its ``names`` and ``standings``, in the order of the files, those known by date first."""

    entry: Entry
    names: tuple[Alias, ...]
    standings: tuple[Standing, ...]


def find_actors(
    catalogue: Catalogue,
    *,
    country: str | None = None,
    kind: str | None = None,
    parent: str | None = None,
    on: date | None = None,
) -> Iterator[Entry]:
    """Entries for which all conditions given hold, by id.

    ``country`` is ISO 3166 alpha-2; ``kind`` a mention type or a sector; ``parent`` an id, of which the entry is
    a branch, or a branch of a branch; ``on`` a day on which the actor may have existed.
    """
    under = _under(catalogue, parent, on) if parent else None
    for _, entry in sorted(catalogue.entries.items()):
        if (
            (country is None or country.upper() in entry.countries)
            and (kind is None or kind.lower() == entry.type or kind.upper() == entry.sector)
            and (under is None or entry.id in under)
            and (on is None or entry.active.holds_on(on))
        ):
            yield entry


def profile(catalogue: Catalogue, actor: str, on: date | None = None) -> Profile:
    """All that is known of an actor, of a day only where ``on`` is given; :class:`KeyError` for an unknown id."""
    entry = catalogue.entries[actor]
    names = tuple(a for a in entry.aliases if on is None or a.period.holds_on(on))
    found = [s for s in _standings(catalogue, entry) if on is None or s.period.holds_on(on)]
    found.sort(key=lambda s: (s.period.since is None, s.period.since or ""))
    return Profile(entry, names, tuple(found))


def name_on(entry: Entry, language: str, day: date | None = None) -> str | None:
    """The actor's name in a language: on a ``day`` the one that its period gives to that day, else the usual one."""
    names = [a for a in entry.aliases if a.language == language]
    if day is not None:
        dated = [a for a in names if a.period != ALWAYS and a.period.holds_on(day)]
        if dated:
            return dated[0].name
    return names[0].name if names else None


def similar_ids(catalogue: Catalogue, actor: str) -> list[str]:
    """Ids that an unknown one may have been meant for, at most three."""
    word = actor.lower().replace(" ", "-")
    near = get_close_matches(word, catalogue.entries, n=3, cutoff=0.6)
    return near or [i for i in catalogue.entries if word and word in i][:3]


def _standings(catalogue: Catalogue, entry: Entry) -> Iterator[Standing]:
    predicates = load_codebook().relations
    told = {(tie.predicate, tie.object) for tie in entry.relations}
    for tie in entry.relations:
        rule = predicates[tie.predicate]
        yield Standing(tie.predicate, rule.label.en, catalogue.entries[tie.object], tie.period, entry.id)
    if entry.parent and ("branch-of", entry.parent) not in told:
        rule = predicates["branch-of"]
        yield Standing("branch-of", rule.label.en, catalogue.entries[entry.parent], ALWAYS, entry.id)
    for other in catalogue.entries.values():
        for tie in other.relations:
            rule = predicates[tie.predicate]
            if tie.object == entry.id and not (rule.symmetric and (tie.predicate, other.id) in told):
                yield Standing(tie.predicate, rule.reverse.en, other, tie.period, other.id)
        if other.parent == entry.id and not any(
            t.predicate == "branch-of" and t.object == entry.id for t in other.relations
        ):
            yield Standing("branch-of", predicates["branch-of"].reverse.en, other, ALWAYS, other.id)


def _under(catalogue: Catalogue, parent: str, on: date | None) -> set[str]:
    """Ids of all branches of ``parent``, and of theirs."""
    below: dict[str, set[str]] = {}
    for entry in catalogue.entries.values():
        over = {entry.parent} if entry.parent else set()
        over |= {
            t.object for t in entry.relations if t.predicate == "branch-of" and (on is None or t.period.holds_on(on))
        }
        for upper in over:
            below.setdefault(upper, set()).add(entry.id)
    found, ahead = set[str](), [parent]
    while ahead:
        new = below.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found
