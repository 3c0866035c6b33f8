"""The labelled chains with their texts."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

from marsad.reading import read
from marsad.records import MentionType, Report

from .scoring import Chain

ROOT = Path(__file__).resolve().parents[2]
LABELS = ROOT / "training" / "labels" / "coreference.jsonl"
ARTICLES = Path("text") / "security_news_2015.jsonl.gz"

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report and its chains; ``types`` are those of the mentions, by their offsets."""

    report: Report
    half: str
    chains: tuple[Chain, ...]
    types: dict[Offsets, MentionType]


def labelled(data: Path) -> list[Labelled]:
    """The samples and the articles of the ``data`` folder that are labelled, in the order of the labels."""
    samples = {path.stem: path for path in (ROOT / "samples" / "reports").iterdir()}
    with gzip.open(data / ARTICLES, "rt", encoding="utf-8") as file:
        articles = [json.loads(line)["content"] for line in file]
    out = []
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        if "sample" in row:
            report = next(r for r in read(samples[row["sample"]]) if isinstance(r, Report))
        else:
            report = Report(id=str(row["article"]), source="", sha256="", text=articles[row["article"]])
        types = {(a, b): chain["type"] for chain in row["chains"] for a, b in chain["mentions"]}
        chains = tuple(frozenset((a, b) for a, b in chain["mentions"]) for chain in row["chains"])
        out.append(Labelled(report, row["half"], chains, types))
    return out
