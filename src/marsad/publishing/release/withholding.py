"""What a release does not say: names of private persons, and words and links of armed groups' own outlets.

A person whom the catalogue has, whom the report names with an office, or who leads or founded a group is public; any other
has no name in a cell of a role, and no row among the actors.  The words of the report that tell of an event stay, since they are
its evidence, except where an armed group published them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TypeVar

from marsad.catalogue import Catalogue
from marsad.languages.arabic.letters import fold
from marsad.records import Claim, Entity, Mention, Report, Role

PERSON = "[person]"
"""Stands for the name of a private person."""

E = TypeVar("E", bound=Entity)
_OF_LEADERS = ("leader-of", "founder-of")


class Private:
    """The private persons of a report."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        known = list(mentions)
        offices = [m for m in known if m.type == "role"]
        self._spans = [
            (m.start, m.end)
            for m in known
            if m.type == "person" and m.entity is None and not any(_touch(m, office) for office in offices)
        ]

    def names(self, who: Entity) -> bool:
        """Whether the words or the name of ``who``, who is not in the catalogue, are those of a private person."""
        where = who.antecedent or who
        return who.entity is None and any(start < where.end and end > where.start for start, end in self._spans)

    def left_out(self, claim: Claim) -> Claim:
        """The claim without their names in its roles, its relation and whom it is about."""
        if not self._spans:
            return claim
        if claim.event:
            return replace(claim, event=replace(claim.event, roles=tuple(map(self._unnamed, claim.event.roles))))
        if claim.relation and claim.relation.predicate not in _OF_LEADERS:
            one, other = claim.relation.subject, claim.relation.object
            return replace(
                claim,
                relation=replace(
                    claim.relation, subject=one and self._unnamed(one), object=other and self._unnamed(other)
                ),
            )
        if claim.assessment:
            about = tuple(map(self._unnamed, claim.assessment.about))
            return replace(claim, assessment=replace(claim.assessment, about=about))
        return claim

    def roles(self, claim: Claim) -> frozenset[str]:
        """The words of the roles of ``claim`` that name them, as an event repeats them."""
        return frozenset(role.text for role in (claim.event.roles if claim.event else ()) if self.names(role))

    def _unnamed(self, who: E) -> E:
        return unnamed(who) if self.names(who) else who


def unnamed(who: E) -> E:
    """``who`` without a name."""
    return replace(who, text=PERSON, name=None, antecedent=None)


def without(roles: tuple[Role, ...], words: frozenset[str]) -> tuple[Role, ...]:
    """Roles of an event, those told in ``words`` without their names."""
    return tuple(unnamed(role) if role.entity is None and role.text in words else role for role in roles)


def outlet_of(report: Report, catalogue: Catalogue) -> str | None:
    """The id of the armed group whose outlet published ``report``, if one did."""
    return _outlets_of_groups(catalogue).get(_plain(report.outlet)) if report.outlet else None


def without_links(source: str) -> str:
    """An address that no program takes for a link."""
    return source.replace("https://", "hxxps://").replace("http://", "hxxp://")


@cache
def _outlets_of_groups(catalogue: Catalogue) -> dict[str, str]:
    return {
        _plain(alias.name): parent.id
        for entry in catalogue.entries.values()
        if entry.type == "media"
        and entry.parent
        and (parent := catalogue.entry(entry.parent))
        and parent.type == "group"
        for alias in entry.aliases
    }


def _plain(name: str) -> str:
    return fold(name).casefold().strip()


def _touch(one: Mention, other: Mention) -> bool:
    return one.start <= other.end + 1 and other.start <= one.end + 1
