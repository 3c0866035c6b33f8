"""The worked examples of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.reviewing.agreement import Level, krippendorff_alpha
from marsad.reviewing.agreement.spans import span_f1

# A: two observers, ten units, binary.  B: two observers, twelve articles, five categories.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
# C and D: four observers, twelve units, values missing.
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def units(rows: Sequence[str], read: Any = str) -> list[list[Any]]:
    return [[read(value) for value in column if value != "."] for column in zip(*rows, strict=True)]


@pytest.mark.parametrize(
    ("rows", "read", "level", "alpha", "values"),
    [
        (BINARY, str, "nominal", 0.095, 20),
        (NOMINAL, str, "nominal", 0.692, 24),
        (FOUR, int, "nominal", 0.743, 40),
        (FOUR, int, "interval", 0.849, 40),
        (FOUR, int, "ratio", 0.797, 40),
    ],
)
def test_the_worked_examples(rows: Sequence[str], read: Any, level: Level, alpha: float, values: int) -> None:
    found = krippendorff_alpha(units(rows, read), level)
    assert found.alpha == pytest.approx(alpha, abs=0.0005)
    assert found.values == values


ratings = st.lists(st.lists(st.sampled_from("abcd"), min_size=0, max_size=4), min_size=2, max_size=12)


@given(ratings, st.permutations("abcd"), st.randoms(use_true_random=False))
def test_neither_the_order_of_coders_and_units_nor_the_labels_matter(
    said: list[list[str]], labels: list[str], chance: random.Random
) -> None:
    renamed = dict(zip("abcd", labels, strict=True))
    others = [[renamed[value] for value in chance.sample(unit, len(unit))] for unit in said]
    chance.shuffle(others)
    one, other = krippendorff_alpha(said), krippendorff_alpha(others)
    assert (one.units, one.values, one.because) == (other.units, other.values, other.because)
    assert one.alpha == pytest.approx(other.alpha)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=10))
def test_the_interval_level_knows_no_zero_and_the_ratio_level_no_unit(pairs: list[tuple[int, int]]) -> None:
    moved = [(a + 1000, b + 1000) for a, b in pairs]
    scaled = [(a * 7, b * 7) for a, b in pairs]
    assert krippendorff_alpha(pairs, "interval").alpha == pytest.approx(krippendorff_alpha(moved, "interval").alpha)
    assert krippendorff_alpha(pairs, "ratio").alpha == pytest.approx(krippendorff_alpha(scaled, "ratio").alpha)


def test_where_there_is_no_alpha_it_says_why() -> None:
    for said in ([], [["a"], ["b"]], [["a", "b"]], [["a", "a"], ["a", "a"]]):
        found = krippendorff_alpha(said)
        assert found.alpha is None
        assert found.because
    assert krippendorff_alpha([["a", "a"], ["b", "b"]]).alpha == 1


def test_spans_match_exactly_or_by_overlap_each_once() -> None:
    found = span_f1([([(0, 5), (10, 20)], [(0, 5), (12, 15), (18, 22)]), ([(3, 4)], []), ([], [])])
    assert (found.units, found.one, found.other) == (3, 3, 3)
    assert found.exact == pytest.approx(2 * 1 / 6)
    assert found.overlap == pytest.approx(2 * 2 / 6)
    assert span_f1([([], [])]).exact is None


spans = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda s: (s[0], s[0] + s[1])), max_size=5)


@given(st.lists(st.tuples(spans, spans), max_size=5))
def test_f1_of_spans_is_the_same_both_ways(pairs: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]]) -> None:
    there, back = span_f1(pairs), span_f1([(other, one) for one, other in pairs])
    assert (there.exact, there.overlap) == (back.exact, back.overlap)
    if there.exact is not None and there.overlap is not None:
        assert 0 <= there.exact <= there.overlap <= 1
