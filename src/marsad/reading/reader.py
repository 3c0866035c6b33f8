"""Bytes to reports: a format's draft, completed from the look of its text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from ..errors import EmptyError, ReadingError, UnreadableError
from ..records import Report
from .draft import Draft
from .files import named, peek
from .formats import SAMPLE, recognize
from .furniture import lay_out
from .language import guess_language
from .limits import DEFAULT, Limits


def read(path: Path, limits: Limits = DEFAULT) -> Iterator[Report | ReadingError]:
    """The reports of the file at ``path``, in order; what is refused comes as an error in its place.

    A file of one report yields one report or one error.  Never raises :class:`ReadingError`.
    """
    for found in read_originals(path, limits):
        yield found if isinstance(found, ReadingError) else found[0]


def read_bytes(data: bytes, source: str, limits: Limits = DEFAULT) -> Iterator[Report | ReadingError]:
    """As :func:`read`, for bytes at hand; ``source`` is the path or address they came from."""
    for found in originals_in(data, source, limits):
        yield found if isinstance(found, ReadingError) else found[0]


def originals_in(data: bytes, source: str, limits: Limits = DEFAULT) -> Iterator[tuple[Report, bytes] | ReadingError]:
    """As :func:`read_originals`, for bytes at hand."""
    return _from_stream(io.BufferedReader(io.BytesIO(data), SAMPLE), source, limits)


def read_originals(path: Path, limits: Limits = DEFAULT) -> Iterator[tuple[Report, bytes] | ReadingError]:
    """As :func:`read`, each report with the bytes its ``sha256`` is of: the file, or the record's line."""
    where = named(path)
    try:
        with path.open("rb", buffering=SAMPLE) as stream:
            yield from _from_stream(stream, where, limits)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        yield UnreadableError(f"cannot be read: {reason}", where=where, remedy="check path and permissions")


def _from_stream(stream: BinaryIO, where: str, limits: Limits) -> Iterator[tuple[Report, bytes] | ReadingError]:
    try:
        for found in recognize(peek(stream, SAMPLE), where).read(stream, where, limits):
            if isinstance(found, ReadingError):
                yield found
            elif found.text.strip():
                yield to_report(found), found.original
            else:
                yield EmptyError("no text in it", where=where)
    except ReadingError as error:
        yield error


def to_report(draft: Draft) -> Report:
    """The report of a draft: id, title, day, furniture and language added where the format left them open.

    Without an id of its own a report is named after the SHA-256 of its content: of the file, or of a record's
    text.
    """
    layout = lay_out(draft.text, draft.title)
    # One file may hold many records, and the same article may come in differently dressed ones.
    content = draft.text.encode("utf-8") if draft.media_type == "application/x-ndjson" else draft.original
    return Report(
        id=draft.id or "r" + sha256(content).hexdigest()[:16],
        source=draft.source,
        sha256=sha256(draft.original).hexdigest(),
        text=draft.text,
        outlet=draft.outlet,
        author=draft.author or layout.author,
        title=layout.title,
        published=draft.published or layout.published or draft.created,
        language=draft.language or guess_language(draft.text),
        media_type=draft.media_type,
        encoding=draft.encoding,
        furniture=layout.furniture,
    )
