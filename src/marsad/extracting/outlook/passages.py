"""Passages of evidence: a sentence cut where a new statement begins, and put together again where one
goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ...languages.arabic.particles import particles
from ..document import Document, is_verb
from .lists import word_lists

LONGEST = 560
_CUT = re.compile(r"[،,؛;:…•*\n]| [-–—]+ ")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words ``first`` up to, not including, ``last``, within the sentence that starts at ``sentence``."""

    first: int
    last: int
    sentence: int


def passages(doc: Document, first: int, last: int, starts: frozenset[int]) -> list[Passage]:
    """Cut the sentence of the words ``first`` to ``last`` at punctuation, at openers and at
    ``starts``, where speech begins.
    """
    forms, gaps = doc.words.forms, doc.words.gaps
    openers = word_lists().openers
    cuts = [first]
    for word in range(first + 1, last):
        gap = gaps[word]
        if (gap != " " and _CUT.search(gap)) or word in starts:
            cuts.append(word)
        elif forms[word] in openers or (forms[word][0] == "و" and forms[word][1:] in openers):
            wanted = openers.get(forms[word]) or openers.get(forms[word][1:], "")
            if not wanted or (word + 1 < last and forms[word + 1] == wanted):
                cuts.append(word)
    return [Passage(a, b, first) for a, b in zip(cuts, [*cuts[1:], last], strict=True)]


def holding(found: list[Passage], word: int) -> int:
    """Index of the passage in which ``word`` stands."""
    return bisect_right(found, word, key=lambda p: p.first) - 1


def evidence(doc: Document, found: list[Passage], at: int, anchor: int, taken: frozenset[int]) -> tuple[int, int]:
    """The word range quoted for what is said at ``anchor`` in passage ``at``.

    It reaches back where the passage opens with its verb, whose subject then stands before the comma,
    and on over
    passages that only complete it; it never reaches into passages that are ``taken`` by other assessments.
    """
    first, last = found[at].first, found[at].last
    if at > 0 and at - 1 not in taken and first not in _spoken(doc, found, at) and _opens_with_verb(doc, first, anchor):
        first = found[at - 1].first
    after = at + 1
    while after < len(found) and after not in taken and _completes(doc, found[after]):
        if doc.words.ends[found[after].last - 1] - doc.words.starts[first] > LONGEST // 2:
            break
        last = found[after].last
        after += 1
    return fitted(doc, first, last, anchor)


def fitted(doc: Document, first: int, last: int, anchor: int) -> tuple[int, int]:
    """The range made short enough to be quoted, clause by clause, ``anchor`` kept within."""
    starts, ends = doc.words.starts, doc.words.ends
    if ends[last - 1] - starts[first] <= LONGEST:
        return first, last
    low, high = doc.clause_of(anchor)
    first, last = max(first, low), min(last, high)
    while ends[last - 1] - starts[first] > LONGEST and last - 1 > anchor:
        last -= 1
    while ends[last - 1] - starts[first] > LONGEST and first < anchor:
        first += 1
    return first, last


def _spoken(doc: Document, found: list[Passage], at: int) -> frozenset[int]:
    """The passage's own first word where a colon before it shows that speech begins there."""
    first = found[at].first
    return frozenset((first,)) if ":" in doc.words.gaps[first] else frozenset()


def _opens_with_verb(doc: Document, first: int, anchor: int) -> bool:
    form = doc.words.forms[first]
    return anchor == first and form[0] not in "وف" and not doc.words.gaps[first].strip("،, ")


def _completes(doc: Document, passage: Passage) -> bool:
    """Whether a passage only adds to the one before: it starts with a preposition and holds no verb."""
    forms = doc.words.forms
    if ":" in doc.words.gaps[passage.first] or "؛" in doc.words.gaps[passage.first]:
        return False
    if forms[passage.first] not in particles().prepositions and forms[passage.first] not in word_lists().adding:
        return False
    return not any(is_verb(forms[word]) for word in range(passage.first, passage.last))
