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
    families: list[str]
    pairs_of_persons: list[str]
    partitives: list[str]
    comparatives: list[str]
    courts: list[str]
    singulars: list[str]
    takes_object: list[tuple[str, str]]
    one_of: list[str]
    his_men: list[str]
    others: list[str]
    ones: list[str]
    before_that: list[str]
    that: list[str]
    when: list[str]
    meanwhile: list[str]
    later: list[str]
    elsewhere: list[str]
    found: list[tuple[str, str]]
    attempts: list[str]
    results: list[str]
    owns: list[str]
    rises: list[tuple[str, str]]
    ages: list[str]
    tolls: list[str]
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
    imperfect: frozenset[str]
    heads: frozenset[str]
    units: dict[str, str]
    units_if_near: dict[str, tuple[str, frozenset[str]]]
    weak: dict[str, str]
    after: dict[str, str]
    not_counted: frozenset[str]
    things: frozenset[str]
    families: frozenset[str]
    pairs_of_persons: frozenset[str]
    partitives: frozenset[str]
    comparatives: frozenset[str]
    courts: frozenset[str]
    singulars: frozenset[str]
    takes_object: frozenset[str]
    one_of: frozenset[str]
    his_men: frozenset[str]
    others: frozenset[str]
    ones: frozenset[str]
    before_that: frozenset[str]
    that: frozenset[str]
    when: frozenset[str]
    meanwhile: frozenset[str]
    later: frozenset[str]
    elsewhere: frozenset[tuple[str, ...]]
    found: frozenset[str]
    attempts: frozenset[str]
    results: frozenset[str]
    owns: frozenset[str]
    rises: frozenset[str]
    ages: frozenset[str]
    tolls: frozenset[str]
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
    verbs_of_all = [verb for measure in raw.measures.values() for verb in measure.verbs]
    perfect = frozenset(form.word for told, _ in verbs_of_all for form in conjugate(told))
    return FigureCues(
        governors=governors,
        if_near=if_near,
        verbs=frozenset(verbs),
        imperfect=frozenset(verbs) - perfect,
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
        families=_folded(raw.families),
        pairs_of_persons=_folded(raw.pairs_of_persons),
        partitives=_folded(raw.partitives),
        comparatives=_folded(raw.comparatives),
        courts=_folded(raw.courts),
        singulars=_folded(raw.singulars),
        takes_object=_conjugated(raw.takes_object) & perfect,
        one_of=_folded(raw.one_of),
        his_men=_folded(raw.his_men),
        others=_folded(raw.others),
        ones=_folded(raw.ones),
        before_that=_folded(raw.before_that),
        that=_folded(raw.that),
        when=_folded(raw.when),
        meanwhile=_folded(raw.meanwhile),
        later=_folded(raw.later),
        elsewhere=frozenset(tuple(fold(phrase).split()) for phrase in raw.elsewhere),
        found=_conjugated(raw.found),
        attempts=_folded(raw.attempts),
        results=_folded(raw.results),
        owns=_folded(raw.owns),
        rises=_conjugated(raw.rises),
        ages=_folded(raw.ages),
        tolls=_folded(raw.tolls),
        state=tuple(map(fold, raw.state)),
        critical=_folded(raw.critical),
        in_care=_folded(raw.in_care),
        hospitals=_folded(raw.hospitals),
        bridges=_folded(raw.bridges),
        negations=_folded(raw.negations),
        none_before=_folded(raw.none_before),
        none_of={fold(w): m for w, m in raw.none_of.items()},
    )


def _conjugated(verbs: list[tuple[str, str]]) -> frozenset[str]:
    return frozenset(form.word for verb in verbs for form in conjugate(*verb))


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
