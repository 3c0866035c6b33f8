"""One JSON object of a corpus, under the field names that corpora use, as a draft."""

from __future__ import annotations

import re
from typing import Any

from ..errors import EmptyError, MalformedError, NoiseError
from .days import field_day
from .draft import Draft
from .lines import one_line

_TEXT = ("text", "content", "body", "article", "full_text")
_PUBLISHED = (
    "published",
    "date",
    "publish_date",
    "published_at",
    "date_published",
    "publication_date",
    "pubDate",
    "date_extracted",
)
_TITLE = ("title", "headline")
_URL = ("url", "link", "source_url")
_OUTLET = ("outlet", "publisher", "sitename", "site_name")
_AUTHOR = ("author", "byline")
_LANGUAGE = ("language", "lang")
_ADDRESS = re.compile(r"[a-zA-Z][\w+.-]*://|[/\\]|.*\.\w{2,5}\Z")
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]|\Z)")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def to_draft(record: Any, original: bytes, where: str, encoding: str) -> Draft:
    """The draft of one JSON value; ``where`` is file and line.

    ``source`` names the outlet where the record has an address of its own and it is none.  Raises
    :class:`MalformedError` for what is no report, :class:`EmptyError` for one without text.
    """
    if not isinstance(record, dict):
        raise MalformedError(
            f"a {type(record).__name__}, not an object with a text", where=where, remedy='write {"text": ...}'
        )
    kind = record.get("record", "report")
    if kind != "report":
        raise MalformedError(f"a record of kind {str(kind)[:40]!r}, not a report", where=where, remedy="leave it out")
    key = next((k for k in _TEXT if isinstance(record.get(k), str)), None)
    if key is None:
        raise MalformedError('no "text" in the record', where=where, remedy='name the field "text"')
    # Half a surrogate pair is no character; one replacement for it keeps all offsets.
    text = _SURROGATES.sub("\ufffd", record[key])
    if not text.strip():
        raise EmptyError("the report's text is empty", where=where)
    if "\x00" in text:
        raise NoiseError("not a text: it holds NUL characters", where=where, remedy="remove them")
    url, source, outlet = _first(record, _URL), _first(record, ("source",)), _first(record, _OUTLET)
    if source and not _ADDRESS.match(source) and (url or not outlet):
        outlet, source = outlet or source, None
    return Draft(
        text=text,
        original=original,
        source=url or source or where,
        media_type="application/x-ndjson",
        encoding=encoding,
        id=_identity(record.get("id")),
        title=one_line(_first(record, _TITLE) or ""),
        published=next((day for k in _PUBLISHED if (day := field_day(record.get(k)))), None),
        outlet=one_line(outlet or ""),
        author=one_line(_first(record, _AUTHOR) or ""),
        language=_language(_first(record, _LANGUAGE)),
    )


def _identity(given: Any) -> str | None:
    """The id that a record came with, on one line: ids are words of addresses and of lists."""
    if not isinstance(given, str | int):
        return None
    return _CONTROLS.sub(" ", _SURROGATES.sub("\ufffd", str(given))).strip() or None


def _first(record: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            value = ", ".join(value)
        if isinstance(value, str) and value.strip():
            return _SURROGATES.sub("\ufffd", value.strip())
    return None


def _language(stated: str | None) -> str | None:
    m = _TAG.match(stated.lower()) if stated else None
    return m[1] if m else None
