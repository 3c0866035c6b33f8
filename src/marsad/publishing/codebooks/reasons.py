"""Why a codebook writes an event so: what its rules say, and remarks beside them worded in ``reasons.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from marsad.codebook.types import Label
from marsad.remarks import Given, Remark, Wordings

Code = Literal[
    "rule", "rules", "no-category", "place-not-coded", "perpetrator-untold", "goes-to", "event", "event-if",
    "agent", "target", "mode", "weapon", "death", "either",
]  # fmt: skip


@cache
def wordings() -> Wordings[Code]:
    """The wordings that come with Marsad."""
    return Wordings(files(__package__) / "reasons.yaml", get_args(Code))


def reason(code: Code, **given: Given) -> Remark:
    """The remark of this code, given what its wording names."""
    return wordings().remark(code, given)


def by_rule(because: Label | None) -> Remark:
    """What a rule says; that no category fits where there is none."""
    return reason("rule", rule=because) if because else reason("no-category")
