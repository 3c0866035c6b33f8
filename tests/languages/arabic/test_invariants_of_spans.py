"""Whatever the text, numbers and dates never raise and their spans hold together."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from marsad.languages.arabic import find_dates, find_dates_in, find_numbers, find_numbers_in
from marsad.languages.arabic.letters import fold_with_map

PIECES = [
    "واحد", "اثنين", "ثلاثة", "عشر", "عشرون", "مئة", "ألف", "ألفي", "مليون", "آلاف", "نصف", "ربع", "بضعة",
    "شخصين", "صفر", "الأول", "الثاني", "العشرين", "سالب", "بين", "من", "إلى", "حتى", "أكثر من",
    "على الأقل", "نحو", "في المئة", "و", "أو", "12", "٣٠", "2014", "1436", "1,5", "12.500", "1/2",
    "30/6/2018", "99/99/9999", "-", "–", "/", ".", "،", "%", "e9", "يوم", "الأسبوع", "شهر", "العام",
    "عقود", "سنوات", "الماضي", "المقبل", "هذا", "منذ", "قبل", "بعد", "خلال", "آخر", "مايو", "كانون الثاني",
    "رمضان", "صفر", "الثلاثاء", "أمس", "اليوم", "غدا", "بداية", "منتصف", "نهاية", "النصف", "الربع", "صيف",
    "التسعينيات", "القرن", "عام", "هـ", "م", "سوف", "سيعود", "عدت", "(", ")", "ـ", "9999", "0", "^9", "\n",
    "ً", "\u200f",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)
ANCHORS = st.one_of(st.none(), st.dates())


@given(TEXTS)
def test_numbers_of_any_text(text: str) -> None:
    past = 0
    for span in find_numbers(text):
        assert past <= span.start < span.end <= len(text)
        assert span.start <= span.core_start < span.core_end <= span.end
        assert text[span.start : span.end].strip()
        if span.low is not None and span.high is not None:
            assert span.low <= span.high
        past = span.end


@given(TEXTS, ANCHORS)
def test_dates_of_any_text(text: str, anchor: date | None) -> None:
    past = 0
    for span in find_dates(text, anchor):
        assert past <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
        if span.earliest is not None and span.latest is not None:
            assert span.earliest <= span.latest
        past = span.end


@given(TEXTS, ANCHORS)
def test_numbers_and_dates_do_not_overlap(text: str, anchor: date | None) -> None:
    dates = find_dates(text, anchor)
    for number in find_numbers(text):
        assert not any(d.start < number.core_end and number.core_start < d.end for d in dates)


@given(TEXTS, ANCHORS)
def test_folded_text_reads_the_same(text: str, anchor: date | None) -> None:
    folded = fold_with_map(text)
    assert find_numbers_in(folded) == find_numbers(text)
    assert find_dates_in(folded, anchor) == find_dates(text, anchor)
