"""What speech is in a report: who speaks at each word, and the utterances that say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ...records import Certainty, DateRange, Speaker

UtteranceKind = Literal[
    "said", "confirmed", "announced", "revealed", "denied", "claimed", "accused", "warned", "demanded",
    "expected", "judged", "admitted", "promised", "threatened", "reacted", "responsibility", "source",
]  # fmt: skip

RANK: dict[Certainty | None, int] = {
    None: -1,
    "asserted": 0,
    "reported": 1,
    "alleged": 2,
    "hedged": 3,
    "denied": 4,
}


def stronger(one: Certainty | None, other: Certainty | None) -> Certainty | None:
    """Which of two certainties decides: denied over hedged over alleged over reported over asserted."""
    return one if RANK[one] >= RANK[other] else other


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words stand somewhere: nearest speaker first, then through whom; an empty chain is the
    author.

    ``certainty`` is what the chain lends them, None where the author speaks plainly.
    """

    chain: tuple[Speaker, ...] = ()
    certainty: Certainty | None = None


AUTHOR = Voice()


@dataclass(slots=True, eq=False)
class Utterance:
    """One act of saying.

    ``first`` and ``last`` are the word range of what is said (equal where the report does not give it),
    ``verb`` the word of saying, ``frame`` the words of speaker and verb.  ``speaker`` is None for an
    impersonal "it is believed that" and where the report names nobody.  ``direct``: it is quoted word for
    word.  ``backward``: a closing "according to ..." whose content stands before it.  ``granted``: only a
    part in it is claimed or denied, what happened is not in question, so that the content is in nobody's
    voice but the author's.  ``answer``: it is part of an answer in a printed interview.
    """

    kind: UtteranceKind
    verb: int
    frame: tuple[int, int]
    first: int
    last: int
    certainty: Certainty | None
    speaker: Speaker | None = None
    via: tuple[Speaker, ...] = ()
    date: DateRange | None = None
    direct: bool = False
    backward: bool = False
    feminine: bool | None = None
    nested: bool = False
    granted: bool = False
    answer: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """All speech of a report.

    ``frame_dates`` are the dates, as original offsets, that say when something was said, not when it
    happened.
    """

    utterances: tuple[Utterance, ...] = ()
    frame_dates: frozenset[tuple[int, int]] = frozenset()
    _voices: tuple[Voice, ...] = ()
    _frames: frozenset[int] = field(default_factory=frozenset)

    def at(self, word: int) -> Voice:
        """Whose voice the word with this index is in; the author's for a word that is none, in constant
        time."""
        return self._voices[word] if 0 <= word < len(self._voices) else AUTHOR

    @property
    def frames(self) -> frozenset[int]:
        """The words of speakers' names and verbs of saying."""
        return self._frames

    def in_frame(self, word: int) -> bool:
        """Whether the word belongs to a speaker's name or a verb of saying, so that it claims nothing."""
        return word in self._frames
