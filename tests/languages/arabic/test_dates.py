"""Dates of every kind, with and without the day of the report, and what is no date."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.errors import CodebookError
from marsad.languages.arabic import find_dates
from marsad.languages.arabic.dates import words

ANCHOR = date(2021, 9, 15)
DATES = yaml.safe_load((Path(__file__).parent / "dates.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "wanted"), [(str(t), w) for group in DATES.values() for t, w in group.items()])
def test_days(text: str, wanted: list[Any]) -> None:
    (span,) = find_dates(text, ANCHOR)
    assert [text[span.start : span.end], span.earliest, span.latest, span.precision] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "مارس ضغوطا على الحكومة",
        "قتل أب وابنه",
        "فهذا من باب أولى",
        "روسيا اليوم",
        "الأمين العام السابق",
        "قبل ثلاثة أيام من الانتخابات",
        "بعد يومين من الهجوم",
        "في 31 يونيو 2018",
        "قتل 2015 شخصا",
        "ثورة يناير",
        "خلال صلاة الجمعة",
        "فاز الفريق 3-1",
        "منذ سنوات",
        "الربيع العربي",
        "جاء في المرتبة الثانية",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text, ANCHOR) == []


def days(text: str, anchor: date | None) -> list[tuple[str | None, str | None, bool]]:
    return [
        (
            s.earliest.isoformat() if s.earliest else None,
            s.latest.isoformat() if s.latest else None,
            s.inferred,
        )
        for s in find_dates(text, anchor)
    ]


def test_without_anchor_the_latest_full_date_lends_its_year() -> None:
    text = "في ديسمبر 2016 انسحبوا.\nوكانوا قد أدرجوا عام 1999.\nوفي أكتوبر عادوا."
    assert days(text, None)[-1] == ("2016-10-01", "2016-10-31", True)


def test_full_date_of_the_same_sentence_lends_its_year() -> None:
    text = "خطفوا في 3 مايو 2013 ثم أفرج عنهم في 9 يونيو."
    assert days(text, ANCHOR) == [("2013-05-03", "2013-05-03", False), ("2013-06-09", "2013-06-09", True)]


def test_relative_date_without_anchor_has_no_days() -> None:
    assert days("قتلوا أمس", None) == [(None, None, False)]
    assert days("في مايو", None) == [(None, None, True)]


def test_next_day_follows_the_date_before() -> None:
    text = "هاجموا المركز في 30 أبريل 2014، وفي اليوم التالي انسحبوا."
    assert days(text, ANCHOR)[-1] == ("2014-05-01", "2014-05-01", True)


def test_the_same_day_is_that_of_the_date_before() -> None:
    text = "هاجموا المركز في 30 أبريل 2014، وفي اليوم نفسه انسحبوا."
    assert days(text, ANCHOR)[-1] == ("2014-04-30", "2014-04-30", True)
    assert days("وفي اليوم نفسه انسحبوا", ANCHOR) == [(None, None, True)]


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("وفي مارس من العام نفسه قتل قائد.", "2018-03-01", "2018-03-31"),
        ("وأوقفت، بين 11 و19 تشرين الأول من العام ذاته، سبعة.", "2018-10-11", "2018-10-19"),
        ("واعتقلت في 20 من الشهر نفسه ثلاثة.", "2018-06-20", "2018-06-20"),
        ("وفي نفس الشهر أفرج عنهم.", "2018-06-01", "2018-06-30"),
        ("وفي الأسبوع ذاته انسحبوا.", "2018-06-04", "2018-06-10"),
        ("وخلال النصف الثاني من السنة ذاتها عادوا.", "2018-07-01", "2018-12-31"),
        ("وفي نفس العام تأسست الحركة.", "2018-01-01", "2018-12-31"),
    ],
)
def test_the_same_year_month_or_week_is_that_of_the_date_before(words: str, earliest: str, latest: str) -> None:
    text = "هاجموا المركز في 6 يونيو 2018. وانسحبوا منه منذ أمس. " + words
    assert days(text, ANCHOR)[-1] == (earliest, latest, True)


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("وفي نوفمبر من العام التالي عادوا.", "2019-11-01", "2019-11-30"),
        ("وفي الشهر التالي عادوا.", "2018-07-01", "2018-07-31"),
        ("وأفرج عنهم بعد يومين.", "2018-06-08", "2018-06-08"),
        ("وبعد ذلك بعامين قتل قائدهم.", "2020-01-01", "2020-12-31"),
        ("وقبلها بنحو ستة أشهر أحرقوه.", "2017-11-01", "2018-01-31"),
    ],
)
def test_what_is_counted_from_what_was_told_counts_from_the_date_before(words: str, earliest: str, latest: str) -> None:
    assert days("هاجموا المركز في 6 يونيو 2018. " + words, ANCHOR)[-1][:2] == (earliest, latest)


def test_the_next_year_of_no_date_counts_from_the_report() -> None:
    assert days("وفي العام التالي يعودون.", ANCHOR)[0][:2] == ("2022-01-01", "2022-12-31")


def test_a_weekday_right_behind_a_perfect_is_past_whatever_follows() -> None:
    assert days("طاردوهم حتى غابة سامبيسا، حيث دارت الثلاثاء مواجهة.", ANCHOR)[0][:2] == ("2021-09-14", "2021-09-14")


def test_the_same_year_of_no_date_is_unknown() -> None:
    assert days("وخلال العام نفسه عادوا.", ANCHOR) == [(None, None, True)]
    assert days("ذات يوم عادوا.", ANCHOR) == []


def test_days_count_from_the_one_that_the_text_calls_today() -> None:
    today = ("2021-09-10", "2021-09-10", False)
    for named in ("قتل ثلاثة اليوم (الجمعة)", "قتل ثلاثة اليوم الجمعة", "قتل ثلاثة أمس الخميس"):
        first, *rest = days(f"{named}. وأصيب خمسة أمس. ونفى الجيش ذلك الاثنين.", ANCHOR)
        assert rest == [("2021-09-09", "2021-09-09", False), ("2021-09-06", "2021-09-06", False)]
        assert first == (today if "اليوم" in named else rest[0])


def test_yesterday_may_be_of_either_day_where_the_text_is_a_day_older_than_its_page() -> None:
    text = "قتل ثلاثة اليوم الثلاثاء. وأصيب خمسة أمس."
    assert days(text, ANCHOR) == [("2021-09-14", "2021-09-14", False), ("2021-09-13", "2021-09-14", True)]


def test_days_count_from_the_page_where_the_text_names_several_days_of_its_own() -> None:
    text = "قتل ثلاثة اليوم الجمعة. وأعلن الجيش أمس الأحد ذلك. وأصيب خمسة أمس."
    assert days(text, ANCHOR)[-1] == ("2021-09-14", "2021-09-14", False)


def test_what_was_named_today_lies_no_more_than_a_day_ahead() -> None:
    assert days("قتل ثلاثة اليوم الخميس", ANCHOR) == [("2021-09-16", "2021-09-16", False)]
    assert days("قتل ثلاثة اليوم (الجمعة)", ANCHOR) == [("2021-09-10", "2021-09-10", False)]


def test_nouns_in_the_shape_of_the_future_do_not_make_a_month_one_to_come() -> None:
    assert days("قتل 21 سائحا، ثم وقع هجوم في نوفمبر", ANCHOR) == [("2020-11-01", "2020-11-30", True)]


def test_weekday_decides_where_the_anchor_is_a_day_off() -> None:
    assert days("أعلن اليوم الثلاثاء", ANCHOR) == [("2021-09-14", "2021-09-14", False)]


def test_hijri_year_is_left_out_like_another() -> None:
    assert days("خلال شهر رمضان الماضي", ANCHOR) == [("2021-04-13", "2021-05-12", True)]


def test_two_writings_of_a_day_agree() -> None:
    found = days("5 رمضان 1440 هـ الموافق 10 مايو 2019", ANCHOR)
    assert [d[:2] for d in found] == [("2019-05-10", "2019-05-10")] * 2


def test_ends_of_the_calendar_do_not_raise() -> None:
    text = "قبل 9000 سنة، والعقود الماضية، وآخر 900 عقود، والقرن المقبل، وغدا"
    assert len(find_dates(text, date.min)) == len(find_dates(text, date.max)) > 2


def test_phrase_with_two_meanings_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = Path(words.__file__).with_name("words.yaml").read_text("utf-8")
    (tmp_path / "words.yaml").write_text(source.replace("past: [", "past: [صيف, "), "utf-8")
    monkeypatch.setattr(words, "files", lambda _: tmp_path)
    with pytest.raises(CodebookError, match="two meanings"):
        words.date_words.__wrapped__()
