"""The registry of formats, asked in order with the first bytes of a file; names and suffixes are never looked
at.
"""

from __future__ import annotations

import re

from ..errors import EmptyError, EncryptedError, UnsupportedError
from .docx import DOCX
from .draft import Format
from .html import HTML
from .jsonlines import JSON
from .pdf import PDF
from .text import TEXT

FORMATS: tuple[Format, ...] = (PDF, DOCX, HTML, JSON, TEXT)

SAMPLE = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# Magic numbers of kinds that people hand in, and what to do with them.
_OTHERS = (
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf'\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"{\\rtf", "a Rich Text document", "save it as DOCX or text"),
    (b"\x89PNG\r\n", "an image", "run text recognition on it first"),
    (b"\xff\xd8\xff", "an image", "run text recognition on it first"),
    (b"GIF8", "an image", "run text recognition on it first"),
    (b"SQLite format 3\x00", "a database", "export its reports as JSON Lines"),
)
_XML = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml\b")


def recognize(sample: bytes, where: str) -> Format:
    """The format of a file that begins with ``sample``, its first 64 KB or all of it.

    Raises :class:`EmptyError` for nothing or white space, :class:`UnsupportedError` and
    :class:`EncryptedError` for known kinds that are not read.
    """
    if not sample.strip(b" \t\r\n\f\v\xef\xbb\xbf") and len(sample) < SAMPLE:
        raise EmptyError("nothing in it", where=where)
    if sample.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in sample:
            raise EncryptedError("an Office document with a password", where=where, remedy="save it without password")
        raise UnsupportedError("an Office document of the old kind", where=where, remedy="save it as DOCX")
    for magic, kind, remedy in _OTHERS:
        if sample.startswith(magic):
            raise UnsupportedError(f"{kind}, which is not read", where=where, remedy=remedy)
    found = next(format_ for format_ in FORMATS if format_.recognizes(sample))
    if found is TEXT and _XML.match(sample):
        raise UnsupportedError("XML that is no web page", where=where, remedy="save the article as HTML or text")
    return found
