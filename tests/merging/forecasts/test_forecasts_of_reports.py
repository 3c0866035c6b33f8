"""Forecasts read from Arabic reports written for these tests."""

from __future__ import annotations

from datetime import date

import pytest
from forecast_samples import only, read

from marsad.extracting import extract
from marsad.merging.forecasts import forecasts_of
from marsad.records import Report

DAYS: list[tuple[str, date, str]] = [
    ("من المتوقع أن تتصاعد هجمات الجماعات المسلحة في مالي خلال الأشهر المقبلة.", date(2022, 9, 10), "several-6-months"),
    ("من المتوقع أن تتصاعد الهجمات في مالي خلال الأسابيع القليلة المقبلة.", date(2022, 3, 31), "few-3"),
    ("من المتوقع أن تتصاعد الهجمات في مالي خلال ستة أشهر.", date(2022, 9, 10), "stated"),
    ("من المتوقع أن تتصاعد الهجمات في مالي في غضون أسبوعين.", date(2022, 3, 24), "stated"),
    ("من المتوقع أن تتصاعد الهجمات في مالي خلال الشهرين المقبلين.", date(2022, 5, 10), "stated"),
    ("من المتوقع أن تتصاعد الهجمات في مالي قبل نهاية العام.", date(2022, 12, 31), "stated"),
    ("من المتوقع أن تتصاعد الهجمات في مالي في المستقبل القريب.", date(2022, 6, 10), "soon-3-months"),
    ("من المتوقع أن تتصاعد الهجمات في مالي في المرحلة المقبلة.", date(2023, 3, 10), "coming-period-12-months"),
    ("من المتوقع أن تتصاعد الهجمات في مالي على المدى البعيد.", date(2027, 3, 10), "long-run-60-months"),
    ("من المتوقع أن تتصاعد الهجمات في مالي.", date(2023, 3, 10), "default-12-months"),
    ("من المتوقع أن تتصاعد الهجمات في مالي بعد أن هدأت خلال الأشهر الماضية.", date(2023, 3, 10), "default-12-months"),
]


@pytest.mark.parametrize(("text", "latest", "rule"), DAYS)
def test_the_horizon_tells_by_which_rule_it_was_found(text: str, latest: date, rule: str) -> None:
    horizon = only(text).horizon
    assert horizon is not None
    assert (horizon.earliest, horizon.latest, horizon.inferred_by) == (date(2022, 3, 11), latest, rule)
    assert horizon.words is None or horizon.words in text


def test_a_season_to_come_is_waited_for() -> None:
    horizon = only("ستتضاعف الهجمات في مالي الصيف المقبل.").horizon
    assert horizon is not None
    assert (horizon.earliest, horizon.latest) == (date(2022, 6, 1), date(2022, 8, 31))


def test_a_report_without_a_day_gives_no_horizon() -> None:
    assert only("من المتوقع أن تتصاعد الهجمات في مالي خلال الأشهر المقبلة.", published=None).horizon is None


HEDGES: list[tuple[str, str, str | None]] = [
    ("من المرجح أن تتزايد الهجمات في مالي.", "likely", "من المرجح"),
    ("يرجح أن تتزايد الهجمات في مالي.", "likely", "يرجح"),
    ("من المرجح جدا أن تتزايد الهجمات في مالي.", "very-likely", "من المرجح جدا"),
    ("من المتوقع أن تتزايد الهجمات في مالي.", "likely", "من المتوقع"),
    ("ثمة احتمال كبير أن تتزايد الهجمات في مالي.", "very-likely", "احتمال كبير"),
    ("قد تتزايد الهجمات في مالي.", "possible", "قد"),
    ("ربما تتزايد الهجمات في مالي.", "possible", "ربما"),
    ("من المحتمل أن تتزايد الهجمات في مالي.", "possible", "من المحتمل"),
    ("لا يستبعد المراقبون أن تتزايد الهجمات في مالي.", "possible", "لا يستبعد"),
    ("من غير المستبعد أن تتزايد الهجمات في مالي.", "possible", "من غير المستبعد"),
    ("من المستبعد أن تتزايد الهجمات في مالي.", "unlikely", "من المستبعد"),
    ("من غير المرجح أن تتزايد الهجمات في مالي.", "unlikely", "من غير المرجح"),
    ("حتما ستتزايد الهجمات في مالي.", "almost-certain", "حتما"),
    ("ستتزايد الهجمات في مالي.", "very-likely", None),
    ("سوف تتزايد الهجمات في مالي.", "very-likely", None),
]


