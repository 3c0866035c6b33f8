"""Tune and measure how claims of many reports are put together.

    python -m merging rarity DATA_FOLDER              # rarity.tsv: how much a word tells
    python -m merging fit DATA_FOLDER [--write]       # how well weights fitted to July hold across regions; --write: weights.yaml
    python -m merging measure DATA_FOLDER [tune|measure] [--write] [--show]
    python -m merging single DATA_FOLDER              # the tolls that single articles give

``measure`` reads every article of the half's days, puts all their claims together, and holds the outcome against the labelled
events: B-cubed over the tellings of which there is a claim, over news alone (told for its own sake, not in passing), and over all
tellings, those without a claim standing alone; then the tolls of the events, once as they were put together and once as the
labels put them together, which tells what joining costs from what reading and the rules of the ledger do.  ``--write`` keeps the
figures in figures.yaml.
"""

from __future__ import annotations

import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import yaml

from marsad.merging import clusters
from marsad.merging.outline import outline_of

from .figures import as_labelled, right
from .fitting import TABLE, fitted, written_back
from .july import July
from .labels import Half, Labelled, articles, written
from .reports import Read, news, read, tellings
from .scoring import Score, b_cubed, located

FIGURES = Path(__file__).with_name("figures.yaml")
_HALVES = date(2015, 8, 1)


def of_half(all_: Read, half: Half) -> Read:
    """The articles published before August, or from then on."""
    return {
        id_: (report, claims)
        for id_, (report, claims) in all_.items()
        if report.published and (report.published < _HALVES) == (half == "tune")
    }


def scores_of(labelled: list[Labelled], found: dict[tuple[str, int, int], int]) -> dict[str, Score]:
    """B-cubed of what was claimed, of news, and of all; ``found`` is the cluster that tells of a labelled item."""
    gold = {item: event.name for event in labelled for item in event.items}
    passing = {item for event in labelled for item in event.passing}
    return {
        "claimed": b_cubed({item: gold[item] for item in gold if item in found}, found),
        "news": b_cubed({item: gold[item] for item in gold if item in found and item not in passing}, found),
        "all": b_cubed(gold, {item: found.get(item, item) for item in gold}),
    }


def measure(data: Path, half: Half, show: bool) -> dict[str, object]:
    """The figures of one half."""
    reports = of_half(news(data), half)
    labelled = articles(half)
    all_told = tellings(reports.values())
    made = clusters(all_told)
    found = located(labelled, made)
    out: dict[str, object] = {
        "events": len(labelled),
        "tellings": sum(len(e.items) for e in labelled),
        "with a claim": len(found),
    }
    out["B-cubed"] = {name: score.told() for name, score in scores_of(labelled, found).items()}
    countries = [{country for t in one.tellings if (country := outline_of(t).country)} for one in made]
    out["events in two countries"] = sum(len(some) > 1 for some in countries)
    out["tolls right"] = right(labelled, found, made, show)
    out["tolls right, joined as labelled"] = right(labelled, *as_labelled(labelled, all_told))
    invented: dict[str, object] = {}
    for path, gold in written(half).items():
        own = read(path)
        of_file = clusters(tellings(own.values()))
        at = located(gold, of_file)
        invented[path.stem] = {n: s.told() for n, s in scores_of(gold, at).items()} | {
            "tolls right": right(gold, at, of_file, show)
        }
    out["written for this"] = invented
    return out


def digests() -> dict[str, str]:
    """SHA-256 of the tables that merging goes by."""
    names = ("weights.yaml", "rarity.tsv")
    return {name: sha256(TABLE.with_name(name).read_bytes()).hexdigest() for name in names}


def main() -> None:
    """Run the command that the arguments name."""
    command, folder, *rest = sys.argv[1:]
    data = Path(folder)
    if command == "rarity":
        from .rarity import write

        print(write(data), "sentences")
    elif command == "fit":
        july = July(news(data))
        if "--write" in rest:
            written_back(fitted(july.pairs))
        _keep("fitted", july.scores(), "--write" in rest)
    elif command == "single":
        from .single import shares_right

        print(yaml.safe_dump(shares_right(news(data)), sort_keys=False), end="")
    else:
        half: Half = "tune" if "tune" in rest else "measure"
        figures = measure(data, half, "--show" in rest)
        _keep(half, figures, "--write" in rest)


def _keep(name: str, figures: object, write: bool) -> None:
    """Print figures, and keep them in figures.yaml."""
    print(yaml.safe_dump(figures, sort_keys=False, allow_unicode=True), end="")
    if write:
        kept = yaml.safe_load(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
        kept[name] = figures
        if name == "measure":  # what the figures are held against: new weights without new figures fail a test
            kept["files"] = digests()
        FIGURES.write_text(yaml.safe_dump(kept, sort_keys=False, allow_unicode=True), "utf-8")


if __name__ == "__main__":
    main()
