"""The labelled events with the reports that tell of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).resolve().parents[2]
LABELS = ROOT / "training" / "labels"
SAMPLES = ROOT / "samples" / "clusters"

Half = Literal["tune", "measure"]
Item = tuple[str, int, int]
"""A report's id, and where in it an event is told: offsets of a clause."""


Toll = dict[str, Any]
"""``low``, ``best`` and ``high``; ``or`` are other values of ``best`` that a careful coder may choose."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An event as labelled: where it is told, ``passing`` where that is in passing, and its tolls by measure and rule; of those
    ``unsure`` the labels do not tell."""

    name: str
    type: str
    country: str | None
    items: tuple[Item, ...]
    passing: frozenset[Item]
    figures: dict[str, dict[str, Toll]]
    unsure: frozenset[str]


def articles(half: Half) -> list[Labelled]:
    """The labelled events of the security news; article 7 of the corpus is report ``news-7``."""
    return list(_rows(LABELS / f"clusters_2015_{half}.jsonl"))


def written(half: Half) -> dict[Path, list[Labelled]]:
    """The labelled events of reports written for this, by the file of the reports."""
    gold = sorted((SAMPLES / half).glob("*.gold.json*"))
    return {path.with_name(path.name.split(".")[0] + ".jsonl"): list(_rows(path)) for path in gold}


def _rows(path: Path) -> Iterator[Labelled]:
    """Events labelled in a file; those marked ``excused`` may be joined to others or not, and are left out."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("excused"):
            continue
        items = tuple((_report(item), item["start"], item["end"]) for item in row["items"] if not item.get("denied"))
        passing = frozenset(
            (_report(item), item["start"], item["end"]) for item in row["items"] if item.get("background")
        )
        yield Labelled(
            row["cluster"],
            row["type"],
            row.get("country"),
            items,
            passing,
            row.get("figures", {}),
            frozenset(row.get("unsure", ())),
        )


def _report(item: dict[str, Any]) -> str:
    return item["report"] if "report" in item else f"news-{item['article']}"
