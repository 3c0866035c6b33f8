"""A person's name taken into parts: what each is, without article, title and what is written together with it."""

from __future__ import annotations

import pytest

from marsad.linking.names.parts import parts_of


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("أبو مصعب الزرقاوي", ["kunya", "nisba"]),
        ("Abu Musab al-Zarqawi", ["kunya", "nisba"]),
        ("أسامة بن محمد بن لادن", ["given name", "patronymic", "patronymic"]),
        ("Доку Умаров", ["given name", "family name"]),
        ("Haji Abdul Karim", ["given name"]),
    ],
)
def test_kinds(name: str, kinds: list[str]) -> None:
    assert [part.kind for part in parts_of(name)] == kinds


@pytest.mark.parametrize(
    ("name", "stem", "affix"),
    [
        ("عبد الكريم", "كريم", "servant"),
        ("عبدالكريم", "كريم", "servant"),
        ("Abdelkarim", "karim", "servant"),
        ("Abdurrahman", "rahman", "servant"),
        ("نذير الله", "نذير", "god"),
        ("Nazirullah", "nazir", "god"),
        ("صلاح الدين", "صلاح", "faith"),
        ("Salahuddin", "salah", "faith"),
        ("Karimzoda", "karim", "born"),
        ("الزرقاوي", "زرقاوي", ""),
        ("إلياس", "الياس", ""),
    ],
)
def test_stem_and_affix(name: str, stem: str, affix: str) -> None:
    (part,) = parts_of(name)
    assert (part.stem.text, part.affix) == (stem, affix)


def test_a_title_stays_where_it_is_all_there_is() -> None:
    assert [part.written for part in parts_of("The Sheikh")] != []
    assert [part.written for part in parts_of("Sheikh Omar")] == ["Omar"]
    assert parts_of("الملا عمر")[0].title == parts_of("Mullah Omar")[0].title == "mullah"


def test_rare_parts_tell_more() -> None:
    common, rare = parts_of("محمد الزرقاوي")
    assert common.bits < rare.bits


def test_nothing_has_no_parts() -> None:
    assert parts_of("") == parts_of("—") == ()
