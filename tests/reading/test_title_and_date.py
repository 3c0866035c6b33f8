from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from reading_samples import BODY, FIRST, SECOND, TITLE, article, furniture, only, write

from marsad.reading.days import field_day

DAY = date(2020, 8, 5)


@pytest.mark.parametrize(
    "line",
    [
        "5 أغسطس 2020",
        "5 أغسطس، 2020",
        "٥ أغسطس ٢٠٢٠",
        "الأربعاء 5 أغسطس 2020",
        "الأربعاء، 5 آب/أغسطس 2020 - 14:30 بتوقيت غرينتش",
        "5/8/2020",
        "2020-08-05",
        "نشر في: 5 أغسطس 2020",
        "تاريخ النشر: 05/08/2020 | 10:15 ص",
        "الأربعاء 15 ذو الحجة 1441 هـ الموافق 5 أغسطس 2020 م",
        "بنغازي - 5 أغسطس 2020",
        "ليلى سالم | 5 أغسطس 2020",
        "ليلى سالم 5 أغسطس 2020",
        "كتبت: ليلى سالم - الأربعاء 05/أغسطس/2020 - 08:31 م طباعة",
        "الأربعاء 05/أغسطس/2020 - 08:31 م",
        "أغسطس 5, 2020",
        "5-أغسطس-2020",
        "\u200f5 أغسطس 2020\u200e",
    ],
)
def test_the_line_under_the_title_gives_the_day(tmp_path: Path, line: str) -> None:
    report = only(write(tmp_path, f"{TITLE}\n\n{line}\n\n{BODY}"))
    assert (report.title, report.published) == (TITLE, DAY)
    assert article(report).strip("\n\u200e\u200f") == BODY


@pytest.mark.parametrize(
    "opening",
    [
        "بيروت/ 5 آب 2020/ ",
        "بنغازي - 5 أغسطس 2020 (وكالة الصدى) - ",
        "المرج (5 أغسطس 2020) - ",
        "بنغازي 5 أغسطس 2020 واس\n ",
    ],
)
def test_the_dateline_of_a_wire_report_gives_the_day(tmp_path: Path, opening: str) -> None:
    assert only(write(tmp_path, opening + BODY)).published == DAY
    assert only(write(tmp_path, f"{TITLE}\n{opening}{BODY}")).title == TITLE


@pytest.mark.parametrize(
    "opening",
    [
        "في 5 أغسطس 2020 ",
        "شهد يوم 5 أغسطس 2020 حدثا كبيرا، إذ ",
        "بعد مرور عام على هجوم 5 أغسطس 2020، ",
        "بنغازي - 5 أغسطس (وكالة الصدى) - ",
    ],
)
def test_a_day_told_of_in_the_text_is_not_the_day_of_publication(tmp_path: Path, opening: str) -> None:
    report = only(write(tmp_path, opening + BODY))
    assert (report.title, report.published, report.furniture) == (None, None, ())


def test_prose_without_head_has_neither_title_nor_day(tmp_path: Path) -> None:
    text = f"{FIRST} ووقع هجوم مماثل في 5 أغسطس 2020.\n{SECOND}\n{FIRST}"
    report = only(write(tmp_path, text))
    assert (report.title, report.published, report.furniture) == (None, None, ())


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (TITLE, TITLE),
        (f"{TITLE}؟", f"{TITLE}؟"),
        (f"# {TITLE}", TITLE),
        (f"العنوان: {TITLE}", TITLE),
        (f"خلفيات وأبعاد:\n\n{TITLE}", TITLE),
        (f"{TITLE}\n\nبقلم: ليلى سالم", TITLE),
        (f"{TITLE}\nليلى سالم - بنغازي", TITLE),
        (f"{TITLE}\n\nمصدر أمني لم يكشف عن هويته يروي ما جرى", TITLE),
        (f"\u202b{TITLE}\u202c", TITLE),
        ("هجوم في\u200c المرج", "هجوم في المرج"),
    ],
)
def test_the_headline_is_found_without_a_date(tmp_path: Path, head: str, title: str) -> None:
    report = only(write(tmp_path, f"{head}\n\n{BODY}"))
    assert report.title == title.replace("في المرج", "في المرج")
    assert report.text.startswith(head)
    assert report.published is None


def test_the_author_of_a_byline_is_kept(tmp_path: Path) -> None:
    assert only(write(tmp_path, f"{TITLE}\nبقلم: ليلى سالم\n\n{BODY}")).author == "ليلى سالم"
    assert only(write(tmp_path, f"{TITLE}\n\n{BODY}")).author is None


def test_headline_directly_on_the_text(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"{TITLE}\n{FIRST}\n{SECOND}\n{FIRST}"))
    assert report.title == TITLE
    assert furniture(report) == TITLE


