"""From a named source to an utterance: how far "according to X" reaches, backward and forward."""

from __future__ import annotations

from dataclasses import replace

from ...languages.arabic.lexicon import base
from ...languages.arabic.particles import particles
from .context import article
from .cue_phrases import match
from .discourse import Discourse
from .scope import author_again, clause_end
from .sources import Source
from .speaker_after import Range
from .voice import Utterance

_SECTION = 8  # words: a heading before a colon is not longer


def name_source(told: Discourse, source: Source, first: int, last: int) -> None:
    """Add a source phrase of the sentence of words ``first`` to ``last``: who says what stands around it."""
    if source.own:
        _own_words(told, source, first)
        return
    if source.subject is None:
        return
    verb = told.text.doc.words.quote(source.verb, source.verb + 1)[2]
    speaker = told.memory.speaker(source.subject, verb)
    date = told.dated(source.dates)
    if date:
        speaker = replace(speaker, date=date)
    low, high = _around(told, source, first, last)
    made = Utterance(
        "source", source.verb, (source.first, source.last), low, high, source.certainty, speaker, date=date,
        backward=low < source.first,
    )  # fmt: skip
    told.utterances.append(made)
    if not told.here and not source.onward:
        told.running = made
    if not made.backward:
        told.here.append(made)


def _own_words(told: Discourse, source: Source, first: int) -> None:
    """على حد قوله: the clause before is the running speaker's, where nobody else is told to say it."""
    doc = told.text.doc
    low = doc.clause_of(source.first)[0]
    if low == source.first and low > first:
        low = doc.clause_of(low - 1)[0]
    if told.running and told.running.speaker and not told.here:
        frame = (source.first, source.last)
        told.utterances.append(
            Utterance("source", source.verb, frame, low, source.first, "reported", told.running.speaker)
        )


def _around(told: Discourse, source: Source, first: int, last: int) -> Range:
    text = told.text
    if source.onward:
        return source.last, clause_end(text, source.last - 1, last)
    before = text.forms[first : source.first]
    heading = source.first > first and text.colon(source.first) and source.first - first < _SECTION
    if heading or all(form in particles().all or len(form) == 1 for form in before):
        return _onward(told, source, last)
    low = first
    for at in range(source.first - 1, first, -1):
        aside = text.comma(at) and match(text.known.aside, text.forms, at, last)
        if aside and not text.quotes.around(at):
            low = at
            break
    goes_on = source.last < last and text.comma(source.last) and not article(base(text.forms[source.last]))
    return low, author_again(text, source.last, last) if goes_on else source.last


def _onward(told: Discourse, source: Source, last: int) -> Range:
    """From the end of a phrase that opens its sentence: after its comma, its colon or فإن."""
    text = told.text
    start = source.last
    while start < last and not (text.comma(start) or text.colon(start) or text.forms[start] in text.known.that):
        quote = text.quotes.opening(start)
        start = max(start + 1, quote.last if quote else 0)
    if start < last and text.forms[start] in text.known.that:
        start += 1
    source.last = min(source.last, start)
    return start, author_again(text, start, last) if start < last else start
