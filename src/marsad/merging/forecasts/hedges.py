"""How sure a forecast is: hedge words read by hedges.yaml, on a published scale of likelihood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from marsad.codebook.yaml_file import read_yaml
from marsad.errors import CodebookError
from marsad.extracting.outlook.lists import future, imperfect
from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.verbs import conjugate
from marsad.languages.arabic.words import Words

from .phrases import Phrases
from .types import Hedge

# How many words before what is forecast its hedge may stand: وتوقع الناطق باسم القوات أن...
_REACH = 12


def _a_range(bounds: tuple[float, float]) -> tuple[float, float]:
    if not 0 <= bounds[0] < bounds[1] <= 1:
        raise ValueError(f"{bounds} is no range of probability")
    return bounds


Range = Annotated[tuple[float, float], AfterValidator(_a_range)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Scale(_Shape):
    """A published scale: ranges of probability by term."""

    code: str
    title: str
    url: str
    terms: dict[str, Range]
    instead: str | None = None


class HedgeWords(_Shape):
    """The words that are read as a term."""

    term: str
    ar: tuple[str, ...] = ()
    verbs: tuple[tuple[str, str], ...] = ()
    en: tuple[str, ...] = ()

    def forms(self) -> Iterator[str]:
        """Every phrase, verbs in all their forms."""
        yield from (*self.ar, *self.en)
        yield from (form.word for pair in self.verbs for form in conjugate(*pair))


class _File(_Shape):
    default: str
    scales: tuple[Scale, ...]
    unhedged: str
    unknown: str
    future: tuple[str, ...]
    before_imperfect: tuple[str, ...]
    words: tuple[HedgeWords, ...]


@dataclass(frozen=True, slots=True)
class HedgeTable:
    """The table of hedges.yaml: scales by code, the first of them the ``default``, and what words are read as."""

    default: str
    scales: Mapping[str, Scale]
    unhedged: str
    unknown: str
    words: tuple[HedgeWords, ...]
    _phrases: Phrases[str]
    _future: frozenset[str]
    _before_imperfect: frozenset[str]

    def on_scale(self, term: str, scale: str, words: str | None = None) -> Hedge:
        """The range of a term on a scale, or on that which stands in for it."""
        known = self.scales[scale]
        if term not in known.terms:
            assert known.instead
            return self.on_scale(term, known.instead, words)
        low, high = known.terms[term]
        return Hedge(low=low, high=high, term=term, source=known.code, words=words)

    def met(self, forms: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int, str]]:
        """First word, end and term of every hedge in a range of folded words."""
        for word, end, term in self._phrases.find(forms, first, last):
            needy = end - word == 1 and forms[word].lstrip("وف") in self._before_imperfect
            if not needy or (end < len(forms) and imperfect(forms[end])):
                yield word, end, term

    def is_future(self, form: str) -> bool:
        """Whether a folded word alone makes a future: سوف, سيعود."""
        return form in self._future or form[1:] in self._future or future(form) is not None


@cache
def hedge_table() -> HedgeTable:
    """Read once; :class:`CodebookError` where a term is on no scale or a scale stands in for itself."""
    where = files(__package__) / "hedges.yaml"
    raw = read_yaml(where, _File)
    scales = {scale.code: scale for scale in raw.scales}
    for term in {raw.unhedged, raw.unknown, *(entry.term for entry in raw.words)}:
        for scale in raw.scales:
            other = scales.get(scale.instead or "")
            if term not in scale.terms and (other is None or term not in other.terms):
                raise CodebookError(
                    f"{scale.code} gives {term} no range, nor does what stands in for it",
                    where=str(where),
                    remedy="give the term a range, or name another scale as `instead`",
                )
    if raw.default not in scales:
        raise CodebookError(
            f"no scale is called {raw.default}", where=f"{where}: default", remedy="name one of `scales`"
        )
    return HedgeTable(
        default=raw.default,
        scales=scales,
        unhedged=raw.unhedged,
        unknown=raw.unknown,
        words=raw.words,
        _phrases=Phrases((phrase, entry.term) for entry in raw.words for phrase in entry.forms()),
        _future=frozenset(map(fold, raw.future)),
        _before_imperfect=frozenset(map(fold, raw.before_imperfect)),
    )


def hedge_of(words: Words, first: int, last: int, *, hedged: bool, scale: str | None = None) -> Hedge:
    """The hedge of what is forecast in the words ``first`` up to, not including, ``last``.

    The first hedge among them counts, since what it governs follows it; without one, the last before them in their
    sentence; without that, a bare future is `unhedged`, and what the report hedges in words of no entry `unknown`.
    """
    table = hedge_table()
    scale = scale or table.default
    within = next(table.met(words.forms, first, last), None)
    low = max(words.sentence_of(first).first, first - _REACH)
    before = list(table.met(words.forms, low, first))
    met = within or (before[-1] if before else None)
    if met is not None:
        return table.on_scale(met[2], scale, words.quote(met[0], met[1])[2])
    term = table.unknown if hedged and not any(map(table.is_future, words.forms[first:last])) else table.unhedged
    return table.on_scale(term, scale)
