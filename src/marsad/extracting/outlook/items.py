"""Lists that announce what they hold: reasons, scenarios, recommendations, dangers, numbered or
marked item by item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...languages.arabic.lexicon import base
from ...records import AssessmentType
from ..document import Document
from .lists import word_lists

_AFTER_NUMBER = re.compile(r"^\s*[-–—.):/]")
_BULLET = re.compile(r"\n\s*[-–—•*▪●◦·]\s*[«\"“]?$")
_HEADING_WORDS = 12
_NEAR = 4
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its heading from ``first``, its body from ``body``, both within the sentence
    or paragraph to ``last``.
    """

    first: int
    body: int
    last: int
    type: AssessmentType


def find_items(doc: Document) -> list[Item]:
    """The items of every list that its heading or last line announces as reasons, scenarios, advice
    or dangers.
    """
    gaps, forms = doc.words.gaps, doc.words.forms
    items: list[Item] = []
    kind: AssessmentType | None = None
    number, marked = 0, False
    for first, last in _lines(doc):
        opens = "\n" in gaps[first] or first == 0
        start = _item_start(doc, first, last) if opens else None
        if start is not None and kind is not None:
            told = int(forms[first]) if forms[first].isdigit() else number + 1
            number = told if told in (1, number + 1) and (told > number or number == 0) else -1
            marked = not forms[first].isdigit()
            if number > 0:
                items.append(Item(start, _body(doc, start, last), last, kind))
                continue
            kind, number = None, 0
        announced = _announced(doc, first, last)
        if announced is not None:
            within = _inline(doc, first, last, announced)
            items += within
            kind, number, marked = None if within else announced, 0, False
        elif opens and (_is_heading(doc, first, last) or marked):
            kind = None
    return items


def _lines(doc: Document) -> Iterator[tuple[int, int]]:
    """The sentences as word ranges, a number whose full stop makes it one ("1. ...") joined to the next."""
    gaps, forms = doc.words.gaps, doc.words.forms
    number: int | None = None
    for sentence in doc.words.sentences:
        first, last = sentence.first, sentence.last
        alone = last - first == 1 and forms[first].isdigit() and len(forms[first]) <= _DIGITS
        if number is None and alone and gaps[last].startswith(".") and "\n" not in gaps[last]:
            number = first
            continue
        yield (first if number is None else number), last
        number = None


def _item_start(doc: Document, first: int, last: int) -> int | None:
    """The first word of an item's own text, None where the paragraph is no item."""
    forms, gaps = doc.words.forms, doc.words.gaps
    if (
        forms[first].isdigit()
        and len(forms[first]) <= _DIGITS
        and first + 1 < last
        and _AFTER_NUMBER.match(gaps[first + 1])
    ):
        return first + 1
    if forms[first] in word_lists().ordinals and first + 1 < last and gaps[first + 1].strip():
        return first + 1
    return first if _BULLET.search(gaps[first]) else None


def _body(doc: Document, first: int, last: int) -> int:
    """Where the heading of an item ends: after the first colon, if one comes soon."""
    for word in range(first + 1, min(first + _HEADING_WORDS, last)):
        if ":" in doc.words.gaps[word]:
            return word
    return first


def _announced(doc: Document, first: int, last: int) -> AssessmentType | None:
    """What a sentence that ends with a colon, or leads on to ordinals, announces."""
    forms, gaps = doc.words.forms, doc.words.gaps
    closing = gaps[last].lstrip('»"” )')
    colon = next((w for w in range(last - 1, first, -1) if ":" in gaps[w]), None)
    end = last if closing.startswith(":") else colon
    if end is None and not _is_heading(doc, first, last):
        return None
    announcers = word_lists().announcers
    low = max(first, (end or last) - _HEADING_WORDS - 4)
    kinds = [announcers[b] for w in range(low, end or last) if (b := base(forms[w])) in announcers]
    return kinds[-1] if kinds else None


def _inline(doc: Document, first: int, last: int, kind: AssessmentType) -> list[Item]:
    """Items within the announcing sentence, set off by ordinals; the whole of what follows the colon
    where there are none.
    """
    forms, gaps = doc.words.forms, doc.words.gaps
    colon = next((w for w in range(first + 1, last) if ":" in gaps[w]), None)
    if colon is None:
        return []
    ordinals = word_lists().ordinals
    starts = [
        w for w in range(colon, last) if forms[w] in ordinals or (forms[w][0] == "و" and forms[w][1:] in ordinals)
    ]
    starts = [w + 1 for w in starts if w + 1 < last]
    if not starts:
        near = any(base(forms[w]) in word_lists().announcers for w in range(max(first, colon - _NEAR), colon))
        if not near:
            return []
        starts = [colon]
    ends = [*(s - 1 for s in starts[1:]), last]
    return [Item(a, a, b, kind) for a, b in zip(starts, ends, strict=True) if a < b]


def _is_heading(doc: Document, first: int, last: int) -> bool:
    """A short line of its own that ends with a colon or with nothing."""
    after = doc.words.gaps[last]
    return last - first <= _HEADING_WORDS and "\n" in after and "." not in after.split("\n")[0]
