"""What the catalogue's reviewed files of actors may hold, as pydantic reads them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from ..records import MentionType
from .conditions import Condition, WordSet
from .periods import Period, first_day

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
UnReference = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}[ei]\.\d{3}$")]
UcdpId = Annotated[str, StringConstraints(pattern=r"^[1-9]\d*$")]


def _as_text(value: Any) -> Any:
    """YAML reads a bare 2015 as a number and a bare 2015-03-07 as a date."""
    return str(value) if isinstance(value, int | date) and not isinstance(value, bool) else value


def _exists(written: str) -> str:
    first_day(written)
    return written


Day = Annotated[
    str,
    BeforeValidator(_as_text),
    StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
    AfterValidator(_exists),
]


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Needs(BaseModel):
    """A condition as the files write it."""

    model_config = ConfigDict(extra="forbid")
    not_before: list[str] = []
    but_before: list[str] = []
    not_after: list[str] = []
    needs: list[str] = []
    needs_after: list[str] = []

    def condition(self) -> Condition:
        """The same, folded and ready to be asked."""
        sets = {field: WordSet.of(entries) for field, entries in self if entries}
        return Condition(**sets)


class WrittenPeriod(BaseModel):
    """A period; either end is left out where unknown."""

    model_config = ConfigDict(extra="forbid")
    since: Day | None = None
    until: Day | None = None

    @property
    def period(self) -> Period:
        """The same as Marsad keeps it."""
        return Period(self.since, self.until)


class WrittenName(WrittenPeriod):
    """A name, and when it was in use; a plain string is a name of any time."""

    name: str


def _as_name(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


AnyName = Annotated[WrittenName, BeforeValidator(_as_name)]


class WrittenTie(WrittenPeriod):
    """A relation to another entry: ``predicate`` is one of the codebook's, ``object`` the other's id."""

    predicate: str
    object: Id


class SameAs(BaseModel):
    """The actor's ids elsewhere: the UN list's reference number, and UCDP's ids, of which it may have several."""

    model_config = ConfigDict(extra="forbid")
    un: UnReference | None = None
    ucdp: Annotated[list[UcdpId], BeforeValidator(_as_list)] = []


class WrittenEntry(BaseModel):
    """One actor.

    ``names`` are looked for in texts, as are ``ar`` and ``ru``, and ``conditional`` where the words beside it
    allow; ``aliases`` only say by what other names it is known.
    """

    model_config = ConfigDict(extra="forbid")
    id: Id
    en: str
    ar: str
    ru: str | None = None
    type: MentionType | None = None
    sector: str | None = None
    countries: list[CountryCode] = []
    parent: Id | None = None
    branch_in: list[CountryCode] = []
    organ: Id | None = None
    same_as: SameAs = SameAs()
    active: WrittenPeriod = WrittenPeriod()
    names: list[AnyName] = []
    conditional: dict[str, Needs] = {}
    aliases: dict[Language, list[AnyName]] = {}
    relations: list[WrittenTie] = []


class WrittenFile(BaseModel):
    """A file of actors; ``type`` and ``sector`` hold for all entries that give none of their own."""

    model_config = ConfigDict(extra="forbid")
    type: MentionType
    sector: str | None = None
    entries: list[WrittenEntry]
