"""What contradicts what: remarks on claims that do not go together, worded in ``reasons.yaml``."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal, get_args

from marsad.codebook import load
from marsad.codebook.types import Label
from marsad.remarks import Wordings

from .slips import Slip

_Told = Literal[
    "parts-exceed-whole", "parts-short-of-whole", "figures-here", "figures", "dates-reversed", "after-publication",
    "claimed-before-event", "days", "days-of-claiming", "places", "done-by", "claimed-by", "denied", "denied-figure",
    "day-mistaken", "day-of-claiming-mistaken",
    "same-actor", "same-number", "same-place", "same-country", "same-target", "same-way",
]  # fmt: skip
Code = Literal[_Told, Slip]


reason: Wordings[Code] = Wordings(files(__package__) / "reasons.yaml", get_args(Code))


def measured(code: str) -> str | Label:
    """A measure as remarks name it: in English by its code, in Arabic as the codebook does."""
    known = load().measures.get(code)
    return Label(en=code, ar=known.label.ar) if known else code
