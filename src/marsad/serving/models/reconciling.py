"""What may be asked of the reconciliation service, as its specification writes it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt, StrictStr, model_validator

BATCH = 50
"""How many queries a batch has at most."""
ROWS = 500
"""How many things properties are fetched of at once."""
_Id = Annotated[str, Field(min_length=1, max_length=500)]


class ReconciledValue(BaseModel):
    """A value that is a thing, reconciled before."""

    model_config = ConfigDict(extra="ignore")
    id: _Id
    name: Annotated[str, Field(max_length=500)] | None = None


PropertyValue = Annotated[StrictStr, Field(max_length=500)] | StrictBool | StrictInt | StrictFloat | ReconciledValue


class PropertyWanted(BaseModel):
    """A property and the values of it that a candidate should have one of."""

    model_config = ConfigDict(extra="ignore")
    pid: _Id
    v: PropertyValue | Annotated[list[PropertyValue], Field(max_length=100)]

    @property
    def values(self) -> list[Any]:
        """All values."""
        every = self.v if isinstance(self.v, list) else [self.v]
        return [one.id if isinstance(one, ReconciledValue) else one for one in every]


class ReconciliationQuery(BaseModel):
    """A query: a name, or properties, or both."""

    model_config = ConfigDict(extra="ignore")
    query: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    type: _Id | Annotated[list[_Id], Field(max_length=50)] | None = None
    limit: Annotated[int, Field(ge=1, le=50)] = 5
    properties: Annotated[list[PropertyWanted], Field(max_length=20)] = Field(default_factory=list)
    type_strict: Literal["any", "should", "all"] = "any"

    @model_validator(mode="after")
    def _asks_for_something(self) -> ReconciliationQuery:
        if self.query is None and not self.properties:
            raise ValueError("a query or properties are wanted")
        return self

    @property
    def kinds(self) -> set[str]:
        """The types asked for."""
        return {self.type} if isinstance(self.type, str) else set(self.type or ())


class PropertyFetched(BaseModel):
    """A property to fetch; there are no settings."""

    model_config = ConfigDict(extra="ignore")
    id: _Id


class Extension(BaseModel):
    """Of which things which properties are wanted."""

    model_config = ConfigDict(extra="ignore")
    ids: Annotated[list[Annotated[str, Field(max_length=500)]], Field(max_length=ROWS)]
    properties: Annotated[list[PropertyFetched], Field(max_length=50)]


Queries = Annotated[dict[Annotated[str, Field(max_length=100)], ReconciliationQuery], Field(max_length=BATCH)]
