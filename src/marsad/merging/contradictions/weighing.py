"""How much a contradiction weighs, and what that is made of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from marsad.codebook.yaml_file import read_yaml
from marsad.records import Claim, Report

from ..ledger.sources import source_of
from .contradiction import Contradiction, Kind, Share


class Weights(BaseModel):
    """What adds to a weight; see ``weights.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: dict[Kind, float]
    official: float
    asserted: float
    hedged: float
    toll: float
    gap: float
    gap_ratio: float
    odd_ratio: float
    outlets: float
    armed: frozenset[str]


@cache
def contradiction_weights() -> Weights:
    """The table that comes with Marsad; CodebookError where it is not one."""
    return read_yaml(files(__package__) / "weights.yaml", Weights)


def weighed(
    found: Contradiction,
    reports: Mapping[str, Report],
    killed: float = 0,
    ratio: float = 1,
    more: Iterable[Share] = (),
) -> Contradiction:
    """The contradiction with its weight.

    ``reports`` are those of its claims by id, ``killed`` the persons killed by the event as told, ``ratio`` the greater of two
    figures by the smaller; ``more`` adds to the weight.
    """
    table = contradiction_weights()
    shares = [Share(found.kind, table.kinds[found.kind]), *more]
    for claim in found.claims[:2]:
        report = reports[claim.report]
        if source_of(claim.voice, report).official:
            shares.append(Share(f"an authority says it in {report.id}", table.official))
        if claim.certainty == "asserted":
            shares.append(Share(f"{report.id} states it", table.asserted))
        elif claim.certainty in ("hedged", "alleged"):
            shares.append(Share(f"{report.id} has it as {claim.certainty}", table.hedged))
    if killed > 0:
        shares.append(Share(f"{killed:g} killed", round(table.toll * math.log1p(killed), 2)))
    if ratio > 1:
        shares.append(Share(f"{ratio:.2g} times as many", round(table.gap * math.log(min(ratio, table.gap_ratio)), 2)))
    outlets = {reports[claim.report].outlet or claim.report for claim in found.claims}
    if len(outlets) > 1:
        shares.append(Share("two outlets", table.outlets))
    return replace(found, weight=round(sum(share.points for share in shares), 2), shares=tuple(shares))


def by_weight(found: Iterable[Contradiction]) -> list[Contradiction]:
    """The heaviest first; of one weight by report and words."""
    return sorted(found, key=lambda c: (-c.weight, c.report, c.kind, c.what.en, *_ids(c.claims)))


def _ids(claims: Iterable[Claim]) -> list[str]:
    return [claim.id for claim in claims]
