"""The sets of reports of the same events are well formed: spans hold whole words of the reports, tolls keep their order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from marsad import codebook

CLUSTERS = Path(__file__).parents[2] / "samples" / "clusters"
GOLD = sorted(CLUSTERS.glob("*/*.gold.jsonl"))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def texts(gold: Path) -> dict[str, str]:
    return {row["id"]: row["text"] for row in rows(gold.with_name(gold.name.replace(".gold", "")))}


def between_words(text: str, offset: int) -> bool:
    return offset in (0, len(text)) or not (text[offset - 1].isalpha() and text[offset].isalpha())


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.name)
def test_spans_end_where_words_end(gold: Path) -> None:
    reports = texts(gold)
    for event in rows(gold):
        for span in event["items"] + event["said"]:
            text = reports[span["report"]]
            assert 0 <= span["start"] < span["end"] <= len(text)
            assert between_words(text, span["end"]), text[span["start"] : span["end"]]


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.name)
def test_events_and_figures_are_of_the_codebook_and_known_to_each_other(gold: Path) -> None:
    book = codebook.load()
    events = {event["cluster"]: event for event in rows(gold)}
    for name, event in events.items():
        assert event["type"] in book.events
        assert event["earliest"] <= event["latest"]
        assert {figure["measure"] for figure in event["said"]} <= set(book.measures)
        assert {figure["report"] for figure in event["said"]} <= {item["report"] for item in event["items"]}
        assert all(name in events[other]["near"] for other in event["near"])


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.name)
def test_tolls_keep_their_order_and_rest_on_a_figure_told(gold: Path) -> None:
    for event in rows(gold):
        for measure, toll in event["figures"].items():
            latest, reported = toll["latest-official"], toll["reported-range"]
            assert any(figure["measure"] == measure for figure in event["said"])
            assert reported["low"] <= latest["low"] <= latest["best"]
            assert latest["high"] is None or latest["best"] <= latest["high"]
            assert reported["high"] is None or latest["high"] is None or latest["high"] <= reported["high"]
