"""Chains in the making: all that was said so far of one person, body or place, and which of them a noun may refer to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from ...languages.arabic.lexicon import base
from ...records import Mention, MentionType
from .referents import Referent
from .rules import Head, Part, rules


@dataclass(frozen=True, slots=True)
class Office:
    """By what a person was introduced: the noun, feminine or not, the other words, the country."""

    noun: str
    feminine: bool
    words: frozenset[str]
    country: str | None


Sort = Literal["person", "place", "body"]


def sort_of(kind: MentionType) -> Sort:
    """What a mention of that type is, as far as it matters to what may refer to it."""
    return "person" if kind in ("person", "role") else "place" if kind == "place" else "body"


@dataclass(slots=True, eq=False)
class Chain:
    """One of whom a report speaks.

    ``sort`` is what all its mentions are.  ``nouns`` are the nouns that its names bear or that stand right before them,
    ``known_as`` those with which names begin that the catalogue has for it, ``called`` those by which it was referred to;
    ``at`` is the sentence, by number, of its last mention, ``order`` which mention of the report that was.
    """

    sort: Sort
    members: list[Referent] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    types: set[MentionType] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    known_as: frozenset[str] = frozenset()
    called: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    offices: list[Office] = field(default_factory=list)
    entity: str | None = None
    name: str | None = None
    country: str | None = None
    at: int = 0
    order: int = 0

    def add(self, referent: Referent, sentence: int) -> None:
        """Let a name or noun be the chain's."""
        mention = referent.mention
        self.members.append(referent)
        self.at = sentence
        if referent.head is not None:
            self.country = self.country or mention.country
            self.called.add(referent.head.noun)
            if not self.names:
                self._describe(referent, referent.head)
            return
        if referent.tokens in self.names and (self.entity or not mention.entity):
            self.country = self.country or mention.country
            return
        rule = rules()
        self.names.append(referent.tokens)
        self.types.add(mention.type)
        self.words.update(referent.tokens)
        if referent.tokens[0] in rule.heads:
            self.nouns.add(referent.tokens[0])
        if mention.type == "place" and mention.subtype:
            self.kinds.add(mention.subtype)
        if mention.entity and self.entity is None:
            self.entity, self.name, self.country = mention.entity, mention.name, mention.country or self.country
            self.offices += [Office(n, False, frozenset(), self.country) for n in rule.offices.get(mention.entity, ())]
        self.country = self.country or mention.country

    def _describe(self, referent: Referent, head: Head) -> None:
        """Of someone unnamed: what the noun and the words with it tell."""
        self.types.update(head.types)
        self.words.update(referent.tokens)
        if "person" in head.types:
            words = frozenset(map(base, referent.tokens[1:]))
            self.offices.append(Office(head.noun, head.feminine, words, referent.mention.country))
        else:
            self.nouns.add(head.noun)

    @property
    def full_name(self) -> str | None:
        """The catalogue's name, else the longest that the report has."""
        if self.name:
            return self.name
        named = [m.mention.name or m.mention.text for m in self.members if m.head is None]
        return max(named, key=len, default=None)


def parts(chain: Chain, noun: Referent, sentence: int) -> dict[Part, float] | None:
    """What speaks for and against that ``noun`` refers to the chain; None where it cannot."""
    head, country = noun.head, noun.mention.country
    assert head is not None
    if country and chain.country and country != chain.country:
        return None
    if head.types.isdisjoint(chain.types) and head.noun not in chain.nouns:
        return None
    if head.countries and chain.country not in head.countries:
        return None
    rule = rules()
    weight = rule.weights
    far = sentence - chain.at
    out = _of_person(chain, noun, head) if chain.sort == "person" else _of_body(chain, head)
    if out is None or ("noun" not in out and far > rule.window and not head.steady):
        return None
    if head.noun in chain.called:
        out["called"] = weight["called"]
    if country:
        told: Part = "country" if chain.country else "untold_country"
        out[told] = weight[told]
    if len(noun.tokens) > 1:
        told_otherwise = ("ي", "يه") if country else ()
        unmatched = [
            w for w in noun.tokens[1:] if w not in rule.neutral | chain.words and not w.endswith(told_otherwise)
        ]
        out["unmatched"] = len(unmatched) * weight["unmatched"]
    out["often"] = min(len(chain.members), rule.often_up_to) * weight["often"]
    if not far and head.kinds & chain.kinds:
        out["here"] = weight["here"]
    if far and not head.steady:
        out["sentence"] = min(far, rule.far) * weight["sentence"]
    return out


def _of_body(chain: Chain, head: Head) -> dict[Part, float] | None:
    weight = rules().weights
    if head.noun in chain.nouns:
        return {"noun": weight["noun"]}
    if head.noun in chain.known_as:
        return {"known_as": weight["known_as"]}
    if head.kinds and chain.kinds.isdisjoint(head.kinds):
        return None
    if not chain.names or not (head.generic or head.kinds):
        return None
    out: dict[Part, float] = {"kind": weight["kind"]}
    if chain.nouns:
        out["named_otherwise"] = weight["named_otherwise"]
    return out


def _of_person(chain: Chain, noun: Referent, head: Head) -> dict[Part, float] | None:
    best: dict[Part, float] | None = None
    country = noun.mention.country
    for office in chain.offices:
        if office.feminine != head.feminine or (country and office.country and country != office.country):
            continue
        if office.noun == head.noun:
            return {"noun": rules().weights["noun"]}
        if office.noun in head.words or not office.words.isdisjoint(head.words):
            best = {"other_word": rules().weights["other_word"]}
    return best


def refers(chains: Iterable[Chain], noun: Referent, sentence: int) -> tuple[Chain, dict[Part, float]] | None:
    """The chain that ``noun`` most likely refers to, and why; None where none is likely enough.

    ``chains`` are of the noun's sort, the one mentioned last first.
    """
    rule = rules()
    best: tuple[Chain, dict[Part, float]] | None = None
    most = rule.enough
    for chain in islice(chains, rule.looked_at):
        found = parts(chain, noun, sentence)
        if found is not None and (total := sum(found.values())) >= most and (best is None or total > most):
            best, most = (chain, found), total
    return best


def spans(chains: list[Chain]) -> list[list[Mention]]:
    """The mentions of each chain, in order."""
    return [[member.mention for member in chain.members] for chain in chains]
