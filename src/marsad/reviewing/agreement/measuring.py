"""Agreement over all that was judged: alpha by field, F1 of spans by role and pair of coders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from marsad.storing import Store

from ..coding import Unit
from ..judgements import Judgement, UnitKey, by_unit, coders_of, judgements_of, last_of_each, standing
from .alpha import Level, krippendorff_alpha
from .fields import FIELDS, Field, spans_of, stands
from .spans import SpanF1, span_f1

_ROLES = ("trigger", "agent", "organizer", "target", "victim", "counterpart", "claimant", "place", "figure")
_NONE_MARKED = "neither marked any"
_Pair = tuple[Judgement | None, Judgement | None]  # of one unit; never both None


@dataclass(frozen=True, slots=True)
class Compared:
    """The judgements on one unit that a number rests on, and whether they differ in what it is about."""

    judgements: tuple[Judgement, ...]
    differ: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAlpha:
    """Alpha of a field, with the units and values it rests on and the coders who gave them; None for the reason ``because``."""

    field: str
    kind: Unit
    level: Level
    alpha: float | None
    units: int
    values: int
    coders: tuple[str, ...]
    because: str | None
    behind: tuple[Compared, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanAgreement:
    """F1 of the spans of a role, of two coders, or of one and what was adjudicated where ``other`` is None."""

    role: str
    one: str
    other: str | None
    f1: SpanF1
    behind: tuple[Compared, ...]

    @property
    def because(self) -> str | None:
        """Why there is no F1."""
        return _NONE_MARKED if self.f1.exact is None else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree."""

    alphas: tuple[FieldAlpha, ...]
    spans: tuple[SpanAgreement, ...]


def agreement(store: Store, *, blind: bool = False) -> Agreement:
    """Agreement of all coders on what each judged last of a unit; with ``blind`` of blind judgements alone.

    Only blind judgements are made without knowledge of each other, as reliability wants them.
    """
    with store.reading() as connection:
        return agreement_in(judgements_of(connection), blind=blind)


def agreement_in(log: Iterable[Judgement], *, blind: bool = False) -> Agreement:
    """Agreement in a log of judgements."""
    every = list(log)
    said = [one for one in last_of_each(every) if one.blind or not blind]
    ruled = {one.unit: one for one in standing(every) if one.adjudicates}
    return Agreement(tuple(_alphas(said)), tuple(_spans(said, ruled)))


def _alphas(said: Sequence[Judgement]) -> Iterator[FieldAlpha]:
    """Of all coders, and where they are more than two of each two who judged the same."""
    coders = coders_of(said)
    for field in FIELDS:
        yield _alpha(field, said)
        if len(coders) > 2:
            of_two = (_alpha(field, [one for one in said if one.by in pair]) for pair in combinations(coders, 2))
            yield from (found for found in of_two if found.units)


def _alpha(field: Field, said: Sequence[Judgement]) -> FieldAlpha:
    told = [one for one in said if one.kind == field.kind and field.value(one) is not None]
    units = [some for some in by_unit(told).values() if len(some) > 1]
    found = krippendorff_alpha([[field.value(one) for one in some] for some in units], field.level)
    coders = coders_of([one for some in units for one in some])
    compared = tuple(Compared(tuple(some), len({field.value(one) for one in some}) > 1) for some in units)
    return FieldAlpha(
        field=field.name, kind=field.kind, level=field.level, alpha=found.alpha, units=found.units, values=found.values,
        coders=tuple(coders), because=found.because, behind=compared,
    )  # fmt: skip


def _spans(said: Sequence[Judgement], ruled: dict[UnitKey, Judgement]) -> list[SpanAgreement]:
    sure = [one for one in said if stands(one) is not None and one.kind in ("event", "figure")]
    of_coder = {coder: {one.unit: one for one in sure if one.by == coder} for coder in coders_of(sure)}
    pairs: list[tuple[str, str | None, list[_Pair]]] = [
        (one, other, _both(of_coder[one], of_coder[other])) for one, other in combinations(of_coder, 2)
    ]
    for coder, own in of_coder.items():
        pairs.append((coder, None, [(own[unit], ruled[unit]) for unit in own if unit in ruled]))
    return [_span(role, one, other, units) for one, other, units in pairs for role in _ROLES if units]


def _span(role: str, one: str, other: str | None, units: Sequence[_Pair]) -> SpanAgreement:
    kind = "figure" if role == "figure" else "event"
    compared, marked = [], []
    for pair in units:
        said = tuple(judgement for judgement in pair if judgement)
        if said[0].kind == kind:
            mine, theirs = (spans_of(judgement).get(role, []) if judgement else [] for judgement in pair)
            compared.append(Compared(said, sorted(mine) != sorted(theirs)))
            marked.append((mine, theirs))
    return SpanAgreement(role=role, one=one, other=other, f1=span_f1(marked), behind=tuple(compared))


def _both(one: dict[UnitKey, Judgement], other: dict[UnitKey, Judgement]) -> list[_Pair]:
    """What both judged; and what one found that Marsad had missed, where the other judged something of the report too."""
    read = [{judgement.report for judgement in judged.values()} for judged in (one, other)]
    units = [unit for unit in {**one, **other} if (unit in one and unit in other) or _found(unit, one, other, read)]
    return [(one.get(unit), other.get(unit)) for unit in units]


def _found(
    unit: UnitKey, one: dict[UnitKey, Judgement], other: dict[UnitKey, Judgement], read: Sequence[set[str]]
) -> bool:
    judgement = one.get(unit) or other[unit]
    return judgement.verdict == "missed" and all(judgement.report in reports for reports in read)
