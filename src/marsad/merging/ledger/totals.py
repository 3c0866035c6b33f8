"""What one report gives as totals: its parts told from its wholes, and parts added up where it gives no whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .figure import Figure
from .lists import setting_apart
from .phrases import words_of

# "A و B": what may stand between two figures told in one breath.
_ONE_BREATH = 3

Number = float | int | None


@dataclass(frozen=True, slots=True)
class Total:
    """A figure, or several added up, that one source gives in one report as the number of all that it counts.

    ``figures`` are in the order of the text; ``narrow`` says that they count some kind of people only.
    """

    figures: tuple[Figure, ...]
    low: Number
    high: Number

    @property
    def head(self) -> Figure:
        """The first figure."""
        return self.figures[0]

    @property
    def narrow(self) -> bool:
        """Whether it counts a kind of people, and not several added up."""
        return len(self.figures) == 1 and self.head.kind.scope in ("group", "subset")

    @property
    def of_attackers(self) -> bool:
        """Whether it counts those on the acting side only."""
        return all(figure.side == "agent" for figure in self.figures)

    @property
    def vague(self) -> bool:
        """Whether it has no bound at all."""
        return self.low is None and self.high is None


@dataclass(frozen=True, slots=True)
class Part:
    """A figure that does not count beside its whole, and why in words; ``whole`` is the id of the whole's claim."""

    figure: Figure
    whole: str
    reason: str


def read_totals(figures: Sequence[Figure]) -> tuple[list[Total], list[Part]]:
    """The totals of one measure and unit in one report, denied figures left out beforehand, and the parts set aside.

    1. A part that the report names as one does not count beside its whole, nor does a count of those who died later
       beside the total they made grow.
    2. Figures for different people that one voice joins in one breath ("three soldiers and five civilians") are added up,
       unless a figure of the same report is their sum: then they are its parts.
    3. A count of a kind of people does not count beside a greater one of people at large.
    4. Where no figure is of people at large, what one voice counts of different kinds is added up.
    """
    known = {figure.claim.id: figure for figure in figures}
    parts = [part for figure in figures if (part := _told_as_part(figure, known, figures))]
    left = _without(figures, parts)
    groups = _breaths(left)
    for group in [group for group in groups if len(group) > 1]:
        whole = _sum_among(group, left)
        if whole:
            parts += [Part(figure, whole.claim.id, f"with the others it makes {whole.low:g}") for figure in group]
            groups.remove(group)
    totals, within = _kinds_among_all([added(group) for group in groups])
    totals, beside = _kinds_among_all(_joined(totals))
    return totals, parts + within + beside


def added(figures: Sequence[Figure]) -> Total:
    """Figures of different people as one; an open bound of one of them leaves the sum open."""
    return Total(tuple(figures), _sum(f.low for f in figures), _sum(f.high for f in figures))


def _told_as_part(figure: Figure, known: dict[str, Figure], figures: Sequence[Figure]) -> Part | None:
    if figure.body.part_of in known:
        return Part(figure, figure.body.part_of, "the report counts it within this figure")
    if figure.turn == "increment":
        greater = [f for f in figures if f.low is not None and figure.low is not None and f.low > figure.low]
        if greater:
            whole = max(greater, key=lambda f: (f.low or 0, f.place))
            return Part(figure, whole.claim.id, "they are those by whom the total grew")
    return None


def _without(figures: Sequence[Figure], parts: Iterable[Part]) -> list[Figure]:
    set_aside = {part.figure.claim.id for part in parts}
    return [figure for figure in figures if figure.claim.id not in set_aside]


def _breaths(figures: Sequence[Figure]) -> list[list[Figure]]:
    groups: list[list[Figure]] = []
    for figure in figures:
        if groups and _same_breath(groups[-1], figure):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _same_breath(group: Sequence[Figure], figure: Figure) -> bool:
    """Whether a figure follows the last one at once, in the same voice, and counts people not counted yet."""
    last = group[-1]
    counted = {other.kind.code for other in group} | {other.body.of for other in group}
    return (
        last.claim.start <= figure.claim.start <= last.claim.end + _ONE_BREATH
        and last.claim.voice == figure.claim.voice
        and "former" not in (figure.turn, last.turn)
        and all(f.body.of or f.kind.known for f in (*group, figure))
        and figure.kind.scope != "general"
        and (last.kind.scope != "general" or figure.kind.scope == "others" or figure.kind.side == "agent")
        and figure.kind.code not in counted
        and (figure.body.of or figure) not in counted
        and setting_apart().first(words_of(figure.report.text[last.at : figure.at]).forms) is None
    )


def _sum_among(group: Sequence[Figure], figures: Sequence[Figure]) -> Figure | None:
    total = added(group)
    if total.low is None or total.low != total.high:
        return None
    mine = {figure.claim.id for figure in group}
    whole = (f for f in figures if f.claim.id not in mine and (f.low, f.high) == (total.low, total.high))
    return next(whole, None)


def _kinds_among_all(totals: list[Total]) -> tuple[list[Total], list[Part]]:
    """Narrow counts set aside beside a greater count of people at large in the same report."""
    wide = [t for t in totals if not t.narrow and t.low is not None and t.head.turn != "former"]
    parts: list[Part] = []
    kept: list[Total] = []
    for total in totals:
        whole = next((t for t in wide if counted_within(total, t)), None)
        if whole is None:
            kept.append(total)
            continue
        reason = f"it counts {total.head.body.of} only, among {whole.low:g} told of in the same report"
        parts.append(Part(total.head, whole.head.claim.id, reason))
    return kept, parts


def counted_within(part: Total, whole: Total) -> bool:
    """Whether ``part`` counts a kind of people that a greater count of people at large takes in.

    Of people whose kind the lists do not know ("15 worshippers") that is held only within the words of one source, for they
    may be everybody.
    """
    return (
        part.narrow
        and not whole.narrow
        and part is not whole
        and (part.head.kind.known or part.head.source.key == whole.head.source.key)
        and whole.low is not None
        and part.low is not None
        and whole.low > part.low
    )


def _joined(totals: list[Total]) -> list[Total]:
    """What one voice counts of different kinds of people added up, where the report counts no people at large."""
    if any(not total.narrow and not total.vague for total in totals):
        return totals
    by_voice: dict[str, list[Total]] = defaultdict(list)
    for total in totals:
        by_voice[total.head.source.key].append(total)
    return [joined for told in by_voice.values() for joined in _of_kinds(told)]


def _of_kinds(totals: Sequence[Total]) -> Iterator[Total]:
    summable: list[Total] = []
    for total in totals:
        again = any(
            (t.head.kind.code, t.low, t.high) == (total.head.kind.code, total.low, total.high) for t in summable
        )
        if total.narrow and not total.vague and total.head.turn is None and not again:
            summable.append(total)
    kinds = {t.head.kind.code for t in summable}
    if len(summable) < 2 or len(kinds) < len(summable) or any(t.head.kind.scope == "subset" for t in summable):
        yield from totals
        return
    yield from (t for t in totals if t not in summable)
    yield added([t.head for t in summable])


def _sum(numbers: Iterable[Number]) -> Number:
    told = list(numbers)
    return None if None in told else sum(number for number in told if number is not None)
