"""The words that call for an event, from the codebook's cue file, ready to be looked up by any of their forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from ...codebook import load
from ...codebook.yaml_file import read_yaml
from ...errors import CodebookError
from ...languages.arabic.clitics import bare, splits
from ...languages.arabic.gates import WordGate
from ...languages.arabic.letters import fold
from ...languages.arabic.lexicon import is_whole
from ...languages.arabic.particles import particles
from ...languages.arabic.verbs import Form, conjugate

Frame = Literal["agent-target", "target", "either", "weapon", "agent", "of-target", "on-target", "between", "of-agent"]
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")


class EventCue(BaseModel):
    """One entry of ``codebook/cues/events.yaml``, whose head explains the fields, or of ``dealings.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str
    frame: Frame
    verb: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    mode: str | None = None
    weapon: str | None = None
    result: bool = False
    wounds: bool = False
    soft: bool = False
    armed: bool = False
    state: bool = False
    said: bool = False
    generic: bool = False
    near: bool = False
    wide: bool = False
    persons: bool = False
    placed: bool = False
    ongoing: bool = False
    deed: bool = False
    announced: bool = False
    opens: bool = False
    subject: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    before_any: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()

    @model_validator(mode="after")
    def _has_words(self) -> EventCue:
        if bool(self.verb) == bool(self.nouns):
            raise ValueError("an entry has either a verb or nouns")
        if len(self.verb) > 2:
            raise ValueError("a verb is [perfect, imperfect]")
        return self

    def folded(self) -> EventCue:
        """The same with its companion words folded."""
        sets = {
            name: frozenset(map(fold, getattr(self, name)))
            for name in ("subject", "needs", "before", "before_any", "not_before", "not_with")
        }
        # An indefinite accusative is the same companion as the bare noun: جنديا, جندي.
        needs = sets["needs"] - particles().all
        sets["needs"] |= {w.removesuffix("ا") for w in needs if len(w) > 4}
        sets["needs"] |= {w + "ا" for w in needs if len(w) > 2 and not w.endswith(("ا", "ه", "ي", "ات", "ين"))}
        return self.model_copy(update=sets)


@dataclass(frozen=True, slots=True)
class Reading:
    """A word read as an event cue: ``lead`` are its proclitics, ``form`` its verb form, None for a noun."""

    cue: EventCue
    lead: str
    form: Form | None = None
    plural: bool = False
    definite: bool = False
    pronoun: bool = False


@cache
def event_cues() -> tuple[EventCue, ...]:
    """All entries of the cue files; CodebookError naming the entry that does not fit."""
    home = files("marsad.codebook") / "cues"
    cues = [cue for name in ("events.yaml", "dealings.yaml") for cue in read_yaml(home / name, list[EventCue])]
    known = load().events
    for cue in cues:
        if cue.type not in known or (cue.mode and cue.mode not in known[cue.type].modes):
            raise CodebookError(
                f"the codebook knows no {cue.type} {cue.mode or ''}".rstrip(),
                where=f"codebook/cues, events or dealings: {(cue.verb or cue.nouns)[0]}",
                remedy="use a type and a mode of codebook/events.yaml",
            )
    return tuple(cue.folded() for cue in cues)


@cache
def _forms() -> dict[str, list[Reading]]:
    out: dict[str, list[Reading]] = {}
    for cue in event_cues():
        for form in conjugate(*cue.verb) if cue.verb else ():
            out.setdefault(form.word, []).append(Reading(cue, "", form))
        for word, plural, pronoun in _nouns(cue.nouns, cue.plurals):
            out.setdefault(word, []).append(Reading(cue, "", None, plural, pronoun=pronoun))
    return out


def _nouns(singulars: Iterable[str], plurals: Iterable[str]) -> Iterable[tuple[str, bool, bool]]:
    """Written forms of nouns: (form, whether it is plural, whether it bears a pronoun)."""
    for noun in map(fold, singulars):
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        yield noun, False, False
        if stem == noun:
            yield noun + "ا", False, False
        yield from ((stem + p, False, True) for p in _PRONOUNS)
        yield from ((stem + dual, True, False) for dual in ("ان", "ين"))
    for noun in map(fold, plurals):
        yield noun, True, False
        yield noun + "ا", True, False
        yield from ((noun + p, True, True) for p in _PRONOUNS)


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[Reading, ...]:
    """How a folded word can be read as an event cue, proclitics set aside; most words cannot."""
    forms = _forms()
    out: list[Reading] = []
    for lead, rest in splits(word):
        stem = bare(rest)
        if rest not in forms and stem not in forms:
            continue
        if lead and is_whole(word):
            break
        if rest in forms:
            out += [replace(r, lead=lead) for r in forms[rest] if _bears(r, lead)]
        if stem != rest and stem in forms:
            nouns = (r for r in forms[stem] if r.form is None and not r.pronoun and "س" not in lead)
            out += [replace(r, lead=lead, definite=True) for r in nouns]
        if out:
            break
    return tuple(out)


@WordGate.of(_forms)
def may_tell(word: str) -> bool:
    """Whether a folded word can be read as an event cue."""
    return bool(readings(word))


def _bears(reading: Reading, lead: str) -> bool:
    """Whether the word may bear these proclitics: س goes before imperfects only, ب and ك before nouns only."""
    form = reading.form
    if form is None:
        return "س" not in lead
    if lead.endswith(("س", "ل")):
        return form.tense == "imperfect"
    return not lead or lead in ("و", "ف")
