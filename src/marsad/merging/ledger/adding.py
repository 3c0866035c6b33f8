"""What one report gives as totals: its parts told from its wholes, and parts added up where it gives no whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from .figure import SIDES, Figure
from .lists import adding_on_top, setting_apart
from .phrases import words_of
from .reasons import reason, said
from .totals import Part, Total, added, counted_within

# "A و B": what may stand between two figures told in one breath.
_ONE_BREATH = 3
# Letters of a word too short to name a people.
_PLAIN = 3


def read_totals(figures: Sequence[Figure]) -> tuple[list[Total], list[Part]]:
    """The totals of one measure and unit in one report, denied figures left out beforehand, and the parts set aside.

    1. A part that the report names as one does not count beside its whole, nor does a count of those who died later
       beside the total they made grow.
    2. Figures for different people that one voice joins in one breath ("three soldiers and five civilians") are added up,
       unless a figure of the same source in the report is their sum: then they are its parts.
    3. A count of a kind of people does not count beside a greater one of people at large.
    4. Where no figure is of people at large, what one voice counts of different kinds is added up; so is a smaller count of
       people at large that follows one of a side in its sentence, where the other side is named behind it.
    5. A count that is told again as a part of such a sum is no total.
    """
    known = {figure.claim.id: figure for figure in figures}
    parts = [part for figure in figures if (part := _told_as_part(figure, known, figures))]
    left = _without(figures, parts)
    groups: list[list[Figure]] = []
    for group in _runs(_breaths(left), left):
        whole = _sum_among(group, left) if len(group) > 1 else None
        if whole and not _attributes(group, whole):
            parts += [Part(figure, whole.claim.id, reason("with-others", number=said(whole))) for figure in group]
        else:
            groups.append(group)
    totals, within = _kinds_among_all([added(group) for group in groups])
    totals, beside = _kinds_among_all(_joined(_with_the_rest(totals)))
    totals, again = _parts_again(totals)
    return totals, parts + within + beside + again


def _told_as_part(figure: Figure, known: dict[str, Figure], figures: Sequence[Figure]) -> Part | None:
    if figure.body.part_of in known:
        return Part(figure, figure.body.part_of, reason("within"))
    if figure.turn == "increment":
        greater = [f for f in figures if f.low is not None and figure.low is not None and f.low > figure.low]
        if greater:
            whole = max(greater, key=lambda f: (f.low or 0, f.place))
            return Part(figure, whole.claim.id, reason("grown-by"))
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
    """Whether a figure follows the last one at once, in the same voice, and counts people not counted yet.

    "In addition to" between two numbers of a sentence adds up whatever they count.
    """
    last = group[-1]
    counted = {other.kind.code for other in group} | {other.body.of for other in group}
    between = words_of(figure.report.text[last.at : figure.at]).forms
    on_top = figure.sentence == last.sentence and adding_on_top().first(between) is not None
    others = figure.kind.scope == "others" or figure.kind.side == "agent"
    return (
        (on_top or last.claim.start <= figure.claim.start <= last.claim.end + _ONE_BREATH)
        and last.claim.voice == figure.claim.voice
        and figure.before == last.before
        and (on_top or all(f.body.of or f.kind.known for f in (*group, figure)))
        and (figure.kind.scope != "general" or _and_more(last, figure))
        and (on_top or others or last.kind.scope != "general")
        and figure.kind.code not in counted
        and (figure.body.of or figure) not in counted
        and setting_apart().first(between) is None
    )


def _and_more(last: Figure, figure: Figure) -> bool:
    """Whether a count of people at large follows one of a kind of people by "and": they are others, ضابط وأربعة قتلى."""
    text = figure.report.text
    return (
        last.kind.scope in ("group", "subset")
        and figure.at > last.claim.start
        and text[figure.at - 1 : figure.at] == "و"
    )


def _runs(groups: list[list[Figure]], figures: Sequence[Figure]) -> list[list[Figure]]:
    """Single figures that follow one another and make a figure of the report together, put into one group."""
    out: list[list[Figure]] = []
    i = 0
    while i < len(groups):
        run = next((n for n in (2, 3) if _makes_one(groups[i : i + n], n, figures)), 1)
        out.append([figure for group in groups[i : i + run] for figure in group])
        i += run
    return out


def _makes_one(groups: list[list[Figure]], length: int, figures: Sequence[Figure]) -> bool:
    together = [figure for group in groups for figure in group]
    said = {(f.source.key, f.low, f.high) for f in together if not f.others}
    if len(said) < sum(not f.others for f in together):
        return False
    return len(together) == length and all(len(g) == 1 for g in groups) and _sum_among(together, figures) is not None


def _attributes(group: Sequence[Figure], whole: Figure) -> bool:
    """Whether the group tells who gives the whole, which the report gives in its own words: then both are that source's."""
    sources = {figure.source.key for figure in group}
    return whole.source.of_outlet and len(sources) == 1 and not group[0].source.of_outlet


