"""Which words matter to whom: all questions that most words answer with no, asked of a word together and once.

Every word of a report is looked at for a dozen reasons.  A look-up for each of them would cost more than everything that
follows from the few words that matter, so the answers to all are kept as the bits of one number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from .clitics import splits
from .memo import Memo

Asks = Callable[[str], object]
Listed = Callable[[], Iterable[str]]


class WordGate:
    """A question about a folded word; decorates the function that answers it, whatever is true counting as yes."""

    def __init__(self, asks: Asks, listed: Listed | None = None) -> None:
        self.asks = asks
        self.listed = listed
        self.bit = 1 << len(_GATES)
        _GATES.append(self)
        _KNOWN.clear()
        _all_listed.cache_clear()

    @staticmethod
    def of(listed: Listed) -> Callable[[Asks], WordGate]:
        """A gate that only forms of the ``listed`` words can pass: one of them, alone or under proclitics, article or a
        first letter.  New words that are no such form, which most are, are not even asked about."""
        return lambda asks: WordGate(asks, listed)


@cache
def _all_listed() -> frozenset[str]:
    return frozenset(word for gate in _GATES if gate.listed for word in gate.listed())


def _answers(word: str) -> int:
    listed = not word[0].isalpha() or not _all_listed().isdisjoint(_forms_within(word))
    bits = 0
    for gate in _GATES:
        if (listed or gate.listed is None) and gate.asks(word):
            bits |= gate.bit
    return bits


def _forms_within(word: str) -> list[str]:
    out = [word[1:]]
    for _, rest in splits(word):
        out.append(rest)
        if rest[:2] == "ال":
            out.append(rest[2:])
    return out


_GATES: list[WordGate] = []
_KNOWN = Memo(_answers)


class Marks:
    """The answers for the words of one text."""

    __slots__ = ("_asked", "_found", "_places", "_words")

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._found: list[tuple[int, int]] = []
        self._places: dict[int, list[int]] = {}
        self._asked = 0

    def where(self, gate: WordGate) -> list[int]:
        """The indices of the words that answer the question with yes."""
        if self._asked != len(_GATES):
            self._found = [found for found in enumerate(map(_KNOWN.__getitem__, self._words)) if found[1]]
            self._asked = len(_GATES)
            self._places.clear()
        bit = gate.bit
        places = self._places.get(bit)
        if places is None:
            places = self._places[bit] = [i for i, bits in self._found if bits & bit]
        return places
