"""What the words of a clause themselves take from its certainty, and what they negate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import base
from ...languages.arabic.particles import particles
from ...records import Certainty
from ..document import Document
from .context import finite
from .cue_phrases import Phrases, phrases, words
from .voice import stronger

_IMPERFECT = "{imperfect}"
_REACH = 2  # words after the trigger within which an attribute such as المزعوم still speaks of it
_GOVERNED = 7  # words between a negated verb and the noun that it denies: لم يسفر الهجوم عن إصابات


class _Weakening(BaseModel):
    model_config = ConfigDict(extra="forbid")

    before: list[str] = []
    after: list[str] = []


class _Negations(BaseModel):
    model_config = ConfigDict(extra="forbid")

    before_verb: list[str]
    before_noun: list[str]
    only: list[str]
    none: list[str]


class _Certainty(BaseModel):
    model_config = ConfigDict(extra="forbid")

    hedged: _Weakening
    alleged: _Weakening
    denied: _Weakening
    negations: _Negations


@dataclass(frozen=True, slots=True)
class Hedges:
    """Folded cue words: ``before`` what they weaken, ``after`` it as attributes; negations by what they
    stand before."""

    before: tuple[tuple[Certainty, Phrases], ...]
    starts: frozenset[str]
    after: Mapping[str, Certainty]
    before_verb: frozenset[str]
    before_noun: frozenset[str]
    only: frozenset[str]
    none: frozenset[str]


@cache
def hedges() -> Hedges:
    """The cues of ``certainty.yaml``; CodebookError where the file does not hold what it should."""
    raw = read_yaml(files("marsad.codebook") / "cues" / "certainty.yaml", _Certainty)
    listed: tuple[tuple[Certainty, _Weakening], ...] = (
        ("hedged", raw.hedged), ("alleged", raw.alleged), ("denied", raw.denied),
    )  # fmt: skip
    before = tuple((certainty, phrases(entry.before, "وف")) for certainty, entry in listed)
    return Hedges(
        before=before,
        starts=frozenset(first for _, known in before for first in known),
        after={fold(word): certainty for certainty, entry in listed for word in entry.after},
        before_verb=words(raw.negations.before_verb),
        before_noun=words(raw.negations.before_noun),
        only=words(raw.negations.only),
        none=words(raw.negations.none),
    )


def hedge_at(doc: Document, first: int, last: int) -> Certainty | None:
    """What the words ``first`` to ``last`` take from the certainty of what they say, None where they say
    it plainly.

    Ask with the range from the start of the clause to the trigger in question, the trigger included: what
    stands before it counts, and attributes up to two words after it.  قد with a perfect is no hedge, with
    an imperfect it is.
    """
    known, forms = hedges(), doc.words.forms
    last = min(last, len(forms))
    found: Certainty | None = None
    for at in range(max(first, 0), last):
        if forms[at] in known.starts:
            for certainty, listed in known.before:
                if _met(listed, forms, at, min(last + _REACH, len(forms))):
                    found = stronger(certainty, found)
    for at in range(max(last - 1, first, 0), min(last + _REACH, len(forms))):
        if at >= last and doc.ends_clause(at):
            break
        if forms[at] in known.after and at > first:
            found = stronger(known.after[forms[at]], found)
    return found


def negated(doc: Document, word: int) -> bool:
    """Whether the verb or noun at ``word`` is negated: لم يقتل, عدم وقوع إصابات, دون أن يصاب, لم يسفر عن
    إصابات.

    What somebody denies (نفى) is not negated but said with certainty ``denied``.  لا يزال, لا بد and ليس
    فقط negate nothing.
    """
    forms = doc.words.forms
    if not 0 <= word < len(forms):
        return False
    first = max(doc.clause_of(word)[0], word - _GOVERNED)
    verb = finite(forms[word])
    if verb:
        return _before_verb(forms, word, first)
    return _before_noun(forms, word, first)


def _before_verb(forms: list[str], word: int, first: int) -> bool:
    known = hedges()
    if forms[word] in known.none:
        return False
    for back in (1, 2):
        at = word - back
        if at < 0 or (at < first and back == 2):
            return False
        if forms[at] in known.before_verb:
            return word + 1 >= len(forms) or forms[word + 1] not in known.only
        if forms[at] == "ان" and at > 0 and forms[at - 1] in ("دون", "بدون", "عدم"):
            return True
        if finite(forms[at]):
            return False
    return False


def _before_noun(forms: list[str], word: int, first: int) -> bool:
    known, closed = hedges(), particles()
    for at in range(word - 1, first - 1, -1):
        form = forms[at]
        if form in known.before_noun and word - at <= 3:
            return forms[at + 1] not in known.none and not any(finite(f) for f in forms[at + 1 : word])
        if finite(form):
            return at > 0 and _before_verb(forms, at, max(first - 1, 0))
        if form in closed.subordinators or (form in closed.relatives and form != "من"):
            return False
    return False


def _met(listed: Phrases, forms: list[str], at: int, last: int) -> bool:
    for phrase in listed.get(forms[at], ()):
        if _IMPERFECT in phrase:
            if at + 1 < len(forms) and imperfect(forms[at + 1]):
                return True
        elif at + len(phrase) <= last and tuple(forms[at : at + len(phrase)]) == phrase:
            return True
    return False


@lru_cache(maxsize=50_000)
def imperfect(form: str) -> bool:
    """Whether a folded word after قد reads as an imperfect: it begins with a prefix of person and is no
    known perfect."""
    from ...languages.arabic.lexicon import common_verbs

    known = common_verbs().get(form)
    if known is not None:
        return known.tense == "imperfect"
    return form[0] in "يتن" and len(form) > 2 and not (form[0] == "ت" and base(form) != form)
