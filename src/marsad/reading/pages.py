"""Pages put together into one text: running headers and page numbers left out, sentences rejoined over the
break.
"""

from __future__ import annotations

import re
from collections import Counter

_NUMBER = re.compile(r"\W*(?:(?:صفحة|ص|page|p)\W*)?\d{1,4}(?:\s*(?:/|من|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ENDED = re.compile(r"[.!?؟:…۔]['\"»”’)\]\s]*\Z")
_REPEATED = 3
_FULL_LINE = 60


def join_pages(pages: list[list[str]]) -> str:
    """The paragraphs of all ``pages``, one a line.

    A line at the top or foot of at least three pages, page numbers aside, is a running header and is left
    out.
    """
    edges = Counter(
        _DIGITS.sub("#", p) for page in pages if (kept := [p for p in page if p]) for p in {kept[0], kept[-1]}
    )
    out: list[str] = []
    for number, page in enumerate(pages):
        paragraphs = [p for p in page if p]
        while paragraphs and _running(paragraphs[-1], edges):
            paragraphs.pop()
        # The first page's top line may be the title that the others repeat.
        while paragraphs and number and _running(paragraphs[0], edges):
            paragraphs.pop(0)
        for paragraph in paragraphs:
            if out and len(out[-1]) >= _FULL_LINE and not _ENDED.search(out[-1]):
                out[-1] += " " + paragraph
            else:
                out.append(paragraph)
    return "\n".join(out)


def _running(paragraph: str, edges: Counter[str]) -> bool:
    return len(paragraph) < 120 and (
        _NUMBER.fullmatch(paragraph) is not None or edges[_DIGITS.sub("#", paragraph)] >= _REPEATED
    )
