from __future__ import annotations

from datetime import date
from pathlib import Path

from reading_samples import BODY, FIRST, TITLE, only, write


def test_bidi_controls_and_zero_width_characters_stay_in_the_text_and_leave_title_and_day(
    tmp_path: Path,
) -> None:
    name = "مدينة\u200c \u202bالمر\u200bج\u202c"
    title = f"\u2067هجوم في {name}\u2069 \u200fأمس الأول"
    text = f"{title}\n\n\u200f5 أغسطس\u200e 2020\n\n{BODY.replace('مدينة المرج', name)}"
    report = only(write(tmp_path, text))
    assert report.text == text
    assert report.title == "هجوم في مدينة المرج أمس الأول"
    assert report.published == date(2020, 8, 5)
    assert name in report.text


def test_a_line_of_marks_only_is_blank(tmp_path: Path) -> None:
    report = only(write(tmp_path, f"{TITLE}\n\u200f\u202c\n{FIRST}\n\u200b"))
    assert report.title == TITLE
    assert report.furniture == ((0, len(TITLE)),)
