"""What the parties of a relation are: groups, actors, places; and which group a pronoun or "the organization" means."""

from __future__ import annotations

from dataclasses import replace

from ...languages.arabic.lexicon import base, bare, proclitic
from ...records import Entity, Mention
from ..document import Document
from .cues import Party, party_words

Range = tuple[int, int]
LONGEST_NAME = 150
_ACTING = frozenset(("group", "armed force", "person", "government", "organization", "place"))


def is_a(doc: Document, phrase: Range, party: Party) -> bool:
    """Whether a noun phrase can be such a party, by the mention that heads it or by its first words."""
    if party == "any":
        return True
    words = party_words()
    held = _heading(doc, phrase)
    heads = [base(form) for form in doc.words.forms[phrase[0] : min(phrase[0] + 3, phrase[1])]]
    kind = held.type if held else None
    if party == "group":
        return kind in ("group", "armed force") or any(head in words.group for head in heads)
    if party == "cell":
        return kind == "group" or heads[0] in words.cell
    if party == "armed":
        return kind == "group" or any(h in words.armed or h in words.group for h in heads)
    if party == "actor":
        return kind in _ACTING or any(h in words.actor or h in words.group or h in words.armed for h in heads[:2])
    if party == "person":
        return kind in ("person", "role")
    if party == "place":
        return kind == "place" or any(head in words.place for head in heads[:2])
    return any(head in (words.conflict if party == "conflict" else words.listing) for head in heads)


def _heading(doc: Document, phrase: Range) -> Mention | None:
    for word in range(phrase[0], min(phrase[0] + 4, phrase[1])):
        held = doc.mention_from.get(word)
        if held and held[1].type != "nationality":
            return held[1]
    return None


def last_group(doc: Document, before: int) -> Entity | None:
    """The group named last before a word, in its sentence or the two before it."""
    sentences = doc.words.sentences
    here = doc.words.sentence_of(before)
    at = sentences.index(here)
    first = sentences[max(at - 2, 0)].first
    for word in range(before - 1, first - 1, -1):
        held = doc.mention_from.get(word)
        if held and held[1].type == "group":
            mention = held[1]
            return Entity(mention.text, mention.start, mention.end, mention.name, mention.entity, mention.country)
    return None


def entity_of(doc: Document, phrase: Range) -> Entity:
    """The phrase as an entity; "the organization" and its like get the name and id of the group meant, where one is."""
    first, last = phrase
    while last - 1 > first and doc.words.ends[last - 1] - doc.words.starts[first] > LONGEST_NAME:
        last -= 1
    entity = doc.entity(first, last)
    if entity.entity is None and last - first <= 2 and proclitic(doc.words.forms[first])[1] in party_words().anaphora:
        meant = _meant(doc, first)
        if meant is not None:
            return replace(entity, name=meant.name, entity=meant.entity, country=meant.country)
    return entity


def _meant(doc: Document, word: int) -> Entity | None:
    """The last group that goes by the same noun (تنظيم, حركة), or else the only one named so far."""
    noun = bare(proclitic(doc.words.forms[word])[1])
    named = [(at, m) for at, (_, m) in sorted(doc.mention_from.items()) if at < word and m.type == "group"]
    same = [m for at, m in named if base(doc.words.forms[at]) == noun or (at and base(doc.words.forms[at - 1]) == noun)]
    distinct = {m.entity or m.name or m.text for _, m in named}
    chosen = same[-1] if same else named[-1][1] if len(distinct) == 1 else None
    return chosen and Entity(chosen.text, chosen.start, chosen.end, chosen.name, chosen.entity, chosen.country)
