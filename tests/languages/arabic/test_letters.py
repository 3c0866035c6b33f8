from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.languages.arabic.letters import fold, fold_with_map

LETTERS = "ابتةهىيئؤأإآٱکیگ٠١٢۳۴abcXYZ .،؟\u064b\u064f\u0651\u0640\u200b\u200f\u202e\u2067\ufeff\u00ad\n"
TEXTS = st.one_of(st.text(alphabet=LETTERS, max_size=80), st.text(max_size=80))


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("الإرهاب", "الارهاب"),
        ("أحمد", "احمد"),
        ("آسيا", "اسيا"),
        ("مصطفى", "مصطفي"),
        ("فى", "في"),
        ("مسؤول", "مسوول"),
        ("رئيس", "رييس"),
        ("مدينة", "مدينه"),
        ("مُقَاتِلٌ", "مقاتل"),
        ("تنظـــيم", "تنظيم"),
        ("١٢٣", "123"),
        ("۴۵۶", "456"),
        ("کابل", "كابل"),
        ("تهران‌ی", "تهراني"),
        ("ISIS", "isis"),
        ("\u202bداعش\u202c", "داعش"),
        ("لـ\u200fداعش", "لداعش"),
        ("٪", "%"),
        ("٢٫٥", "2.5"),
    ],
)
def test_spellings_that_readers_take_for_the_same_word_fold_alike(written: str, same: str) -> None:
    assert fold(written) == same == fold(same)


def test_words_that_differ_stay_different() -> None:
    words = ["قتل", "قاتل", "مقتل", "حرب", "جرب", "سلم", "شلم", "عين", "غين", "طعن", "ظعن"]
    assert len({fold(w) for w in words}) == len(words)


@settings(max_examples=100)
@given(TEXTS)
def test_folding_twice_is_folding_once_and_the_map_folds_alike(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_with_map(text).text == fold(text)


@settings(max_examples=100)
@given(TEXTS)
def test_the_map_leads_from_every_folded_letter_back_to_its_own(text: str) -> None:
    folded = fold_with_map(text)
    starts = [folded.start(i) for i in range(len(folded.text))]
    assert starts == sorted(set(starts))
    assert [fold(text[at]) for at in starts] == list(folded.text)
    assert [folded.end(i + 1) for i in range(len(folded.text))] == [at + 1 for at in starts]


@settings(max_examples=100)
@given(TEXTS, st.data())
def test_a_range_of_folded_letters_cuts_the_same_letters_out_of_the_text(text: str, data: st.DataObject) -> None:
    folded = fold_with_map(text)
    size = len(folded.text)
    first = data.draw(st.integers(0, size))
    last = data.draw(st.integers(first, size))
    if first < last:
        assert fold(text[folded.start(first) : folded.end(last)]) == folded.text[first:last]


def test_offsets_of_a_text_with_marks_are_those_of_the_original() -> None:
    text = "قُتِلَ \u202bجنديّ\u202c"
    folded = fold_with_map(text)
    assert folded.text == "قتل جندي"
    at = folded.text.index("جندي")
    assert text[folded.start(at)] == "ج"
    assert text[folded.start(at) : folded.end(at + 4)] == "جندي"


def test_a_long_text_folds_as_its_parts_do() -> None:
    parts = ["أُعلِنَ ", "الإرهـــاب ", "٢٠٢٦ ", "ABC ", "مدينةٌ "]
    assert fold("".join(parts) * 5) == "".join(map(fold, parts)) * 5
