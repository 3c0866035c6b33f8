"""Numbers of every spelling, their bounds, and what is no number."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.errors import CodebookError
from marsad.languages.arabic import find_numbers
from marsad.languages.arabic.numbers import cues
from marsad.languages.arabic.numerals import words

HERE = Path(__file__).parent
NUMBERS = yaml.safe_load((HERE / "numbers.yaml").read_text("utf-8"))
BOUNDS = yaml.safe_load((HERE / "bounds.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "wanted"), [(str(t), w) for group in NUMBERS.values() for t, w in group.items()])
def test_values(text: str, wanted: list[list[Any]]) -> None:
    found = find_numbers(text)
    assert [[text[s.core_start : s.core_end], s.low, s.high] for s in found] == wanted


@pytest.mark.parametrize(("text", "wanted"), list(BOUNDS.items()))
def test_bounds(text: str, wanted: list[Any]) -> None:
    (span,) = find_numbers(text)
    assert [text[span.start : span.end], span.low, span.high, span.approximate, span.kind] == wanted


def test_a_change_is_two_figures() -> None:
    found = find_numbers("ارتفعت حصيلة القتلى من 11 إلى 16 قتيلا")
    assert [(s.low, s.high, s.kind) for s in found] == [(11, 11, "exact"), (16, 16, "exact")]


def test_dual_noun_is_told() -> None:
    (two,) = find_numbers("أصيب لاحقا بشخصين آخرين")
    assert (two.counted, two.low) == ("شخصين", 2)
    (count,) = find_numbers("أصيب اثنان")
    assert count.counted is None


def test_shares_are_no_counts() -> None:
    assert [s.share for s in find_numbers("12 في المئة")] == ["percent"]
    assert [s.share for s in find_numbers("أكثر من نصف السكان")] == ["fraction"]
    assert [s.share for s in find_numbers("نصف مليون")] == [None]


def test_offsets_count_marks_and_tatweel() -> None:
    text = "أُصِيبَ ثـلاثةٌ و\u200f٢٥ آخرون"
    assert [(text[s.start : s.end], s.low) for s in find_numbers(text)] == [("ثـلاثة", 3), ("٢٥", 25)]


def test_date_beside_a_quantity() -> None:
    text = "في 3 مارس 2017 قتل 3 جنود"
    (span,) = find_numbers(text)
    assert text[span.start :] == "3 جنود"


def test_incomplete_word_lists_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "cues.yaml").write_text("lower: [أكثر من]\n", "utf-8")
    monkeypatch.setattr(cues, "files", lambda _: tmp_path)
    with pytest.raises(CodebookError, match=r"cues\.yaml"):
        cues.cues.__wrapped__()
    (tmp_path / "words.yaml").write_text("zero: {0: [صفر]}\n", "utf-8")
    (tmp_path / "duals.yaml").write_text("persons: [شخص]\n", "utf-8")
    monkeypatch.setattr(words, "files", lambda _: tmp_path)
    monkeypatch.setattr(words, "_raw", words._raw.__wrapped__)
    with pytest.raises(CodebookError, match=r"duals\.yaml"):
        words.numeral_words.__wrapped__()
    with pytest.raises(CodebookError, match=r"words\.yaml"):
        words.lists.__wrapped__()


@pytest.mark.parametrize(
    "text", ["خلف التفجير 30 قتيلا على الأقل ومئة جريح", "أسفر عن 30 قتيلا على الأقل ونحو 100 جريح"]
)
def test_at_least_before_and_belongs_to_the_number_before(text: str) -> None:
    assert [(n.low, n.high) for n in find_numbers(text)] == [(30, None), (100, 100)]
