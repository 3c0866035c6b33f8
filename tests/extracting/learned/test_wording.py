"""Features of how a sentence is worded: the same wherever they stand, other ones for other words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from marsad.encoder.files import SETTING
from marsad.extracting.learned import wording as model
from marsad.extracting.learned.wording import LONGEST, Hashes, features, weighed, wording


def words(line: str) -> set[int]:
    return set(features(line.split())[0].tolist())


def stretches(line: str) -> set[int]:
    return set(features(line.split())[1].tolist())


def test_a_word_is_one_feature_wherever_it_stands() -> None:
    alone = words("انفجار")
    assert len(alone) == 1
    assert alone < words("وقع انفجار في السوق")
    assert not alone & words("وقع حادث في السوق")


def test_pairs_of_words_are_told_in_their_order() -> None:
    assert len(words("هجوم مسلح")) == 3
    assert len(words("هجوم مسلح") - words("مسلح هجوم")) == 1


def test_stretches_of_letters_join_words_of_one_stem_but_do_not_cross_gaps() -> None:
    assert len(stretches("والمتظاهرون") & stretches("متظاهرين")) > len(stretches("والمتظاهرون") & stretches("الحكومه"))
    assert stretches("باب دار") == stretches("باب") | stretches("دار")


def test_an_edge_of_a_word_counts_as_a_letter() -> None:
    # "قتل" as a word of its own, and inside one
    assert stretches("قتل") - stretches("مقتله")


@pytest.mark.parametrize("forms", [[], ["ب"], ["كلمه"] * LONGEST])
def test_any_length_has_features(forms: Sequence[str]) -> None:
    told, letters = features(forms)
    assert len(told) <= 2 * LONGEST
    assert len(letters) <= 4 * LONGEST


def test_values_of_a_family_have_length_one_and_unknown_features_count_for_nothing() -> None:
    known: Hashes = np.array([3, 7, 9], np.uint32)
    columns, values = weighed(np.array([7, 7, 8, 3], np.uint32), known, np.ones(3, np.float32))
    assert columns.tolist() == [0, 1]
    assert np.linalg.norm(values) == pytest.approx(1, abs=1e-6)
    assert values[1] > values[0]


def test_log_odds_add_up_what_each_known_feature_weighs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forms = ["هجوم", "مسلح", "قرب", "السوق"]
    known = np.unique(np.concatenate(features(forms)))
    weights = np.random.default_rng(0).standard_normal((2, len(known))).astype(np.float32)
    bias, rarity = np.array([0.5, -0.25], np.float32), np.ones(len(known), np.float32)
    values = np.zeros(len(known), np.float32)
    for family in features(forms):
        columns, some = weighed(family, known, rarity)
        values[columns] += some
    np.savez(tmp_path / model.FILE, hashes=known, rarity=rarity, weights=weights, bias=bias)
    monkeypatch.setenv(SETTING, str(tmp_path))
    model._model.cache_clear()
    assert wording(forms) == pytest.approx(weights @ values + bias, abs=1e-4)
    assert wording(["كلمات", "لا", "تعرفها"]) == pytest.approx(bias, abs=1)
    model._model.cache_clear()
