"""Folding Arabic letters, with a way back to the original offsets.

Folding makes spellings that readers take for the same word equal: hamza carriers, final ya and alif maqsura, ta marbuta
and ha, Persian kaf and ya, both families of Arabic digits; marks that are not read (harakat, tatweel, zero-width and
bidirectional controls) are dropped.  The equivalences follow the light normalisation of Larkey, Ballesteros and Connell,
"Improving stemming for Arabic information retrieval" (SIGIR 2002), plus the digit and presentation forms of Unicode.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_SAME = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه", "ہ": "ه",
    "ک": "ك", "ڪ": "ك", "٪": "%", "٫": ".", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
_DIGITS = {chr(base + d): str(d) for base in (0x0660, 0x06F0) for d in range(10)}
_TABLE = str.maketrans(_SAME | _DIGITS | {chr(c): chr(c).lower() for c in range(ord("A"), ord("Z") + 1)})
_PAIRS = tuple((chr(written), even) for written, even in _TABLE.items())
_SHORT = 40
_DROPPED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and where each of its characters stood.

    ``cuts`` holds, for every dropped run, the folded offset it stood before, and ``shifts`` how many characters had been
    dropped by then, so that the map costs nothing where nothing was dropped.
    """

    text: str
    cuts: tuple[int, ...]
    shifts: tuple[int, ...]

    def start(self, at: int) -> int:
        """Original offset of the folded character ``at``."""
        if not self.cuts:
            return at
        i = bisect_left(self.cuts, at + 1)
        return at + (self.shifts[i - 1] if i else 0)

    def end(self, at: int) -> int:
        """Original offset just past the folded character ``at - 1``; marks that follow it are left out."""
        return self.start(at - 1) + 1 if at else 0


def fold(text: str) -> str:
    """The folded form of ``text``, without a map: what lexicons and indexes are keyed by."""
    return _DROPPED.sub("", _evened(text))


def _evened(text: str) -> str:
    # Each replacement is a search for one character: over a whole text, far faster than str.translate.
    if len(text) < _SHORT:
        return text.translate(_TABLE)
    for written, even in _PAIRS:
        if written in text:
            text = text.replace(written, even)
    return text


def fold_with_map(text: str) -> Folded:
    """Fold ``text`` and keep the way back: ``Folded.start`` and ``.end`` give original code point offsets."""
    even = _evened(text)
    cuts: list[int] = []
    shifts: list[int] = []
    parts: list[str] = []
    last = dropped = 0
    for m in _DROPPED.finditer(even):
        parts.append(even[last : m.start()])
        cuts.append(m.start() - dropped)
        dropped += m.end() - m.start()
        shifts.append(dropped)
        last = m.end()
    if not parts:
        return Folded(even, (), ())
    parts.append(even[last:])
    return Folded("".join(parts), tuple(cuts), tuple(shifts))
