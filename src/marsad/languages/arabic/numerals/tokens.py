"""A folded text cut into the tokens that numerals and dates are made of: words, digits with separators,
marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

_TOKEN = re.compile(r"\d+(?:[.,٬،]\d+)*|[^\W\d_]+|\n+|[<>=]+|[^\w\s]|_+")


_MOST_WORDS = 200_000


class Known(dict[str, int]):
    """How each folded token matters to a grammar (0: not at all), asked once; begun anew when too large."""

    def __init__(self, role: Callable[[str], int]) -> None:
        super().__init__()
        self._role = role

    def __missing__(self, form: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[form] = found = self._role(form)
        return found

    def places(self, forms: list[str]) -> list[int]:
        """Where in ``forms`` a token stands that matters."""
        return list(compress(range(len(forms)), map(self.__getitem__, forms)))


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens ``forms[i]`` of a folded text, standing at ``starts[i]`` up to, not including, ``ends[i]``."""

    text: str
    forms: list[str]
    starts: list[int]
    ends: list[int]

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
    spans = [m.span() for m in _TOKEN.finditer(text)]
    return Tokens(text, [text[a:b] for a, b in spans], [a for a, _ in spans], [b for _, b in spans])
