"""Web pages: trafilatura tells the article from the page's furniture and finds title, day, author, outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import html as lxml_html
from lxml.etree import ParserError

from ..errors import EmptyError, TooLargeError
from .days import field_day
from .draft import Draft, Format
from .encodings import decode
from .files import bounded
from .limits import Limits
from .lines import one_line
from .quiet import parsing

_OPENING = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*+(?>(?:<\?xml[^>]*>|<!--.*?-->)\s*+)*+<(?:!doctype\s+html|(?:html|head|body|meta|title"
    rb"|article|section|main|div|script|style|table|h[1-6]|p)\b)",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# What lxml refuses in a string: control characters, and a declaration of an encoding that is past.
_UNREADABLE = re.compile("\\A\\s*<\\?xml[^>]*>|[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CHARSET_WITHIN = 4096


def looks_like_html(sample: bytes) -> bool:
    """Whether the file opens as a page does: a doctype or an element of HTML before any text."""
    for bom, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if sample.startswith(bom):
            sample = sample[2:].decode(name, errors="replace").encode()
    return _OPENING.match(sample) is not None


def read_html(stream: BinaryIO, where: str, limits: Limits) -> Iterator[Draft]:
    """One draft: the article's paragraphs, one a line.

    Refuses with :class:`TooLargeError` a page of too many tags or nested deeper than libxml2
    reads (256 elements), with
    :class:`EmptyError` one without text.
    """
    data = bounded(stream, where, limits.report_bytes)
    if data.count(b"<") > limits.tags:
        raise TooLargeError(
            f"a page of more than {limits.tags:,} tags", where=where, remedy="save the article's text instead"
        )
    charset = _CHARSET.search(data[:_CHARSET_WITHIN])
    read = decode(data, where, charset[1].decode("ascii", errors="replace") if charset else None)
    with parsing(where, "a page", "trafilatura", "htmldate", "courlan", "justext"):
        found = _extract(read.text, where)
    if found is None or not (found.text or "").strip():
        raise EmptyError("a page without an article", where=where, remedy="give the article's own page")
    yield Draft(
        text=found.text.strip(),
        original=data,
        source=where,
        media_type="text/html",
        encoding=read.encoding,
        title=one_line(found.title or ""),
        published=field_day(found.date),
        outlet=found.sitename or None,
        author=one_line(found.author or ""),
    )


def _extract(page: str, where: str) -> Any:
    from trafilatura import bare_extraction, baseline
    from trafilatura.metadata import extract_metadata

    # The declared encoding is past: the parser gets letters, as UTF-8.
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True)
    try:
        data = _UNREADABLE.sub("", page).encode("utf-8", "replace")
        tree = lxml_html.document_fromstring(data, parser=parser)
    except ParserError:
        return None
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise TooLargeError("nested deeper than 256 elements", where=where, remedy="save the article's text instead")
    dates = {"extensive_search": False, "original_date": True}
    found: Any = bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=dates)
    if found is not None and found.text:
        return found
    found = extract_metadata(tree, date_config=dates)
    found.text = baseline(tree)[1]
    return found


HTML = Format("html", looks_like_html, read_html)
