"""With what an attack was made: the weapon that its words tell of, and the mode that this gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ...codebook import load
from ...codebook.yaml_file import read_yaml
from ...errors import CodebookError
from ...languages.arabic.clitics import bare, splits
from ...languages.arabic.letters import fold
from ...languages.arabic.verbs import conjugate
from ...records import EventBody
from ..document import Document
from ..proposal import Proposal
from .cues import readings

Kind = Literal["craft", "device", "shell", "hand", "manner"]
# Words from a suicide attacker, or himself as the object, to the word for the attack.
_NEAR = 3
# Modes that a word for an attack has by itself, which what it was made with may say better.
_BY_DEFAULT = frozenset({None, "heavy-weapons", "explosives"})
_FROM_THE_AIR = frozenset({"airstrike", "drone"})


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    weapon: str
    kind: Kind
    words: tuple[str, ...]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    weapons: tuple[_Entry, ...]
    strikes: tuple[tuple[str, str], ...]
    strike_nouns: tuple[str, ...]
    sets_off: tuple[tuple[str, str], ...]
    sets_off_nouns: tuple[str, ...]
    fires: tuple[tuple[str, str], ...]
    fires_nouns: tuple[str, ...]
    attacks: tuple[str, ...]
    causes: tuple[str, ...]
    loaded: tuple[str, ...]
    suicide: tuple[str, ...]
    selves: tuple[str, ...]


class Means(BaseModel):
    """``codebook/cues/means.yaml``, folded: weapons by their words, and for each kind the words it stands behind."""

    model_config = ConfigDict(frozen=True)

    weapons: dict[tuple[str, ...], tuple[tuple[str, Kind], ...]]
    behind: dict[Kind, frozenset[str]]
    causes: frozenset[str]
    loaded: frozenset[str]
    suicide: frozenset[str]
    selves: frozenset[str]


@cache
def means() -> Means:
    """The words; CodebookError where the file does not fit or names a weapon that the codebook has not."""
    raw = read_yaml(files("marsad.codebook") / "cues" / "means.yaml", _File)
    weapons: dict[tuple[str, ...], tuple[tuple[str, Kind], ...]] = {}
    for entry in raw.weapons:
        if entry.weapon not in load().weapons:
            raise CodebookError(
                f"the codebook knows no weapon {entry.weapon}",
                remedy="use a code of codebook/weapons.yaml",
            )
        for word in entry.words:
            key = tuple(map(bare, fold(word).split()))
            weapons[key] = (*weapons.get(key, ()), (entry.weapon, entry.kind))
    return Means(
        weapons=weapons,
        behind={
            "craft": _forms(raw.strikes) | _folded(raw.strike_nouns),
            "device": _forms(raw.sets_off) | _folded(raw.sets_off_nouns),
            "shell": _forms(raw.fires) | _folded(raw.fires_nouns),
            "hand": frozenset(),
            "manner": _folded(raw.attacks),
        },
        causes=_folded(raw.causes),
        loaded=_folded(raw.loaded),
        suicide=_folded(raw.suicide),
        selves=_folded(raw.selves),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _forms(verbs: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(form.word for verb in verbs for form in conjugate(*verb))


def with_means(doc: Document, event: Proposal) -> None:
    """Write into an attack the weapon that its evidence tells of, and the mode where its own word leaves that open."""
    body = event.body
    if not isinstance(body, EventBody) or body.type != "ASSAULT":
        return
    found = sorted(_told(doc, event, body), key=lambda one: abs(one[0] - event.anchor))
    weapon = body.weapon or next((weapon for _, weapon in found), None)
    if weapon is None and body.mode == "aerial":
        weapon = "airstrike"
    event.body = replace(body, weapon=weapon, mode=_mode(doc, event, body, weapon))


def _mode(doc: Document, event: Proposal, body: EventBody, weapon: str | None) -> str | None:
    if body.mode in (None, "explosives") and _suicidal(doc, event):
        return "suicide-attack"
    if body.mode is None or (weapon in _FROM_THE_AIR and body.mode in _BY_DEFAULT):
        return load().weapons[weapon].mode if weapon else body.mode
    return body.mode


def _suicidal(doc: Document, event: Proposal) -> bool:
    """Whether the word for the attack says that its maker means to die, or that he blew up himself."""
    forms, at, known = doc.words.forms, event.anchor, means()
    read = readings(forms[at])
    if not any(r.cue.type == "ASSAULT" and not r.cue.result for r in read):
        return False
    after = forms[at + 1 : min(event.last, at + 1 + _NEAR)]
    explosive = any(r.cue.mode == "explosives" for r in read)
    if explosive and not known.selves.isdisjoint(after):
        return True
    # A suicide attacker who is killed was not the one who attacked: قتل انتحاري.
    qualified = bool(after) and bare(after[0]) in known.suicide
    return qualified and (explosive or all(r.form is None for r in read))


def _told(doc: Document, event: Proposal, body: EventBody) -> Iterator[tuple[int, str]]:
    """The weapons of the event's evidence and where each is told."""
    doers = {doc.words.at(r.start) for r in body.roles if r.role == "agent"}
    for i in range(event.first, event.last):
        lead, entries = _weapons_at(doc, i, event.last)
        for weapon, kind in entries:
            done = (kind == "craft" and i in doers) or (
                kind == "device" and not lead and _set_off(doc, event.anchor, i)
            )
            if done or _tells(doc, i, lead, kind):
                yield i, weapon
                break


def _set_off(doc: Document, verb: int, at: int) -> bool:
    """Whether a verb of setting off has the word at ``at`` for its object: فجر مسلحون عبوة."""
    if not verb < at <= verb + _NEAR or any(map(doc.ends_clause, range(verb + 1, at + 1))):
        return False
    return (
        any(r.form is not None for r in readings(doc.words.forms[verb]))
        and doc.words.forms[verb] in means().behind["device"]
    )


def _weapons_at(doc: Document, at: int, stop: int) -> tuple[str, tuple[tuple[str, Kind], ...]]:
    """The proclitics of the word at ``at`` and what weapons it names, with the next where two are one name."""
    forms, known = doc.words.forms, means().weapons
    for size in (2, 1):
        if at + size > stop:
            continue
        rest = tuple(map(bare, forms[at + 1 : at + size]))
        for lead, word in splits(forms[at]):
            if entries := known.get((bare(word), *rest)):
                return lead, entries
    return "", ()


def _tells(doc: Document, at: int, lead: str, kind: Kind) -> bool:
    """Whether the word of a weapon stands where the means of an attack does."""
    forms, known = doc.words.forms, means()
    before = forms[at - 1] if at and not doc.ends_clause(at) else ""
    if lead.endswith("ب"):
        return kind != "manner" and before not in known.loaded
    if lead and not (lead == "ل" and kind == "craft"):
        return False
    first = {rest for _, rest in splits(before)} | {bare(rest) for _, rest in splits(before)}
    return not known.behind[kind].isdisjoint(first) or (kind != "manner" and not known.causes.isdisjoint(first))
