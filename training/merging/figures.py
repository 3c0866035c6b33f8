"""How many tolls of the labelled events come out right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from marsad.merging import Cluster, Telling
from marsad.merging.ledger import tolls
from marsad.records import Bounds

from .labels import Item, Labelled, Toll
from .scoring import located

RULES = ("latest-official", "reported-range")


def right(
    labelled: Iterable[Labelled], found: Mapping[Item, int], made: Sequence[Cluster], show: bool = False
) -> dict[str, dict[str, float]]:
    """Shares of tolls, by rule, of which each bound, and of which all, are right; how many there are.

    An event is the cluster that most of its tellings are in.  Counted are the killed and the injured of events that have one.
    """
    counts: dict[str, Counter[str]] = {rule: Counter() for rule in RULES}
    for event in labelled:
        homes = Counter(found[item] for item in event.items if item in found)
        if not homes:
            continue
        cluster = made[min(homes, key=lambda home: (-homes[home], home))]
        for rule in RULES:
            told = tolls(cluster.tellings, rule)
            for measure, by_rule in event.figures.items():
                if measure in ("killed", "injured") and measure not in event.unsure and rule in by_rule:
                    fits = _fits(told.get(measure), by_rule[rule])
                    counts[rule].update(["tolls", *(name for name, ok in fits.items() if ok)])
                    counts[rule]["whole"] += all(fits.values())
                    if show and not all(fits.values()):
                        print(event.name, measure, rule, "wanted", by_rule[rule], "got", told.get(measure))
    return {
        rule: {"tolls": n["tolls"]}
        | {name: round(n[name] / max(n["tolls"], 1), 3) for name in ("low", "best", "high", "whole")}
        for rule, n in counts.items()
    }


def as_labelled(labelled: Iterable[Labelled], tellings: Iterable[Telling]) -> tuple[dict[Item, int], list[Cluster]]:
    """The clusters that the labels make of ``tellings``, one for each event, and which of them tells of which labelled item.

    The tolls of these owe nothing to what is joined across reports: what is wrong with them was read wrongly, put to another
    event of its report, or weighed wrongly.  A telling that two events share stands in both; items without a claim are left out.
    """
    events, told = list(labelled), list(tellings)
    at = located(events, [Cluster((telling,)) for telling in told])
    found: dict[Item, int] = {}
    made: list[Cluster] = []
    for event in events:
        mine = [item for item in event.items if item in at]
        found |= dict.fromkeys(mine, len(made))
        if mine:
            made.append(Cluster(tuple(told[home] for home in sorted({at[item] for item in mine}))))
    return found, made


def _fits(got: Bounds | None, wanted: Toll) -> dict[str, bool]:
    if got is None:
        return dict.fromkeys(("low", "best", "high"), False)
    fits = {name: getattr(got, name) == wanted.get(name) for name in ("low", "high")}
    fits["best"] = "best" not in wanted or got.best in (wanted["best"], *_others(wanted))
    return fits


def _others(wanted: Toll) -> list[float]:
    other = wanted.get("or", [])
    return other if isinstance(other, list) else [other]
