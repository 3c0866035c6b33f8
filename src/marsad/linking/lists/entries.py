"""A sanctions list and its entries: short facts, as the publisher states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["person", "body"]
NameRole = Literal["name", "alias", "former", "original"]
Quality = Literal["good", "low"]


@dataclass(frozen=True, slots=True)
class ListName:
    """A name of an entry.  ``original`` is in the script of its bearer; ``former`` was used or listed before.

    ``quality`` is how well the publisher thinks an alias identifies its bearer, where it says so.
    """

    text: str
    role: NameRole
    quality: Quality | None = None


@dataclass(frozen=True, slots=True)
class Birth:
    """One day or span of days given for a birth, inclusive at both ends; ``about`` where the publisher is not sure.

    A list may give several for one person.
    """

    earliest: date
    latest: date
    about: bool = False

    def __str__(self) -> str:
        first, last = self.earliest, self.latest
        if first == last:
            told = first.isoformat()
        elif first.year == last.year:
            told = f"{first.year}"
        else:
            told = f"{first.year}-{last.year}"
        return f"about {told}" if self.about else told


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """A person or body on a list.

    ``reference`` is the publisher's number ("QDi.372"), ``regime`` the part of the list it belongs to ("Al-Qaida"),
    ``amended`` the days on which the entry was changed, ``countries`` the nationalities as ISO 3166 alpha-2.
    """

    reference: str
    kind: Kind
    regime: str
    names: tuple[ListName, ...]
    listed_on: date
    amended: tuple[date, ...] = ()
    births: tuple[Birth, ...] = ()
    countries: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    designations: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name under which it is listed."""
        return self.names[0].text


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionsList:
    """A state of a list: ``generated`` is when its publisher made it (UTC), ``sha256`` the hash of the publisher's file."""

    publisher: str
    generated: datetime
    sha256: str
    entries: tuple[ListEntry, ...]

    @property
    def day(self) -> date:
        """The day of this state."""
        return self.generated.date()

    def by_reference(self) -> dict[str, ListEntry]:
        """The entries by their reference numbers."""
        return {entry.reference: entry for entry in self.entries}

    def count(self, kind: Kind) -> int:
        """How many persons, or bodies, are listed."""
        return sum(entry.kind == kind for entry in self.entries)
