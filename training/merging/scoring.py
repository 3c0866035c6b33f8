"""How well events put together answer to the labelled ones."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from marsad.merging import Cluster

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


def b_cubed(gold: Mapping[Item, str], told: Mapping[Item, Hashable]) -> Score:
    """B-cubed (Bagga and Baldwin 1998) over the items of ``gold``: shares of right company, averaged over items."""
    precision = recall = 0.0
    for item, cluster in gold.items():
        mine = {other for other in gold if told[other] == told[item]}
        right = {other for other in gold if gold[other] == cluster}
        precision += len(mine & right) / len(mine)
        recall += len(mine & right) / len(right)
    return Score(precision / len(gold), recall / len(gold))


def located(labelled: Iterable[Labelled], clusters: Iterable[Cluster]) -> dict[Item, int]:
    """The cluster, by number, that tells of each labelled item; items of which no claim was made are left out.

    That is the cluster of the claim of the event's type whose trigger lies in the item's clause, or failing that of one that
    overlaps it, the nearest to its beginning first.
    """
    claims: dict[str, list[tuple[int, int, int, int, str]]] = {}
    for number, cluster in enumerate(clusters):
        for telling in cluster.tellings:
            for claim in telling.events:
                if claim.event:
                    row = (claim.event.trigger.start, claim.start, claim.end, number, claim.event.type)
                    claims.setdefault(telling.report.id, []).append(row)
    out: dict[Item, int] = {}
    for event in labelled:
        for item in event.items:
            report, start, end = item
            rows = [row for row in claims.get(report, ()) if row[4] == event.type and row[1] < end and row[2] > start]
            if rows:
                out[item] = min(rows, key=lambda row: (not start <= row[0] < end, abs(row[0] - start), row))[3]
    return out
