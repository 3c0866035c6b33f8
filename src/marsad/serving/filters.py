"""What can be asked of lists: query parameters, and the store's queries they stand for."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from marsad.merging.ledger import rule_named
from marsad.records import Certainty, Kind, Status
from marsad.storing import Query
from marsad.storing.events import Selection

CodebookName = Literal["plover", "acled", "ucdp", "cameo"]
Words = Annotated[str, Field(min_length=1, max_length=500)]
Country = Annotated[str, Field(pattern="^[A-Za-z]{2}$")]
Several: Any = Field(default_factory=list, max_length=100)


def _first(text: Any) -> Any:
    return _days(text)[0] if isinstance(text, str) else text


def _last(text: Any) -> Any:
    return _days(text)[1] if isinstance(text, str) else text


def _days(text: str) -> tuple[date, date]:
    year, month, day = (*(int(part) for part in text.split("-", 2)), None, None)[:3]
    assert year is not None
    last = month or 12
    return date(year, month or 1, day or 1), date(year, last, day or monthrange(year, last)[1])


_WRITTEN = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "examples": ["2021-05-09"]}
FirstDay = Annotated[date, BeforeValidator(_first), Field(json_schema_extra=_WRITTEN)]
LastDay = Annotated[date, BeforeValidator(_last), Field(json_schema_extra=_WRITTEN)]


class Paging(BaseModel):
    """Which part of a list."""

    model_config = ConfigDict(extra="forbid")
    limit: int = Field(default=50, ge=1, le=200)
    cursor: str | None = Field(default=None, max_length=2000)

    @property
    def filters(self) -> str:
        """Everything but the part, in letters."""
        return self.model_dump_json(exclude={"limit", "cursor"})


class Looking(BaseModel):
    """As of when, and by which rule."""

    model_config = ConfigDict(extra="forbid")
    as_known_on: LastDay | None = Field(
        default=None, description="What had been stored and decided by the end of that day, UTC."
    )
    published_until: LastDay | None = Field(default=None, description="What the reports published by that day give.")
    rule: Words | None = Field(default=None, description="The rule by which low, best and high are taken.")

    def query(self) -> Query:
        """The store's query.  Raises UnknownRuleError for a rule there is none of."""
        rule = rule_named(self.rule).name if self.rule else None
        return Query(as_known_on=self.as_known_on, published_until=self.published_until, rule=rule)


class EventFilters(Looking):
    """Which events; of what is given several times any value will do."""

    country: list[Country] = Several
    type: list[Words] = Several
    status: list[Status] = Several
    actor: list[Words] = Field(default_factory=list, max_length=100, description="Catalogue ids, or words of names.")
    certainty: list[Certainty] = Several
    outlet: list[Words] = Several
    id: list[Words] = Field(default_factory=list, max_length=200, description="Ids that events have now.")
    place: Words | None = Field(default=None, description="Words of the name, or a gazetteer's id.")
    since: FirstDay | None = Field(default=None, description="This day or later; a year or month will do.")
    until: LastDay | None = Field(default=None, description="This day or earlier; a year or month will do.")
    sure: float | None = Field(default=None, ge=0, le=1, description="The least probability a claim must have.")
    report: Words | None = Field(default=None, description="A report's id or source.")
    bbox: str | None = Field(
        default=None, description="West, south, east, north in degrees.", examples=["-5,10,5,20"], max_length=100
    )
    codebook: CodebookName | None = None
    category: list[Words] = Field(
        default_factory=list, max_length=100, description="Codes of the codebook's categories."
    )

    def selection(self) -> Selection:
        """What the store is asked for.  Raises ValueError for a ``bbox`` that is none."""
        query = Query(
            as_known_on=self.as_known_on, published_until=self.published_until,
            rule=rule_named(self.rule).name if self.rule else None,
            place=self.place, since=self.since, until=self.until, sure=self.sure, report=self.report,
        )  # fmt: skip
        return Selection(
            query=query,
            types=tuple(self.type),
            countries=tuple(self.country),
            statuses=tuple(self.status),
            actors=tuple(self.actor),
            certainties=tuple(self.certainty),
            outlets=tuple(self.outlet),
            ids=tuple(self.id),
            box=_box(self.bbox) if self.bbox else None,
        )


class EventListing(EventFilters, Paging):
    """Which events, and which part of their list."""

    order: Literal["newest", "oldest"] = "newest"


class CellFilters(EventFilters):
    """Which events, and how large the map's cells are, in degrees."""

    size: float = Field(default=1.0, ge=0.01, le=30)


class ClaimFilters(Paging):
    """Which claims, or which reports or places have such claims."""

    country: Country | None = None
    place: Words | None = None
    actor: Words | None = None
    type: Words | None = Field(default=None, description="Event type, measure, predicate or type of assessment.")
    since: FirstDay | None = None
    until: LastDay | None = None
    certainty: Certainty | None = None
    sure: float | None = Field(default=None, ge=0, le=1)
    report: Words | None = None
    as_known_on: LastDay | None = None
    published_until: LastDay | None = None

    def query(self) -> Query:
        """The store's query."""
        return Query(
            **{name: getattr(self, name) for name in ClaimFilters.model_fields if name not in ("limit", "cursor")}
        )


class KindFilters(ClaimFilters):
    """Which claims, by kind too."""

    kind: list[Kind] = Several

    def query(self) -> Query:
        """The store's query."""
        from dataclasses import replace

        return replace(ClaimFilters.query(self), kind=tuple(self.kind))


def _box(text: str) -> tuple[float, float, float, float]:
    from fastapi.exceptions import RequestValidationError

    try:
        west, south, east, north = (float(part) for part in text.split(","))
        if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
            raise ValueError
    except ValueError:
        told = {
            "loc": ("query", "bbox"),
            "msg": "four numbers are wanted: west,south,east,north in degrees",
            "type": "bbox",
        }
        raise RequestValidationError([told]) from None
    return west, south, east, north
