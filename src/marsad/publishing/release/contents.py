"""What of a release two of them are compared by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..tables import toll_text
from .declared import tables
from .made_of import Part
from .reading import Release

Row = Mapping[str, Any]

_NOT_COMPARED = ("id", "claims", "reports", "rule")
_TOLLS = tuple(f"{measure}_{bound}" for measure in ("killed", "injured") for bound in ("low", "best", "high"))


@dataclass(frozen=True, slots=True)
class Told:
    """An event: its claims and reports by id, and its cells by name, a toll as text under its measure."""

    id: str
    claims: frozenset[str]
    reports: frozenset[str]
    cells: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A release as far as it is compared: ``claims`` are all claims with their reports, ``decisions`` rows of that table,
    ``made_of`` hashes of Marsad's files by part."""

    name: str
    events: Mapping[str, Told]
    reports: frozenset[str]
    claims: Mapping[str, str]
    decisions: Sequence[Row] = ()
    rules: tuple[str, ...] = ()
    made_of: Mapping[Part, Mapping[str, str]] = field(default_factory=dict)


def contents(release: Release) -> Contents:
    """What is compared of ``release``.  Raises ReleaseError where a table is missing or damaged."""
    claims = release.table("claims").select(["id", "report"]).to_pydict()
    tolls: dict[str, dict[str, str]] = {}
    for row in release.table("tolls").to_pylist():
        tolls.setdefault(row["event"], {})[row["measure"]] = toll_text(row["low"], row["best"], row["high"])
    manifest = release.manifest.content
    return Contents(
        name=release.folder.name,
        events={row["id"]: _told(row, tolls.get(row["id"], {})) for row in release.table("events").to_pylist()},
        reports=frozenset(manifest.inputs),
        claims=dict(zip(claims["id"], claims["report"], strict=True)),
        decisions=release.table("decisions").to_pylist(),
        rules=tuple(manifest.rules),
        made_of={"models": manifest.models, "knowledge": manifest.knowledge, "code": manifest.code},
    )


def _told(row: Row, tolls: Mapping[str, str]) -> Told:
    compared = [name for name in tables()["events"].names if name not in (*_NOT_COMPARED, *_TOLLS)]
    cells: dict[str, Any] = {name: row[name] for name in compared if name in row} | dict(tolls)
    return Told(row["id"], frozenset(row["claims"]), frozenset(row["reports"]), cells)
