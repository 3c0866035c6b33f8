"""JSON Lines of reports: one object a line; also an array of objects, or a single object."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from ..errors import MalformedError, ReadingError, TooLargeError
from .draft import Draft, Format
from .encodings import decode
from .files import bounded, megabytes, peek
from .json_record import to_draft
from .limits import Limits

_OBJECT = re.compile(r'\s*\{\s*"')
_ARRAY = re.compile(r'\s*\[\s*\{\s*"')
_FEW = 20
_CHUNK = 1 << 20
_SKIPPED = b" \t\r\n\xef\xbb\xbf"
_WHOLE = 'write one object a line: {"text": ...}'


def looks_like_json(sample: bytes) -> bool:
    """Whether it opens as an array of objects, or half of its first lines open as objects."""
    text = sample.decode(_wide(sample) or "utf-8", errors="replace").lstrip("\ufeff")
    if _ARRAY.match(text) or _OBJECT.match(text):
        return True
    lines = [line for line in text.splitlines()[:_FEW] if line.strip()]
    return sum(1 for line in lines if _OBJECT.match(line)) * 2 > len(lines)


def read_json(stream: BinaryIO, where: str, limits: Limits) -> Iterator[Draft | ReadingError]:
    """A draft or an error for each record; one record is held at a time where they stand one a line."""
    head = peek(stream, _CHUNK)
    wide = _wide(head)
    if wide or _one_document(head):
        yield from _read_whole(bounded(stream, where, limits.document_bytes), where, limits)
        return
    number = 0
    while line := stream.readline(limits.report_bytes + 1):
        number += 1
        at = f"{where}:{number}"
        if len(line) > limits.report_bytes:
            _skip_line(stream, line)
            yield TooLargeError(
                f"a line beyond the {megabytes(limits.report_bytes)} that one report may have",
                where=at,
                remedy="split it",
            )
            continue
        if stripped := line.strip(_SKIPPED):
            yield _record(stripped, at)


def _record(line: bytes, where: str) -> Draft | ReadingError:
    try:
        try:
            text, encoding = line.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            read = decode(line, where)
            text, encoding = read.text, read.encoding
        return to_draft(_parse(text, where), line, where, encoding)
    except ReadingError as error:
        return error


def _read_whole(data: bytes, where: str, limits: Limits) -> Iterator[Draft | ReadingError]:
    read = decode(data, where)
    if _OBJECT.match(read.text) and not _is_one(read.text):
        for number, line in enumerate(read.text.splitlines(), 1):
            if line.strip():
                yield _record(line.strip().encode("utf-8", "replace"), f"{where}:{number}")
        return
    value = _parse(read.text, where)
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        at = f"{where}:{number}" if isinstance(value, list) else where
        original = json.dumps(item, ensure_ascii=False).encode("utf-8", "replace")
        try:
            if len(original) > limits.report_bytes:
                raise TooLargeError(
                    f"beyond the {megabytes(limits.report_bytes)} that one report may have",
                    where=at,
                    remedy="split it",
                )
            yield to_draft(item, original if isinstance(value, list) else data, at, read.encoding)
        except ReadingError as error:
            yield error


def _parse(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise MalformedError(
            f"not JSON: {error.msg} at character {error.pos + 1:,}", where=where, remedy=_WHOLE
        ) from None
    except (RecursionError, ValueError):
        raise MalformedError("JSON nested too deeply, or with a number too long", where=where, remedy=_WHOLE) from None


def _is_one(text: str) -> bool:
    first = text.lstrip().split("\n", 1)[0]
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return True
    return False


def _one_document(head: bytes) -> bool:
    """Whether the records do not stand one a line: an array, or an object over several lines."""
    text = head.strip(_SKIPPED)
    if text.startswith(b"["):
        return True
    first, newline, rest = text.partition(b"\n")
    return (
        bool(newline)
        and text.startswith(b"{")
        and not first.rstrip().endswith(b"}")
        and not rest.lstrip().startswith(b"{")
    )


def _wide(sample: bytes) -> str | None:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if len(sample) > 3 and 0 in sample[:2]:
        return "utf-16-be" if sample[0] == 0 else "utf-16-le"
    return None


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)


JSON = Format("json", looks_like_json, read_json)
