"""The weights of the queue, from their table."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from marsad.codebook.yaml_file import read_yaml

ReasonName = Literal[
    "uncertain", "only-telling", "best-figure", "contradiction", "place-unresolved", "near-threshold", "rare-type"
]
Points = Annotated[float, Field(ge=0)]


class QueueWeights(BaseModel):
    """What each reason is worth, and the bounds within which claims are looked for; see ``weights.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    points: dict[ReasonName, Points]
    rare: Annotated[int, Field(gt=0)]
    margin: Annotated[float, Field(gt=0)]
    looked_up: Annotated[int, Field(gt=0, le=1000)]
    examined: Annotated[int, Field(ge=0, le=1000)]


@cache
def queue_weights() -> QueueWeights:
    """The weights that come with Marsad; CodebookError where the table is not one."""
    return read_yaml(files(__package__) / "weights.yaml", QueueWeights)
