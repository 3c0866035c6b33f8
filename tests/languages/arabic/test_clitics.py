from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.languages.arabic.clitics import bare, splits


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("وقال", ("و", "قال")),
        ("فقتل", ("ف", "قتل")),
        ("ببغداد", ("ب", "بغداد")),
        ("لتنظيم", ("ل", "تنظيم")),
        ("للتنظيم", ("ل", "التنظيم")),
        ("وللتنظيم", ("ول", "التنظيم")),
        ("وبالرصاص", ("وب", "الرصاص")),
        ("كالجيش", ("ك", "الجيش")),
        ("سيقتل", ("س", "يقتل")),
        ("وسيقتل", ("وس", "يقتل")),
    ],
)
def test_the_right_split_is_among_those_listed(word: str, wanted: tuple[str, str]) -> None:
    assert wanted in splits(word)


@pytest.mark.parametrize("word", ["قتل", "رجل", "ال", "12", "isis"])
def test_a_word_without_a_proclitic_is_left_whole(word: str) -> None:
    assert splits(word) == (("", word),)


@settings(max_examples=100)
@given(st.text(alphabet="وفبلكساقتم", min_size=1, max_size=8))
def test_the_whole_word_comes_first_and_no_letter_is_lost(word: str) -> None:
    assert splits(word)[0] == ("", word)
    for lead, rest in splits(word):
        assert rest
        assert lead + rest == word or lead + rest[1:] == word


@pytest.mark.parametrize(
    ("word", "without"),
    [("التنظيم", "تنظيم"), ("الجيش", "جيش"), ("تنظيم", "تنظيم"), ("الان", "الان"), ("ال", "ال")],
)
def test_the_article_is_taken_off_words_long_enough_to_bear_one(word: str, without: str) -> None:
    assert bare(word) == without
