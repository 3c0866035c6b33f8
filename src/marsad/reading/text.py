"""Plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from .draft import Draft, Format
from .encodings import decode
from .files import bounded
from .limits import Limits


def looks_like_text(_sample: bytes) -> bool:
    """True: what no other format recognises is text, or noise that decoding refuses."""
    return True


def read_text(stream: BinaryIO, where: str, limits: Limits) -> Iterator[Draft]:
    """One draft: the decoded file, unchanged but for its byte order mark."""
    data = bounded(stream, where, limits.report_bytes)
    read = decode(data, where)
    yield Draft(text=read.text, original=data, source=where, media_type="text/plain", encoding=read.encoding)


TEXT = Format("text", looks_like_text, read_text)
