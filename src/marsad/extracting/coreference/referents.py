"""What may refer or be referred to: the mentions of a report, and definite nouns that are no mention yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ...languages.arabic.clitics import bare, splits
from ...languages.arabic.gates import WordGate
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ...languages.arabic.words import Words
from ...records import Mention
from .rules import Head, rules

_MOST_ADJECTIVES = 2
_LEADS_TO_NAME = frozenset((" ", " «", ' "', " “", " '", "، ", " (", " ("))


@dataclass(frozen=True, slots=True)
class Referent:
    """Words ``first`` up to ``last`` that name or refer.

    ``tokens`` are its folded words without proclitics and articles; ``head`` is set where it is a noun that refers and
    no name; ``definite`` where that noun has the article; ``found`` where it is no mention of the report's.
    """

    first: int
    last: int
    mention: Mention
    tokens: tuple[str, ...]
    head: Head | None = None
    definite: bool = True
    found: bool = False


# The folded words of a mention without articles, and its first as it stands.
Opening = tuple[tuple[str, ...], str]


@WordGate.of(lambda: rules().heads)
def _may_refer(word: str) -> bool:
    heads = rules().heads
    return any(bare(rest) in heads for _, rest in splits(word))


def of_mention(words: Words, mention: Mention, countries: Mapping[int, str], known: dict[str, Opening]) -> Referent:
    """A mention as a name, or as the noun that opens it where it is a role or nothing but that noun: القوات, هذا التنظيم.

    ``countries`` are those of the nationalities by their words; ``known`` keeps how mentions open.
    """
    first, last = words.at(mention.start), words.upto(mention.end)
    if mention.text not in known:
        known[mention.text] = _opening(words, first, last, mention)
    tokens, opening = known[mention.text]
    # A role carries the id of the body it belongs to, not of the person: الرئيس الروسي.
    head = None if mention.entity and mention.type != "role" else rules().heads.get(tokens[0])
    if head is None or mention.type == "role":
        return Referent(first, last, mention, tokens, head, opening.startswith("ال") or len(tokens) > 1)
    person = "person" in head.types
    alone = person if mention.type == "person" else rules().neutral.issuperset(tokens[1:]) and not person
    if not alone and "place" in head.types and (country := countries.get(last - 1)):
        return Referent(first, last, replace(mention, country=country), tokens, head)
    return Referent(first, last, mention, tokens, head if alone else None)


def _opening(words: Words, first: int, last: int, mention: Mention) -> Opening:
    forms = words.forms
    opening = forms[first][mention.start - words.starts[first] :] or forms[first]
    tokens = (bare(opening), *map(bare, forms[first + 1 : last]))
    if opening in particles().demonstratives and len(tokens) > 1:
        return tokens[1:], forms[first + 1]
    return tokens, opening


def nouns(words: Words, taken: Mapping[int, Referent], countries: Mapping[int, str], report: str) -> Iterator[Referent]:
    """Nouns that can refer and belong to no mention, with the adjectives that qualify them.

    ``taken`` are the referents of mentions by each of their words, nationalities not among them; ``countries`` those of the
    nationalities by their words.
    """
    heads = rules().heads
    for at in words.where(_may_refer):
        if at in taken:
            continue
        lead, noun = proclitic(words.forms[at])
        head = heads.get(bare(noun))
        if head is None:
            continue
        definite = noun.startswith("ال")
        person = "person" in head.types
        if not definite and not person:
            continue
        if definite and person and not lead and _qualifies(words, at):
            continue
        last = _past_adjectives(words, at, head, taken) if definite else at + 1
        start = words.starts[at] + _letters(words, at, lead)
        end = words.ends[last - 1]
        text = words.text[start:end]
        kind = next(iter(head.types)) if len(head.types) == 1 else "organization"
        country = next((countries[word] for word in range(at + 1, last) if word in countries), None)
        if not definite and (owner := taken.get(at + 1)) and owner.mention.type == "place":
            country = owner.mention.country
        mention = Mention(report=report, start=start, end=end, text=text, type=kind, country=country)
        tokens = (bare(noun), *map(bare, words.forms[at + 1 : last]))
        yield Referent(at, last, mention, tokens, head, definite, found=True)


def noun_before(words: Words, first: int) -> str | None:
    """The noun right before a name, bare, that tells what bears it: تنظيم «...», بلدة ...; None where none of the rules' does."""
    if not first or words.gaps[first] not in _LEADS_TO_NAME:
        return None
    heads = rules().heads
    return next((bare(rest) for _, rest in splits(words.forms[first - 1]) if bare(rest) in heads), None)


def _qualifies(words: Words, at: int) -> bool:
    """Whether a definite word may be the adjective of the noun before it: الشارع الرئيس."""
    return at > 0 and words.gaps[at] == " " and words.forms[at - 1].startswith("ال")


def _past_adjectives(words: Words, at: int, head: Head, taken: Mapping[int, Referent]) -> int:
    forms, last = words.forms, at + 1
    while last < len(forms) and last - at <= _MOST_ADJECTIVES and words.gaps[last] == " " and last not in taken:
        form = forms[last]
        word = bare(form)
        known = word in rules().neutral or word.endswith(("ي", "يه"))
        if not form.startswith("ال") or not known or word in rules().heads or word.endswith("ه") != head.feminine:
            break
        last += 1
    return last


def _letters(words: Words, at: int, lead: str) -> int:
    """How many characters of a word are its proclitics; of لل both, since the article has lost its alif."""
    form = words.forms[at]
    if words.ends[at] - words.starts[at] != len(form):
        return 0
    return len(lead) + (form[len(lead) - 1 : len(lead) + 1] == "لل" if lead else 0)
