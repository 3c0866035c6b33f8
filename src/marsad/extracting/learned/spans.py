"""Tags and probabilities of words → stretches of words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``first`` up to, not including, ``last``, of the kind numbered ``kind``, and how likely that is."""

    first: int
    last: int
    kind: int
    score: float


def shares(logits: Floats) -> Floats:
    """Logits of tags, shape (words, tags), → probabilities."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), np.float32)


def tagged(tags: Floats) -> list[Stretch]:
    """Stretches told by probabilities of tags, shape (words, 1 + 2 × kinds), by the likeliest sequence of tags in which a
    further word follows a word of its kind.  The score is the mean probability of the kind over the words.
    """
    best = _best(np.log(np.maximum(tags, 1e-9)))
    out: list[Stretch] = []
    first = 0
    for i in range(len(best) + 1):
        tag = best[i] if i < len(best) else 0
        if i and best[i - 1] and not (tag and tag % 2 == 0):
            kind = (best[i - 1] - 1) // 2
            score = tags[first:i, 1 + 2 * kind : 3 + 2 * kind].sum(axis=1).mean()
            out.append(Stretch(first, i, kind, float(score)))
        if tag % 2 == 1:
            first = i
    return out


def _best(scores: Floats) -> list[int]:
    """The likeliest sequence of tags: an even tag only after its own kind."""
    if not len(scores):
        return []
    count = scores.shape[1]
    value = scores[0].copy()
    value[2::2] = -np.inf
    back = []
    for row in scores[1:]:
        top = int(value.argmax())
        source = np.full(count, top)
        came = np.full(count, value[top])
        for further in range(2, count, 2):
            source[further] = further if value[further] > value[further - 1] else further - 1
            came[further] = value[source[further]]
        back.append(source)
        value = came + row
    out = [int(value.argmax())]
    for source in reversed(back):
        out.append(int(source[out[-1]]))
    return out[::-1]


def stretch(values: Floats, threshold: float) -> tuple[int, int] | None:
    """The one stretch of words whose probabilities rise furthest above ``threshold`` in sum; None where none does."""
    best, total, first = (0.0, 0, 0), 0.0, 0
    for i, value in enumerate(values):
        if total <= 0:
            total, first = 0.0, i
        total += float(value) - threshold
        if total > best[0]:
            best = (total, first, i + 1)
    return (best[1], best[2]) if best[0] > 0 else None
