"""The words that say what a number counts, from the codebook's cue file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from importlib.resources import files
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, TypeAdapter

from ...codebook import load
from ...codebook.yaml_file import read_yaml
from ...errors import CodebookError
from ...languages.arabic.letters import fold
from ...languages.arabic.verbs import conjugate

_Pairs = list[tuple[str, str | None]]
_PAIRS, _LINES = TypeAdapter(_Pairs), TypeAdapter(list[str])


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _cut(phrases: object) -> list[list[str]]:
    return [fold(phrase).split() for phrase in _LINES.validate_python(phrases)]


def _forms(verbs: Iterable[tuple[str, str | None]]) -> frozenset[str]:
    return frozenset(form.word for verb in verbs for form in conjugate(*verb))


# What the file has, ready to be looked up: words folded, verbs and perfects in all their forms, phrases cut into words.
_Words = Annotated[frozenset[str], AfterValidator(_folded)]
_Verbs = Annotated[frozenset[str], BeforeValidator(lambda raw: _forms(_PAIRS.validate_python(raw)))]
_Perfects = Annotated[frozenset[str], AfterValidator(lambda told: _forms((verb, None) for verb in told))]
_Openings = Annotated[tuple[str, ...], AfterValidator(lambda raw: tuple(map(fold, raw)))]
_Phrases = Annotated[frozenset[tuple[str, ...]], BeforeValidator(_cut)]
_Measures = Annotated[
    dict[str, str], AfterValidator(lambda raw: {fold(word): measure for word, measure in raw.items()})
]


class _Given(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _IfNear(_Given):
    verbs: _Pairs = []
    heads: _Words = frozenset()
    needs: _Words


class _UnitsIfNear(_Given):
    units: _Words
    needs: _Words


class _Measure(_Given):
    verbs: _Pairs
    heads: _Words
    units: _Words
    weak: _Words = frozenset()
    after: _Words = frozenset()
    if_near: _IfNear | None = None
    units_if_near: _UnitsIfNear | None = None


class FigureCues(_Given):
    """``codebook/cues/figures.yaml``, which says what each list is, and its measures by the words that tell them."""

    measures: dict[str, _Measure]
    not_counted: _Words
    things: _Words
    families: _Words
    inhabitants: _Words
    remains: _Words
    pairs_of_persons: _Words
    partitives: _Words
    comparatives: _Words
    courts: _Words
    singulars: _Words
    takes_object: _Perfects
    one_of: _Words
    his_men: _Words
    others: _Words
    ones: _Words
    before_that: _Words
    that: _Words
    when: _Words
    later: _Words
    elsewhere: _Phrases
    found: _Verbs
    attempts: _Words
    results: _Words
    owns: _Words
    rises: _Verbs
    ages: _Words
    tolls: _Words
    state: _Openings
    critical: _Words
    in_care: _Words
    hospitals: _Words
    bridges: _Words
    negations: _Words
    none_before: _Words
    none_of: _Measures

    @cached_property
    def governors(self) -> dict[str, str]:
        """Forms of verbs and heads → the measure they tell; of two measures the one that the file has first."""
        out: dict[str, str] = {}
        for name, measure in self.measures.items():
            for word in _forms(measure.verbs) | measure.heads:
                out.setdefault(word, name)
        return out

    @cached_property
    def if_near(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """Forms of verbs and heads → the measures they tell if one of some words follows."""
        out: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for name, measure in self.measures.items():
            if near := measure.if_near:
                for word in _forms(near.verbs) | near.heads:
                    out.setdefault(word, []).append((name, near.needs))
        return out

    @cached_property
    def verbs(self) -> frozenset[str]:
        """All forms of the verbs of measures."""
        near = [verb for measure in self.measures.values() if measure.if_near for verb in measure.if_near.verbs]
        return _forms([*self._own_verbs, *near])

    @cached_property
    def imperfect(self) -> frozenset[str]:
        """The forms among ``verbs`` in which no verb stands that tells its measure alone and in the perfect."""
        return self.verbs - _forms((perfect, None) for perfect, _ in self._own_verbs)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The nouns that govern a number whatever follows."""
        return frozenset().union(*(measure.heads for measure in self.measures.values()))

    @cached_property
    def units(self) -> dict[str, str]:
        """Counted words → the measure they tell; of two measures the one that the file has last."""
        return {word: name for name, measure in self.measures.items() for word in measure.units}

    @cached_property
    def units_if_near(self) -> dict[str, tuple[str, frozenset[str]]]:
        """Counted words → the measure they tell if one of some words follows."""
        found = ((name, measure.units_if_near) for name, measure in self.measures.items())
        return {word: (name, near.needs) for name, near in found if near for word in near.units}

    @cached_property
    def weak(self) -> dict[str, str]:
        """Counted words → the measure they tell where nothing else does."""
        return {word: name for name, measure in self.measures.items() for word in measure.weak}

    @cached_property
    def after(self) -> dict[str, str]:
        """Words behind what is counted → the measure they tell."""
        return {word: name for name, measure in self.measures.items() for word in measure.after}

    @property
    def _own_verbs(self) -> _Pairs:
        return [verb for measure in self.measures.values() for verb in measure.verbs]


@cache
def figure_cues() -> FigureCues:
    """The words for figures; CodebookError for a measure that the codebook does not know."""
    cues = read_yaml(files("marsad.codebook") / "cues" / "figures.yaml", FigureCues)
    unknown = (set(cues.measures) | set(cues.none_of.values())) - set(load().measures)
    if unknown:
        raise CodebookError(f"measures unknown to measures.yaml: {sorted(unknown)}", where="codebook/cues/figures.yaml")
    return cues
