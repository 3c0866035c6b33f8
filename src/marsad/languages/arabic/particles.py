"""The closed-class words of Arabic, by what they do to the phrase they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files

import yaml

from ...errors import CodebookError
from .letters import fold


@dataclass(frozen=True, slots=True)
class Particles:
    """Sets of folded words; ``all`` is every particle of every kind."""

    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    loose_relatives: frozenset[str]
    pronouns: frozenset[str]
    demonstratives: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]

    all: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        kinds = (getattr(self, f.name) for f in fields(self) if f.init)
        object.__setattr__(self, "all", frozenset[str]().union(*kinds))


@cache
def particles() -> Particles:
    """The particles of ``particles.yaml``, folded; CodebookError where a list is missing or not of words."""
    raw = yaml.safe_load(files(__package__).joinpath("particles.yaml").read_text("utf-8"))
    wanted = {f.name for f in fields(Particles) if f.init}
    if not isinstance(raw, dict) or set(raw) != wanted:
        raise CodebookError(f"must hold exactly {sorted(wanted)}", where="languages/arabic/particles.yaml")
    for name, entries in raw.items():
        if not all(isinstance(word, str) for word in entries):
            raise CodebookError(f"{name} holds something that is not a word", where="languages/arabic/particles.yaml")
    return Particles(**{name: frozenset(map(fold, entries)) for name, entries in raw.items()})