def test_text_wrapped_at_a_fixed_width_is_text_from_its_first_line(tmp_path: Path) -> None:
    words, wrapped = BODY.split(), [""]
    for word in words:
        if len(wrapped[-1]) + len(word) > 70:
            wrapped.append("")
        wrapped[-1] += f"{word} "
    report = only(write(tmp_path, f"{TITLE}\n\n" + "\n".join(wrapped)))
    assert report.title == TITLE
    assert furniture(report) == TITLE


def test_the_nearest_date_counts_not_the_one_in_the_bar_of_the_page(tmp_path: Path) -> None:
    head = f"السبت 9 مارس 2024\nالرئيسية | أخبار | رياضة\n\n{TITLE}\n5 أغسطس 2020\nآخر تحديث: 7 أغسطس 2020"
    report = only(write(tmp_path, f"{head}\n\n{BODY}"))
    assert (report.title, report.published) == (TITLE, DAY)
    assert article(report).strip() == BODY


def test_a_date_above_the_headline_counts_too(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"5 أغسطس 2020\n{TITLE}\n\n{BODY}"))
    assert (report.title, report.published) == (TITLE, DAY)


def test_a_communique_bears_its_date_at_the_foot(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"بيان صادر عن مجلس بلدية المرج\n\n{BODY}\n\nالمجلس البلدي\n5 أغسطس 2020"))
    assert report.published == DAY
    assert report.title == "بيان صادر عن مجلس بلدية المرج"


def test_an_address_in_brackets_or_a_number_is_no_title(tmp_path: Path) -> None:
    for line in ("12", "***", "صفحة", "www.example.org"):
        assert only(write(tmp_path, f"{line}\n\n{BODY}")).title is None, line


def test_the_days_of_a_chronicle_are_not_the_day_of_publication(tmp_path: Path) -> None:
    entries = "\n".join(f"{n} أغسطس 2020\n{FIRST}" for n in range(1, 7))
    for text in (f"{TITLE}\n\n{SECOND}\n\n{entries}", entries):
        report = only(write(tmp_path, text))
        assert report.published is None
        assert FIRST in article(report)


def test_a_day_and_what_happened_on_it_is_no_dateline(tmp_path: Path) -> None:
    text = f"{TITLE}\n\n5 أغسطس 2020: هجوم على مخفر\n\n{BODY}"
    assert only(write(tmp_path, text)).published is None


def test_a_summary_may_stand_above_the_date(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"{TITLE}\n\n{SECOND}\n\n5 أغسطس 2020\n\n{BODY}"))
    assert (report.title, report.published) == (TITLE, DAY)
    assert SECOND in article(report)


def test_the_way_through_the_site_is_no_title(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"الرئيسية » دراسات » وحدة شؤون المتوسط\n\n{TITLE}\n\n{BODY}"))
    assert report.title == TITLE


def test_a_long_list_of_short_lines_is_read_to_its_end(tmp_path: Path) -> None:
    text = "\n".join(f"بلدة رقم {n} / 2020" for n in range(20_000))
    assert only(write(tmp_path, text)).text == text


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-08-05", DAY),
        ("2020-08-05T23:59:59Z", DAY),
        ("2020/8/5 10:00", DAY),
        ("20200805T101500Z", DAY),
        ("Wed, 05 Aug 2020 10:00:00 GMT", DAY),
        ("August 5, 2020", DAY),
        ("5 أغسطس 2020", DAY),
        ("٢٠٢٠-٠٨-٠٥", DAY),
        ("August 2020", None),
        ("2020-13-45", None),
        ("yesterday", None),
        ("أمس", None),
        ("", None),
        (None, None),
        (1596585600, None),
    ],
)
def test_the_day_in_a_field_of_a_record(value: object, day: date | None) -> None:
    assert field_day(value) == day


@pytest.mark.parametrize(
    "signed",
    [
        "شبكة الساحل لرصد حماية المدنيين",
        "ليلى الحاج عبدو – مجلة «مرايا الجزيرة»",
        "إسلام آباد: «المرصد العربي» الإلكتروني",
        "شمال سيناء - سامح العوضي (النيل الجديد)",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_line_above_the_day_that_signs_the_article_is_no_title(tmp_path: Path, signed: str, gap: str) -> None:
    report = only(write(tmp_path, f"{TITLE}\n\n{signed}{gap}5 أغسطس 2020\n\n{BODY}"))
    assert (report.title, report.published) == (TITLE, DAY)


def test_where_no_headline_stands_higher_the_line_above_the_day_is_the_title(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"وكالة الصدى تفتح مكتبا في المدينة\n5 أغسطس 2020\n\n{BODY}"))
    assert (report.title, report.published) == ("وكالة الصدى تفتح مكتبا في المدينة", DAY)
