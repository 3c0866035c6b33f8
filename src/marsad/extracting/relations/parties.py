"""What the parties of a relation are: groups, actors, places; and which group a pronoun or "the
organization" means.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...languages.arabic.lexicon import base, is_whole
from ...records import Entity, Mention
from ..document import Document, is_verb
from ..outlook.lists import imperfect
from .cues import Party, party_words

Range = tuple[int, int]
LONGEST_NAME = 150
_ACTING = frozenset(("group", "armed force", "person", "role", "government", "organization", "place"))


@dataclass(frozen=True, slots=True)
class Parties:
    """Who stands in a relation to whom: word ranges, or an entity named earlier; ``alleged`` where it
    is an accusation.
    """

    subject: Range | Entity | None
    object: Range | Entity | None
    alleged: bool = False


def tidy(doc: Document, phrase: Range) -> Range | None:
    """The phrase without a verb that opens it or breaks into it, and cut where the name that heads it
    ends.
    """
    first, last = phrase
    forms, words = doc.words.forms, party_words()
    while first < last - 1 and (forms[first] in words.known_as or forms[first] in words.called):
        first += 1
    if first not in doc.mention_from and (_verbal(forms[first]) or _owned(doc, first, last)):
        first += 1
    counted = first + 1 < last and doc.number_at(first + 1) is not None and doc.number_at(first) is None
    if counted and first not in doc.mention_from and not is_a(doc, (first, first + 1), "actor"):
        first += 1
    if (
        first >= last
        or doc.date_at(first) is not None
        or (last - first == 1 and base(forms[first]) in words.quantifiers)
    ):
        return None
    for at in (first, first + 1):
        if at >= last or at not in doc.mention_from or doc.mention_from[at][1].type == "nationality":
            continue
        head = base(forms[first])
        if at == first and doc.mention_from[at][1].type == "role":
            return first, _bearer(doc, doc.mention_from[at][0], last)
        known = head in words.group or head in words.armed or head in words.actor or head in words.place
        if head in words.kin and at > first:
            return first, doc.mention_from[at][0]
        return first if at == first or known or head in words.carriers else at, doc.mention_from[at][0]
    for at in range(first + 1, last):
        form = doc.words.forms[at]
        if at not in doc.mention_from and form.startswith("وال"):
            return first, at
        if at not in doc.mention_from and form[0] == "ي" and len(form) > 3 and imperfect(form):
            return first, at
    return first, last


def _bearer(doc: Document, office: int, last: int) -> int:
    """Where the name of who holds an office ends, which itself ends before ``office``."""
    held = (doc.mention_from.get(w) for w in range(office, min(office + 3, last)))
    return next((h[0] for h in held if h and h[1].type == "person" and h[0] <= last), office)


def _verbal(form: str) -> bool:
    """Whether a folded word without article looks like a verb in the feminine perfect, or is one."""
    plain = form[1:] if form[0] in "وف" and not is_whole(form) else form
    if is_verb(form) or plain in party_words().telling:
        return True
    return (
        len(plain) > 3 and plain.endswith("ت") and not plain.endswith(("ات", "يت", "وت")) and not plain.startswith("ال")
    )


def _owned(doc: Document, first: int, last: int) -> bool:
    """Whether a word with a pronoun on it stands before a definite noun or a name, which it cannot govern."""
    forms = doc.words.forms
    if first + 1 >= last or forms[first].startswith("ال") or not forms[first].endswith(("ها", "هم", "هما")):
        return False
    return forms[first + 1].startswith("ال") or first + 1 in doc.mention_from


def is_a(doc: Document, phrase: Range, party: Party) -> bool:
    """Whether a noun phrase can be such a party, by the mention that heads it or by its first words."""
    if party == "any":
        return True
    if party in ("actor", "armed", "adherent") and doc.number_at(phrase[0]) is not None:
        return True
    words = party_words()
    held = _heading(doc, phrase)
    heads = [base(form) for form in doc.words.forms[phrase[0] : min(phrase[0] + 3, phrase[1])]]
    kind = held.type if held else None
    if heads[0] in words.others and party in ("actor", "group", "armed", "cell"):
        return True
    if party == "group":
        return _is_group(doc, phrase)
    if party == "branch":
        return _is_group(doc, phrase) or kind in ("organization", "media") or heads[0] in words.cell
    if party == "cell":
        return kind == "group" or heads[0] in words.cell
    if party == "armed":
        return kind == "group" or any(h in words.armed or h in words.group for h in heads)
    if party == "actor":
        return kind in _ACTING or any(h in words.actor or h in words.group or h in words.armed for h in heads[:2])
    if party == "adherent":
        return kind not in ("place", "government", "nationality") or any(
            h in words.actor or h in words.armed for h in heads
        )
    if party == "person":
        return kind in ("person", "role")
    if party == "place":
        return kind == "place" or any(head in words.place for head in heads[:2])
    return any(head in (words.conflict if party == "conflict" else words.listing) for head in heads)


def _is_group(doc: Document, phrase: Range) -> bool:
    """Whether a phrase is headed by a group: by its name, a noun for groups, or words for some of its
    people.
    """
    words = party_words()
    for word in range(*phrase):
        held = doc.mention_from.get(word)
        if held and held[1].type in ("group", "armed force"):
            return True
        head = base(doc.words.forms[word])
        if head in words.group:
            return True
        if head not in words.armed and head not in words.quantifiers and head not in words.carriers:
            return False
    return False


def _heading(doc: Document, phrase: Range) -> Mention | None:
    for word in range(phrase[0], min(phrase[0] + 4, phrase[1])):
        held = doc.mention_from.get(word)
        if held and held[1].type != "nationality":
            return held[1]
    return None


def last_group(doc: Document, before: int, back: int = 0) -> Entity | None:
    """The group named last before a word, in its sentence or the ``back`` sentences before it."""
    sentences = doc.words.sentences
    here = doc.words.sentence_of(before)
    at = sentences.index(here)
    first = sentences[max(at - back, 0)].first
    for word in range(before - 1, first - 1, -1):
        held = doc.mention_from.get(word)
        if held and held[1].type == "group":
            mention = held[1]
            return doc.entity_of(mention)
    return None


def last_person(doc: Document, before: int) -> Entity | None:
    """The person named last before a word, in its sentence or the one before it."""
    here = doc.words.sentence_of(before)
    first = doc.words.sentence_of(here.first - 1).first if here.first else 0
    held = (doc.mention_from.get(word) for word in range(before - 1, first - 1, -1))
    return next((doc.entity_of(h[1]) for h in held if h and h[1].type == "person"), None)


def entity_of(doc: Document, phrase: Range) -> Entity:
    """The phrase as an entity, not longer than a name may be."""
    first, last = phrase
    while last - 1 > first and doc.words.ends[last - 1] - doc.words.starts[first] > LONGEST_NAME:
        last -= 1
    entity = doc.entity(first, last)
    if (
        doc.words.forms[first].startswith(("لل", "ولل"))
        and entity.text.startswith("ل")
        and first not in doc.mention_from
        and not is_whole(doc.words.forms[first].removeprefix("و")[1:])
    ):
        # The article is written into the preposition: what is left of it is no letter of the noun.
        entity = replace(entity, text=entity.text[1:], start=entity.start + 1)
    return entity
