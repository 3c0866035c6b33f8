"""Mentions in the order of the text, each put to the chain it belongs to; what comes of it, as mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...catalogue import Catalogue
from ...languages.arabic.lexicon import base
from ...languages.arabic.words import Words
from ...records import Mention, Span
from .chains import Chain, Office, Sort, refers, sort_of
from .names import same_name
from .referents import Opening, Referent, noun_before, nouns, of_mention
from .rules import rules

_OPENS, _CLOSES = (" «", " “", ' "'), ("»", "”", '"')
_QUOTES = " «»“”\"'"
_APPOSED = frozenset(("", "،", ",", ":", "-", "("))  # between a name and its bearer's office, quotation marks aside


def _by_sort() -> dict[Sort, dict[int, Chain]]:
    return {"person": {}, "place": {}, "body": {}}


@dataclass(slots=True)
class Resolver:
    """The chains of a report so far, in the order in which they began; ``latest`` by sort, the last mentioned last."""

    words: Words
    catalogue: Catalogue
    chains: list[Chain] = field(default_factory=list)
    latest: dict[Sort, dict[int, Chain]] = field(default_factory=_by_sort)
    by_entity: dict[str, Chain] = field(default_factory=dict)
    by_token: dict[str, list[Chain]] = field(default_factory=dict)
    sentence: int = 0
    count: int = 0
    offices: list[Referent] = field(default_factory=list)
    last: Referent | None = None
    last_chain: Chain | None = None

    def put(self, referent: Referent) -> None:
        """Find the chain of a referent, or begin one."""
        chain = self._of_name(referent) if referent.head is None else self._of_noun(referent)
        if chain is None:
            chain = Chain(sort_of(referent.mention.type))
            self.chains.append(chain)
        latest = self.latest[chain.sort]
        latest.pop(id(chain), None)
        latest[id(chain)] = chain
        names = len(chain.names)
        chain.add(referent, self.sentence)
        self.count += 1
        chain.order = self.count
        if len(chain.names) > names:
            self._index(chain, referent)
        if self.offices and chain.sort == "person" and referent.head is None:
            for office in self.offices:
                self.introduce(chain, office)
            self.offices.clear()
        self.last, self.last_chain = referent, chain

    def _of_noun(self, referent: Referent) -> Chain | None:
        if not referent.definite:
            return None
        chains = self.latest[sort_of(referent.mention.type)]
        found = refers(reversed(chains.values()), referent, self.sentence)
        return found[0] if found else None

    def _of_name(self, referent: Referent) -> Chain | None:
        entity = referent.mention.entity
        if entity and (known := self.by_entity.get(entity)):
            return known
        if self.last_chain is not None and self.last is not None and self._apposed(self.last, referent):
            return self.last_chain
        return same_name(self.by_token, referent) or (self._introduced() if self.offices else None)

    def _introduced(self) -> Chain | None:
        """Whom the office before a name refers to, where that one had no name yet: المفوض، فلان."""
        for office in self.offices:
            if office.head is not None and office.definite:
                unnamed = (chain for chain in reversed(self.latest["person"].values()) if not chain.names)
                if found := refers(unnamed, office, self.sentence):
                    return found[0]
        return None

    def _apposed(self, before: Referent, referent: Referent) -> bool:
        """Whether a name stands in brackets right after another of its kind, or after a word for being called so."""
        if before.head is not None or before.mention.type == "place" or before.mention.type != referent.mention.type:
            return False
        ours, theirs = before.mention.entity, referent.mention.entity
        if ours and theirs and ours != theirs:
            return False
        words, between = self.words, referent.first - before.last
        gap = words.gaps[referent.first]
        if between == 0:
            after = words.gaps[referent.last]
            return ("(" in gap and ")" in after) or (gap.endswith(_OPENS) and after.startswith(_CLOSES))
        called = words.forms[before.last].removeprefix("و").removeprefix("ال")
        return between <= 2 and called in rules().also_known

    def _index(self, chain: Chain, referent: Referent) -> None:
        if entity := referent.mention.entity:
            self.by_entity.setdefault(entity, chain)
            chain.known_as = self.catalogue.opening_words.get(entity, frozenset())
            place = self.catalogue.place(entity) if referent.mention.type == "place" else None
            if place:
                chain.kinds.add(place.kind)
        for token in referent.tokens:
            known = self.by_token.setdefault(token, [])
            if chain not in known:
                known.append(chain)
        if noun := noun_before(self.words, referent.first):
            chain.nouns.add(noun)

    @staticmethod
    def introduce(chain: Chain, role: Referent) -> None:
        """Let ``role``, which stands beside a name of the chain, tell its bearer's office."""
        head = role.head
        noun, feminine = (head.noun, head.feminine) if head else (role.tokens[0], False)
        chain.offices.append(Office(noun, feminine, frozenset(map(base, role.tokens[1:])), role.mention.country))
        chain.words.update(role.tokens)
        chain.country = chain.country or role.mention.country


