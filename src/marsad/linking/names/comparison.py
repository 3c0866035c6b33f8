"""What a comparison of two names gives: a score, a verdict, and what each part of the names adds to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "candidate", "different"]

# The default threshold of a link is CANDIDATE: what scores less is no link.  SAME is for names that leave little doubt.
# Both were set on the development half of the UN list and of names in the news; training/names/figures.yaml says what they give.
SAME = 0.85
CANDIDATE = 0.62


@dataclass(frozen=True, slots=True)
class PartScore:
    """How well one part of a name fits its counterpart.

    ``name`` says what the part is ("given name", "kunya", "patronymic", "nisba", "family name", "word", "word order");
    ``score`` is between 0 and 1; ``query`` or ``candidate`` is None where the other name has no such part.
    """

    name: str
    score: float
    query: str | None
    candidate: str | None


class Comparison:
    """How likely two names are one: ``score`` from 0 to 1, the ``verdict`` it means, and its ``parts``.

    Parts are made by ``explained`` when they are asked for: of many names compared, few are explained.
    """

    __slots__ = ("_explained", "score")

    def __init__(self, score: float, explained: Callable[[], tuple[PartScore, ...]]) -> None:
        self.score = score
        self._explained = explained

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Comparison) and (self.score, self.parts) == (other.score, other.parts)

    def __hash__(self) -> int:
        return hash((self.score, self.parts))

    @property
    def verdict(self) -> Verdict:
        """What the score means by the default thresholds."""
        return "same" if self.score >= SAME else "candidate" if self.score >= CANDIDATE else "different"

    @property
    def parts(self) -> tuple[PartScore, ...]:
        """What each part of the names adds to the score or takes off it."""
        return self._explained()

    def explain(self) -> str:
        """One line a part, after a line with verdict and score."""
        lines = [f"{self.verdict} ({self.score:.2f})"]
        for part in self.parts:
            if part.query is None or part.candidate is None:
                side, word = ("name", part.candidate) if part.query is None else ("query", part.query)
                lines.append(f"  {part.name}: {word} stands in the {side} only")
            else:
                lines.append(f"  {part.name}: {part.query} ~ {part.candidate} {part.score:.2f}")
        return "\n".join(lines)
