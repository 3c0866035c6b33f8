"""How Latin letters render Arabic ones: the probability of an Arabic spelling given a Latin one.

Each Latin letter stands for no, one or two Arabic letters, with a probability that depends on the letter before and the letter
after it.  ``spelling.tsv`` holds these, learned from pairs of spellings (``python -m names spelling``); contexts too
rare to tell fall back on shorter ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, reduce
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import accumulate
from operator import or_
from pathlib import Path

from ...codebook.yaml_file import read_bytes
from ...errors import CodebookError
from ...languages.arabic.memo import Memo
from .letters import letters

Row = dict[str, float]

# The natural logarithm of the probability of what a letter was never seen to stand for: for one letter, and for two.
UNSEEN, UNSEEN_TWO = -8.0, -13.0
_NEVER = -1e9
# Costs, in natural logarithms, for which the letters are known that cost more in a spelling of a word.
STRANGE = (7.0, 7.5, 8.0)
# What a letter may always stand for (`possible` of letters.yaml), also where training saw other names only.
_POSSIBLE, _POSSIBLE_TWO = -4.0, -4.5
# How much weight a context's own counts have against those of the shorter one, by how many kinds of letters it gave:
# Witten and Bell's smoothing, with the factor that was best on the training part.
_SMOOTHING = 1.5
_LEAST = 1e-4
_WIDTH, _STEPS = 6, 3


class Spelling:
    """Counts of what letters stand for, by context: the letter, it and the next, or those and the one before."""

    def __init__(self, counts: Mapping[str, Mapping[str, float]]) -> None:
        self._counts = counts
        self._rows: Memo[Row] = Memo(self._row)
        self._known: Memo[tuple[int, ...]] = Memo(self._known_at)

    def rows(self, latin: str) -> tuple[Row, ...]:
        """For each letter of a Latin word, Arabic letters (or none, "") -> the logarithm of their probability."""
        edged = f"^{latin}$"
        return tuple(self._rows[edged[i - 1 : i + 2]] for i in range(1, len(edged) - 1))

    def strange(self, latin: str) -> tuple[int, ...]:
        """For each of the costs ``STRANGE``: the Arabic letters, as bits, that any spelling of a Latin word which has one of
        them costs more for."""
        edged = f"^{latin}$"
        known = [self._known[edged[i - 1 : i + 2]] for i in range(1, len(edged) - 1)]
        return tuple(~reduce(or_, masks) for masks in zip(*known, strict=True))

    def _known_at(self, context: str) -> tuple[int, ...]:
        """For each of the costs ``STRANGE``: the Arabic letters, as bits, that a letter may stand for at that cost."""
        row = self._rows[context]
        best = max(row.values())
        return tuple(
            -1
            if best - UNSEEN <= cost
            else bits_of("".join(kind for kind, chance in row.items() if best - chance <= cost))
            for cost in STRANGE
        )

    def _row(self, context: str) -> Row:
        mixed: dict[str, float] = {}
        for part in (context[1], context[1:], context):
            counts = self._counts.get(part)
            if counts:
                seen = sum(counts.values())
                own = seen / (seen + _SMOOTHING * len(counts))
                missing = 0.0 if mixed else _LEAST
                mixed = {
                    kind: own * counts.get(kind, 0.0) / seen + (1 - own) * mixed.get(kind, missing)
                    for kind in (*mixed, *(one for one in counts if one not in mixed))
                }
        row = {kind: math.log(share) for kind, share in mixed.items() if share > _LEAST}
        for kind in _possible(context[1]):
            least = _POSSIBLE_TWO if len(kind) > 1 else _POSSIBLE
            row[kind] = max(row.get(kind, least), least)
        return row or {"": 0.0}


def bits_of(arabic: str) -> int:
    """The letters of an Arabic word, each a bit."""
    found = 0
    for letter in arabic:
        found |= 1 << (ord(letter) & 63)
    return found


@cache
def _possible(letter: str) -> tuple[str, ...]:
    """What a Latin letter may stand for in any name."""
    return next(
        (
            tuple(one.replace("-", "") for one in possible)
            for latin, possible in letters().possible.items()
            if letter in latin
        ),
        (),
    )


def prospects(rows: Sequence[Row]) -> tuple[float, ...]:
    """The logarithm of the greatest probability that the letters from each on may still have, and of none left."""
    return tuple(accumulate((max(row.values()) for row in reversed(rows)), initial=0.0))[::-1]


def likelihood(rows: Sequence[Row], arabic: str, least: float = _NEVER, ahead: Sequence[float] | None = None) -> float:
    """The logarithm of the probability that a Latin word with these ``rows`` renders ``arabic``.

    Anything below ``least`` comes out as minus a billion: no beginning is followed up that cannot reach it, ``ahead`` being the
    prospects of the rows.
    """
    size = len(arabic)
    if size > 2 * len(rows):
        return _NEVER
    # How many letters are told -> the logarithm of the greatest probability to tell them by the rows so far.
    told = {0: 0.0}
    for row, prospect in zip(rows, (ahead or prospects(rows))[1:], strict=True):
        least_here = least - prospect
        chance, none = row.get, row.get("", UNSEEN)
        now: dict[int, float] = {}
        best = now.get
        for j, start in told.items():
            value = start + none
            if value >= least_here and value > best(j, _NEVER):
                now[j] = value
            if j < size:
                value = start + chance(arabic[j], UNSEEN)
                if value >= least_here and value > best(j + 1, _NEVER):
                    now[j + 1] = value
                if j < size - 1:
                    value = start + chance(arabic[j : j + 2], UNSEEN_TWO)
                    if value >= least_here and value > best(j + 2, _NEVER):
                        now[j + 2] = value
        if not now:
            return _NEVER
        told = now
    return told.get(size, _NEVER)


def aligned(rows: Sequence[Row], arabic: str) -> list[str]:
    """The Arabic letters that each Latin letter stands for, in the likeliest way to divide ``arabic`` among them."""
    size = len(arabic)
    before = [0.0] + [_NEVER] * size
    taken: list[list[int]] = []
    for row in rows:
        now, took = [], []
        for j in range(size + 1):
            best, most = before[j] + row.get("", UNSEEN), 0
            for n, unseen in ((1, UNSEEN), (2, UNSEEN_TWO)):
                if j >= n and (value := before[j - n] + row.get(arabic[j - n : j], unseen)) > best:
                    best, most = value, n
            now.append(best)
            took.append(most)
        before = now
        taken.append(took)
    out: list[str] = []
    for took in reversed(taken):
        out.append(arabic[size - took[size] : size])
        size -= took[size]
    return out[::-1]


def renderings(rows: Sequence[Row], most: int) -> list[tuple[str, float]]:
    """The likeliest Arabic spellings of a Latin word, ``most`` of them, each with the logarithm of its probability."""
    found = {"": 0.0}
    for row in rows:
        steps = sorted(row.items(), key=_by_chance, reverse=True)[:_STEPS]
        new: dict[str, float] = {}
        for start, chance in found.items():
            for given, more in steps:
                whole, value = start + given, chance + more
                if value > new.get(whole, _NEVER):
                    new[whole] = value
        found = dict(sorted(new.items(), key=_by_chance, reverse=True)[:_WIDTH])
    return list(found.items())[:most]


def _by_chance(one: tuple[str, float]) -> float:
    return one[1]


@cache
def spelling() -> Spelling:
    """The shipped model."""
    return read_spelling(files(__package__) / "spelling.tsv")


def read_spelling(file: Traversable | Path) -> Spelling:
    """Read counts: a context, then letters and how often, for each; "-" is no letter.

    Raises :class:`CodebookError` naming the line that does not read so.
    """
    counts: dict[str, dict[str, float]] = {}
    for number, line in enumerate(read_bytes(file).decode().splitlines(), 1):
        context, *rest = line.split("\t")
        if line.startswith("#"):
            continue
        try:
            pairs = [(one.rsplit(":", 1)) for one in rest]
            counts[context] = {"" if kind == "-" else kind: float(count) for kind, count in pairs}
        except ValueError as error:
            raise CodebookError(
                f"not a context and its counts: {line[:60]!r}",
                where=f"{file}, line {number}",
                remedy="write the file anew by `python -m names spelling`",
            ) from error
    return Spelling(counts)


def write_spelling(file: Path, counts: Mapping[str, Mapping[str, float]], head: Iterable[str]) -> None:
    """Write ``counts`` as :func:`read_spelling` reads them, under comment lines ``head``."""
    lines = [f"# {line}" for line in head]
    for context in sorted(counts, key=lambda one: (len(one), one)):
        kinds = sorted(counts[context].items(), key=lambda one: (-one[1], one[0]))
        lines.append("\t".join([context, *(f"{kind or '-'}:{count:g}" for kind, count in kinds)]))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