def resolve(
    words: Words, mentions: Sequence[Mention], catalogue: Catalogue, report: str, *, found: bool = True
) -> list[Chain]:
    """The chains of a report: of its ``mentions`` and, where ``found``, of the definite nouns besides."""
    countries = {words.at(m.start): m.country for m in mentions if m.type == "nationality" and m.country}
    known: dict[str, Opening] = {}
    own = [of_mention(words, m, countries, known) for m in mentions if m.type != "nationality"]
    taken = {word: r for r in own for word in range(r.first, r.last)}
    others = nouns(words, taken, countries, report) if found else ()
    resolver = Resolver(words, catalogue)
    order = sorted([*own, *others], key=lambda r: (r.first, -r.last))
    opens = {r.first for r in order if r.mention.type in ("person", "role")}
    ends = {r.last: r for r in order if r.mention.type == "person" and r.head is None}
    sentences = words.sentences
    for referent in order:
        while sentences[resolver.sentence].last <= referent.first:
            resolver.sentence += 1
        if resolver.offices and referent.first > resolver.offices[-1].last:
            resolver.offices.clear()
        if referent.mention.type == "role" or (referent.head and "person" in referent.head.types):
            if referent.last in opens and words.gaps[referent.last].strip(_QUOTES) in _APPOSED:
                resolver.offices.append(referent)
                continue
            before = ends.get(referent.first)
            if (
                before is not None
                and words.gaps[referent.first].strip(_QUOTES) in _APPOSED
                and resolver.last_chain is not None
            ):
                resolver.introduce(resolver.last_chain, referent)
                continue
            if referent.head is None:
                continue
        resolver.put(referent)
    return resolver.chains


def corefer(
    words: Words, mentions: Sequence[Mention], catalogue: Catalogue, report: str
) -> tuple[list[Mention], list[Mention]]:
    """The mentions with their antecedents, and the nouns that refer to something named, as mentions of its type.

    A mention that refers to one before takes over entity, name and country of the chain.  Pure; raises nothing.
    """
    told: dict[int, Mention] = {}
    more: list[Mention] = []
    for chain in resolve(words, mentions, catalogue, report):
        if len(chain.members) > 1 and chain.names:
            _tell(chain, told, more)
    return [told.get(id(m), m) for m in mentions], more


def _tell(chain: Chain, told: dict[int, Mention], more: list[Mention]) -> None:
    """Give the members of a chain what they take from it: those that were mentions to ``told``, by what they were."""
    name = chain.full_name
    named: Mention | None = None
    antecedent: Span | None = None
    for member in chain.members:
        mention = member.mention
        if antecedent is not None and named is not None:
            own = member.head is None or mention.type == "role"
            made = Mention(
                report=mention.report, start=mention.start, end=mention.end, text=mention.text,
                type=mention.type if own else named.type, subtype=mention.subtype or (None if own else named.subtype),
                entity=chain.entity, name=mention.name if mention.text == name else name, country=chain.country,
                antecedent=antecedent,
            )  # fmt: skip
            if member.found:
                more.append(made)
            else:
                told[id(mention)] = made
        if member.head is None:
            named, antecedent = mention, Span(mention.text, mention.start, mention.end)
