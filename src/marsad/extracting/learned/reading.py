"""Words of reports → what the learned reader says of them, all reports' sentences read in the same batches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...encoder.arrays import Floats
from ...encoder.heads import heads
from ...encoder.pieces import Passage, passages
from ...encoder.running import UNREAD, Output, probability, read
from ...languages.arabic.words import Sentence, Words
from .decisions import decisions
from .wording import wording

ALONG = 8  # sentences read before the reader says how far it is: few enough to be seen, enough for a batch


@dataclass(frozen=True, slots=True)
class Learned:
    """What the heads say of one report.

    ``words``: logits, shape (words, width of the layout).  ``events``, ``coded``: logits by sentence, shape (sentences,
    types), of the head that learned from the annotators' judgement and of the one that learned from our coders'; ``worded`` what
    the wording of each says.
    ``sectors``: logits by sentence, shape (sentences, types, 2, sectors); of a sentence read in parts, those of the part
    likeliest to tell of an event of the type.
    """

    words: Floats
    events: Floats
    coded: Floats
    worded: Floats
    sectors: Floats
    first_words: tuple[int, ...]

    def sentence(self, sentence: Sentence) -> int:
        """The number of a sentence of the report."""
        return bisect_left(self.first_words, sentence.first)

    def asked(self, sentence: Sentence) -> bool:
        """Whether the branch of events has read a sentence."""
        return bool((self.words[sentence.first : sentence.last, heads().layout.parts] > UNREAD).any())

    def parts(self, event: str, sentence: Sentence) -> Floats:
        """Probability that each word of a sentence is trigger, agent, target of an event type, shape (words, parts)."""
        known = heads()
        first = known.layout.parts.start + known.events.index(event) * len(known.parts)
        return probability(self.words[sentence.first : sentence.last, first : first + len(known.parts)])


def read_words(reports: Sequence[Words], whole: bool = False) -> list[Learned]:
    """What the learned reader says of each report, in order; the same whatever reports are read together.

    The branch of events reads what the gate lets through, with ``whole`` everything.
    """
    every = [
        (number, which, passage)
        for number, words in enumerate(reports)
        for which in range(len(words.sentences))
        for passage in _passages(words, words.sentences[which])
    ]
    out = [_empty(words) for words in reports]
    _fill(out, reports, every, whole)
    return out


def read_along(words: Words) -> Generator[int, None, Learned]:
    """What :func:`read_words` gives for one report, read in the order of its text: yields how many sentences are read so far."""
    out = _empty(words)
    for first in range(0, len(words.sentences), ALONG):
        last = min(first + ALONG, len(words.sentences))
        some = [(0, i, passage) for i in range(first, last) for passage in _passages(words, words.sentences[i])]
        _fill([out], [words], some)
        yield last
    return out


def _fill(
    out: Sequence[Learned], reports: Sequence[Words], some: Sequence[tuple[int, int, Passage]], whole: bool = False
) -> None:
    """Read passages, each with the number of its report and of its sentence there, and set down what is said of them."""
    for number, which in dict.fromkeys((number, which) for number, which, _ in some):
        sentence = reports[number].sentences[which]
        out[number].worded[which] = wording(reports[number].forms[sentence.first : sentence.last])
    gates = [decisions().gate[event] for event in heads().events]
    needed = [[g.needed(w) for g, w in zip(gates, out[n].worded[i], strict=True)] for n, i, _ in some]
    outputs = read([passage for *_, passage in some], -np.inf if whole else np.reshape(needed, (-1, len(gates))))
    for (number, which, passage), told in zip(some, outputs, strict=True):
        if not told.whole:
            guess = zip(gates, told.events, out[number].worded[which], strict=True)
            odds = np.array([gate.log_odds(float(o), float(w)) for gate, o, w in guess], np.float32)
            told = replace(told, events=odds, coded=odds)
        _set(out[number], which, passage, told)


def _passages(words: Words, sentence: Sentence) -> list[Passage]:
    start = words.starts[sentence.first]
    # Up to the next sentence, so that its closing mark is read with it.
    end = words.starts[sentence.last] if sentence.last < len(words.forms) else len(words.text)
    return passages(words.text[start:end].rstrip(), words.starts[sentence.first : sentence.last], start, sentence.first)


def _empty(words: Words) -> Learned:
    known = heads()
    count, types = len(words.sentences), len(known.events)
    of_words = np.zeros((len(words.forms), known.layout.width), np.float32)
    of_words[:, known.layout.parts] = UNREAD
    return Learned(
        of_words,
        np.full((count, types), UNREAD, np.float32),
        np.full((count, types), UNREAD, np.float32),
        np.zeros((count, types), np.float32),
        np.zeros((count, types, 2, len(known.sectors)), np.float32),
        tuple(s.first for s in words.sentences),
    )


def _set(report: Learned, sentence: int, passage: Passage, told: Output) -> None:
    report.words[passage.first_word : passage.first_word + len(passage.words)] = told.words
    likelier = told.events > report.events[sentence]
    report.events[sentence] = np.where(likelier, told.events, report.events[sentence])
    report.coded[sentence] = np.maximum(told.coded, report.coded[sentence])
    report.sectors[sentence][likelier] = told.sectors[likelier]
