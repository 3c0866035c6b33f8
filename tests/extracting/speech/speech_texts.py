"""Documents with mentions set by hand, and short ways to ask whose voice their words are in."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.catalogue import load
from marsad.extracting.coreference import corefer
from marsad.extracting.document import Document, Numbered
from marsad.extracting.speech import Speech, Utterance, Voice, find_speech
from marsad.languages.arabic import find_dates, find_numbers
from marsad.languages.arabic.words import cut
from marsad.records import Mention, MentionType, Report


@dataclass(frozen=True)
class Named:
    """A name as it stands in the text, and what the catalogue would say of it."""

    text: str
    type: MentionType
    name: str | None = None
    entity: str | None = None
    country: str | None = None


@dataclass(frozen=True)
class Heard:
    """A text with its speech."""

    doc: Document
    speech: Speech

    def voice(self, words: str) -> Voice:
        """The voice of the first word of ``words``."""
        at = self.doc.report.text.index(words)
        return self.speech.at(self.doc.words.at(at))

    def speakers(self, words: str) -> list[tuple[str, str]]:
        """Role and quoted words of each link."""
        return [(link.role, link.text) for link in self.voice(words).chain]

    def utterance(self, verb: str) -> Utterance:
        """The utterance with this verb."""
        text = self.doc.words
        return next(u for u in self.speech.utterances if text.quote(u.verb, u.verb + 1)[2] == verb)

    def content(self, verb: str) -> str:
        """What is said with this verb."""
        found = self.utterance(verb)
        return self.doc.words.quote(found.first, found.last)[2] if found.first < found.last else ""


def document(text: str, *names: Named) -> Document:
    """A document in which every occurrence of each name is a mention."""
    mentions = []
    for named in names:
        at = text.find(named.text)
        while at >= 0:
            mentions.append(
                Mention(
                    report="r",
                    start=at,
                    end=at + len(named.text),
                    text=named.text,
                    type=named.type,
                    name=named.name,
                    entity=named.entity,
                    country=named.country,
                )
            )
            at = text.find(named.text, at + 1)
    mentions.sort(key=lambda m: (m.start, -m.end))
    report = Report(id="r", source="r", sha256="0" * 64, text=text)
    words = cut(text)
    numbers = [
        Numbered(words.at(n.start), words.upto(n.end), words.at(n.core_start), words.upto(n.core_end), n)
        for n in find_numbers(text)
    ]
    resolved, nouns = corefer(words, mentions, load(), "r")
    return Document(report, words, resolved, nouns, numbers=numbers)


def hear(text: str, *names: Named) -> Heard:
    """Read the speech of a text."""
    doc = document(text, *names)
    return Heard(doc, find_speech(doc, find_dates(text, None)))
