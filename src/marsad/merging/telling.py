"""An event as one report tells it: what is put together across reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from marsad.records import Claim, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One event as one report tells it.

    ``events`` are the claims of it in the order of the text, at least one, none denied; ``denials`` the denied ones;
    ``figures`` every figure whose ``event`` is one of them, denied figures too.
    """

    report: Report
    events: tuple[Claim, ...]
    figures: tuple[Claim, ...] = ()
    denials: tuple[Claim, ...] = ()

    @property
    def id(self) -> str:
        """The id of its first claim."""
        return self.events[0].id


class Reason(NamedTuple):
    """What speaks for or against two tellings being of one event: ``points`` are added-up log-odds, natural logarithm."""

    name: str
    value: str
    points: float


@dataclass(frozen=True, slots=True)
class Join:
    """Why two tellings, named by their first claims, are held to be of one event; ``score`` is a probability."""

    one: str
    other: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Tellings of one event in the order published (report's day, report's id, place in the text), and what joins them.

    There is one join fewer than there are tellings, unless a person's ruling joined them.
    """

    tellings: tuple[Telling, ...]
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Rulings:
    """What persons decided of claims, by id: pairs that tell of one event, pairs that do not, claims left out.

    ``instead`` names, for a claim left out because a coder corrected it, the claim that stands for it.
    """

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    excluded: frozenset[str] = frozenset()
    instead: Mapping[str, str] = field(default_factory=dict)


NO_RULINGS = Rulings()
