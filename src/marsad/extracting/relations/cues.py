"""The cue words of relations, read from the codebook and indexed by the forms in which they are met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ...codebook.yaml_file import read_yaml
from ...errors import CodebookError
from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import base, proclitic
from ...languages.arabic.verbs import Form, conjugate

Part = Literal["verb", "act", "state", "title", "owned", "post"]
Party = Literal["group", "actor", "adherent", "armed", "branch", "cell", "person", "place", "conflict", "list", "any"]
_POSSESSIVES = ("ه", "ها", "هم")


class Cue(BaseModel):
    """One entry of ``relations.yaml``; the head of that file says what each field means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    predicate: str
    verbs: tuple[tuple[str, str], ...] = ()
    acts: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    heir: bool = False
    several: bool = False
    subject: Party = "any"
    object: Party = "any"
    reach: int = 6
    lone: bool = False
    holder: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A way to meet a cue.  ``tail``: words that follow; ``form``: of a verb; ``pronoun``: written
    onto a verbal noun.
    """

    cue: Cue
    part: Part
    by: frozenset[str]
    tail: tuple[str, ...] = ()
    past: frozenset[str] = frozenset()
    form: Form | None = None
    pronoun: str = ""


class PartyWords(BaseModel):
    """The lists of ``relations_words.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    group: frozenset[str]
    cell: frozenset[str]
    armed: frozenset[str]
    others: frozenset[str]
    known_as: frozenset[str]
    had: frozenset[str]
    actor: frozenset[str]
    place: frozenset[str]
    conflict: frozenset[str]
    listing: frozenset[str] = Field(alias="list")
    unreal: frozenset[str]
    accused: frozenset[str]
    ended: frozenset[str]
    pronouns: dict[str, str]
    copulas: frozenset[str]
    relatives: frozenset[str]
    personal: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    telling: frozenset[str]
    bodies: frozenset[str]
    within: frozenset[str]
    quantifiers: frozenset[str]
    carriers: frozenset[str]
    called: frozenset[str]
    kin: frozenset[str]


@cache
def party_words() -> PartyWords:
    """The word lists, folded; CodebookError where the file does not fit."""
    raw = read_yaml(files("marsad.codebook") / "cues" / "relations_words.yaml", PartyWords)
    lists = {name: frozenset(map(fold, words)) for name, words in raw if name != "pronouns"}
    return raw.model_copy(update={**lists, "pronouns": {fold(k): fold(v) for k, v in raw.pronouns.items()}})


@cache
def _index() -> dict[str, tuple[Entry, ...]]:
    source = files("marsad.codebook") / "cues" / "relations.yaml"
    out: dict[str, list[Entry]] = defaultdict(list)
    for place, cue in enumerate(read_yaml(source, list[Cue]), 1):
        if not (cue.verbs or cue.acts or cue.states or cue.titles or cue.posts):
            raise CodebookError("no word to meet this cue by", where=f"{source}: item {place}")
        by, past = frozenset(map(fold, cue.by)), frozenset(map(fold, cue.past))
        for perfect, imperfect in cue.verbs:
            for form in conjugate(perfect, imperfect):
                out[form.word].append(Entry(cue, "verb", by, past=past, form=form))
        for act in map(fold, cue.acts):
            out[act].append(Entry(cue, "act", by, past=past))
            for stem in _stems(act):
                for pronoun in _POSSESSIVES:
                    out[stem + pronoun].append(Entry(cue, "act", by, past=past, pronoun=pronoun))
        for state in cue.states:
            out[fold(state)].append(Entry(cue, "state", by, past=past))
        for post in cue.posts:
            out[fold(post)].append(Entry(cue, "post", by))
        for title in cue.titles:
            first, *tail = fold(title).split()
            out[first].append(Entry(cue, "title", by, tail=tuple(tail)))
            if (
                not tail
                and not cue.several
                and (cue.object == "group" or (cue.object, cue.subject) == ("any", "person"))
            ):
                for stem in _stems(first):
                    for pronoun in _POSSESSIVES:
                        out[stem + pronoun].append(Entry(cue, "owned", by, pronoun=pronoun))
        for word in map(fold, cue.not_words):
            out[word] = [entry for entry in out[word] if entry.cue is not cue]
    return {word: tuple(entries) for word, entries in out.items() if entries}


def cue_words() -> Iterable[str]:
    """The folded words that cues are met by."""
    return _index()


def _stems(noun: str) -> tuple[str, ...]:
    """What pronouns are written onto: the noun, ه turned to ت, a last hamza on any carrier."""
    if noun.endswith("ء"):
        return noun, noun[:-1] + "ي", noun[:-1] + "و"
    return (noun[:-1] + "ت",) if noun.endswith("ه") else (noun,)


@lru_cache(maxsize=4096)
def entries_of(word: str) -> tuple[Entry, ...]:
    """The entries that a folded word may meet; none for most words."""
    index = _index()
    found = index.get(word, ())
    if word[0] in "وف" and len(word) > 3:
        found += index.get(word[1:], ())
    lead, rest = proclitic(word)
    bare = base(word)
    if (bare != word and rest != word[1:]) or lead not in ("و", "ف"):
        seen = {id(e) for e in found}
        found += tuple(
            e for e in index.get(bare, ()) if id(e) not in seen and e.part in ("act", "title") and bare != word
        )
    return found
