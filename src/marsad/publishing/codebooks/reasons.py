"""Why a codebook writes an event so: what its rules say, and remarks beside them worded in ``reasons.yaml``."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal, get_args

from marsad.codebook.types import Label
from marsad.remarks import Remark, Wordings

Code = Literal[
    "rule", "rules", "no-category", "place-not-coded", "perpetrator-untold", "goes-to", "event", "event-if",
    "agent", "target", "mode", "weapon", "death", "either",
]  # fmt: skip


reason: Wordings[Code] = Wordings(files(__package__) / "reasons.yaml", get_args(Code))


def by_rule(because: Label | None) -> Remark:
    """What a rule says; that no category fits where there is none."""
    return reason("rule", rule=because) if because else reason("no-category")
