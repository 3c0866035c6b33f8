"""The reports and their claims, read once and kept."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from marsad.errors import ReadingError
from marsad.interchange import from_json, to_json
from marsad.merging import Telling, tellings_of
from marsad.pipeline import process
from marsad.records import Claim, Record, Report

ARTICLES = Path("text") / "security_news_2015.jsonl.gz"
KEPT = Path(__file__).with_name("runs") / "news.jsonl"

Read = Mapping[str, tuple[Report, list[Claim]]]
"""Reports with their claims, by id."""


def news(data: Path) -> Read:
    """The security news; read once, which takes minutes, and kept in ``runs/``."""
    if not KEPT.exists():
        KEPT.parent.mkdir(exist_ok=True)
        corpus = KEPT.with_name("articles.jsonl")
        corpus.write_text("".join(_records(data / ARTICLES)), "utf-8")
        unfinished = KEPT.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8") as out:
            for report, claims in read(corpus).values():
                records: list[Record] = [report, *claims]
                out.writelines(to_json(record) + "\n" for record in records)
        unfinished.replace(KEPT)
    return kept(KEPT)


def kept(path: Path) -> Read:
    """Reports and claims of a file that `marsad read --format jsonl` printed."""
    out: dict[str, tuple[Report, list[Claim]]] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.startswith('{"record":"mention"'):
                continue
            record = from_json(line)
            if isinstance(record, Report):
                out[record.id] = record, []
            elif isinstance(record, Claim):
                out[record.report][1].append(record)
    return out


def read(path: Path) -> Read:
    """The reports of a file with their claims; ReadingError where one is refused."""
    out: dict[str, tuple[Report, list[Claim]]] = {}
    for found in process(path):
        if isinstance(found, ReadingError):
            raise found
        out[found.report.id] = found.report, list(found.claims)
    return out


def tellings(reports: Iterable[tuple[Report, list[Claim]]]) -> list[Telling]:
    """The tellings of all ``reports``."""
    return [telling for report, claims in reports for telling in tellings_of(report, claims)]


def _records(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            row = json.loads(line)
            record = {
                "id": f"news-{number}",
                "text": row["content"],
                "title": row["title"],
                "published": row["date_extracted"][:10],
                "source": row["source"],
                "url": row["url"],
            }
            yield json.dumps(record, ensure_ascii=False) + "\n"
