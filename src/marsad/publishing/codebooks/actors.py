"""Actors as a codebook writes them: who stands first, of which type, under which name."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.codebook import Category, Crosswalk
from marsad.codebook.conventions import ActorType, Order
from marsad.records import Event, Role

from . import sides as side
from .names import country_name, own_name


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of a row; ``key`` tells it from others whatever it is called.

    ``roles`` are those it stands for, whoever stands for the side first; none for one that is not told.
    """

    name: str
    key: str
    roles: tuple[Role, ...]
    type: ActorType | None

    @property
    def role(self) -> Role | None:
        """Who stands for the side."""
        return next(iter(self.roles), None)


@dataclass(frozen=True, slots=True)
class Pair:
    """The actors of a row in the codebook's order, and the rule that put them in it."""

    first: Actor | None
    second: Actor | None
    order: Order


def pair(
    event: Event,
    mode: str | None,
    told: side.Sides,
    crosswalk: Crosswalk,
    category: Category,
) -> Pair:
    """Who stands first and who second; the first role of each side is the one who stands for it."""
    order = next(one for one in crosswalk.file.conventions.orders if _holds(one, mode, category))
    acting, met = (_members(roles, order, crosswalk) for roles in (told.acting, told.met))
    first = _actor(event, mode, acting, crosswalk, acts=True) if acting else _untold(event, crosswalk)
    second = _actor(event, mode, met, crosswalk, acts=False) if met and order.second != "nobody" else None
    if first is None:
        return Pair(second, None, order)
    if second is None:
        return Pair(first, None, order)
    if order.second == "joined":
        both = Actor(f"{first.name}; {second.name}", f"{first.key} {second.key}", (*acting, *met), first.type)
        return Pair(both, None, order)
    swapped = _state_is_second(first, second) if order.first == "state" else second.name < first.name
    if order.first != "agent" and swapped:
        first, second = second, first
    return Pair(first, second, order)


def _state_is_second(first: Actor, second: Actor) -> bool:
    return side.group(second.role) in side.STATE and side.group(first.role) not in side.STATE


def _members(roles: tuple[Role, ...], order: Order, crosswalk: Crosswalk) -> tuple[Role, ...]:
    """Those of a side whom the row names: where the codebook types its actors, only such as can have a type."""
    if any(type_.code for type_ in crosswalk.file.conventions.actors):
        roles = tuple(role for role in roles if side.is_told(role))
    return roles if order.members == "all" else roles[:1]


def _holds(order: Order, mode: str | None, category: Category) -> bool:
    of = order.categories
    return (not of or category.code in of or category.group in of) and (not order.modes or mode in order.modes)


def _actor(event: Event, mode: str | None, roles: tuple[Role, ...], crosswalk: Crosswalk, *, acts: bool) -> Actor:
    role, types = roles[0], crosswalk.file.conventions.actors
    type_ = next((one for one in types if _is_of(one, event, mode, role, acts=acts)), None)
    unnamed = role.entity is None and role.name is None
    if type_ and type_.called and (type_.always or unnamed):
        return Actor(_called(type_.called, event, role), side.key(role), roles, type_)
    return Actor("; ".join(dict.fromkeys(map(own_name, roles))), side.key(role), roles, type_)


def _untold(event: Event, crosswalk: Crosswalk) -> Actor | None:
    if event.type != "ASSAULT":
        return None
    type_ = next((one for one in crosswalk.file.conventions.actors if one.untold), None)
    return Actor(_called(type_.called or "", event, None), "untold", (), type_) if type_ else None


def _is_of(type_: ActorType, event: Event, mode: str | None, role: Role, *, acts: bool) -> bool:
    here = event.place.country if event.place else None
    return (
        (not type_.sectors or side.sector(role) in type_.sectors)
        and (not type_.groups or side.group(role) in type_.groups)
        and (not type_.foreign or (role.country is not None and here is not None and role.country != here))
        and (not type_.types or (acts and event.type in type_.types))
        and (not type_.modes or mode in type_.modes)
    )


def _called(name: str, event: Event, role: Role | None) -> str:
    here = event.place.country if event.place else None
    of = here if role is None or side.group(role) not in side.STATE else role.country or here
    return name.format(country=country_name(of) or "unknown country")
