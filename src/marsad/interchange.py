"""Records to JSON and back: one record a line, the shapes that `read`, the store and every interface share.

What is unknown and optional is left out; a bound or an end of a range that is open stands as null.  Lines are
UTF-8 with letters as they are; only the characters that some readers take for the end of a line are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any

from .errors import OffsetError, ReadingError
from .records import Claim, Mention, Record, Report, Span

# Line separators beside \n, and lone surrogates, which UTF-8 cannot hold: JSON can say both by number.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")

_AS_IS = frozenset((str, int, float, bool))
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class InterchangeError(ReadingError):
    """A line is not a record of the interchange format."""

    code = "interchange"


def to_json(record: Record) -> str:
    """One line of JSON for ``record``, without the line's end."""
    return line(plain(record))


def line(data: dict[str, Any]) -> str:
    """One line of JSON for ``data``, safe for readers that cut at any Unicode line separator."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m.group()):04x}", _ENCODER.encode(data))


def plain(record: Any) -> dict[str, Any]:
    """The record as dicts, lists and ISO days: the JSON shape, the record's noun first."""
    out: dict[str, Any] = {}
    for name, optional in _fields(record.__class__):
        value = getattr(record, name)
        kind = type(value)
        if kind in _AS_IS:
            out[name] = value
        elif value is not None:
            out[name] = _plain(value)
        elif not optional:
            out[name] = None
    return out


def from_json(text: str | bytes) -> Record:
    """The record that a line of JSON stands for, every field validated.

    Raises InterchangeError naming the field that is wrong.
    """
    from pydantic import ValidationError

    try:
        record: Record = _adapter().validate_json(text, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "line"
        raise InterchangeError(
            f"not a record: {first['msg'][0].lower()}{first['msg'][1:]}",
            where=where,
            remedy="compare it with `marsad schema`",
        ) from error
    return record


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line."""
    out: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record of Marsad's interchange format",
    }
    out |= _adapter().json_schema(mode="validation")
    out.pop("discriminator", None)
    for noun in ("Report", "Mention", "Claim", "Event"):
        out["$defs"][noun]["required"].append("record")
    return out


def check_offsets(report: Report, records: Iterable[Mention | Claim]) -> None:
    """Raise OffsetError unless every span of ``records`` cuts its own words out of the report's text."""
    for record in records:
        for start, end, text, what in _spans(record):
            if report.text[start:end] != text:
                name = record.id if isinstance(record, Claim) else f"mention {record.text!r}"
                raise OffsetError(
                    f"{what} {text!r} does not stand at {start}:{end}",
                    where=f"{report.source}, {name}",
                    remedy="this is a bug in Marsad: please report it with the text",
                )


def _spans(record: Mention | Claim) -> Iterator[tuple[int, int, str, str]]:
    yield record.start, record.end, record.text, record.record
    if isinstance(record, Mention):
        return
    inner: list[Span | None] = [*record.voice, record.place]
    if record.event:
        inner += [record.event.trigger, *record.event.roles]
    if record.relation:
        inner += [record.relation.subject, record.relation.object]
    if record.assessment:
        inner += record.assessment.about
    for span in inner:
        if span:
            yield span.start, span.end, span.text, f"{record.kind} {type(span).__name__.lower()}"


def _plain(value: Any) -> Any:
    if type(value) in _AS_IS or value is None:
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else plain(value)


@cache
def _fields(kind: Hashable) -> tuple[tuple[str, bool], ...]:
    """Names of a record's fields and whether None is left out, ``record`` first."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        raise TypeError(f"{kind} is no record")
    found = sorted(fields(kind), key=lambda field: field.name != "record")
    return tuple((field.name, field.default is not MISSING) for field in found)


@cache
def _adapter() -> Any:
    from pydantic import Field, TypeAdapter

    return TypeAdapter(Annotated[Record, Field(discriminator="record")])


__all__ = ["InterchangeError", "check_offsets", "from_json", "line", "plain", "schema", "to_json"]
