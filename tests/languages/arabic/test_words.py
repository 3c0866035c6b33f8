from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.languages.arabic.letters import fold
from marsad.languages.arabic.words import cut

PIECES = [
    "قال",
    "الوزيرُ",
    "د.",
    "٢٠٢٦",
    "3.5",
    "abc",
    " ",
    " ",
    "، ",
    ". ",
    "\n",
    "؟",
    "«",
    "»",
    "\u202b",
    "ـ",
    "…",
    "!",
    "\u200f",
    "\u064b",
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=80))


def sentences(text: str) -> list[str]:
    words = cut(text)
    return [words.quote(s.first, s.last)[2] for s in words.sentences]


@pytest.mark.parametrize(
    ("text", "cut_up"),
    [
        ("عاد الرجل. سافر التاجر.", ["عاد الرجل", "سافر التاجر"]),
        ("هل عاد؟ نعم! ربما… لا", ["هل عاد", "نعم", "ربما", "لا"]),
        ("عنوان بلا نقطة\nنص المقال", ["عنوان بلا نقطة", "نص المقال"]),
        ("فقرة أولى\r\n\r\nفقرة ثانية", ["فقرة أولى", "فقرة ثانية"]),
        ("قال د. سامر إنه عاد", ["قال د. سامر إنه عاد"]),
        ("وكالة أ. ف. ب. قالت", ["وكالة أ. ف. ب. قالت"]),
        ("قال: «لن أعود ومضى. ثم عاد", ["قال: «لن أعود ومضى", "ثم عاد"]),
        ("في عام 2019. ثم عاد", ["في عام 2019", "ثم عاد"]),
        ("؟!… ،", []),
        ("", []),
    ],
)
def test_stops_end_a_sentence_and_initials_and_numbers_do_not(text: str, cut_up: list[str]) -> None:
    assert sentences(text) == cut_up


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("قُتِلَ الجنديّ", ["قتل", "الجندي"]),
        ('لـ"داعش"', ["ل", "داعش"]),
        ("تنظـيم", ["تنظيم"]),
        ("١٢٣ ألفا", ["123", "الفا"]),
        ("و1400", ["و", "1400"]),
        ("دا\u200bعش", ["داعش"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words_are_folded_runs_of_letters_or_of_digits(text: str, forms: list[str]) -> None:
    assert cut(text).forms == forms


def test_a_quotation_takes_the_marks_of_its_last_letter_in() -> None:
    text = "قُتِلَ الجنديُّ أمس"
    words = cut(text)
    assert words.quote(0, 1)[2] == "قُتِلَ"
    assert words.quote(1, 2)[2] == "الجنديُّ"
    assert words.quote(0, 3) == (0, len(text), text)


def test_words_are_found_by_their_offsets() -> None:
    words = cut("قال الوزير: عاد")
    assert [words.at(o) for o in (0, 2, 3, 4, 10, 12)] == [0, 0, 1, 1, 2, 2]
    assert [words.upto(o) for o in (0, 1, 4, 5, 15)] == [0, 1, 1, 2, 3]


def test_the_sentence_past_the_end_is_the_last() -> None:
    words = cut("عاد. سافر.")
    assert words.sentence_of(0) == words.sentences[0]
    assert words.sentence_of(9) == words.sentences[1]


@settings(max_examples=100)
@given(TEXTS)
def test_words_and_gaps_make_the_folded_text_and_quotations_fold_back(text: str) -> None:
    words = cut(text)
    size = len(words.forms)
    assert len(words.gaps) == size + 1
    for i in range(size):
        start, end, quoted = words.quote(i, i + 1)
        assert text[start:end] == quoted
        assert fold(quoted) == words.forms[i]
        assert words.at(start) == i
        assert words.upto(end) == i + 1
    assert words.starts == sorted(words.starts)


@settings(max_examples=100)
@given(TEXTS)
def test_sentences_cover_all_words_in_order(text: str) -> None:
    words = cut(text)
    assert [w for s in words.sentences for w in range(s.first, s.last)] == list(range(len(words.forms)))
    assert all(s.first < s.last for s in words.sentences)
