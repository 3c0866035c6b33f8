"""How much of a source is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds that keep one hostile source from taking the machine; a report of 200 pages uses a thirtieth of
    the first.

    ``report_bytes``: a text, page or JSON record.  ``document_bytes``: a PDF or DOCX file as stored.
    ``inflated_bytes``, ``ratio`` and ``entries``: what a DOCX may unpack to, how many times its stored size,
    in how many parts.  ``pages``: of a PDF.  ``tags``: of a web page, whose tree takes a hundred times its
    size.  ``memory`` in bytes and ``seconds``: what the process may take that reads the pages of a PDF.
    """

    report_bytes: int = 20_000_000
    document_bytes: int = 200_000_000
    inflated_bytes: int = 200_000_000
    ratio: int = 200
    entries: int = 10_000
    pages: int = 5_000
    tags: int = 150_000
    memory: int = 2_000_000_000
    seconds: int = 120


DEFAULT = Limits()
