"""Sentences and the figures that a reader finds in them, for the tests of figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.extracting import extract
from marsad.records import Claim, FigureBody, Report


@dataclass(frozen=True)
class Row:
    """A sentence and what is wanted of each of its figures, from the greatest to the least."""

    text: str
    figures: list[dict[str, Any]] = field(default_factory=list)


def rows(name: str) -> list[Any]:
    """The rows of a table beside the tests, as parameters named by their ids."""
    table = yaml.safe_load((Path(__file__).parent / name).read_text("utf-8"))
    assert len({row["id"] for row in table}) == len(table), f"{name}: an id stands twice"
    return [pytest.param(Row(row["text"], row.get("figures", [])), id=row["id"].replace(" ", "-")) for row in table]


def claims(text: str, kind: str) -> list[Claim]:
    report = Report(id="r", source="r.txt", sha256="0" * 64, text=text, published=date(2026, 5, 20))
    return [claim for claim in extract(report, model=False).claims if claim.kind == kind]


def figures(text: str) -> list[Claim]:
    """The figure claims of a text, from the greatest to the least, those without bounds first."""
    return sorted(claims(text, "figure"), key=_size)


def body(claim: Claim) -> FigureBody:
    assert claim.figure is not None
    return claim.figure


def _size(claim: Claim) -> tuple[float, int]:
    told = body(claim)
    bound = told.low if told.low is not None else told.high
    return (float("-inf") if bound is None else -bound, claim.start)


def seen(claim: Claim, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Those fields of a figure that ``wanted`` speaks of; ``n`` is a number with both bounds the same."""
    told = body(claim)
    known: dict[str, Any] = {
        "measure": told.measure,
        "low": told.low,
        "high": told.high,
        "n": told.low if told.low == told.high else (told.low, told.high),
        "of": told.of,
        "unit": told.unit,
        "approximate": told.approximate,
        "part": told.part_of is not None,
        "event": told.event is not None,
        "certainty": claim.certainty,
        "day": claim.date.earliest if claim.date else None,
    }
    return {key: known[key] for key in wanted}


def check(row: Row) -> None:
    """Fail unless the figures of the sentence are those wanted, no more and no fewer."""
    found = figures(row.text)
    told = [f"{body(c).measure} {body(c).low}-{body(c).high}" for c in found]
    assert len(found) == len(row.figures), told
    assert [seen(c, w) for c, w in zip(found, row.figures, strict=True)] == row.figures
