"""Records to JSON and back: one record a line, the shapes that `read`, the store and every interface share.

What is unknown and optional is left out; a bound or an end of a range that is open stands as null.  Lines are
UTF-8 with letters as they are; only the characters that some readers take for the end of a line are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Annotated, Any

from . import records
from .errors import OffsetError, ReadingError
from .records import Claim, Entity, Event, Mention, Record, Report, Span

# Line separators beside \n, and lone surrogates, which UTF-8 cannot hold: JSON can say both by number.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class InterchangeError(ReadingError):
    """A line is not a record of the interchange format."""

    code = "interchange"


def to_json(record: Record) -> str:
    """One line of JSON for ``record``, without the line's end."""
    told: str = _writer(record.record)(record, exclude={"record"}).decode()
    # pydantic leaves out all nulls or none.  Inside a string a quotation mark has a backslash before it, so
    # that what the pattern finds is a key.
    return _safe(f'{{"record":"{record.record}",{_left_out().sub("", told)[1:]}')


def line(data: dict[str, Any]) -> str:
    """One line of JSON for ``data`` that is no record, safe in the same way."""
    return _safe(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


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
        if record.antecedent:
            yield record.antecedent.start, record.antecedent.end, record.antecedent.text, "antecedent"
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
        if isinstance(span, Entity) and span.antecedent:
            yield span.antecedent.start, span.antecedent.end, span.antecedent.text, f"{record.kind} antecedent"


def _safe(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


@cache
def _writer(noun: str) -> Any:
    from pydantic import TypeAdapter

    kinds: dict[str, Any] = {"report": Report, "mention": Mention, "claim": Claim, "event": Event}
    return TypeAdapter(kinds[noun]).serializer.to_json


@cache
def _left_out() -> re.Pattern[str]:
    """Matches optional fields that are null; every noun begins with a field that is not optional."""
    nouns = [noun for noun in vars(records).values() if isinstance(noun, type) and is_dataclass(noun)]
    optional = {field.name for noun in nouns for field in fields(noun) if field.default is None}
    return re.compile(f',"(?:{"|".join(sorted(optional))})":null')


@cache
def _adapter() -> Any:
    from pydantic import Field, TypeAdapter

    return TypeAdapter(Annotated[Record, Field(discriminator="record")])


__all__ = ["InterchangeError", "check_offsets", "from_json", "line", "schema", "to_json"]
