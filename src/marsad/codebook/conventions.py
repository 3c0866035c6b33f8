"""How another codebook writes a row: what it takes in, whom it puts first, how it codes date, place and the dead.

Every rule says in both languages what it does (``because``) and which part of the public codebook says so (``section``).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from marsad.records import PlacePrecision, Status

from .types import Code, EnglishText, Label, SectorGroup, Shape, Text

Need = Literal["status", "killed", "organized", "dated", "located", "source", "recipient", "actor", "distinct"]
First = Literal["agent", "state", "by-name"]
ActorName = Annotated[Text, StringConstraints(pattern=r"^[^{}]*(\{country\})?[^{}]*$")]


class Cited(Shape):
    """A rule with what it does in words, and the section of the codebook that it follows."""

    because: Label
    section: EnglishText


class Inclusion(Cited):
    """What an event needs for a row; ``because`` says what it lacks.

    ``status`` wants one of ``statuses``; ``killed`` a death in the low, best or high figure; ``organized`` a state or a name
    on every armed side; ``dated`` a first day, and with ``days`` dates at most so far apart, both
    included, with ``one_year`` within one; ``located`` a country; ``source`` someone who acts, ``recipient`` someone acted
    upon, ``actor`` one of the two, ``distinct`` that both are not the same.  It is asked of these ``types`` only, empty for
    all.
    """

    needs: Need
    types: tuple[Code, ...] = ()
    statuses: tuple[Status, ...] = ()
    days: int | None = Field(default=None, gt=0)
    one_year: bool = False


class Order(Cited):
    """Who stands first: the agent, the state, or whose name comes first in the alphabet.

    It holds for events of these ``categories`` or groups of categories, and of these ``modes``, empty for all.  ``second`` is
    nobody where the codebook has no other side for them, joined where both sides stand first.  ``members`` are all that a side
    has, or the one who stands for it.
    """

    categories: tuple[Text, ...] = ()
    modes: tuple[Code, ...] = ()
    first: First
    second: Literal["other", "nobody", "joined"] = "other"
    members: Literal["one", "all"] = "one"


class ActorType(Cited):
    """A type of actor, and the name that the codebook gives to one that has none of its own.

    What is left empty is not asked for: the sector or its group, whether the actor is of another country than the place of
    the event, the event's type and modes.  ``always`` gives the name even to one that has its own; ``untold`` is the type
    of a perpetrator of whom nothing is told.
    """

    code: Text | None = None
    name: Text | None = None
    sectors: tuple[Code, ...] = ()
    groups: tuple[SectorGroup, ...] = ()
    foreign: bool = False
    types: tuple[Code, ...] = ()
    modes: tuple[Code, ...] = ()
    called: ActorName | None = None
    always: bool = False
    untold: bool = False


class DateCode(Cited):
    """The code of dates that lie at most ``days`` apart, both included."""

    code: int
    days: int = Field(gt=0)


class Dates(Cited):
    """How dates are written: first and last day, the middle day of the span, or its first day only.

    ``untold`` is what stands for a date of which nothing is told: the day of the first report, or nothing.
    """

    written: Literal["span", "middle", "first"]
    untold: Literal["published"] | None = None
    codes: tuple[DateCode, ...] = ()


class PlaceCode(Cited):
    """The code of places of these ``precisions``; with none, ``because`` says why no place gets it."""

    code: int
    precisions: tuple[PlacePrecision, ...] = ()


class Deaths(Cited):
    """How the dead are counted: under which ``rule`` of the ledger, and how many figures are written.

    Of one figure, ``untold`` stands where nobody is said to have died.
    """

    rule: Text | None
    written: Literal["range", "one", "none"]
    untold: int | None = None


class Conventions(Shape):
    """All rules of a codebook beside those of its categories; ``unjudged`` are those that one event cannot answer."""

    inclusion: tuple[Inclusion, ...] = ()
    orders: tuple[Order, ...] = Field(min_length=1)
    actors: tuple[ActorType, ...] = ()
    dates: Dates
    places: tuple[PlaceCode, ...] = ()
    deaths: Deaths
    unjudged: tuple[Cited, ...] = ()
