"""A person's name in its parts: given names, kunya, patronymics, nisba, family name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.memo import Memo
from .forms import Form, form
from .letters import is_arabic, to_arabic, to_latin
from .rarity import bits

PartKind = Literal["given name", "patronymic", "kunya", "nisba", "family name"]
Affix = Literal["", "servant", "god", "faith", "born"]

_WORD = re.compile(r"[^\W_]+(?:['’‘`ʿʾʼʻ\u064b-\u065f\u0670\u0640\u200c]+[^\W_]*)*", re.UNICODE)
_SERVANT_GLUED = re.compile(r"abd[aeuo]?u?(?:l|r(?=r)|s(?=s)|n(?=n)|d(?=d)|z(?=z)|sh(?=sh))?(?P<of>[a-z]{3,})")
_GOD_GLUED = re.compile(r"(?P<of>[a-z]{3,}?)[aeuo]?l+ah?")
_FAITH_GLUED = re.compile(r"(?P<of>[a-z]{2,}?)(?:[aeuoi]d|al|ul)d?(?:in|een|ine|ien)")
_BORN_GLUED = re.compile(r"(?P<of>[a-z]{3,}?)z[ao]d[aeo]h?")
_KUNYA_GLUED = re.compile(r"ab[ou]u?(?P<of>[bcdfghjkmnpqrstvwxz][a-z]{3,})")
_ARTICLE_GLUED = re.compile(r"e(?P<of>(?P<sun>[strdzn])(?P=sun).{3,})")
_NISBA = re.compile(r".{3,}(?:i|y|ي)")


class Words(BaseModel):
    """The lists of ``parts.yaml``, each item words set apart by spaces."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    titles: tuple[str, ...]
    kunya: tuple[str, ...]
    filiation: tuple[str, ...]
    servant: tuple[str, ...]
    joints: tuple[str, ...]
    god: tuple[str, ...]
    faith: tuple[str, ...]
    born: tuple[str, ...]


@cache
def _lists() -> Words:
    return read_yaml(files(__package__) / "parts.yaml", Words)


@cache
def _role_of() -> dict[str, str]:
    """A word -> the name of the list it stands in."""
    lists = _lists()
    return {
        word: name for name in reversed(Words.model_fields) for line in getattr(lists, name) for word in line.split()
    }


