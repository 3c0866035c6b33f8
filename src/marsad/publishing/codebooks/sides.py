"""Who acts, and who is acted upon."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from marsad.catalogue import load as catalogue
from marsad.codebook import load
from marsad.languages.arabic.letters import fold
from marsad.records import Event, Role

ARMED = frozenset({"armed", "state-armed"})
STATE = frozenset({"state", "state-armed"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of an event; either may be empty."""

    acting: tuple[Role, ...]
    met: tuple[Role, ...]


def sides(event: Event, mode: str | None) -> Sides:
    """Who acts and who is acted upon; in a clash of agents alone the first told stands against the others."""
    acting = _of(event, "agent") or _of(event, "organizer")
    met = _of(event, "target", "victim", "counterpart")
    if mode == "clash" and not met:
        return Sides(acting[:1], acting[1:])
    return Sides(acting, met)


def group(role: Role | None) -> str | None:
    """The group of a role's sector, or None where no sector is known."""
    return group_of(sector(role)) if role else None


def sector(role: Role) -> str | None:
    """PLOVER's sector code: the catalogue's for an actor that it knows, else the one that the report's words tell."""
    entry = catalogue().entry(role.entity) if role.entity else None
    return (entry.sector if entry else None) or role.type


def is_told(role: Role) -> bool:
    """Whether a role tells of an actor of some sort: one with a sector or in the catalogue, no place, thing or bare number."""
    return sector(role) is not None or (role.entity is not None and catalogue().entry(role.entity) is not None)


def group_of(code: str | None) -> str | None:
    """The group that a sector's code belongs to, or None where there is no such sector."""
    found = load().sectors.get(code) if code else None
    return found.group if found else None


def key(role: Role) -> str:
    """What tells one actor from another: the catalogue's id, else the name, folded."""
    return role.entity or fold(role.name or role.text)


def codes(roles: Iterable[Role]) -> list[str]:
    """The sector codes of a side."""
    return [code for role in roles if (code := sector(role))]


def headed(roles: tuple[Role, ...], wanted: Collection[str]) -> tuple[Role, ...]:
    """The roles of a side, first the one who stands for it.

    That is one of a group that the codebook asks for, else one with a sector, else the first told.
    """
    return tuple(sorted(roles, key=lambda role: (group(role) not in wanted, group(role) is None)))


def is_organized(role: Role) -> bool:
    """Whether an armed actor is told as an organization: a state's force, or an armed group with a name.

    Gunmen, rebels or fighters of whom no more is told are not.
    """
    return group(role) in STATE or (group(role) == "armed" and (role.entity is not None or role.name is not None))


def _of(event: Event, *names: str) -> tuple[Role, ...]:
    found: dict[str, Role] = {}
    for name in names:
        for role in event.roles:
            if role.role == name:
                found.setdefault(key(role), role)
    return tuple(found.values())
