"""Whether two names may be one person's: parts that fit, weighed by how rare they are, against parts that contradict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from .comparison import CANDIDATE, Comparison, PartScore
from .forms import form
from .matching import FITS, Joined, Pair, Reading, Weights, paired
from .parts import Part, parts_of
from .rarity import UNKNOWN
from .shelf import Term
from .sounds import Fits, fits

WEIGHTS = Weights(conflict=1.0, surplus=0.2, enough=12.8, slope=2.5)
# A name of one part that is not the whole of the other name tells too little for a link.
_ONE_PART = 0.55
# A given name that differs counts this much again; one more name in front of all the other's parts is a son's.
# A last name that differs counts less, since people leave out or change their nisba.
_OTHER_GIVEN, _ONE_MORE_IN_FRONT, _OTHER_LAST = 0.6, 0.8, 0.4
# The second of two names is a family name where it has the article; in the middle of another name it is a forefather's.
_MIDDLE_FOR_LAST = 0.2
_ARTICLE = re.compile("ال|[AaEe]l[ -]")
# A kunya that only one name has says little; and kunya and given name are two things (Abu Bakr is not Bakr).
_KUNYA_LEFT, _KUNYA_FOR_NAME = 0.3, 0.6
# "Servant of the Merciful" and "the Merciful" are often one name cut short; other endings make other names.
_OTHER_AFFIX = {"servant": 0.7, "god": 0.7, "faith": 0.7, "born": 0.8}
# Bits that a title tells which both names bear.
_TITLE = 3.0
# Two whole names all of whose parts fit well are a candidate at least from so many bits on; fewer where they are a kunya and
# what goes with it, since there is no more of such a name.
_WELL, _WHOLE, _NOM_DE_GUERRE = 0.92, 13.8, 12.0
_TURNED, _MIXED = 0.75, 0.65


def compare_persons(query: str, name: str) -> Comparison:
    """Compare two names of persons, in any scripts.

    The score, 0 to 1, says how likely both name one person, as far as names can tell: namesakes score alike.
    """
    mine, its = parts_of(query), parts_of(name)
    reading = read(mine, its)
    return Comparison(reading.score, partial(explained, mine, its, reading))


def terms(parts: Sequence[Part]) -> list[Term]:
    """What a name is found by: its parts, and neighbours as one word."""
    found = [Term(part.stem.text, part.bits) for part in parts]
    found += [
        Term(one.stem.text + other.stem.text, min(one.bits + other.bits, UNKNOWN), extra=True)
        for one, other in pairwise(parts)
        if _joinable(one, other)
    ]
    return found


def read(mine: Sequence[Part], its: Sequence[Part], fits: Fits = fits) -> Reading:
    """Lay two names beside each other and score them; ``fits`` says how well words fit by their letters."""
    stems = [part.stem for part in its]
    pairs = paired(
        [
            [_fit(one, other, value) if value else 0.0 for other, value in zip(its, fits(one.stem, stems), strict=True)]
            for one in mine
        ],
        [one.bits for one in mine],
    )
    rows, columns = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    joined = _joined(mine, its, rows, columns, fits)
    told = [(value, min(mine[i].bits, its[j].bits)) for i, j, value in pairs]
    told += [(one.fit, (its if one.in_query else mine)[one.other].bits) for one in joined]
    matched = sum(value * bits for value, bits in told)
    if pairs and mine[0].title and mine[0].title == its[0].title:
        matched += _TITLE
    against = sum((1 - value) * bits for value, bits in told) + _ends(mine, its, rows, columns, pairs)
    mine_left = sum(_left(part) for i, part in enumerate(mine) if i not in rows)
    its_left = sum(_left(part) for j, part in enumerate(its) if j not in columns)
    score = WEIGHTS.score(matched, mine_left, its_left, against)
    if len(mine) != len(its) and min(len(mine), len(its)) == 1 and not joined:
        score = min(score, _ONE_PART)
    order = _order(pairs)
    score *= order
    if not mine_left and not its_left and min(len(mine), len(its)) > 1 and all(value > _WELL for value, _ in told):
        enough = _NOM_DE_GUERRE if mine[0].kind == its[0].kind == "kunya" and order == 1 else _WHOLE
        score = max(score, CANDIDATE if matched >= enough else 0.0)
    return Reading(score, tuple(sorted(pairs)), tuple(joined), order)


def _fit(one: Part, other: Part, value: float) -> float:
    """How well two parts fit whose letters fit by ``value``."""
    if one.affix != other.affix:
        value *= min(_OTHER_AFFIX.get(one.affix, 1.0), _OTHER_AFFIX.get(other.affix, 1.0))
    if (one.kind == "kunya") != (other.kind == "kunya"):
        value *= _KUNYA_FOR_NAME
    return value


def _left(part: Part) -> float:
    return part.bits * _KUNYA_LEFT if part.kind == "kunya" else part.bits


def _joined(mine: Sequence[Part], its: Sequence[Part], rows: set[int], columns: set[int], fits: Fits) -> list[Joined]:
    """Pairs of neighbours left over in one name that make one part left over in the other; both are taken off the rest."""
    out: list[Joined] = []
    for parts, taken, others, gone, in_query in ((mine, rows, its, columns, True), (its, columns, mine, rows, False)):
        for i in range(len(parts) - 1):
            if i in taken or i + 1 in taken:
                continue
            if not _joinable(parts[i], parts[i + 1]):
                continue
            whole = form(parts[i].stem.text + parts[i + 1].stem.text)
            for j, other in enumerate(others):
                if (
                    j not in gone
                    and (value := (fits(whole, [other.stem]) if in_query else fits(other.stem, [whole]))[0]) >= FITS
                ):
                    out.append(Joined(i, in_query, j, value))
                    taken |= {i, i + 1}
                    gone.add(j)
                    break
    return out


def _joinable(one: Part, other: Part) -> bool:
    """Whether two neighbours may be one word elsewhere: غول مراد is غولمراد."""
    return one.stem.is_latin == other.stem.is_latin and not one.affix and other.kind != "kunya"


def _ends(mine: Sequence[Part], its: Sequence[Part], rows: set[int], columns: set[int], pairs: Sequence[Pair]) -> float:
    """Bits against two names whose first or last parts differ, or where one's given name stands before all of the other's."""
    against = 0.0
    if len(mine) > 2 and len(its) > 2 and len(mine) - 1 not in rows and len(its) - 1 not in columns:
        against += _OTHER_LAST * min(mine[-1].bits, its[-1].bits)
    for short, long, left, found in ((mine, its, columns, rows), (its, mine, rows, columns)):
        if (
            len(short) == 2 < len(long)
            and 1 in found
            and len(long) - 1 not in left
            and _ARTICLE.match(short[1].written)
        ):
            against += _MIDDLE_FOR_LAST * short[1].bits
    i = next((n for n, part in enumerate(mine) if part.kind != "kunya"), None)
    j = next((n for n, part in enumerate(its) if part.kind != "kunya"), None)
    if i is None or j is None:
        return against
    if i not in rows and j not in columns:
        against += _OTHER_GIVEN * min(mine[i].bits, its[j].bits)
    elif i not in rows and any(column == j and row > i for row, column, _ in pairs):
        against += _ONE_MORE_IN_FRONT * mine[i].bits
    elif j not in columns and any(row == i and column > j for row, column, _ in pairs):
        against += _ONE_MORE_IN_FRONT * its[j].bits
    return against


def _order(pairs: Sequence[Pair]) -> float:
    """1 where parts stand in one order; less where the family name was put in front, still less where they are mixed up.

    A family name in front is one part, right before the name it belongs to.
    """
    ordered = sorted(pairs)
    falls = [k for k, (one, other) in enumerate(pairwise(ordered), 1) if one[1] > other[1]]
    if not falls:
        return 1.0
    fall = falls[0]
    row, front = ordered[fall - 1][0], ordered[-1][1]
    turned = len(falls) == 1 and front < ordered[0][1]
    in_query = fall == 1 and ordered[fall][0] == row + 1
    in_name = fall == len(ordered) - 1 and ordered[0][1] == front + 1
    return _TURNED if turned and (in_query or in_name) else _MIXED


def explained(mine: Sequence[Part], its: Sequence[Part], reading: Reading) -> tuple[PartScore, ...]:
    """What a reader sees of a reading: a score for each part, and what only one name has."""
    out = [PartScore(_name(mine[i], its[j]), fits, mine[i].written, its[j].written) for i, j, fits in reading.pairs]
    rows, columns = {i for i, _, _ in reading.pairs}, {j for _, j, _ in reading.pairs}
    for one in reading.joined:
        parts, others = (mine, its) if one.in_query else (its, mine)
        both = f"{parts[one.first].written} {parts[one.first + 1].written}"
        single = others[one.other]
        query, name = (both, single.written) if one.in_query else (single.written, both)
        out.append(PartScore(single.kind, one.fit, query, name))
        (rows if one.in_query else columns).update((one.first, one.first + 1))
        (columns if one.in_query else rows).add(one.other)
    out += [PartScore(part.kind, 0.0, part.written, None) for i, part in enumerate(mine) if i not in rows]
    out += [PartScore(part.kind, 0.0, None, part.written) for j, part in enumerate(its) if j not in columns]
    if reading.order < 1:
        out.append(
            PartScore("word order", reading.order, " ".join(p.written for p in mine), " ".join(p.written for p in its))
        )
    return tuple(out)


def _name(one: Part, other: Part) -> str:
    return one.kind if one.kind == other.kind else max(one, other, key=lambda part: part.kind != "given name").kind
