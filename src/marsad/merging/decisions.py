"""The kinds of decisions on which claims tell of one event, and whose they are."""

from __future__ import annotations

from typing import Literal, get_args

ByMarsad = Literal["joined", "unjoined"]
"""Marsad put two claims together, or no longer does."""

Ruling = Literal["same", "apart", "excluded", "replaced", "added"]
"""What a person decided of claims; none of it is for Marsad to change."""

Kind = Literal[ByMarsad, Ruling, "withdrawn"]
"""Every kind that the log may hold: ``withdrawn`` lifts an earlier decision."""

BY_MARSAD: tuple[ByMarsad, ...] = get_args(ByMarsad)
RULINGS: tuple[Ruling, ...] = get_args(Ruling)
