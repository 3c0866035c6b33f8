"""When a name that is a common word too stands for the entry: by the words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from ..languages.arabic.clitics import splits
from ..languages.arabic.letters import fold
from ..languages.arabic.words import Words

_JOINED = frozenset(" \u00a0\t\"'«»“”‘’()-–_")


def joined(gap: str) -> bool:
    """Whether two words with ``gap`` between them may belong to one name: spaces, quotation marks,
    hyphens, brackets."""
    return gap == " " or (gap != "" and _JOINED.issuperset(gap)) or gap == ""


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words, phrases, and words told by their beginning and end (written ``ال*ية``), all folded."""

    words: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    shapes: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, entries: list[str]) -> WordSet:
        """Sort the entries of a list by what they are."""
        folded = [fold(e) for e in entries]
        return cls(
            frozenset(e for e in folded if " " not in e and "*" not in e),
            tuple(tuple(e.split()) for e in folded if " " in e),
            tuple((e.partition("*")[0], e.partition("*")[2]) for e in folded if "*" in e),
        )

    def starts(self, forms: list[str], at: int) -> bool:
        """Whether one of them stands at ``at``."""
        if at >= len(forms):
            return False
        word = forms[at]
        if word in self.words or any(word.startswith(a) and word.endswith(z) for a, z in self.shapes):
            return True
        return any(tuple(forms[at : at + len(p)]) == p for p in self.phrases)

    def ends(self, forms: list[str], past: int) -> bool:
        """Whether one of them stands up to ``past``, proclitics of its first word set aside."""
        if past <= 0:
            return False
        if any(rest in self.words for _, rest in splits(forms[past - 1])):
            return True
        return any(past >= len(p) and tuple(forms[past - len(p) : past]) == p for p in self.phrases)


_NONE = WordSet()


@dataclass(frozen=True, slots=True)
class Condition:
    """``not_before`` and ``not_after`` rule a name out (``but_before`` excepts); one of the needs must
    be met, if any.

    A single letter in ``needs`` is a proclitic of the name itself.
    """

    not_before: WordSet = _NONE
    but_before: WordSet = _NONE
    not_after: WordSet = _NONE
    needs: WordSet = _NONE
    needs_after: WordSet = _NONE

    def holds(self, words: Words, first: int, last: int, lead: str) -> bool:
        """Whether the words ``first`` up to ``last``, with the proclitics ``lead``, may stand for the
        entry."""
        forms, gaps = words.forms, words.gaps
        beside = last < len(forms) and joined(gaps[last]) and "(" not in gaps[last]
        if beside and self.not_before.starts(forms, last) and not self.but_before.starts(forms, last):
            return False
        behind = first > 0 and joined(gaps[first]) and lead in ("", "و", "ف")
        if behind and self.not_after.ends(forms, first):
            return False
        if self.needs is _NONE and self.needs_after is _NONE:
            return True
        if any(letter in self.needs.words for letter in lead):
            return True
        if first > 0 and joined(gaps[first]) and self.needs.ends(forms, first):
            return True
        return beside and self.needs_after.starts(forms, last)
