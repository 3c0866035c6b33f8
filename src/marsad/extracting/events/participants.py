"""The words that introduce participants, from the codebook's cue file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ...codebook.yaml_file import read_yaml
from ...languages.arabic.letters import fold
from ...languages.arabic.verbs import conjugate

Verbs = tuple[tuple[str, str], ...]


class _Words(BaseModel):
    """The lists that are words in the file as in the code."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: frozenset[str]
    against: frozenset[str]
    responsibility: frozenset[str]
    adopted: frozenset[str]
    of_himself: frozenset[str]
    statements: frozenset[str]
    deeds: frozenset[str]
    times: frozenset[str]
    not_actors: frozenset[str]
    parts_of_bodies: frozenset[str]
    own: frozenset[str]
    freed: frozenset[str]
    manners: frozenset[str]
    owned: frozenset[str]
    parties: frozenset[str]
    men_in_ta: frozenset[str]
    penalties: frozenset[str]


class _File(_Words):
    carry_out: Verbs
    hit: Verbs
    exposed: Verbs
    claim: Verbs


class Participants(_Words):
    """The lists of ``codebook/cues/participants.yaml``, folded, verbs in all their forms."""

    carry_out: frozenset[str]
    hit: frozenset[str]
    exposed: frozenset[str]
    claim: frozenset[str]


@cache
def participants() -> Participants:
    """The words that introduce participants; CodebookError where the file does not fit."""
    raw = read_yaml(files("marsad.codebook") / "cues" / "participants.yaml", _File)
    out: dict[str, frozenset[str]] = {}
    for name, entries in raw:
        if isinstance(entries, tuple):
            out[name] = frozenset(form.word for verb in entries for form in conjugate(*verb))
        else:
            out[name] = frozenset(map(fold, entries))
    return Participants(**out)
