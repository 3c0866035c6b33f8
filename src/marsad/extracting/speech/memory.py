"""Who has been named so far, and whom a later phrase calls back: الوزير, الدبلوماسي الروسي, «بوتين»,
التقرير."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import base
from ...languages.arabic.particles import particles
from ...records import Mention, Speaker
from .context import Context, article, attached, finite, one_of, preposition
from .speaker_after import Range

LONGEST_TEXT = 160  # characters of a speaker's quoted words
_NEAR = 5  # words on either side of a name that tell its bearer's office
_LOOKED_AT = 60  # names before a phrase among which its bearer is sought
_PERSONS = frozenset({"person"})
_BODIES = frozenset({"group", "organization", "government", "armed force", "media"})


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
    _places: list[int] = field(default_factory=list)

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
        before = self._called_back(first, last, held, head, tokens, country)
        if before:
            name = before.name if before.name and (name is None or len(before.name) >= len(name)) else name
            entity, country = before.entity or entity, country or before.country
            person = person or before.person
            tokens = tokens | before.words
        self.known.append(Known(tokens, head, name, entity, country, person))
        return Speaker(quoted, start, end, name, entity, country, verb=verb)

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

    def _called_back(
        self,
        first: int,
        last: int,
        held: Mention | None,
        head: str,
        tokens: frozenset[str],
        country: str | None,
    ) -> Known | None:
        if held and held.type == "person":
            name = held.name or held.text
            return self._by_name(held.text, first) if " " not in name.strip() else None
        if held and held.type not in ("role", "media"):
            return None
        if last - first == 1 and not article(self.text.forms[first]):
            return self._by_name(self.text.forms[first], first)
        quoted = self._quoted_name(first, last)
        if quoted and last - first == 1:
            return self._by_name(quoted, first)
        if not article(self.text.forms[first]) or last - first > 4:
            return None
        similar = self.text.known.anaphora.get(head, frozenset()) | {head}
        for known in chain(reversed(self.known), self._named_before(first, _PERSONS)):
            if known.words.isdisjoint(similar) or (country and known.country and country != known.country):
                continue
            if country and known.country is None and tokens.isdisjoint(known.words):
                continue
            if known.name or known.entity:
                return known
        return next((known for known in self._named_before(first, _BODIES) if head in known.words), None)

    def _by_name(self, name: str, before: int) -> Known | None:
        wanted = base(name) if name in self.text.forms else base(fold(name))
        for known in reversed(self.known):
            if (
                known.person
                and known.name
                and wanted in {base(w) for w in fold(known.name).split()}
                and " " in known.name
            ):
                return known
        for known in self._named_before(before, _PERSONS):
            if known.name and " " in known.name and wanted in {base(w) for w in fold(known.name).split()}:
                return known
        return None

    def _named_before(self, before: int, types: frozenset[str]) -> Iterator[Known]:
        """Those named before a word, the nearest first, with the words of office around their names."""
        doc = self.text.doc
        if not self._places:
            self._places = sorted(doc.mention_from)
        last_one = bisect_left(self._places, before)
        for word in reversed(self._places[max(0, last_one - _LOOKED_AT) : last_one]):
            last, mention = doc.mention_from[word]
            if mention.type not in types:
                continue
            left, right = self._titled(word, last)
            right = min(right, before)
            country = mention.country or self._country(left, right)
            yield Known(
                self._bare(left, right), base(self.text.forms[left]), mention.name or mention.text,
                mention.entity, country, mention.type == "person",
            )  # fmt: skip

    def _titled(self, first: int, last: int) -> Range:
        """A name with the nouns before it and an apposition after it, as far as nothing else begins."""
        forms, left, right = self.text.forms, first, last
        while left > 0 and first - left < _NEAR and not self.text.doc.ends_clause(left):
            form = forms[left - 1]
            if form in particles().all or finite(form):
                break
            left -= 1
            if attached(form):
                break
        while right < len(forms) and right - last < _NEAR and (right == last or not self.text.comma(right)):
            if forms[right] in particles().all or finite(forms[right]) or "\n" in self.text.gaps[right]:
                break
            right += 1
        return left, right
