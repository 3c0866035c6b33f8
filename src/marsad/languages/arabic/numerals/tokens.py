"""A folded text cut into the tokens that numerals and dates are made of: words, digits with separators,
marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from ..gates import Marks, WordGate

# Some agencies write ر for the mark between digits: 5ر1 is 1.5.
_TOKEN = re.compile(r"(\d{1,3}ر\d{1,3}(?!\w)|\d+(?:[.,٬،]\d+)*|[^\W\d_]+|\n+|[<>=]+|[^\w\s]|_+)")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens ``forms[i]`` of a folded text, standing at ``starts[i]`` up to, not including, ``ends[i]``."""

    text: str
    forms: list[str]
    starts: list[int]
    ends: list[int]
    _marks: Marks = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_marks", Marks(self.forms))

    def where(self, gate: WordGate) -> list[int]:
        """The tokens that matter to a gate, in order."""
        return self._marks.where(gate)

    def form(self, i: int) -> str:
        """The token ``i``, or nothing beyond either end of the text."""
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def is_word(self, i: int) -> bool:
        """Whether token ``i`` exists and is made of letters."""
        return 0 <= i < len(self.forms) and self.forms[i][0].isalpha()

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token ``i - 1`` and token ``i``."""
        return 0 < i < len(self.forms) and self.starts[i] == self.ends[i - 1]


@lru_cache(maxsize=8)
def tokens(text: str) -> Tokens:
    """Cut a folded text; the last few texts are remembered, since numbers and dates both ask."""
    parts = _TOKEN.split(text)
    bounds = list(accumulate(map(len, parts)))
    return Tokens(text, parts[1::2], bounds[0:-1:2], bounds[1::2])
