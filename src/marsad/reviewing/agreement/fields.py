"""The fields in which agreement is measured: what a judgement says in each, and at which level of measurement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from marsad.records import RoleName

from ..coding import Coded, CodedEvent, CodedFigure, CodedSpan, Unit
from ..judgements import Judgement
from .alpha import Level

Value = str | bool | float | int
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind of unit: ``value`` gives None where a judgement says nothing in it."""

    kind: Unit
    name: str
    level: Level
    value: Callable[[Judgement], Value | None]


def stands(judgement: Judgement) -> bool | None:
    """Whether a coder lets a unit stand; None where unsure."""
    return None if judgement.verdict == "unsure" else judgement.verdict != "reject"


def differing(log: list[Judgement]) -> list[str]:
    """The fields in which judgements on one unit differ, the spans among them."""
    found = []
    for field in FIELDS:
        values = {value for one in log if one.kind == field.kind and (value := field.value(one)) is not None}
        if len(values) > 1:
            found.append(field.name)
    marked = [spans_of(one) for one in log if stands(one)]
    roles = sorted({role for spans in marked for role in spans})
    return found + [f"{role}-span" for role in roles if len({frozenset(spans.get(role, ())) for spans in marked}) > 1]


def spans_of(judgement: Judgement) -> dict[str, list[tuple[int, int]]]:
    """The words that a judgement marks, by role; none where the unit does not stand."""
    coded = judgement.coded if stands(judgement) else None
    out: dict[str, list[tuple[int, int]]] = {}
    if isinstance(coded, CodedEvent):
        marked: list[tuple[str, Any]] = [("trigger", coded.trigger), *((role.role, role) for role in coded.roles)]
        if coded.place:
            marked.append(("place", coded.place))
    else:
        marked = [("figure", CodedSpan(coded.start, coded.end))] if coded else []
    for role, span in marked:
        out.setdefault(role, []).append((span.start, span.end))
    return out


def _event(read: Callable[[CodedEvent], Value | None]) -> Callable[[Judgement], Value | None]:
    return _of(CodedEvent, read)


def _figure(read: Callable[[CodedFigure], Value | None]) -> Callable[[Judgement], Value | None]:
    return _of(CodedFigure, read)


def _of(shape: type[Any], read: Callable[[Any], Value | None]) -> Callable[[Judgement], Value | None]:
    def value(judgement: Judgement) -> Value | None:
        coded: Coded | None = judgement.coded if stands(judgement) else None
        return read(coded) if isinstance(coded, shape) else None

    return value


def _day(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _actors(role: RoleName) -> Callable[[CodedEvent], str]:
    """Who has a role, by id; those that the catalogue lacks count as one."""

    def value(coded: CodedEvent) -> str:
        return " ".join(sorted({one.entity or "?" for one in coded.roles if one.role == role})) or _NONE

    return value


FIELDS: tuple[Field, ...] = (
    *(Field(kind, "stands", "nominal", stands) for kind in ("event", "figure", "relation", "assessment", "pair")),
    Field("event", "type", "nominal", _event(lambda coded: coded.type)),
    Field("event", "mode", "nominal", _event(lambda coded: coded.mode or _NONE)),
    Field("event", "status", "nominal", _event(lambda coded: coded.status)),
    Field("event", "certainty", "nominal", _event(lambda coded: coded.certainty)),
    Field("event", "earliest", "interval", _event(lambda coded: _day(coded.date.earliest) if coded.date else None)),
    Field("event", "latest", "interval", _event(lambda coded: _day(coded.date.latest) if coded.date else None)),
    Field("event", "place", "nominal", _event(lambda coded: (coded.place.id or "?") if coded.place else _NONE)),
    Field("event", "agent", "nominal", _event(_actors("agent"))),
    Field("event", "target", "nominal", _event(_actors("target"))),
    Field("figure", "measure", "nominal", _figure(lambda coded: coded.measure)),
    Field("figure", "low", "ratio", _figure(lambda coded: coded.low)),
    Field("figure", "high", "ratio", _figure(lambda coded: coded.high)),
    Field("figure", "approximate", "nominal", _figure(lambda coded: coded.approximate)),
    Field("figure", "certainty", "nominal", _figure(lambda coded: coded.certainty)),
)  # fmt: skip
