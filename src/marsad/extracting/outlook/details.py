"""What an assessment is about, whether up or down, by when, and on what condition."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...records import DateRange, Direction, Entity
from ..document import Document
from .lists import in_list, word_lists

_ABOUT = frozenset(("group", "place", "government", "armed force", "organization", "person"))
_MOST = 4
_PAUSE = re.compile(r"[،,؛;:.!?؟\n]")


def about(doc: Document, first: int, last: int) -> tuple[Entity, ...]:
    """The first few entities named in a range of words, each once."""
    found: dict[str, Entity] = {}
    for word in range(first, last):
        held = doc.mention_from.get(word)
        if held is None or held[0] > last or held[1].type not in _ABOUT:
            continue
        mention = held[1]
        found.setdefault(
            mention.entity or mention.name or mention.text,
            doc.entity_of(mention),
        )
    return tuple(found.values())[:_MOST]


def direction(doc: Document, words: Iterable[int]) -> Direction | None:
    """Up or down, by the first word of rise or fall among ``words``."""
    lists, forms = word_lists(), doc.words.forms
    for word in words:
        form = forms[word].removeprefix("س") if forms[word][:2] in ("سي", "ست") else forms[word]
        if in_list(form, lists.rise):
            return "up"
        if in_list(form, lists.fall):
            return "down"
    return None


def horizon(doc: Document, first: int, last: int) -> DateRange | None:
    """The first date within a range of words that does not lie before the report's own day."""
    published = doc.report.published
    for dated in doc.dated(first, last):
        latest = dated.value.latest
        if not (published and latest is not None and latest <= published):
            return dated.value
    return None


def condition(doc: Document, first: int, last: int) -> str | None:
    """The words of the first conditional clause in a range, as far as the next pause."""
    forms, gaps = doc.words.forms, doc.words.gaps
    for word in range(first, last):
        plain = forms[word][1:] if forms[word][0] in "وف" else forms[word]
        for wanted in word_lists().conditions:
            if plain != wanted[0] or tuple(forms[word + 1 : word + len(wanted)]) != wanted[1:]:
                continue
            end = next(
                (w for w in range(word + len(wanted), last) if gaps[w] != " " and _PAUSE.search(gaps[w])),
                last,
            )
            return doc.span(word, end).text if end - word > len(wanted) else None
    return None
