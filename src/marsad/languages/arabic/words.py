"""Words and sentences of an Arabic text, on folded letters, with original offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from .gates import Marks, WordGate
from .letters import Folded, fold_with_map

_WORD = re.compile(r"([^\W\d_]+|\d+)")
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670]+")
# A full stop ends a sentence unless it stands inside a number or after a title or an initial ("د. أمل", "أ. ف. ب").
_STOP = re.compile(r"[!?؟…\n\r]|\.(?!\w)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words ``first`` up to, not including, ``last``."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words; the full stop of an initial, a decimal or an address stands in no gap.

    ``forms`` are folded; ``starts`` and ``ends`` are original code point offsets; ``gaps[i]`` is the folded text before
    word ``i`` (spaces and punctuation), with one more for what follows the last.
    """

    text: str
    folded: Folded
    forms: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    sentences: list[Sentence]
    _sentence_at: list[Sentence] = field(init=False, repr=False, compare=False)
    _marks: Marks = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        at = [s for s in self.sentences for _ in range(s.first, s.last)]
        object.__setattr__(self, "_sentence_at", at)
        object.__setattr__(self, "_marks", Marks(self.forms))

    def where(self, gate: WordGate) -> list[int]:
        """The words that matter to a gate, in order."""
        return self._marks.where(gate)

    def any_where(self, gate: WordGate, sentence: Sentence, but: int = -1) -> bool:
        """Whether a word of a sentence, other than the word ``but``, matters to a gate."""
        return any(sentence.first <= i < sentence.last and i != but for i in self._marks.where(gate))

    def quote(self, first: int, last: int) -> tuple[int, int, str]:
        """Original start, end and text of the words ``first`` up to, not including, ``last``."""
        start, end = self.starts[first], self.ends[last - 1]
        return start, end, self.text[start:end]

    def at(self, offset: int) -> int:
        """Index of the word that covers, or else first follows, the original ``offset``."""
        return bisect_right(self.ends, offset)

    def upto(self, offset: int) -> int:
        """Index of the first word that starts at or after the original ``offset``."""
        return bisect_left(self.starts, offset)

    def sentence_of(self, word: int) -> Sentence:
        """The sentence a word stands in."""
        return self._sentence_at[word] if word < len(self._sentence_at) else self.sentences[-1]


def cut(text: str) -> Words:
    """Fold ``text`` and cut it into words and sentences; never raises, whatever the text."""
    folded = fold_with_map(text)
    parts = _WORD.split(folded.text)
    bounds = list(accumulate(map(len, parts)))
    gaps, forms, starts, ends = parts[0::2], parts[1::2], bounds[0:-1:2], bounds[1::2]
    if folded.cuts:
        starts, ends = _original(text, folded, starts, ends)
    return Words(text, folded, forms, starts, ends, gaps, _sentences(forms, gaps))


def _original(text: str, folded: Folded, starts: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
    """Starts and ends of words moved to where they stood, marks on a last letter taken in."""
    first, last = 0, 0
    out_starts: list[int] = []
    out_ends: list[int] = []
    shift = 0
    for cut_at, shifted in zip(folded.cuts, folded.shifts, strict=True):
        upto, past = bisect_left(starts, cut_at, first), bisect_right(ends, cut_at, last)
        out_starts += [a + shift for a in starts[first:upto]]
        out_ends += [b + shift for b in ends[last:past]]
        if past > last and ends[past - 1] == cut_at:
            out_ends[-1] = _past_marks(text, out_ends[-1])
        first, last, shift = upto, past, shifted
    out_starts += [a + shift for a in starts[first:]]
    out_ends += [b + shift for b in ends[last:]]
    return out_starts, out_ends


def _past_marks(text: str, end: int) -> int:
    m = _MARKS.match(text, end)
    return m.end() if m else end


def _sentences(forms: list[str], gaps: list[str]) -> list[Sentence]:
    out: list[Sentence] = []
    first = 0
    stops = [i for i, gap in enumerate(gaps) if gap != " " and 0 < i < len(forms)]
    for i in stops:
        gap = gaps[i]
        m = _STOP.search(gap)
        if m is None:
            continue
        initial = len(forms[i - 1]) == 1 and not forms[i - 1].isdigit()
        inside = gap == "." and (forms[i - 1].isascii() or forms[i - 1].isdigit()) and forms[i].isascii()
        if m.group() == "." and "\n" not in gap and (initial or inside):
            gaps[i] = gap.replace(".", "")
            continue
        out.append(Sentence(first, i))
        first = i
    if forms:
        out.append(Sentence(first, len(forms)))
    return out
