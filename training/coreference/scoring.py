"""How well chains agree with labelled ones: MUC, B-cubed and CEAF-e, and their mean, the figure of the CoNLL-2012 task.

A chain is a set of mentions, a mention anything hashable.  Definitions: Vilain et al. 1995 (MUC), Bagga and Baldwin 1998
(B-cubed), Luo 2005 with the similarity of entities phi4 (CEAF-e); as in Pradhan et al. 2014, sums run over all texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Chain = frozenset[Any]
Chains = Sequence[Chain]


@dataclass(frozen=True, slots=True)
class Share:
    """Right ones of all: ``right`` may be a sum of fractions."""

    right: float = 0.0
    all: float = 0.0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.all + other.all)

    @property
    def value(self) -> float:
        """The share; 0 of nothing is 0."""
        return self.right / self.all if self.all else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """Recall and precision."""

    recall: Share = Share()
    precision: Share = Share()

    def __add__(self, other: Score) -> Score:
        return Score(self.recall + other.recall, self.precision + other.precision)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        r, p = self.recall.value, self.precision.value
        return 2 * r * p / (r + p) if r + p else 0.0


def muc(gold: Chains, told: Chains) -> Score:
    """Links: how many of those that hold a chain together are in the other."""
    return Score(_links(gold, told), _links(told, gold))


def b_cubed(gold: Chains, told: Chains) -> Score:
    """For each mention the share of its chain that the other chain of that mention holds."""
    return Score(_mentions(gold, told), _mentions(told, gold))


def ceaf_e(gold: Chains, told: Chains) -> Score:
    """Chains one to one, matched for the greatest similarity in all."""
    if not gold or not told:
        return Score(Share(0, len(gold)), Share(0, len(told)))
    alike = np.array([[2 * len(g & t) / (len(g) + len(t)) for t in told] for g in gold])
    rows, columns = linear_sum_assignment(-alike)
    right = float(alike[rows, columns].sum())
    return Score(Share(right, len(gold)), Share(right, len(told)))


MEASURES: dict[str, Callable[[Chains, Chains], Score]] = {"MUC": muc, "B-cubed": b_cubed, "CEAF-e": ceaf_e}


def scores(texts: Iterable[tuple[Chains, Chains]]) -> dict[str, float]:
    """F1 of each measure over pairs of labelled and told chains, one pair a text, and their mean as ``CoNLL``."""
    pairs = list(texts)
    out = {name: sum((measure(*pair) for pair in pairs), Score()).f1 for name, measure in MEASURES.items()}
    return {"CoNLL": sum(out.values()) / len(out), **out}


def linked(chains: Iterable[Chain]) -> list[Chain]:
    """The chains of more than one mention."""
    return [chain for chain in chains if len(chain) > 1]


def _links(chains: Chains, others: Chains) -> Share:
    home = {mention: n for n, other in enumerate(others) for mention in other}
    right = wanted = 0
    for chain in chains:
        parts = len({home[m] for m in chain if m in home}) + sum(m not in home for m in chain)
        right += len(chain) - parts
        wanted += len(chain) - 1
    return Share(right, wanted)


def _mentions(chains: Chains, others: Chains) -> Share:
    home = {mention: other for other in others for mention in other}
    right = sum(len(chain & home.get(m, frozenset())) / len(chain) for chain in chains for m in chain)
    return Share(right, sum(map(len, chains)))
