"""Names that the learned reader finds, beside what the catalogue holds: its logits are made up here, tag by tag."""

from __future__ import annotations

import numpy as np
import pytest

from marsad.catalogue import load
from marsad.encoder.heads import heads
from marsad.extracting.learned.reading import Learned
from marsad.extracting.mentions import find_mentions
from marsad.languages.arabic.words import cut
from marsad.records import Mention

SURE = 9.0


def mentions(text: str, named: dict[int, str], odds: float = SURE) -> list[Mention]:
    """Mentions of one sentence where the reader gives the words of ``named`` log ``odds`` of being names of one word each."""
    words, known = cut(text), heads()
    logits = np.zeros((len(words.forms), known.layout.width), np.float32)
    logits[:, known.layout.names] = -SURE
    logits[:, known.layout.names.start] = 0
    for word, kind in named.items():
        logits[word, known.layout.names.start + 1 + 2 * known.names.index(kind)] = odds
    events, coded, worded = np.zeros((3, 1, len(known.events)), np.float32)
    sectors = np.zeros((1, len(known.events), 2, len(known.sectors)), np.float32)
    return find_mentions(words, load(), "r", Learned(logits, events, coded, worded, sectors, (0,)))


def test_a_name_that_no_list_holds_is_found() -> None:
    (found,) = mentions("وصلت القافلة قرب زرنوقيا ليلا", {3: "place"})
    assert (found.text, found.type) == ("زرنوقيا", "place")


@pytest.mark.parametrize(("kind", "found"), [("person", []), ("organization", []), ("place", ["place"])])
def test_a_name_that_the_reader_is_not_sure_of_is_none_but_for_places(kind: str, found: list[str]) -> None:
    text = "وصلت القافلة قرب زرنوقيا ليلا"
    assert [m.type for m in mentions(text, {3: kind}, odds=0.4)] == found
    assert len(mentions(text, {3: kind}, odds=2.0)) == 1


def test_an_organization_that_the_lists_guess_stands_unless_the_reader_takes_none_of_it_for_a_name() -> None:
    text = "أصدرت منظمة الأمل الجديد تقريرا"
    words = {1: "organization", 2: "organization", 3: "organization"}
    assert "organization" in {m.type for m in find_mentions(cut(text), load(), "r")}
    assert "organization" not in {m.type for m in mentions(text, words, odds=-4.0)}
    assert "organization" in {m.type for m in mentions(text, words, odds=-1.0)}


@pytest.mark.parametrize("word", ["نهر", "غرب", "جبال"])
def test_a_word_that_only_opens_names_is_none(word: str) -> None:
    assert mentions(f"عبرت القافلة {word} المنطقة", {2: "place"}) == []


def test_parts_of_a_known_name_are_no_places() -> None:
    found = mentions("عادت البعثة من البوسنة والهرسك أمس", {3: "place", 4: "place"})
    assert [m.text for m in found] == ["البوسنة والهرسك"]


def test_a_known_place_within_the_name_of_another_is_named() -> None:
    found = {m.text: m.entity for m in mentions("عادت البعثة من شرق أفريقيا أمس", {4: "place"})}
    assert found["أفريقيا"] == "region:africa"
    assert found["شرق أفريقيا"] not in (None, "region:africa")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("سمع السكان أصوات انفجارات عالية في لبنان", ["لبنان"]),  # Aley is a town, and here "loud"
        ("قتل ثلاثة أشخاص في مدينة عالية في لبنان", ["عالية", "لبنان"]),
        ("عاد الوفد من الصخيرات في المغرب", ["الصخيرات", "المغرب"]),
    ],
)
def test_a_word_spelt_like_a_town_is_none_where_the_reader_takes_it_for_no_name_at_all(
    text: str, left: list[str]
) -> None:
    assert [m.text for m in mentions(text, {}) if m.type == "place"] == left


def test_a_town_stands_where_the_reader_merely_doubts_it() -> None:
    text = "سمع السكان أصوات انفجارات عالية في لبنان"
    assert "عالية" in [m.text for m in mentions(text, {4: "place"}, odds=-3.0)]
