"""Word documents (DOCX)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from ..errors import EmptyError, TooLargeError, UnsupportedError
from .draft import Draft, Format
from .files import bounded, megabytes
from .limits import Limits
from .lines import one_line
from .quiet import parsing

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What python-docx's own template says, whatever the day.
_TEMPLATE_AUTHOR, _TEMPLATE_CREATED = "python-docx", datetime(2013, 12, 23, 23, 15)
_SMALL = 1_000_000


def looks_like_zip(sample: bytes) -> bool:
    """Whether it is a ZIP archive, as DOCX files are."""
    return sample.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_docx(stream: BinaryIO, where: str, limits: Limits) -> Iterator[Draft]:
    """One draft: paragraphs and table rows in order, one a line; nothing is unpacked before its sizes are
    judged.

    The sizes are those the archive states; zipfile never unpacks a part beyond them.
    """
    data = bounded(stream, where, limits.document_bytes)
    _judge(data, where, limits)
    with parsing(where, "a Word document"):
        from docx import Document

        document = Document(io.BytesIO(data))
        lines = list(_lines(document))
        about = document.core_properties
        titles = [p.text for p in document.paragraphs[:10] if p.style is not None and p.style.name == "Title"]
        title = one_line((titles or [about.title])[0] or "")
        author = None if about.author == _TEMPLATE_AUTHOR else one_line(about.author or "")
        created = _created(about.created)
    text = "\n".join(lines)
    if not text.strip():
        raise EmptyError("a Word document without text", where=where)
    yield Draft(
        text=text,
        original=data,
        source=where,
        media_type=_MEDIA_TYPE,
        title=title,
        author=author,
        created=created,
    )


def _judge(data: bytes, where: str, limits: Limits) -> None:
    with parsing(where, "a Word document"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
        if "word/document.xml" not in {part.filename for part in parts}:
            raise UnsupportedError(
                "a ZIP archive, but no Word document", where=where, remedy="unpack it and read its files"
            )
        if any(part.flag_bits & 1 for part in parts):
            raise UnsupportedError("a ZIP archive with a password", where=where, remedy="unpack it and read its files")
    size, stored = sum(part.file_size for part in parts), max(1, sum(part.compress_size for part in parts))
    if len(parts) > limits.entries:
        raise TooLargeError(f"a Word document of {len(parts):,} parts", where=where, remedy="save it anew")
    if size > limits.inflated_bytes or (size > _SMALL and size / stored > limits.ratio):
        raise TooLargeError(
            f"would unpack from {megabytes(stored)} to {megabytes(size)}, as ZIP bombs do",
            where=where,
            remedy="save it anew",
        )


def _lines(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if not isinstance(block, Table):
            yield block.text
            continue
        for row in block.rows:
            # A merged cell comes once for each column it covers.
            cells = {id(cell._tc): " ".join(cell.text.split()) for cell in row.cells}
            yield "\t".join(cells.values()).strip()


def _created(stated: datetime | None) -> date | None:
    if (
        stated is None
        or stated.replace(tzinfo=None, second=0, microsecond=0) == _TEMPLATE_CREATED
        or stated.year < 1990
    ):
        return None
    return stated.date()


DOCX = Format("docx", looks_like_zip, read_docx)