@pytest.mark.parametrize(("text", "term", "words"), HEDGES)
def test_hedge_words_are_read_as_a_term_of_the_scale(text: str, term: str, words: str | None) -> None:
    hedge = only(text).hedge
    assert (hedge.term, hedge.words) == (term, words)
    assert 0 <= hedge.low < hedge.high <= 1


def test_the_verb_of_who_expects_it_is_its_hedge() -> None:
    found = only("ورجح الباحث سالم العبيدي أن تتراجع الاحتجاجات في العراق خلال الأسابيع المقبلة.")
    assert (found.author, found.hedge.term, found.direction) == ("سالم العبيدي", "likely", "down")
    assert found.counted is not None
    assert (found.counted.type, found.counted.words) == ("PROTEST", "الاحتجاجات")


def test_a_scale_of_choice_gives_the_range() -> None:
    text = "من المرجح أن تتزايد الهجمات في مالي."
    report = Report(id="r", source="r.txt", sha256="0" * 64, text=text)
    claims = extract(report, model=False).claims
    ranges = {
        scale: (one.hedge.low, one.hedge.high)
        for scale in ("icd-203", "kent-1964", "ipcc-2010")
        for one in forecasts_of(report, claims, scale)
    }
    assert ranges == {"icd-203": (0.55, 0.80), "kent-1964": (0.63, 0.87), "ipcc-2010": (0.66, 1.00)}


def test_what_will_not_fall_is_a_fall_made_unlikely() -> None:
    found = only("لن تتراجع هجمات حركة الشباب في الصومال هذا العام.")
    assert (found.direction, found.negated, found.actors) == ("down", True, ("al-shabaab",))
    assert found.probability == pytest.approx(1 - found.hedge.midpoint)


def test_author_and_outlet_are_told_apart() -> None:
    quoted = only("وتوقعت صحيفة الأفق نقلا عن مصدر أمني أن ترتفع وتيرة الاشتباكات في ليبيا.")
    assert (quoted.author, quoted.via, quoted.outlet) == ("مصدر أمني", ("الأفق",), "صحيفة الميناء")
    assert only("من المتوقع أن تتصاعد الهجمات في مالي.").author == "كاتب المقال"


def test_where_are_the_places_in_its_words_else_those_around_it() -> None:
    told = only("من المتوقع أن تتصاعد الهجمات في مالي.")
    assert [(w.country, w.found_in) for w in told.where] == [("ML", "its words")]
    [lone] = read("قتل خمسة جنود في هجوم على ثكنة في النيجر يوم 8 مارس 2022. ومن المتوقع أن تتصاعد الهجمات.")
    assert [(w.country, w.found_in) for w in lone.where] == [("NE", "its report")]


def test_a_place_of_action_goes_before_who_acts() -> None:
    found = only("ومن المتوقع أن تكثف تركيا غاراتها في شمال سوريا.")
    assert [w.country for w in found.where] == ["SY"]


def test_fighting_something_is_not_more_of_it() -> None:
    assert only("من المتوقع أن تتزايد جهود مكافحة الإرهاب في مالي.").counted is None


def test_one_attack_neither_rises_nor_falls() -> None:
    assert all(one.counted is None for one in read("ومن المتوقع أن يزيد الهجوم من عزلة الجماعة في مالي."))


def test_what_an_attack_does_to_others_is_no_rise_of_attacks() -> None:
    assert only("من المتوقع أن الهجمات ستضعف الحكومة في مالي.").counted is None


def test_a_condition_is_kept() -> None:
    assert only("وقد تتزايد الاعتقالات في مصر إذا استمرت المظاهرات.").condition == "إذا استمرت المظاهرات"


def test_text_of_a_forecast_stands_in_its_sentence_and_report() -> None:
    text = "وصل الوفد صباحا. من المتوقع أن تتصاعد الهجمات في مالي خلال الأشهر المقبلة. وغادر مساء."
    found = only(text)
    assert found.claim.text in found.sentence
    assert found.sentence in text
    assert "الوفد" not in found.sentence
