"""Events put together out of the articles whose claims are labelled one by one, region by region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from marsad.merging import Telling, clusters
from marsad.merging.outline import outline_of
from marsad.merging.weights import weights

from .fitting import Pair, fitted, pairs, using
from .reports import Read, tellings
from .scoring import Score, b_cubed
from .told import region, told

Placed = tuple[str, int, str, str]
"""Of a claim: its article, where it stands, the event it is labelled with, the one it was put to."""


class July:
    """The labelled articles as they are read, and what there is to learn from them."""

    def __init__(self, reports: Read) -> None:
        self._articles = {article.report: article for article in told()}
        self._tellings = tellings(reports[id_] for id_ in self._articles)
        names = {telling.id: self._articles[telling.report.id].event(telling.events) for telling in self._tellings}
        self.pairs: list[Pair] = list(pairs(names, map(outline_of, self._tellings)))

    def scores(self) -> dict[str, dict[str, float]]:
        """B-cubed over labelled claims, those of each region put together with weights that learned from all other regions.

        ``claims`` are all of them; ``tellings`` the first claim of each event that several articles tell, one an article.
        """
        scored: dict[str, list[tuple[Score, int]]] = {"claims": [], "tellings": []}
        for here in sorted({region(name) for one in self._articles.values() for name in one.events.values() if name}):
            table = fitted([pair for pair in self.pairs if here not in pair.regions])
            with using(weights().model_copy(update={"across": table})):
                made = clusters([telling for telling in self._tellings if self._of(telling) == here])
            placed = sorted(
                (telling.report.id, claim.start, event, str(number))
                for number, one in enumerate(made)
                for telling in one.tellings
                for claim in telling.events
                if (event := self._articles[telling.report.id].event([claim])) and region(event) == here
            )
            scored["claims"].append(_scored(placed))
            scored["tellings"].append(_scored(_first_of_several(placed)))
        return {name: _mean(some) for name, some in scored.items()}

    def _of(self, telling: Telling) -> str | None:
        """The region of a telling; of one without a labelled event, the one that its article mostly tells of."""
        article = self._articles[telling.report.id]
        if event := article.event(telling.events):
            return region(event)
        known = Counter(region(name) for name in article.events.values() if name)
        return min(known, key=lambda name: (-known[name], name), default=None)


def _first_of_several(placed: Sequence[Placed]) -> list[Placed]:
    articles = Counter(event for event, _ in {(event, report) for report, _, event, _ in placed})
    first: dict[tuple[str, str], Placed] = {}
    for one in placed:
        if articles[one[2]] > 1:
            first.setdefault((one[0], one[2]), one)
    return list(first.values())


def _scored(placed: Sequence[Placed]) -> tuple[Score, int]:
    gold = {number: event for number, (_, _, event, _) in enumerate(placed)}
    return b_cubed(gold, {number: at for number, (_, _, _, at) in enumerate(placed)}), len(placed)


def _mean(some: Sequence[tuple[Score, int]]) -> dict[str, float]:
    number = sum(n for _, n in some)
    score = Score(sum(s.precision * n for s, n in some) / number, sum(s.recall * n for s, n in some) / number)
    return {"claims": number, **score.told()}
