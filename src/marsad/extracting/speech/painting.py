"""From utterances to the voice at every word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...records import Speaker
from .context import Context
from .voice import AUTHOR, Utterance, Voice, stronger


def paint(text: Context, utterances: Iterable[Utterance]) -> tuple[Voice, ...]:
    """The voice of each word: later and nested utterances over earlier ones, named sources last."""
    voices = [AUTHOR] * len(text.forms)
    sources = []
    for utterance in utterances:
        if utterance.kind == "source":
            sources.append(utterance)
        elif not utterance.granted and utterance.first < utterance.last:
            outer = voices[utterance.verb] if utterance.nested else AUTHOR
            _speak(text, voices, utterance, outer)
    for source in sources:
        _name_source(text, voices, source)
    return tuple(voices)


def _speak(text: Context, voices: list[Voice], utterance: Utterance, outer: Voice) -> None:
    certainty = stronger(utterance.certainty, outer.certainty)
    chain = _chain((utterance.speaker,) if utterance.speaker else (), (*utterance.via, *outer.chain))
    plain = Voice(chain, certainty)
    quoted = Voice(_direct(chain), certainty)
    first, last = utterance.first, min(utterance.last, len(voices))
    voices[first:last] = [quoted if utterance.direct else plain] * (last - first)
    if utterance.direct:
        return
    for quote in text.quotes.all:
        if quote.depth == 0 and quote.spoken and first <= quote.first < last:
            upto = min(quote.last, last)
            voices[quote.first : upto] = [quoted] * (upto - quote.first)


def _name_source(text: Context, voices: list[Voice], source: Utterance) -> None:
    if source.speaker is None:
        return
    made: dict[tuple[Voice, bool], Voice] = {}
    for word in range(source.first, min(source.last, len(voices))):
        if source.frame[0] <= word < source.frame[1]:
            continue
        before = voices[word]
        quoted = not before.chain and _quoted(text, word, source.first)
        voice = made.get((before, quoted))
        if voice is None:
            if before.chain:
                voice = Voice(_chain(before.chain, (source.speaker, *source.via)), before.certainty)
            else:
                chain = _chain((source.speaker,), source.via)
                voice = Voice(_direct(chain) if quoted else chain, stronger(before.certainty, source.certainty))
            made[before, quoted] = voice
        voices[word] = voice


def _chain(nearest: tuple[Speaker, ...], further: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """The links in order, the further ones as those through whom it came, nobody twice."""
    out = list(nearest)
    for link in further:
        if any(_same(link, known) for known in out):
            continue
        out.append(replace(link, role="via") if out else link)
    return tuple(out)


def _same(one: Speaker, other: Speaker) -> bool:
    if one.start == other.start:
        return True
    if one.entity or other.entity:
        return one.entity == other.entity
    return (one.name or one.text) == (other.name or other.text)


def _direct(chain: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    return (replace(chain[0], direct=True), *chain[1:]) if chain else ()


def _quoted(text: Context, word: int, first: int) -> bool:
    quote = text.quotes.around(word)
    return quote is not None and quote.first >= first
