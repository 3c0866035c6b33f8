"""The PLOVER sector of whom a phrase names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ..codebook.yaml_file import read_yaml
from ..languages.arabic.letters import fold
from ..languages.arabic.lexicon import proclitic
from .document import Document, is_verb

# Sectors whose people bear arms.
ARMED = frozenset({"UAF", "REB", "MIL", "COP", "CRM"})
# Those who attack or are attacked as a force.
FORCES = ARMED | {"OPP"}
# How far behind a word for members or things the body whose they are is named: دورية مشتركة للجيش, عنصر في كتائب القسام.
_REACH = 4


class _Members(BaseModel):
    """The lists of ``codebook/cues/members.yaml``, folded."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    of_armed_bodies: frozenset[str]
    of_any_body: frozenset[str]
    worn: frozenset[str]


@cache
def _words() -> dict[str, str]:
    raw = read_yaml(files("marsad.codebook") / "cues" / "sectors.yaml", dict[str, list[str]])
    return {fold(phrase): code for code, phrases in raw.items() for phrase in phrases}


@cache
def _members() -> _Members:
    raw = read_yaml(files("marsad.codebook") / "cues" / "members.yaml", _Members)
    return _Members(**{name: frozenset(map(fold, words)) for name, words in raw})


def sector(doc: Document, first: int, last: int) -> str | None:
    """PLOVER's code for the phrase of words ``first`` up to ``last``, or None where nothing tells it.

    A named actor, or one that a noun refers to, has the sector that its mention carries as ``subtype``; else the words tell it
    (:func:`_told`).
    """
    if (named := _named_group(doc, first, last)) is not None:
        return named
    if (noun := doc.referring(first, first + 1)) is not None and _is_code(noun.subtype):
        return noun.subtype

    def of_mention(at: int) -> str | None:
        held = doc.mention_from.get(first + at)
        if held is None or not _is_code(held[1].subtype):
            return None
        member = held[1].type == "role" and proclitic(doc.words.forms[first + at])[1] in _members().of_any_body
        return None if member else held[1].subtype

    return _told(doc.words.forms[first:last], of_mention)


def told_sector(words: str) -> str | None:
    """PLOVER's code that the words by themselves tell, or None."""
    return _told(fold(words).split(), lambda _: None)


def _told(forms: Sequence[str], of_mention: Callable[[int], str | None]) -> str | None:
    """The code of the first word that is listed under a sector or heads a mention that has one, two-word entries first.

    A word for members or things of a body leaves it to the body, where that is named right behind it.
    """
    known, members = _words(), _members()
    held: str | None = None
    armed, reach = False, len(forms)
    for at, form in enumerate(forms):
        if held is not None and (at > reach or form in members.worn or is_verb(form)):
            break
        word = proclitic(form)[1]
        code = of_mention(at) or known.get(" ".join([word, *forms[at + 1 : at + 2]]))
        if code is None and (code := known.get(word) or known.get(form)):
            of_armed = word in members.of_armed_bodies
            if of_armed or word in members.of_any_body:
                if of_armed or held in (None, "CVL"):
                    held, armed, reach = code, of_armed, at + _REACH
                continue
        if code is None:
            continue
        if held is None or code in ARMED | {"SPY"} or (not armed and code != "CVL"):
            return code
        break
    return held


def _named_group(doc: Document, first: int, last: int) -> str | None:
    """The sector of a group or body whose name follows a word for its kind: تنظيم داعش."""
    if first + 1 >= last or _words().get(proclitic(doc.words.forms[first])[1]) not in ("UAF", "REB", "OPP"):
        return None
    held = doc.mention_from.get(first) or doc.mention_from.get(first + 1)
    if held is None or held[1].type != "group":
        return None
    return held[1].subtype if _is_code(held[1].subtype) else None


def _is_code(subtype: str | None) -> bool:
    """Whether a mention's subtype is a sector's code; of places it is how fine they are."""
    return subtype is not None and len(subtype) == 3 and subtype.isupper()
