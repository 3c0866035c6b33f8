"""Towns under another spelling than any source has."""

from __future__ import annotations

import pytest

from marsad.catalogue import load
from marsad.extracting.mentions import find_mentions
from marsad.extracting.mentions.drafts import Draft
from marsad.extracting.mentions.lexicon import lexicon
from marsad.extracting.mentions.located import located
from marsad.languages.arabic.words import cut
from marsad.linking.place_clues import surroundings
from marsad.linking.place_variants import variants
from marsad.linking.places import Clues


@pytest.mark.parametrize(
    ("name", "country", "place_id"),
    [
        ("غومبيه", "NG", "gn:2340451"),
        ("شيرناق", "TR", "wof:85679493"),
        ("بيسميل", "TR", "wof:890460115"),
        ("شاتانوغا", "US", "gn:4612862"),
        ("باكتيكا", "AF", "wof:85667567"),
    ],
)
def test_spellings_of_one_name(name: str, country: str, place_id: str) -> None:
    assert place_id in {r.place.id for r in variants(name, {country}, Clues())}


def test_only_countries_of_the_text_are_looked_through() -> None:
    assert variants("غومبيه", {"TD"}, Clues()) == []


@pytest.mark.parametrize("name", ["مروة", "باغا", "غمبستان", ""])
def test_short_names_and_other_names_are_no_spellings(name: str) -> None:
    assert [
        r.place.en for r in variants(name, {"NG", "CM"}, Clues()) if r.place.en in ("Maroua", "Abuja", "Gombe")
    ] == []


def test_a_town_in_a_text_is_set_by_its_sound_and_its_country() -> None:
    text = "هاجم مسلحون مركز شرطة في مدينة بيسميل قرب الحدود، وقالت تركيا إن سوريا لا ترد، وإن سوريا تعرف ذلك."
    assert [m.entity for m in find_mentions(cut(text), load(), "") if m.text == "بيسميل"] == ["wof:890460115"]


@pytest.mark.parametrize("name", ["الكويت", "المدينة", "أبريل", "الجزائر"])
def test_countries_months_and_words_for_places_are_no_towns_to_be_found(name: str) -> None:
    words = cut(f"عاد رجال من {name} إلى صنعاء في اليمن.")
    first = words.forms.index(cut(name).forms[0])
    around = surroundings(words, load())
    book = load()
    drafts = located([Draft(first, first + 1, "", "place")], around, lexicon(book.place_words, book.site_words))
    assert [d.entity for d in drafts] == [None]
