"""The nouns of the ledger: entries, the values they give, and the ledger itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from marsad.records import Bounds, Certainty, Claim, DateRange, Report, Side, Span, Speaker
from marsad.remarks import Remark

from .standing import Standing
from .wording import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A figure told of an event.

    ``sentence`` holds its words, offsets in code points into the report's text; ``source`` is the key of who gives it, ``name``
    who that is in the report's words, ``origin`` the id of the claim that first gives the number from this source;
    ``reason`` says why it stands as it does.  ``supersedes`` and ``superseded_by`` are ids of claims.
    """

    claim: Claim
    report: Report
    sentence: Span
    measure: str
    unit: str
    low: Number
    high: Number
    of: str | None
    side: Side | None
    voice: tuple[Speaker, ...]
    source: str
    name: str
    official: bool
    reported: date | None
    refers: DateRange | None
    certainty: Certainty
    standing: Standing
    reason: Remark
    origin: str
    part_of: str | None = None
    supersedes: tuple[str, ...] = ()
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number that is given as a total: by how many independent sources, and by whom first."""

    measure: str
    low: Number
    high: Number
    sources: int
    first: str
    first_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """``entries`` in the order of time (day, report, place in the text), ``bounds`` by measure under the named rule."""

    rule: str
    entries: tuple[Entry, ...]
    values: tuple[Value, ...]
    bounds: dict[str, Bounds]
