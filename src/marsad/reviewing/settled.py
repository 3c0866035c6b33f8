"""What holds of a unit: what an adjudicator says, else the last open judgement, else what blind coders agree on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .coding import Coded
from .judgements import Judgement, last_of_each, standing

How = Literal["adjudicated", "single", "agreed"]


@dataclass(frozen=True, slots=True)
class Settled:
    """The judgement that holds, and how it came to: ``agreed`` by blind coders, two at least, or ``single``, outside that."""

    judgement: Judgement
    how: How
    coders: tuple[str, ...]


def settled(log: Iterable[Judgement]) -> Settled | None:
    """What holds of a unit after all judgements on it; None where blind coders have not agreed, or nobody is sure.

    A coder who is not sure says nothing: the judgement is passed over.
    """
    told = list(log)
    ruling = [one for one in standing(told) if one.adjudicates and one.verdict != "unsure"]
    said = [one for one in last_of_each(told) if one.verdict != "unsure"]
    coders = tuple(sorted({one.by for one in said}))
    if ruling:
        return Settled(ruling[-1], "adjudicated", coders)
    openly = [one for one in said if not one.blind]
    if openly:
        return Settled(openly[-1], "single", (openly[-1].by,))
    if len(coders) > 1 and len({outcome(one) for one in said}) == 1:
        return Settled(said[0], "agreed", coders)
    return None


def outcome(judgement: Judgement) -> tuple[bool, Coded | None]:
    """What a judgement comes to: whether the unit stands, and as what."""
    stands = judgement.verdict != "reject"
    return stands, judgement.coded if stands else None
