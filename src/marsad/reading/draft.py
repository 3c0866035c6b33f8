"""What a format's reader hands over, before title, day, furniture and language are looked for in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from ..errors import ReadingError
from .limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text, the bytes it was made from, and what the format itself states of it; None is what it leaves
    open.

    ``created`` is the day the document was made, a stand-in where no date of publication is found.
    """

    text: str
    original: bytes
    source: str
    media_type: str
    id: str | None = None
    title: str | None = None
    published: date | None = None
    created: date | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: how its first bytes are recognised, and how a binary stream of it becomes drafts.

    ``read`` takes the stream, the name to use in errors, and the limits; it raises :class:`ReadingError`
    where the whole file is refused and yields one where a single record is.
    """

    name: str
    recognizes: Callable[[bytes], bool]
    read: Callable[[BinaryIO, str, Limits], Iterator[Draft | ReadingError]]
