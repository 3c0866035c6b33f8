"""The weights of merging, from their table."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from marsad.codebook.yaml_file import read_yaml


class Weights(BaseModel):
    """What each feature is worth in log-odds, and the limits beyond which nothing is compared; see ``weights.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    across: dict[str, float]
    within: dict[str, float]
    floor: float
    one_report: float
    told_apart: float
    join: float
    share_of_best: float
    join_within: float
    lead: int
    supposed_days: int
    supposed_days_in_passing: int
    precise_days: int
    bucket_days: int
    days_apart: int
    near_km: float
    far_km: float
    name_of_place: float
    tolls: frozenset[str]


@cache
def weights() -> Weights:
    """The weights that come with Marsad; CodebookError where the table is not one."""
    return read_yaml(files(__package__) / "weights.yaml", Weights)
