"""What speakers say of how things stand: the sentences of an utterance that tell no event and no figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...languages.arabic.lexicon import proclitic
from ...records import AssessmentType
from ..document import Document
from ..speech.voice import Speech, Utterance
from .lists import imperfect, in_list, word_lists

_LEAST = 4


@dataclass(frozen=True, slots=True)
class Statement:
    """Words ``first`` up to, not including, ``last``: a sentence, or the part of it that is said."""

    first: int
    last: int
    type: AssessmentType


def find_statements(doc: Document, speech: Speech, utterances: Sequence[Utterance]) -> Iterator[Statement]:
    """The sentences of what is said that hold an opinion, an expectation or a warning; outer speech first,
    named sources last."""
    kinds = word_lists().kinds_of_saying
    frames = sorted(u.frame[0] for u in utterances if u.kind != "source" and not u.answer)
    for utterance in sorted(utterances, key=lambda u: (u.kind == "source", u.first, -u.last)):
        first = utterance.first
        while first < utterance.last:
            last = min(doc.words.sentence_of(first).last, utterance.last)
            expected = kinds.get(utterance.kind)
            inner = (f for f in frames if first + _LEAST <= f < last)
            upto = min(inner, default=last) if utterance.kind != "source" else last
            if upto - first >= _LEAST and (expected or _opines(doc, speech, utterance, first, upto)):
                yield Statement(first, upto, expected or "position")
            first = last


def _opines(doc: Document, speech: Speech, utterance: Utterance, first: int, last: int) -> bool:
    lists, forms = word_lists(), doc.words.forms
    tells = thinks = False
    for word in range(first, last):
        form = forms[word]
        plain = form[1:] if form[0] in "وف" else form
        if form in lists.opinion_words or plain in lists.opinion_words:
            if word + 1 >= last or forms[word + 1] not in lists.measuring:
                return True
            continue
        tells = tells or form[0].isdigit() or in_list(form, lists.event_words)
        thinks = thinks or (form[0] == "ي" and len(form) > 3 and imperfect(form)) or plain in lists.judging
    if tells or utterance.kind in lists.silent or utterance.backward:
        return False
    bears = proclitic(forms[first])[0][-1:] in ("ب", "ل") and first not in doc.mention_from
    return not bears and ((_quoted(speech, first) and not utterance.answer) or thinks)


def _quoted(speech: Speech, word: int) -> bool:
    chain = speech.at(word).chain
    return bool(chain) and chain[0].direct
