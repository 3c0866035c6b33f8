"""The model of spellings: what it holds likely, and what its file must look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.errors import CodebookError
from marsad.linking.names.forms import form
from marsad.linking.names.letters import to_arabic, to_latin
from marsad.linking.names.sounds import fit
from marsad.linking.names.spelling import likelihood, read_spelling, spelling, write_spelling


@pytest.mark.parametrize(
    ("latin", "right", "wrong"),
    [
        ("karim", "كريم", "كرام"),
        ("shamil", "شامل", "سامل"),
        ("gulmurod", "غولمراد", "غولمان"),
        ("zawahiri", "ظواهري", "ظاهري"),
    ],
)
def test_the_right_spelling_is_likelier(latin: str, right: str, wrong: str) -> None:
    rows = spelling().rows(latin)
    assert likelihood(rows, right) > likelihood(rows, wrong)


def test_an_arabic_word_too_long_is_impossible() -> None:
    assert likelihood(spelling().rows("li"), "عبدالرحمن") < -1e8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد", "mohammed"),
        ("محمد", "мухаммад"),
        ("حليموف", "halimov"),
        ("mohamed", "muhammad"),
        ("غولمراد", "غولمورود"),
    ],
)
def test_spellings_of_one_name_fit(one: str, other: str) -> None:
    assert fit(form(one), form(to_latin(other) or to_arabic(other))) > 0.75


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد", "mahmud"),
        ("محمود", "mohammed"),
        ("حسن", "hussein"),
        ("سعد", "said"),
        ("سالم", "saddam"),
        ("خالد", "khalil"),
        ("أنس", "ilyas"),
    ],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert fit(form(to_arabic(one)), form(other)) < 0.75


def test_letters_are_brought_to_two_scripts() -> None:
    assert to_latin("Ҳалимов") == "halimov"
    assert to_latin("Erdoğan") == "erdoğan"
    assert to_arabic("گلبدین") == "غلبدين"
    assert to_arabic("أُسَامَة") == "اسامه"


def test_counts_survive_writing(tmp_path: Path) -> None:
    file = tmp_path / "spelling.tsv"
    write_spelling(file, {"a": {"ا": 3.0, "": 1.0}}, ["counts"])
    assert file.read_text(encoding="utf-8") == "# counts\na\tا:3\t-:1\n"
    assert read_spelling(file).rows("a")[0]["ا"] > read_spelling(file).rows("a")[0][""]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "spelling.tsv"
    file.write_text("a\tا:3\nb\tب\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="line 2"):
        read_spelling(file)
