"""The words that say what a number counts, from the codebook's cue file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ...codebook import load
from ...codebook.yaml_file import read_yaml
from ...errors import CodebookError
from ...languages.arabic.letters import fold
from ...languages.arabic.verbs import conjugate


class _IfNear(BaseModel):
    model_config = ConfigDict(extra="forbid")

    verbs: list[tuple[str, str]] = []
    heads: list[str] = []
    needs: list[str]


class _UnitsIfNear(BaseModel):
    model_config = ConfigDict(extra="forbid")

    units: list[str]
    needs: list[str]


class _Measure(BaseModel):
    model_config = ConfigDict(extra="forbid")

    verbs: list[tuple[str, str]]
    heads: list[str]
    units: list[str]
    weak: list[str] = []
    after: list[str] = []
    if_near: _IfNear | None = None
    units_if_near: _UnitsIfNear | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    measures: dict[str, _Measure]
    not_counted: list[str]
    things: list[str]
    partitives: list[str]
    comparatives: list[str]
    courts: list[str]
    singulars: list[str]
    one_of: list[str]
    that: list[str]
    when: list[str]
    state: list[str]
    critical: list[str]
    in_care: list[str]
    hospitals: list[str]
    bridges: list[str]
    negations: list[str]
    none_before: list[str]
    none_of: dict[str, str]


@dataclass(frozen=True, slots=True)
class FigureCues:
    """Folded words and what they tell.

    ``governors`` and ``units`` give the measure; ``if_near`` and ``units_if_near`` give measures with the words that must
    follow.
    """

    governors: dict[str, str]
    if_near: dict[str, list[tuple[str, frozenset[str]]]]
    verbs: frozenset[str]
    heads: frozenset[str]
    units: dict[str, str]
    units_if_near: dict[str, tuple[str, frozenset[str]]]
    weak: dict[str, str]
    after: dict[str, str]
    not_counted: frozenset[str]
    things: frozenset[str]
    partitives: frozenset[str]
    comparatives: frozenset[str]
    courts: frozenset[str]
    singulars: frozenset[str]
    one_of: frozenset[str]
    that: frozenset[str]
    when: frozenset[str]
    state: tuple[str, ...]
    critical: frozenset[str]
    in_care: frozenset[str]
    hospitals: frozenset[str]
    bridges: frozenset[str]
    negations: frozenset[str]
    none_before: frozenset[str]
    none_of: dict[str, str]


@cache
def figure_cues() -> FigureCues:
    """The words for figures; CodebookError for a measure that the codebook does not know."""
    raw = read_yaml(files("marsad.codebook") / "cues" / "figures.yaml", _File)
    unknown = (set(raw.measures) | set(raw.none_of.values())) - set(load().measures)
    if unknown:
        raise CodebookError(f"measures unknown to measures.yaml: {sorted(unknown)}", where="codebook/cues/figures.yaml")
    governors: dict[str, str] = {}
    if_near: dict[str, list[tuple[str, frozenset[str]]]] = {}
    verbs: set[str] = set()
    for name, measure in raw.measures.items():
        for verb in measure.verbs:
            for form in conjugate(*verb):
                governors.setdefault(form.word, name)
                verbs.add(form.word)
        for head in measure.heads:
            governors.setdefault(fold(head), name)
        if measure.if_near:
            needs = _folded(measure.if_near.needs)
            forms = [form.word for verb in measure.if_near.verbs for form in conjugate(*verb)]
            verbs.update(forms)
            for word in [*forms, *map(fold, measure.if_near.heads)]:
                if_near.setdefault(word, []).append((name, needs))
    return FigureCues(
        governors=governors,
        if_near=if_near,
        verbs=frozenset(verbs),
        heads=frozenset(fold(h) for m in raw.measures.values() for h in m.heads),
        units={fold(w): name for name, m in raw.measures.items() for w in m.units},
        units_if_near={
            fold(w): (name, _folded(near.needs))
            for name, m in raw.measures.items()
            if (near := m.units_if_near)
            for w in near.units
        },
        weak={fold(w): name for name, m in raw.measures.items() for w in m.weak},
        after={fold(w): name for name, m in raw.measures.items() for w in m.after},
        not_counted=_folded(raw.not_counted),
        things=_folded(raw.things),
        partitives=_folded(raw.partitives),
        comparatives=_folded(raw.comparatives),
        courts=_folded(raw.courts),
        singulars=_folded(raw.singulars),
        one_of=_folded(raw.one_of),
        that=_folded(raw.that),
        when=_folded(raw.when),
        state=tuple(map(fold, raw.state)),
        critical=_folded(raw.critical),
        in_care=_folded(raw.in_care),
        hospitals=_folded(raw.hospitals),
        bridges=_folded(raw.bridges),
        negations=_folded(raw.negations),
        none_before=_folded(raw.none_before),
        none_of={fold(w): m for w, m in raw.none_of.items()},
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
