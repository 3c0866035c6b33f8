"""How well events put together answer to the labelled ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.merging import Cluster
from marsad.records import Claim

from .labels import Item, Labelled


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def told(self) -> dict[str, float]:
        """All three, to three digits."""
        return {name: round(getattr(self, name), 3) for name in ("precision", "recall", "f1")}


def b_cubed(gold: Mapping[Any, str], told: Mapping[Any, Hashable]) -> Score:
    """B-cubed (Bagga and Baldwin 1998) over the items of ``gold``: shares of right company, averaged over items."""
    right, made = Counter(gold.values()), Counter(told[item] for item in gold)
    both = Counter((gold[item], told[item]) for item in gold)
    precision = sum(n * n / made[home] for (_, home), n in both.items())
    recall = sum(n * n / right[cluster] for (cluster, _), n in both.items())
    return Score(precision / len(gold), recall / len(gold))


def located(labelled: Iterable[Labelled], clusters: Iterable[Cluster]) -> dict[Item, int]:
    """The cluster, by number, that tells of each labelled item; items of which no claim was made are left out.

    That is the cluster of the first claim of the event's type whose trigger lies in the item's clause; failing that, of one that
    overlaps the clause and has its trigger in no other item's.
    """
    labelled = list(labelled)
    spans = [item for event in labelled for item in event.items]
    claims: dict[tuple[str, str], list[tuple[int, Claim]]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for telling in cluster.tellings:
            for claim in telling.events:
                if claim.event:
                    claims[telling.report.id, claim.event.type].append((number, claim))
    out: dict[Item, int] = {}
    for event in labelled:
        for item in event.items:
            rows = sorted(claims[item[0], event.type], key=lambda row: row[1].start)
            told = [number for number, claim in rows if _inside(claim, item)]
            told += [
                number
                for number, claim in rows
                if claim.start < item[2] and claim.end > item[1] and not any(_inside(claim, other) for other in spans)
            ]
            if told:
                out[item] = told[0]
    return out


def _inside(claim: Claim, item: Item) -> bool:
    return claim.event is not None and claim.report == item[0] and item[1] <= claim.event.trigger.start < item[2]
