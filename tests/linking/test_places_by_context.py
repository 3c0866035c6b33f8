"""Of several places of one name, the one that the text speaks for; each score told part by part."""

from __future__ import annotations

import pytest

from marsad.catalogue import PlaceEntry, load
from marsad.extracting.mentions import find_mentions
from marsad.languages.arabic.words import cut
from marsad.linking.place_names import candidates
from marsad.linking.places import Clues, distance_km, is_clear, rank
from marsad.records import Mention


def town(place_id: str, country: str, people: int, where: tuple[float, float]) -> PlaceEntry:
    return PlaceEntry(place_id, "الرملة", "Ramla", country, "town", *where, 5.0, None, people)


HERE, THERE = town("gn:1", "SY", 1_000, (35.0, 37.0)), town("gn:2", "EG", 400_000, (31.0, 31.0))


def place(text: str, words: str) -> Mention:
    at = text.index(words)
    found = [m for m in find_mentions(cut(text), load(), "") if m.type == "place" and m.start == at]
    assert found, f"{words} is no place"
    return max(found, key=lambda m: m.end)


def test_without_a_clue_the_greater_wins() -> None:
    assert [r.place.id for r in rank([HERE, THERE])] == ["gn:2", "gn:1"]


@pytest.mark.parametrize(
    ("clues", "feature"),
    [
        (Clues(within=frozenset({"SY"})), "within"),
        (Clues(report={"SY": 3.0}), "about"),
        (Clues(sentence={"SY": 1.0}), "sentence"),
        (Clues(near=[(35.2, 37.1)]), "near"),
        (Clues(village=True), "size"),
        (Clues(home="SY"), "home"),
    ],
)
def test_each_clue_counts_and_says_so(clues: Clues, feature: str) -> None:
    with_clue, without = rank([HERE, THERE], clues), rank([HERE, THERE])
    lead = {r.place.id: r.score for r in with_clue}
    plain = {r.place.id: r.score for r in without}
    assert lead["gn:1"] - lead["gn:2"] > plain["gn:1"] - plain["gn:2"]
    assert any(x.feature == feature for r in with_clue for x in r.reasons)


def test_scores_are_the_sums_of_their_reasons() -> None:
    for ranked in rank([HERE, THERE], Clues(report={"SY": 1, "EG": 2}, near=[(31.0, 31.2)])):
        assert ranked.score == pytest.approx(sum(r.points for r in ranked.reasons))


def test_equals_are_no_clear_case() -> None:
    twin = town("gn:3", "SY", 1_000, (35.0, 37.0))
    assert not is_clear(rank([HERE, twin]))
    assert is_clear(rank([HERE]))
    assert not is_clear([])


def test_distance() -> None:
    assert distance_km((33.513, 36.292), (34.436, 35.838)) == pytest.approx(111, abs=2)
    assert distance_km((0, 0), (0, 180)) == pytest.approx(20015, abs=1)


@pytest.mark.parametrize(
    ("text", "words", "country", "place_id"),
    [
        ("اندلعت اشتباكات في مدينة طرابلس شمالي لبنان، وقال الجيش اللبناني إنه انتشر فيها.", "طرابلس", "LB", None),
        ("اندلعت اشتباكات في طرابلس، وقالت الحكومة الليبية إن قواتها في بنغازي لم تتحرك.", "طرابلس", "LY", None),
        (
            "يقول الخبير اللبناني إن شبان طرابلس قاتلوا في سوريا، وعاد من سوريا ومن العراق عشرات، وبقي في العراق آخرون.",
            "طرابلس",
            "LB",
            None,
        ),
        ("وقع انفجار في كابول أمس وقتل ثلاثة أشخاص.", "كابول", "AF", "wof:421168799"),
        ("هرب سجناء من مدينة وحدات شرقي العاصمة الطاجيكية دوشنبه.", "وحدات", "TJ", "wof:421182033"),
        ("قتل جنديان في قرية دوما بالضفة الغربية.", "دوما", "PS", None),
        ("قصفت الطائرات مدينة دوما في ريف دمشق.", "دوما", "SY", None),
        ("سيطر الجيش العراقي على مدينة القائم قرب الحدود السورية.", "القائم", "IQ", None),
        ("دخلت القوات التركية مدينة الباب شمال سوريا.", "الباب", "SY", None),
        ("وقع الهجوم في محافظة السويس المصرية.", "السويس", "EG", None),
        ("وصلت القوات إلى تلعفر غرب الموصل.", "تلعفر", "IQ", None),
        ("هاجم مسلحون بلدة غوزا في شمال شرقي نيجيريا.", "غوزا", "NG", "wof:421168133"),
        ("زار الوزير باكستان ثم عاد إلى كينيا.", "باكستان", "PK", "wof:85632659"),
        ("وقع إطلاق نار في ولاية تينيسي الأميركية، وقال الرئيس الأميركي إنه حزين.", "تينيسي", "US", "iso:US-TN"),
        # in the country that the words behind it tell, though the one that is better known lies elsewhere
        ("اقتحم مسلحون مركزا للشرطة في ولاية البنجاب بشمال الهند.", "البنجاب", "IN", "iso:IN-PB"),
        ("قصف الطيران قرية بني سعد في العراق، وقال الجيش إن قرية بني سعد خالية.", "بني سعد", "IQ", None),
    ],
)
def test_the_text_decides(text: str, words: str, country: str, place_id: str | None) -> None:
    found = place(text, words)
    assert found.country == country
    assert found.entity is not None
    assert place_id is None or found.entity == place_id


