"""Tags and probabilities to stretches of words."""

from __future__ import annotations

import numpy as np
import pytest

from marsad.extracting.learned.spans import shares, stretch, tagged

SURE = 0.9


def tags(*best: int, kinds: int = 2) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Probabilities of tags, the best of each word given."""
    width = 1 + 2 * kinds
    out = np.full((len(best), width), (1 - SURE) / (width - 1), np.float32)
    out[np.arange(len(best)), list(best)] = SURE
    return out


@pytest.mark.parametrize(
    ("best", "found"),
    [
        ((0, 1, 2, 0), [(1, 3, 0)]),
        ((1, 1, 0), [(0, 1, 0), (1, 2, 0)]),
        ((3, 4, 1, 2), [(0, 2, 1), (2, 4, 0)]),
        ((0, 0), []),
        ((3,), [(0, 1, 1)]),
    ],
)
def test_a_stretch_is_a_first_word_and_further_words_of_its_kind(
    best: tuple[int, ...], found: list[tuple[int, int, int]]
) -> None:
    assert [(s.first, s.last, s.kind) for s in tagged(tags(*best))] == found


def test_a_further_word_never_opens_a_stretch() -> None:
    assert [(s.first, s.last, s.kind) for s in tagged(tags(2, 2))] == [(0, 2, 0)]
    assert [(s.first, s.last, s.kind) for s in tagged(tags(1, 4))] != [(0, 2, 0)]


def test_no_words_no_stretches() -> None:
    assert tagged(np.zeros((0, 5), np.float32)) == []


def test_the_score_is_the_mean_probability_of_the_kind() -> None:
    [one] = tagged(tags(1, 2))
    assert one.score == pytest.approx(SURE + (1 - SURE) / 4)


def test_shares_of_a_word_add_up_to_one() -> None:
    assert shares(np.array([[1.0, 2.0, 3.0], [500.0, 0.0, 0.0]], np.float32)).sum(axis=1) == pytest.approx([1, 1])


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([0.1, 0.8, 0.5, 0.4, 0.1], (1, 4)),
        ([0.8, 0.1, 0.7], (0, 1)),
        ([0.2, 0.1, 0.31], (2, 3)),
        ([0.1, 0.2], None),
        ([], None),
    ],
)
def test_the_likeliest_word_and_the_neighbours_nearly_as_likely(
    values: list[float], found: tuple[int, int] | None
) -> None:
    assert stretch(np.array(values, np.float32), 0.3) == found