def _sum_among(group: Sequence[Figure], figures: Sequence[Figure]) -> Figure | None:
    total = added(group)
    if total.low is None or total.low != total.high:
        return None
    mine = {figure.claim.id for figure in group}
    whole = (f for f in figures if f.claim.id not in mine and (f.low, f.high) == (total.low, total.high))
    return next(whole, None)


def _kinds_among_all(totals: list[Total]) -> tuple[list[Total], list[Part]]:
    """Narrow counts set aside beside a greater count of people at large in the same report."""
    beyond = {(t.low, t.high) for t in totals if t.head.beyond}
    wide = [t for t in totals if t.low is not None and not t.head.before and (t.low, t.high) not in beyond]
    parts: list[Part] = []
    kept: list[Total] = []
    for total in totals:
        whole = next((t for t in wide if counted_within(total, t)), None)
        if whole is None:
            kept.append(total)
            continue
        assert whole.low is not None
        why = reason("kind-among-here", whom=total.head.people, whole=whole.low)
        parts.append(Part(total.head, whole.head.claim.id, why))
    return kept, parts


def _with_the_rest(totals: list[Total]) -> list[Total]:
    """Counts of one side with the smaller one of people at large that the same voice adds in the sentence: "22 rebels were
    killed, while nine were killed and 50 hurt of the resistance"."""
    out: list[Total] = []
    for total in totals:
        before = out[-1] if out else None
        if before is not None and _is_the_rest(before, total):
            out[-1] = added([*before.figures, *total.figures])
        else:
            out.append(total)
    return out


def _is_the_rest(before: Total, total: Total) -> bool:
    """Whether people at large, of whom the words behind name another side, are set beside a greater count of one side."""
    one, other = before.head, total.head
    same = one.sentence == other.sentence and one.source.key == other.source.key and one.at < other.at
    plain = one.turn is None and other.turn is None and not (one.beyond or other.beyond)
    closed = before.low is not None and total.high is not None and total.high < before.low
    kinds = one.kind.code in SIDES and other.kind.scope == "general" and other.beside not in (None, one.kind.code)
    if not (same and plain and closed and kinds and len(before.figures) == len(total.figures) == 1):
        return False
    between = words_of(one.report.text[one.at : other.at]).forms
    # What has a place or an attack of its own may be another event's.
    return "في" not in between


def _parts_again(totals: list[Total]) -> tuple[list[Total], list[Part]]:
    """Single counts that one of the parts of a sum in the same report is: a headline gives the greater side alone."""
    sums = [t for t in totals if len(t.figures) > 1]
    kept: list[Total] = []
    parts: list[Part] = []
    for total in totals:
        whole = next((t for t in sums if t is not total and any(_told_again(total, f) for f in t.figures)), None)
        if whole is None:
            kept.append(total)
        else:
            number = said(whole) if whole.low is None else whole.low
            parts.append(Part(total.head, whole.head.claim.id, reason("one-of-parts", number=number)))
    return kept, parts


def _told_again(total: Total, part: Figure) -> bool:
    """Whether a count of a kind of people is the part's: the same number, and a word of the same people."""
    if not total.narrow or total.low is None or total.low != part.low:
        return False
    words, others = (frozenset(words_of(figure.whom).forms) for figure in (total.head, part))
    return total.head.kind.code == part.kind.code or any(len(word) > _PLAIN for word in words & others)


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
        if total.narrow and total.head.kind.known and not total.vague and total.head.turn is None and not again:
            summable.append(total)
    kinds = {t.head.kind.code for t in summable}
    if len(summable) < 2 or len(kinds) < len(summable) or any(t.head.kind.scope == "subset" for t in summable):
        yield from totals
        return
    yield from (t for t in totals if t not in summable)
    yield added([t.head for t in summable])
