"""Text to pieces: each word by its first piece, long texts cut, marks that say nothing dropped."""

from __future__ import annotations

import pytest

from marsad.encoder.pieces import FIRST, LAST, LONGEST, UNKNOWN, passages, tokenizer
from marsad.languages.arabic.words import cut


def pieces(text: str) -> tuple[int, ...]:
    return passages(text, cut(text).starts)[0].ids


def test_each_word_points_to_its_first_piece() -> None:
    text = "قال «المتحدث» إن 32 شخصا قتلوا"
    words = cut(text)
    [passage] = passages(text, words.starts)
    vocabulary = tokenizer()
    first = [str(vocabulary.id_to_token(passage.ids[at])).lstrip("▁") for at in passage.words]
    assert len(first) == len(words.forms)
    assert all(
        word.startswith(piece)
        for word, piece in zip(["قال", "المتحدث", "إن", "32", "شخصا", "قتلوا"], first, strict=True)
    )
    assert (passage.ids[0], passage.ids[-1]) == (FIRST, LAST)


@pytest.mark.parametrize(
    ("written", "plain"),
    [("قُتِلَ", "قتل"), ("الجيـــش", "الجيش"), ("\u200fهجوم\u200e", "هجوم"), ("ﻻ", "لا")],
)
def test_marks_and_forms_that_say_nothing_give_the_same_pieces(written: str, plain: str) -> None:
    assert pieces(written) == pieces(plain)


SCRIPTS = (
    "طاجیکستان اور پاکستان ٹڈڑ", "نیروهای امنیتی ایران", "د افغانستان ځواکونه ښار", "هێزە چەکدارەکان ڤ",
    "боевики ИГ в Хорасане", "ҷанги шаҳрвандӣ ЎҲҶӢӮ", "gunmen attacked the prison",
)  # fmt: skip


@pytest.mark.parametrize("text", SCRIPTS)
def test_no_letter_of_the_languages_read_is_unknown(text: str) -> None:
    assert UNKNOWN not in pieces(text)


def test_a_long_text_is_cut_at_words_and_keeps_every_word() -> None:
    text = " ".join(["هاجم مسلحون مجهولون قاعدة عسكرية قرب المدينة"] * 60)
    words = cut(text)
    cuts = passages(text, words.starts)
    assert len(cuts) > 1
    assert max(len(p.ids) for p in cuts) <= LONGEST
    assert [p.first_word for p in cuts] == [sum(len(p.words) for p in cuts[:i]) for i in range(len(cuts))]
    assert sum(len(p.words) for p in cuts) == len(words.forms)


@pytest.mark.parametrize("text", ["", " ", "\u0640\u0640", "\u200b"])
def test_text_without_pieces_gives_no_passage_or_an_empty_one(text: str) -> None:
    assert all(not p.words for p in passages(text, []))


def test_one_word_longer_than_a_passage_is_cut_off() -> None:
    text = "ثخ" * 2000
    cuts = passages(text, cut(text).starts)
    assert len(cuts[0].words) == 1
    assert len(cuts[0].ids) <= LONGEST
