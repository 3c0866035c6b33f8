"""A row of another codebook's table, with what each part of it says and why; or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from marsad.publishing.tables import Cell
from marsad.remarks import Remark

Aspect = Literal["inclusion", "type", "actors", "date", "place", "deaths"]
ASPECTS: tuple[Aspect, ...] = ("inclusion", "type", "actors", "date", "place", "deaths")


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says of one aspect, in words, and the rule behind it.

    ``sense`` is the same thing in terms that all codebooks share: rows whose senses differ say different things, whatever
    their words.  It is None where the codebook does not code the aspect.
    """

    words: str
    sense: frozenset[object] | None
    because: Remark
    citation: str


@dataclass(frozen=True, slots=True)
class Row:
    """An event in a codebook's columns; ``claims`` are the ids of those it rests on."""

    codebook: str
    event: str
    cells: Mapping[str, Cell]
    claims: tuple[str, ...]
    said: Mapping[Aspect, Said]


@dataclass(frozen=True, slots=True)
class NotIncluded:
    """An event of which a codebook has no row: the rule that keeps it out, and where the codebook says so."""

    codebook: str
    event: str
    because: Remark
    citation: str