@cache
def _title_of() -> dict[str, str]:
    """A title -> the first word for it."""
    return {word: line.split()[0] for line in _lists().titles for word in line.split()}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name: what it is, the words as written, its stem without article and affix, its rarity in bits.

    The first part of a name has the ``title`` that the name bears, by the first word of its line in ``parts.yaml``.
    """

    kind: PartKind
    written: str
    stem: Form
    affix: Affix
    bits: float
    title: str = ""


@dataclass(slots=True)
class _Draft:
    written: str
    stem: str
    affix: Affix = ""
    lead: str = ""
    article: bool = False


def parts_of(name: str) -> tuple[Part, ...]:
    """The parts of a name in the order they are written; none where it has no letters."""
    return _names()[name]


@cache
def _names() -> Memo[tuple[Part, ...]]:
    return Memo(_parts)


def _parts(name: str) -> tuple[Part, ...]:
    drafts, title = _drafts(_ordered(name))
    last = len(drafts) - 1
    out: list[Part] = []
    for i, draft in enumerate(drafts):
        kind: PartKind
        if draft.lead == "kunya":
            kind = "kunya"
        elif draft.lead == "filiation":
            kind = "patronymic"
        elif i and i == last:
            kind = "nisba" if draft.article and _NISBA.fullmatch(draft.stem) else "family name"
        else:
            kind = "given name" if not any(one.kind == "given name" for one in out) else "patronymic"
        stem = form(draft.stem)
        out.append(Part(kind, draft.written, stem, draft.affix, bits(stem, draft.affix), title if not i else ""))
    return tuple(out)


def _ordered(name: str) -> str:
    """ "Family, given" as "given family"."""
    family, comma, given = name.partition(",")
    return f"{given} {family}" if comma and given.strip() and "," not in given else name


def _drafts(name: str) -> tuple[list[_Draft], str]:
    words = [(word, _plain(word)) for word in _WORD.findall(name)]
    words = [(word, plain) for word, plain in words if plain]
    role_of = _role_of()
    roles = [role_of.get(plain, "") for _, plain in words]
    title = ""
    if any(not role for role in roles):
        title = next(
            (_title_of()[plain] for (_, plain), role in zip(words, roles, strict=True) if role == "titles"), ""
        )
        kept = [i for i, role in enumerate(roles) if role != "titles"]
        words, roles = [words[i] for i in kept], [roles[i] for i in kept]
    out: list[_Draft] = []
    lead = ""
    article = False
    pending: list[str] = []
    for i, ((word, plain), role) in enumerate(zip(words, roles, strict=True)):
        last = i == len(words) - 1
        if role == "joints" and not last:
            article = True
            pending.append(word)
        elif role in ("kunya", "filiation", "servant") and not last:
            if not (role == "filiation" and lead == "kunya"):
                lead = role
            pending.append(word)
        elif role in ("god", "faith", "born") and out and lead == "":
            out[-1].affix = role  # type: ignore[assignment]
            out[-1].written = " ".join((out[-1].written, *pending, word))
            pending, article = [], False
        else:
            draft = _draft(word, plain)
            draft.article |= article
            if lead == "servant":
                draft.affix = "servant"
                draft.stem = _bare(draft.stem)
            elif lead:
                draft.lead = lead
            draft.written = " ".join((*pending, word))
            out.append(draft)
            lead, article, pending = "", False, []
    return out, title


def _plain(word: str) -> str:
    return to_arabic(word) if is_arabic(word) else to_latin(word)


def _draft(word: str, plain: str) -> _Draft:
    """A word that stands alone, its article and what is written together with it taken off."""
    if plain[0] >= "\u0600":
        return _arabic_draft(word, plain)
    for pattern, affix in (
        (_SERVANT_GLUED, "servant"),
        (_FAITH_GLUED, "faith"),
        (_GOD_GLUED, "god"),
        (_BORN_GLUED, "born"),
    ):
        if found := pattern.fullmatch(plain):
            stem = found["of"]
            if affix == "servant" and re.fullmatch("l?l?ah?", stem):
                stem = "allah"
            return _Draft(word, stem, affix)  # type: ignore[arg-type]
    if re.fullmatch("abd[aeuo]?l+ah?", plain):
        return _Draft(word, "allah", "servant")
    if found := _ARTICLE_GLUED.fullmatch(plain):
        return _Draft(word, found["of"], article=True)
    if found := _KUNYA_GLUED.fullmatch(plain):
        return _Draft(word, found["of"], lead="kunya")
    return _Draft(word, plain)


def _bare(name: str) -> str:
    """A name of God without its article, which is never part of it."""
    return name if name == "الله" else name.removeprefix("ال")


def _arabic_draft(word: str, plain: str) -> _Draft:
    if plain.startswith("عبد") and len(plain) > 5:
        rest = plain[3:]
        return _Draft(word, _bare(rest), "servant")
    if plain == "عبدلله":
        return _Draft(word, "الله", "servant")
    if plain.startswith("ابو") and len(plain) > 5:
        rest = plain[3:]
        return _Draft(word, rest.removeprefix("ال") if len(rest) > 4 else rest, lead="kunya")
    for ending, affix in (("الله", "god"), ("الدين", "faith"), ("زاده", "born")):
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            return _Draft(word, plain[: -len(ending)], affix)  # type: ignore[arg-type]
    if plain.startswith("ال") and len(plain) > 4 and word[0] not in "إأآ":
        return _Draft(word, plain[2:], article=True)
    return _Draft(word, plain)
