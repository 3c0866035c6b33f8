"""The PLOVER sector of whom a phrase names."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ..codebook.yaml_file import read_yaml
from ..languages.arabic.letters import fold
from ..languages.arabic.lexicon import proclitic
from .document import Document


@cache
def _words() -> dict[str, str]:
    raw = read_yaml(files("marsad.codebook") / "cues" / "sectors.yaml", dict[str, list[str]])
    return {fold(phrase): code for code, phrases in raw.items() for phrase in phrases}


def sector(doc: Document, first: int, last: int) -> str | None:
    """PLOVER's code for the phrase of words ``first`` up to ``last``, or None where nothing tells it.

    A named actor, or one that a noun refers to, has the sector that its mention carries as ``subtype``; else the first word
    of the phrase that is listed under a sector decides, two-word entries before single words.
    """
    known = _words()
    if (named := _named_group(doc, first, last)) is not None:
        return named
    if (noun := doc.referring(first, first + 1)) is not None and _is_code(noun.subtype):
        return noun.subtype
    for at in range(first, last):
        held = doc.mention_from.get(at)
        if held and _is_code(held[1].subtype):
            return held[1].subtype
        word = proclitic(doc.words.forms[at])[1]
        if at + 1 < last and (pair := known.get(f"{word} {doc.words.forms[at + 1]}")):
            return pair
        if code := known.get(word):
            return code
    return None


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


def told_sector(words: str) -> str | None:
    """PLOVER's code that the words by themselves tell, or None: the first of them that is listed decides."""
    known, forms = _words(), fold(words).split()
    for at, form in enumerate(forms):
        word = proclitic(form)[1]
        if code := known.get(" ".join([word, *forms[at + 1 : at + 2]])) or known.get(word) or known.get(form):
            return code
    return None
