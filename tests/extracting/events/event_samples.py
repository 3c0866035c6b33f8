"""Sentences and the events that a reader finds in them, for the tests of events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.extracting import extract
from marsad.records import Claim, EventBody, Report, Role

PUBLISHED = date(2026, 5, 20)


@dataclass(frozen=True)
class Row:
    """A sentence and, for each of its events in order, any of the fields that :func:`seen` gives."""

    text: str
    events: list[dict[str, Any]] = field(default_factory=list)


def rows(name: str) -> list[Any]:
    """The rows of a table beside the tests, as parameters named by their ids."""
    table = yaml.safe_load((Path(__file__).parent / name).read_text("utf-8"))
    assert len({row["id"] for row in table}) == len(table), f"{name}: an id stands twice"
    return [pytest.param(Row(row["text"], row.get("events", [])), id=row["id"].replace(" ", "-")) for row in table]


def report(text: str, furniture: tuple[tuple[int, int], ...] = ()) -> Report:
    return Report(id="r", source="r.txt", sha256="0" * 64, text=text, published=PUBLISHED, furniture=furniture)


def events(text: str) -> list[Claim]:
    """The event claims of a text, in order."""
    return [claim for claim in extract(report(text), model=False).claims if claim.kind == "event"]


def body(claim: Claim) -> EventBody:
    assert claim.event is not None
    return claim.event


def role(claim: Claim, name: str) -> Role | None:
    return next((r for r in body(claim).roles if r.role == name), None)


def seen(claim: Claim, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an event that ``wanted`` speaks of: of a role its text, or with ``_sector`` its code."""
    told = body(claim)
    known: dict[str, Any] = {
        "type": told.type,
        "mode": told.mode,
        "weapon": told.weapon,
        "status": told.status,
        "trigger": told.trigger.text,
        "certainty": claim.certainty,
        "day": claim.date.earliest if claim.date else None,
        "claimed": told.claimed_on.earliest if told.claimed_on else None,
        "place": claim.place.text if claim.place else None,
        "evidence": claim.text,
    }
    for name in ("agent", "organizer", "target", "counterpart", "claimant"):
        found = role(claim, name)
        known[name] = found.text if found else None
        known[f"{name}_sector"] = found.type if found else None
    return {key: known[key] for key in wanted}


def check(row: Row) -> None:
    """Fail unless the events of the sentence are those wanted, no more and no fewer."""
    found = events(row.text)
    told = [f"{body(c).type} [{body(c).trigger.text}]" for c in found]
    assert len(found) == len(row.events), told
    assert [seen(c, w) for c, w in zip(found, row.events, strict=True)] == row.events
