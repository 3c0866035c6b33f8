"""The measures of chains, on examples worked out by hand and from the papers that define them."""

from __future__ import annotations

import pytest

pytest.importorskip("scipy")

from coreference.scoring import b_cubed, ceaf_e, linked, muc, scores


def chains(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def test_the_same_chains_are_wholly_right() -> None:
    told = scores([(chains("abc", "de"), chains("de", "abc"))])
    assert told == {"CoNLL": 1, "MUC": 1, "B-cubed": 1, "CEAF-e": 1}


def test_muc_counts_links() -> None:
    # Vilain et al. 1995: A-B-C-D against A-B, C-D lacks one link of three
    score = muc(chains("abcd"), chains("ab", "cd"))
    assert score.recall.value == pytest.approx(2 / 3)
    assert score.precision.value == 1


def test_b_cubed_weighs_wrong_joins_by_their_size() -> None:
    # Bagga and Baldwin 1998: 12345, 67, 89ABC; joining the two long chains is worse than joining a long and a short one
    gold = chains("12345", "67", "89ABC")
    near, far = chains("12345", "6789ABC"), chains("67", "1234589ABC")
    assert b_cubed(gold, near).precision.value == pytest.approx(0.762, abs=1e-3)
    assert b_cubed(gold, far).precision.value == pytest.approx(0.583, abs=1e-3)
    assert b_cubed(gold, near).recall.value == b_cubed(gold, far).recall.value == 1
    assert muc(gold, near).precision.value == muc(gold, far).precision.value == pytest.approx(0.9)


def test_ceaf_matches_chains_one_to_one() -> None:
    score = ceaf_e(chains("abc", "de"), chains("ab", "c", "de"))
    # ab with abc: 2*2/5, de with de: 1
    assert score.recall.value == pytest.approx(1.8 / 2)
    assert score.precision.value == pytest.approx(1.8 / 3)


def test_mentions_that_one_side_lacks_count_against_it() -> None:
    score = b_cubed(chains("abc"), chains("ab"))
    assert score.precision.value == 1
    assert score.recall.value == pytest.approx((2 / 3 + 2 / 3) / 3)
    assert muc(chains("abc"), chains("ab")).recall.value == pytest.approx(1 / 2)


def test_sums_run_over_all_texts() -> None:
    told = scores([(chains("ab"), chains("ab")), (chains("cdef"), chains("c", "d", "e", "f"))])
    assert told["MUC"] == pytest.approx(2 * 1 * (1 / 4) / (1 + 1 / 4))


def test_nothing_told_is_nothing_right() -> None:
    assert scores([(chains("ab"), [])])["CoNLL"] == 0


def test_linked_chains_have_two_mentions() -> None:
    assert linked(chains("a", "bc")) == chains("bc")
