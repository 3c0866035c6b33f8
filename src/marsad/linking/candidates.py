"""Whom a name may mean: entries of the catalogue and of the UN list, with scores and reasons.

Where the catalogue says that an actor is the one of a list's entry (``same_as``), the actor's names lead to the entry too, so
that entries listed in Latin letters alone are found by their Arabic names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from marsad.catalogue import Entry
from marsad.catalogue.entries import read_actors
from marsad.languages.arabic.letters import fold

from .kept import kept
from .lists.entries import Kind, ListEntry, SanctionsList
from .lists.written_names import script_of
from .names import Comparison, NameIndex, compare_bodies, compare_persons

Source = Literal["catalogue", "un"]
Key = tuple[Source, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may mean: its ``id`` or reference number, the ``name`` of it that fits best, and how well.

    ``via`` is the id of the catalogue's entry whose name it is, where that leads to an entry of the list.
    """

    source: Source
    id: str
    kind: Kind
    name: str
    comparison: Comparison
    entry: Entry | ListEntry
    via: str | None = None

    @property
    def score(self) -> float:
        """How likely the two names are one, 0 to 1."""
        return self.comparison.score


class Candidates:
    """All names of the catalogue's actors and of a list's entries, found by sound across scripts.

    ``without_script`` leaves out names in this script ("arabic") of whoever is listed, in the list and in the catalogue: an
    index to measure by how well such names are found through others.
    """

    def __init__(self, sanctions: SanctionsList, without_script: str | None = None) -> None:
        self.sanctions = sanctions
        named = read_actors()
        self._listed = sanctions.by_reference()
        self._actors = {one.entry.id: one.entry for one in named}
        self._names = [(one.name, one.entry) for one in named]
        self._names += [(name, entry) for entry in self._actors.values() for name in (entry.en, entry.ru) if name]
        names = self._without(without_script) if without_script else self._all()
        self._index: NameIndex[Key] = NameIndex.build(names)

    def actor(self, id_: str) -> Entry | None:
        """The catalogue's actor of an id, or None."""
        return self._actors.get(id_)

    def listed(self, reference: str) -> ListEntry | None:
        """The list's entry of a reference number, or None."""
        return self._listed.get(reference)

    def find(self, query: str, limit: int = 10, kind: Kind | None = None) -> list[Candidate]:
        """The entries whose names are nearest to ``query``, best first; the id of an actor finds the actor.

        Names that have next to nothing in common with the query are left out.
        """
        found: dict[Key, Candidate] = {}
        for hit in self._index.find(self._spelled(query), limit, kind):
            candidate = self._candidate(hit.key, hit.name, hit.comparison)
            for one in (candidate, self._entry_of(candidate)):
                if one and ((key := (one.source, one.id)) not in found or found[key].score < one.score):
                    found[key] = one
        return sorted(found.values(), key=lambda one: -one.score)[:limit]

    def beside(self, query: str, reference: str) -> Candidate | None:
        """The entry of a reference number, with how its name that fits best compares to ``query``; None without an entry."""
        entry = self._listed.get(reference)
        if entry is None:
            return None
        compare = compare_persons if entry.kind == "person" else compare_bodies
        names: list[tuple[str, str | None]] = [(name.text, None) for name in entry.names]
        names += [(text, actor.id) for text, actor in self._names if actor.un == reference]
        compared = [(compare(self._spelled(query), name), name, via) for name, via in names]
        comparison, name, via = max(compared, key=lambda one: one[0].score)
        return Candidate("un", reference, entry.kind, name, comparison, entry, via)

    def _spelled(self, query: str) -> str:
        actor = self._actors.get(query.strip().lower())
        return actor.name if actor else query

    def _candidate(self, key: Key, name: str, comparison: Comparison) -> Candidate:
        source, id_ = key
        entry: Entry | ListEntry = self._actors[id_] if source == "catalogue" else self._listed[id_]
        return Candidate(source, id_, _kind(entry), name, comparison, entry)

    def _entry_of(self, candidate: Candidate) -> Candidate | None:
        """The list's entry for an actor of the catalogue, if it has one."""
        actor = candidate.entry
        if not isinstance(actor, Entry) or actor.un is None or actor.un not in self._listed:
            return None
        entry = self._listed[actor.un]
        return replace(candidate, source="un", id=entry.reference, kind=entry.kind, entry=entry, via=actor.id)

    def _all(self) -> Iterator[tuple[Key, str, Kind]]:
        for text, actor in self._names:
            yield ("catalogue", actor.id), text, _kind(actor)
        for entry in self._listed.values():
            for name in entry.names:
                yield ("un", entry.reference), name.text, entry.kind

    def _without(self, script: str) -> Iterator[tuple[Key, str, Kind]]:
        listed = {fold(name.text) for entry in self._listed.values() for name in entry.names}
        listed_actors = {actor.id for text, actor in self._names if actor.un in self._listed or fold(text) in listed}
        for key, text, kind in self._all():
            if script_of(text) != script or (key[0] == "catalogue" and key[1] not in listed_actors):
                yield key, text, kind


@cache
def candidates_of(sanctions: SanctionsList, without_script: str | None = None) -> Candidates:
    """The index of a list and the catalogue, made once in a process and kept between them."""
    key = f"{sanctions.publisher} {sanctions.sha256} {without_script}"
    return kept("names", key, Candidates, lambda: Candidates(sanctions, without_script))


def _kind(entry: Entry | ListEntry) -> Kind:
    if isinstance(entry, ListEntry):
        return entry.kind
    return "person" if entry.type == "person" else "body"
