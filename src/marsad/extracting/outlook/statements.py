"""What speakers say of how things stand: the sentences of an utterance that tell neither an event nor
a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..document import Document
from ..speech.voice import Utterance
from .lists import imperfect, in_list, word_lists

_LEAST = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """Words ``first`` up to, not including, ``last``: a sentence, or the part of it that is said."""

    first: int
    last: int


def find_statements(doc: Document, utterances: Sequence[Utterance]) -> Iterator[Statement]:
    """The sentences of what is said that hold an opinion, an intention or a judgement."""
    for utterance in utterances:
        first = utterance.first
        while first < utterance.last:
            last = min(doc.words.sentence_of(first).last, utterance.last)
            if last - first >= _LEAST and _opines(doc, first, last):
                yield Statement(first, last)
            first = last


def _opines(doc: Document, first: int, last: int) -> bool:
    lists, forms = word_lists(), doc.words.forms
    tells = thinks = False
    for word in range(first, last):
        form = forms[word]
        if form in lists.opinion_words or (form[0] in "وف" and form[1:] in lists.opinion_words):
            return True
        tells = tells or form[0].isdigit() or in_list(form, lists.event_words)
        thinks = thinks or imperfect(form)
    return not tells or (thinks and not _opens_with_event(forms, first))


def _opens_with_event(forms: list[str], first: int) -> bool:
    return any(in_list(form, word_lists().event_words) for form in forms[first : first + 6])