@pytest.mark.parametrize(
    ("text", "words", "place_id"),
    [
        ("قتل شرطيان في مدينة جيلان بينار جنوب شرق تركيا. وقالت إيران إنها تدين ذلك.", "جيلان بينار", "wof:890463997"),
        ("قتل 13 رجلا في خان بني سعد بمحافظة ديالى في العراق.", "خان بني سعد", "wof:1243448155"),
        ("قتل 19 شخصا في منطقة بغداد الجديدة في شرق العاصمة العراقية.", "بغداد الجديدة", "wof:1796500285"),
    ],
)
def test_a_known_name_may_be_a_part_of_a_longer_one(text: str, words: str, place_id: str) -> None:
    assert place(text, words).entity == place_id
    assert not [m.text for m in find_mentions(cut(text), load(), "") if m.type == "place" and m.text in words.split()]


@pytest.mark.parametrize("text", ["قصف الطيران مدينة حلب القريبة من تركيا.", "انسحب الجيش من قرية بني سعد في العراق."])
def test_words_beside_a_name_that_no_source_has_with_it_stay_out(text: str) -> None:
    assert {m.text for m in find_mentions(cut(text), load(), "") if m.type == "place"} <= {
        "حلب", "تركيا", "بني سعد", "العراق",
    }  # fmt: skip


def test_a_namesake_that_lies_apart_does_not_draw_others_to_its_country() -> None:
    text = "خطف رجال في بني سعد، وقصفت قرية الحديد في ديالى، وقال الجيش العراقي إن بعقوبة آمنة."
    assert place(text, "الحديد").country == "IQ"


def test_a_village_is_looked_for_in_the_country_of_the_report() -> None:
    text = (
        "قصف الطيران السوري قرية المنصورة في سهل الغاب بريف حماة، وقال المرصد السوري إن سوريا شهدت غارات في إدلب وحلب."
    )
    assert place(text, "المنصورة").country == "SY"


def test_a_town_alone_in_the_world_is_left_where_it_is() -> None:
    assert place("عقد الاجتماع في المنصورة في مصر.", "المنصورة").country == "EG"


@pytest.mark.parametrize("text", ["قال الطاجيكي إن الطاجيك خرجوا.", "الشعب السوري والليبيون والصوماليون."])
def test_demonyms_are_no_places(text: str) -> None:
    assert [m.text for m in find_mentions(cut(text), load(), "") if m.type == "place"] == []


@pytest.mark.parametrize("name", ["دوشنبه", "Dushanbe", "Душанбе", "مدينة دوشنبه"])
def test_names_in_any_script(name: str) -> None:
    assert candidates(name, load())[0].place.id == "wof:421187321"


def test_near_and_country_decide() -> None:
    book = load()
    assert candidates("طرابلس", book, near="اشتباكات في طرابلس وصيدا وبيروت")[0].place.country == "LB"
    assert candidates("طرابلس", book, near="قوات في بنغازي ومصراتة")[0].place.country == "LY"
    assert {r.place.country for r in candidates("طرابلس", book, country="LB")} == {"LB"}
    assert candidates("لا مكان يسمى هكذا أبدا", book) == []
