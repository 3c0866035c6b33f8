from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_samples import BODY, FIRST, SECOND, TITLE, article, furniture, only, write

from marsad.errors import CodebookError
from marsad.reading.cues import _words, cues
from marsad.reading.furniture import lay_out

LIST = """نشاطات المعهد
  • المعهد يعقد ندوة عن مستقبل الموانئ في شرق المتوسط
  • سامر الخطيب يكتب: (حدود القوة: كيف تغيرت أسواق الغاز؟)
  • هدى منصور تكتب: (ما بعد الجفاف: سياسات المياه في العقد المقبل)
"""


def test_a_list_of_other_articles_above_the_headline_is_furniture(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"{LIST}\nقراءة في الأحداث:\n\n{TITLE}\n\n5 أغسطس، 2020\n\n{BODY}"))
    assert (report.title, report.published) == (TITLE, date(2020, 8, 5))
    assert article(report).strip() == BODY
    assert report.furniture[0][0] == 0


def test_it_is_furniture_without_a_date_too(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"{LIST}\n{TITLE}\n\n{BODY}"))
    assert report.title == TITLE
    assert article(report).strip() == BODY


def test_bullets_of_the_article_itself_are_no_furniture(tmp_path: Path) -> None:
    bullets = "- 12 قناة جديدة\n- 45 منشورا محذوفا\n- 3 حسابات معادة"
    report = only(write(tmp_path, f"{TITLE}\n\n{bullets}\n\nتفاصيل الأرقام:\n\n{BODY}"))
    assert report.title == TITLE
    assert bullets in article(report)


def test_a_list_within_the_article_stays(tmp_path: Path) -> None:
    items = "1- التجنيد في السجون\n2- تمويل الخلايا\n• نقل السلاح عبر الحدود"
    report = only(write(tmp_path, f"{TITLE}\n\n{FIRST}\n\n{items}\n\n{SECOND}"))
    assert items in article(report)


@pytest.mark.parametrize(
    "menu",
    [
        "الرئيسية\nأخبار\nسياسة\nاقتصاد\nرياضة\n",
        "الرئيسية | أخبار | سياسة | رأي | فيديو\n",
        "شارك على فيسبوك\nتويتر\nواتساب\n",
        "Home\nNews\nالعربية\n----------\n",
    ],
)
def test_menus_and_buttons_above_are_furniture(tmp_path: Path, menu: str) -> None:
    report = only(write(tmp_path, f"{menu}\n{TITLE}\n\n{BODY}"))
    assert report.title == TITLE
    assert article(report).strip() == BODY


@pytest.mark.parametrize(
    "foot",
    [
        "سمات: المرج، شرطة، هجوم",
        "الوسوم: هجوم | شرطة",
        "كلمات مفتاحية: أمن",
        "شارك المقال:\nفيسبوك\nتويتر\nطباعة",
        "اقرأ أيضا:\nانفجار في سوق وسط مدينة درنة\nقتيلان في اشتباك على الحدود",
        "مواضيع ذات صلة\n• انفجار في سوق وسط مدينة درنة\n• قتيلان في اشتباك على الحدود",
        "جميع الحقوق محفوظة © الصدى 2020",
        "© 2020 Al-Sada. All rights reserved.",
        "تابعنا على تلغرام",
        "لا توجد تعليقات",
        "// انتهى //",
        "رابط الخبر بصحيفة الصدى: هجوم على مخفر للشرطة",
        "عدد المشاهدات: 1,204",
    ],
)
def test_what_pages_print_below_an_article_is_furniture(tmp_path: Path, foot: str) -> None:
    report = only(write(tmp_path, f"{TITLE}\n\n{BODY}\n\n{foot}"))
    assert article(report).strip() == BODY
    assert furniture(report).endswith(foot)


def test_a_hint_between_paragraphs_is_furniture_and_the_text_goes_on(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"{FIRST}\n\nاقرأ أيضا: انفجار في سوق وسط مدينة درنة\n\n{SECOND}"))
    assert furniture(report) == "اقرأ أيضا: انفجار في سوق وسط مدينة درنة"


def test_tags_run_on_into_the_last_paragraph_are_cut_off(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"{FIRST}\n{SECOND} سمات المرج شَرطة هجوم"))
    assert furniture(report) == "سمات المرج شَرطة هجوم"


@pytest.mark.parametrize(
    "line",
    [
        "شارك في الهجوم عشرون مسلحا.",
        "أخبار الهجوم وصلت إلى العاصمة.",
        "المزيد من القوات وصل إلى المكان.",
        "رياضة الفروسية لم تتوقف رغم القصف.",
        "سمات هذا التنظيم واضحة للعيان.",
        "تعليقات الأهالي على الهجوم كانت غاضبة.",
        "طباعة المنشورات كلفت الجماعة مبالغ كبيرة.",
    ],
)
def test_sentences_that_open_with_such_words_stay(tmp_path: Path, line: str) -> None:
    assert only(write(tmp_path, f"{FIRST}\n{line}\n{SECOND}\n{line}")).furniture == ()


def test_a_title_repeated_above_the_text_of_a_record_is_furniture() -> None:
    layout = lay_out(f"{TITLE}\n{BODY}", TITLE)
    assert layout.furniture == ((0, len(TITLE)),)
    assert lay_out(f"أمن\n{TITLE}\n{BODY}", TITLE).furniture == ((0, len(TITLE) + 4),)
    assert layout.title == TITLE


@given(
    st.lists(
        st.sampled_from(
            [
                *LIST.splitlines(),
                TITLE,
                FIRST,
                SECOND,
                "",
                "5 أغسطس 2020",
                "اقرأ أيضا",
                "\u200f",
                "\x85",
                "\u2029",
            ]
        )
    )
)
def test_ranges_are_ordered_disjoint_and_within_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    at = 0
    for start, end in lay_out(text).furniture:
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip("\n ")
        at = end


@given(st.text(max_size=300))
def test_no_text_makes_it_raise(text: str) -> None:
    lay_out(text)


def test_a_section_of_cues_that_is_no_list_is_refused() -> None:
    with pytest.raises(CodebookError, match=r"reading/cues\.yaml, tags"):
        _words({"tags": "سمات"}, "tags")
    with pytest.raises(CodebookError, match="not a word"):
        _words({"tags": ["سمات", ""]}, "tags")
    assert cues().lists.match("اقرا ايضا")


def test_a_long_line_of_menu_words_is_judged_at_once() -> None:
    menu = " ".join(["دقائق قراءة", "أخبار", "آخر"] * 7) + " !x"
    assert lay_out(f"{menu}\n{BODY}").published is None
