"""A report prepared for extraction: its words, clauses, numbers, dates and mentions, each found once."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from ..languages.arabic.clitics import bare
from ..languages.arabic.lexicon import common_verbs, is_whole, looks_nominal, nouns_in_ya, proclitic
from ..languages.arabic.numbers import NumberSpan
from ..languages.arabic.particles import particles
from ..languages.arabic.words import Words
from ..records import DateRange, Entity, Mention, Report, Span

# Punctuation that ends a clause; quotation marks do not, brackets and list dashes do.
CLAUSE_END = re.compile(r"[،,؛;:()\[\]{}!?؟…\n\r•*]|\.(?!\w)| [-–—]+ ")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and the words ``first`` up to, not including, ``last`` that give it."""

    first: int
    last: int
    value: DateRange


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number, bounds and all, and its words; the numeral alone is ``core_first`` up to ``core_last``."""

    first: int
    last: int
    core_first: int
    core_last: int
    value: NumberSpan


@dataclass(slots=True)
class Document:
    """What every extractor works on.

    ``mentions`` are what the report names; ``nouns`` refer to something that it named before: they tell who is meant, and the
    grammar reads them as the nouns they are.
    ``framed`` are the words that say who speaks and that he does, once speech is read.
    ``clauses`` are word ranges in order, covering all words; ``dates`` and ``numbers`` are in order, and no number is
    part of a date.
    """

    report: Report
    words: Words
    mentions: list[Mention]
    nouns: list[Mention] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    numbers: list[Numbered] = field(default_factory=list)
    clauses: list[tuple[int, int]] = field(default_factory=list)
    mention_from: dict[int, tuple[int, Mention]] = field(default_factory=dict)
    _noun_from: dict[int, Mention] = field(default_factory=dict)
    _firsts: list[int] = field(default_factory=list)
    _of_number: dict[int, Numbered] | None = None
    _of_date: dict[int, Dated] | None = None
    framed: frozenset[int] = frozenset()
    phrases: dict[tuple[int, int], tuple[int, int] | None] = field(default_factory=dict)
    _furniture: frozenset[int] = frozenset()
    _ends_clause: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._ends_clause = [gap != " " and CLAUSE_END.search(gap) is not None for gap in self.words.gaps]
        self.clauses = _clauses(self.words, self._ends_clause)
        self._firsts = [a for a, _ in self.clauses]
        self._furniture = frozenset(
            word for a, b in self.report.furniture for word in range(self.words.at(a), self.words.upto(b))
        )
        for mention in self.mentions:
            first, last = self.words.at(mention.start), self.words.upto(mention.end)
            known = self.mention_from.get(first)
            if known is None or known[0] < last:
                self.mention_from[first] = (last, mention)
        self._noun_from = {self.words.at(noun.start): noun for noun in self.nouns}

    def clause_of(self, word: int) -> tuple[int, int]:
        """The clause, as a word range, in which ``word`` stands."""
        return self.clauses[bisect_right(self._firsts, word) - 1]

    def ends_clause(self, word: int) -> bool:
        """Whether punctuation before ``word`` ends a clause."""
        return self._ends_clause[word]

    def in_furniture(self, word: int) -> bool:
        """Whether ``word`` stands in site furniture, which yields no claim."""
        return word in self._furniture

    def ends_in_ta(self, word: int) -> bool:
        """Whether a word is written with ta marbuta, so that it is a noun, whatever verb its folded form looks like."""
        return self.report.text[self.words.ends[word] - 1] == "ة"

    def dated(self, first: int, last: int) -> list[Dated]:
        """The dates whose words all stand in a word range."""
        return [d for d in self.dates if d.first >= first and d.last <= last]

    def date_at(self, word: int) -> Dated | None:
        """The date that ``word`` is part of."""
        if self._of_date is None:
            self._of_date = {w: d for d in self.dates for w in range(d.first, d.last)}
        return self._of_date.get(word)

    def number_at(self, word: int) -> Numbered | None:
        """The number that starts at ``word``, bounding words included."""
        if self._of_number is None:
            self._of_number = {n.first: n for n in self.numbers}
        return self._of_number.get(word)

    def span(self, first: int, last: int) -> Span:
        """The words ``first`` up to, not including, ``last`` as they stand in the report, first proclitics included."""
        start, end, text = self.words.quote(first, last)
        return Span(text, start, end)

    def entity(self, first: int, last: int) -> Entity:
        """The same without the proclitics of the first word, with what the catalogue says of it."""
        start, end, _ = self.words.quote(first, last)
        held = self.mention_from.get(first)
        if held and held[0] <= last:
            start = held[1].start
        else:
            start += self._lead(first) if self._plain(first) else 0
        text = self.report.text[start:end]
        named = self.named(first, last) or self.referring(first, last)
        if named is None:
            return Entity(text, start, end)
        return Entity(text, start, end, named.name, named.entity, named.country, named.antecedent)

    @staticmethod
    def entity_of(mention: Mention) -> Entity:
        """A mention as an entity."""
        return Entity(
            mention.text, mention.start, mention.end, mention.name, mention.entity, mention.country, mention.antecedent
        )

    def named(self, first: int, last: int) -> Mention | None:
        """The mention that heads the phrase: the longest that starts at its first word, else the first inside it."""
        for word in range(first, last):
            held = self.mention_from.get(word)
            if held and held[0] <= last and held[1].type != "nationality":
                return held[1]
        return None

    def taken_up(self, word: int) -> Mention | None:
        """The noun at a word that refers to something named before."""
        return self._noun_from.get(word)

    def referring(self, first: int, last: int) -> Mention | None:
        """The noun in the phrase that refers to something named before; to a person only where it heads the phrase."""
        for word in range(first, last):
            noun = self._noun_from.get(word)
            if noun is not None and (noun.type != "person" or word == first):
                return noun
        return None

    def _lead(self, word: int) -> int:
        """How many letters of a word are proclitics; of لل both, since the article has lost its alif."""
        form = self.words.forms[word]
        lead, rest = proclitic(form)
        return len(lead) + (rest.startswith("ال") and form[len(lead) - 1 : len(lead) + 1] == "لل" and len(lead) > 0)

    def _plain(self, word: int) -> bool:
        """Whether the word has no dropped marks inside, so that folded and original lengths agree."""
        return self.words.ends[word] - self.words.starts[word] == len(self.words.forms[word])


@lru_cache(maxsize=16_384)
def is_verb(word: str) -> bool:
    """Whether a folded word, its conjunction set aside, reads as a verb and hardly as a noun."""
    forms = common_verbs()
    for candidate in (word, word[1:] if word[:1] in ("و", "ف", "س") and not is_whole(word) else ""):
        form = forms.get(candidate)
        if form is not None and not looks_nominal(form):
            return True
    if len(word) > 4 and word.endswith("وا") and bare(word) == word:
        return True
    rest = word[1:] if word[:2] in ("وي", "في") and len(word) > 4 else word
    if len(rest) > 3 and rest[0] == "ي" and rest not in nouns_in_ya():
        return True
    return len(word) > 4 and word[:3] in ("وسي", "وست", "فسي", "فست") and word[2:] in forms


def _clauses(words: Words, ends_clause: list[bool]) -> list[tuple[int, int]]:
    """Cut sentences where punctuation or a connector opens a new clause."""
    known = particles()
    connectors = known.relatives | known.conjunctions
    ends = {s.first for s in words.sentences}
    firsts = []
    for i, word in enumerate(words.forms):
        if (
            ends_clause[i]
            or i in ends
            or word in connectors
            or (word[0] in "وف" and (word[1:] in connectors or is_verb(word)))
        ):
            firsts.append(i)
    if not words.forms:
        return []
    if not firsts or firsts[0] != 0:
        firsts.insert(0, 0)
    return list(zip(firsts, [*firsts[1:], len(words.forms)], strict=True))
