"""The weights of merging, from their table."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, field_validator

from marsad.codebook.yaml_file import read_yaml

_COMPARED = ("name-of-place", "agent", "target", "sector", "mode", "weapon", "place", "count")
# What :func:`~.likeness.features` finds in two tellings, whichever reports they are of, and the bias.
ACROSS = frozenset(
    {f"{same}-{field}" for same in ("same", "other") for field in _COMPARED}
    | {
        "bias",
        "small-place",
        "near-place",
        "place-inside",
        "same-country",
        "same-day",
        "overlapping-days",
        "next-day",
        "other-days",
    }
    | {"published-together", "words-for-target", "close-count", "other-status", "both-leading", "words"}
)
# What is found besides of two claims of one report.
WITHIN = ACROSS | {
    "another", "roles-reversed", "same-sentence", "next-sentence", "distance", "back-reference", "nothing-new", "goes-on",
    "named-again", "told-beside", "several",
}  # fmt: skip


class Weights(BaseModel):
    """What each feature is worth in log-odds, and the limits beyond which nothing is compared; see ``weights.yaml``.

    A feature without a weight counts nothing; a weight of what is no feature is refused, for it would count nothing either.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    across: dict[str, float]
    within: dict[str, float]
    floor: float
    one_report: float
    told_apart: float
    join: float
    share_of_best: float
    unlikely: float
    join_within: float
    lead: int
    supposed_days: int
    supposed_days_in_passing: int
    precise_days: int
    bucket_days: int
    days_apart: int
    small_km: float
    near_km: float
    site_km: float
    far_km: float
    name_of_place: float
    tolls: frozenset[str]

    @field_validator("across")
    @classmethod
    def _across(cls, table: dict[str, float]) -> dict[str, float]:
        return _known(table, ACROSS)

    @field_validator("within")
    @classmethod
    def _within(cls, table: dict[str, float]) -> dict[str, float]:
        return _known(table, WITHIN)


@cache
def weights() -> Weights:
    """The weights that come with Marsad; CodebookError where the table is not one."""
    return read_weights(files(__package__) / "weights.yaml")


def read_weights(file: Traversable | Path) -> Weights:
    """The weights of a table; CodebookError where it is not one, or weighs what is no feature, naming that and its section."""
    return read_yaml(file, Weights)


def _known(table: dict[str, float], features: frozenset[str]) -> dict[str, float]:
    if unknown := sorted(table.keys() - features):
        raise ValueError(f"no feature is called {', '.join(unknown)}")
    if "bias" not in table:
        raise ValueError("there is no bias")
    return table
