"""PDF: qalam puts Arabic glyphs back into reading order; pypdf judges the file and steps in where qalam gives
nothing.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import EmptyError, EncryptedError, TooLargeError, TornError
from .draft import Draft, Format
from .files import bounded, megabytes
from .limits import Limits
from .lines import one_line
from .pages import join_pages
from .quiet import parsing

_TITLE_OF_A_FILE = re.compile(r"(?i)\.(?:docx?|pdf|indd|qxd|pptx?|html?)\b|^(?:untitled|microsoft|document\d*)|^\W*\Z")
_END_WITHIN = 2048
_WORKER = Path(__file__).with_name("pdf_worker.py")


def looks_like_pdf(sample: bytes) -> bool:
    """Whether PDF's mark is in the first 1,024 bytes (Adobe, PDF Reference 1.7, appendix H)."""
    return b"%PDF-" in sample[:1024]


def read_pdf(stream: BinaryIO, where: str, limits: Limits) -> Iterator[Draft]:
    """One draft, a paragraph a line, presentation forms made into letters (NFKC).

    Raises :class:`EncryptedError` unless the empty password opens the file, :class:`TornError`,
    :class:`TooLargeError` for too many pages, :class:`EmptyError` for scans without letters.
    """
    data = bounded(stream, where, limits.document_bytes)
    if b"%%EOF" not in data[-_END_WITHIN:]:
        raise TornError("a PDF that is cut off before its end", where=where, remedy="fetch it again")
    title, author = _judge(data, where, limits)
    text = join_pages(_pages(data, where, limits))
    if not text.strip():
        raise EmptyError(
            "a PDF without letters, probably scanned", where=where, remedy="run text recognition on it first"
        )
    yield Draft(text=text, original=data, source=where, media_type="application/pdf", title=title, author=author)


def _judge(data: bytes, where: str, limits: Limits) -> tuple[str | None, str | None]:
    from pypdf import PdfReader

    with parsing(where, "a PDF", "pypdf"):
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedError(
                "a PDF that opens with a password only", where=where, remedy="save it without password"
            )
        pages = len(reader.pages)
        if pages > limits.pages:
            raise TooLargeError(f"a PDF of {pages:,} pages, {limits.pages:,} are read", where=where, remedy="split it")
        about = reader.metadata
        title, author = (str(about.title or ""), str(about.author or "")) if about else ("", "")
    return None if _TITLE_OF_A_FILE.search(title.strip()) else _plain(title), _plain(author)


def _plain(raw: str) -> str | None:
    return one_line(unicodedata.normalize("NFKC", raw))


def _pages(data: bytes, where: str, limits: Limits) -> list[list[str]]:
    """The paragraphs of each page, from :mod:`.pdf_worker`."""
    with tempfile.TemporaryDirectory(prefix="marsad-") as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(data)
        command = [sys.executable, "-I", str(_WORKER), str(path), str(limits.memory)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=limits.seconds, check=False)
        except subprocess.TimeoutExpired:
            raise TooLargeError(
                f"a PDF that takes more than {limits.seconds} seconds", where=where, remedy="split it"
            ) from None
    if done.returncode == 1 and b"MemoryError" not in done.stderr:
        raise TornError("a PDF whose pages are damaged", where=where, remedy="fetch it again, or save it anew")
    if done.returncode:
        raise TooLargeError(
            f"a PDF that breaks off reading, or takes more than {megabytes(limits.memory)} of memory",
            where=where,
            remedy="print it to a new PDF, or split it",
        )
    pages: list[list[str]] = json.loads(done.stdout)
    return pages


PDF = Format("pdf", looks_like_pdf, read_pdf)
