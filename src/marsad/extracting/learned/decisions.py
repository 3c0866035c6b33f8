"""The figures by which the reader and the grammar decide together, fitted on development data and kept beside the code."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ...codebook.yaml_file import read_yaml
from ...encoder.files import model_file
from .features import NAMES


class Decision(BaseModel):
    """When a sentence tells of an event of a type.

    The log odds are ``bias`` plus each feature times its weight.  From ``add`` on the reader's own claim is made where the
    grammar made none.  In a report with a day of publication the grammar's are dropped below ``drop``, which spares attacks told
    as background; in a text without one, below ``drop_undated``.  All three are log odds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bias: float
    weights: dict[str, float]
    add: float
    drop: float
    drop_undated: float

    @model_validator(mode="after")
    def _weighs_every_feature(self) -> Decision:
        if set(self.weights) != set(NAMES):
            raise ValueError(f"weights for {sorted(set(self.weights) ^ set(NAMES))} are missing or unknown")
        return self

    def log_odds(self, values: Sequence[float]) -> float:
        """The log odds that features, in the order of ``NAMES``, give."""
        return self.bias + sum(self.weights[name] * value for name, value in zip(NAMES, values, strict=True))


class SentenceGate(BaseModel):
    """Which sentences the branch of events reads, of all that the branch of words has read.

    ``branch`` and ``wording`` weigh the log odds that the branch of words and the sentence's wording give an event of a type;
    with ``bias`` they are the log odds that the branch of events would hold it for told.  Below ``least`` it is not asked.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bias: float
    branch: float = Field(gt=0)
    wording: float
    least: float

    def log_odds(self, branch: float, wording: float) -> float:
        """The log odds that the branch of events would hold an event for told."""
        return self.bias + self.branch * branch + self.wording * wording

    def needed(self, wording: float) -> float:
        """The log odds of the branch of words from which on the branch of events is asked."""
        return (self.least - self.bias - self.wording * wording) / self.branch


class Decisions(BaseModel):
    """``decisions.yaml``: for each event type a decision and the gate before the branch of events, and the probability that the
    likeliest word must have for a part to be there.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    events: dict[str, Decision]
    gate: dict[str, SentenceGate]
    parts: dict[str, float]


@cache
def decisions() -> Decisions:
    """The shipped figures."""
    return read_yaml(model_file("decisions.yaml"), Decisions)


def odds_to_probability(log_odds: float) -> float:
    """Log odds → a probability of four decimals."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds)))), 4)
