"""Who has been named so far, and whom a later phrase calls back: الوزير, الدبلوماسي الروسي, «بوتين»,
التقرير."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import base
from ...languages.arabic.particles import particles
from ...records import Mention, Speaker
from .context import Context, article, one_of, preposition
from .speaker_after import Range

LONGEST_TEXT = 160  # characters of a speaker's quoted words
_SHORT = 4  # words: a phrase that calls back is not longer


@dataclass(frozen=True, slots=True)
class Known:
    """Someone named before: the words of the naming, bare, and who it was."""

    words: frozenset[str]
    head: str
    name: str | None
    entity: str | None
    country: str | None
    person: bool


@dataclass(slots=True)
class Memory:
    """The speakers of a report so far, the last one last."""

    text: Context
    known: list[Known] = field(default_factory=list)

    def speaker(self, found: Range, verb: str | None) -> Speaker:
        """The speaker whom these words name, called back from before where they only describe;
        remembered."""
        first, last = self._shorten(found)
        start, end = self._cut(first, last)
        quoted = self.text.doc.report.text[start:end]
        held = self._named(first, last)
        country = self._country(first, last)
        name, entity = (
            (held.name or self._in_full(held, last), held.entity) if held else (self._quoted_name(first, last), None)
        )
        person = held is not None and held.type == "person"
        tokens = self._bare(first, last)
        head = base(self.text.forms[first])
        antecedent = held.antecedent if held else None
        referring = self._referring(first, last) if not person else None
        if referring is not None:
            name, entity, country = referring.name, referring.entity, country or referring.country
            person, antecedent = referring.type in ("person", "role"), referring.antecedent
        elif before := self._called_back(first, last, held, head):
            name = before.name if before.name and (name is None or len(before.name) >= len(name)) else name
            entity, country = before.entity or entity, country or before.country
            person = person or before.person
            tokens = tokens | before.words
        self.known.append(Known(tokens, head, name, entity, country, person))
        return Speaker(quoted, start, end, name, entity, country, antecedent, verb=verb)

    def _shorten(self, found: Range) -> Range:
        """At most ``LONGEST_TEXT`` characters, whole words, conjunctions and demonstratives before them
        left out."""
        first, last = found
        while first < last - 1 and self.text.forms[first] in particles().demonstratives:
            first += 1
        words = self.text.doc.words
        while last - first > 1 and words.ends[last - 1] - words.starts[first] > LONGEST_TEXT:
            last -= 1
        return first, last

    def _cut(self, first: int, last: int) -> tuple[int, int]:
        words = self.text.doc.words
        entity = self.text.doc.entity(first, last)
        # A noun that a preposition governs begins with no conjunction: عن وسيط.
        governed = first > 0 and self.text.gaps[first] == " " and preposition(self.text.forms[first - 1])
        own = governed or not words.starts[first] <= entity.start < words.ends[first]
        start = words.starts[first] if own else entity.start
        if not own and self.text.forms[first].startswith(("لل", "ولل")) and entity.text.startswith("ل"):
            start += first not in self.text.doc.mention_from  # the article that was written into the preposition
        return start, min(words.ends[last - 1], start + LONGEST_TEXT)

    def _named(self, first: int, last: int) -> Mention | None:
        """The person named in the phrase, else the body at its head, else who published the report it
        names."""
        doc = self.text.doc
        inside = [
            doc.mention_from[w][1]
            for w in range(first, last)
            if w in doc.mention_from and doc.mention_from[w][0] <= last
        ]
        for mention in inside:
            if mention.type == "person":
                return mention
        at_head = doc.mention_from.get(first)
        if at_head and at_head[0] <= last and at_head[1].type not in ("nationality", "role"):
            return at_head[1]
        speaks_for = one_of(self.text.forms[first], self.text.known.documents) or one_of(
            self.text.forms[first], self.text.known.channels
        )
        if speaks_for:
            bodies = ("media", "organization", "government", "group", "armed force")
            return next((m for m in inside if m.type in bodies), None)
        return None

    def _in_full(self, mention: Mention, last: int) -> str:
        """A person's name; with the words after it up to ``last`` where only its first is known as one."""
        words = self.text.doc.words
        at = words.upto(mention.end)
        if mention.type != "person" or " " in mention.text.strip():
            return mention.text
        while at < last and words.gaps[at] == " " and self.text.forms[at] not in particles().all:
            at += 1
        return words.quote(words.at(mention.start), at)[2]

    def _quoted_name(self, first: int, last: int) -> str | None:
        """A name set in quotation marks inside the phrase: مجلة «...»."""
        words = self.text.doc.words
        for k in range(first, last):
            quote = self.text.quotes.opening(k)
            if quote and quote.last <= last and not quote.spoken:
                return words.quote(quote.first, quote.last)[2]
        return None

    def _country(self, first: int, last: int) -> str | None:
        held = (self.text.doc.mention_from.get(word) for word in range(first, last))
        return next((h[1].country for h in held if h and h[1].country), None)

    def _bare(self, first: int, last: int) -> frozenset[str]:
        return frozenset(
            base(form) for form in self.text.forms[first:last] if len(form) > 1 and form not in particles().all
        )

    def _referring(self, first: int, last: int) -> Mention | None:
        """The noun at the head of the phrase, or the role, that refers to someone or something named before."""
        role = self.text.doc.mention_from.get(first)
        if role is not None and role[0] <= last and role[1].type == "role" and role[1].antecedent:
            return role[1]
        return self.text.doc.referring(first, first + 1)

    def _called_back(self, first: int, last: int, held: Mention | None, head: str) -> Known | None:
        """Who spoke before under a name that no mention tells, and the publisher of a document called back: التقرير."""
        if held and held.type == "person":
            return self._by_name(held.text) if not held.antecedent and " " not in held.text.strip() else None
        if held:
            return None
        if last - first == 1 and not article(self.text.forms[first]):
            return self._by_name(self.text.forms[first])
        if not article(self.text.forms[first]) or last - first > _SHORT:
            return None
        similar = self.text.known.anaphora.get(head, frozenset()) | {head}
        if similar.isdisjoint(self.text.known.documents):
            return None
        return next((k for k in reversed(self.known) if not k.words.isdisjoint(similar) and (k.name or k.entity)), None)

    def _by_name(self, name: str) -> Known | None:
        wanted = base(name) if name in self.text.forms else base(fold(name))
        return next((k for k in reversed(self.known) if k.person and k.name and wanted in _last_of(k.name)), None)


def _last_of(name: str) -> set[str]:
    """The words of a name of several, bare."""
    words = fold(name).split()
    return {base(word) for word in words} if len(words) > 1 else set()
