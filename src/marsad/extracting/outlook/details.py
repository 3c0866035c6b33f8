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
    return next((way for word in words if (way := points(doc.words.forms[word])) is not None), None)


def points(form: str) -> Direction | None:
    """Which way a folded word points by itself: تتصاعد, سيتصاعد, مزيدا up, انحسار down."""
    lists = word_lists()
    form = form.removeprefix("س") if form[:2] in ("سي", "ست") else form
    if in_list(form, lists.rise) or in_list(form, lists.more):
        return "up"
    return "down" if in_list(form, lists.fall) else None


def horizon(doc: Document, first: int, last: int, spoken: frozenset[tuple[int, int]]) -> DateRange | None:
    """When what is forecast in a range of words is to come: the first date there that does not lie before the report's own
    day, else the first of its sentence that lies wholly after it.

    Dates of speech, ``spoken`` by their offsets, are none, nor is "since March": it is under way.
    """
    sentence = doc.words.sentence_of(first)
    published = doc.report.published
    nearby = [*doc.dated(first, last), *doc.dated(sentence.first, sentence.last)]
    for dated in nearby:
        days = dated.value
        if (doc.words.starts[dated.first], doc.words.ends[dated.last - 1]) in spoken:
            continue
        if days.earliest and days.latest is None and (published is None or days.earliest < published):
            continue
        if published and days.latest is not None and days.latest <= published:
            continue
        inside = dated.first >= first and dated.last <= last
        if inside or (published and (days.earliest or days.latest or published) > published):
            return days
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
