from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest
from reading_samples import FIRST, SECOND, TITLE, only, refused, write

from marsad.errors import EmptyError, TooLargeError
from marsad.reading import read_bytes

PAGE = f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="CHARSET"><title>{TITLE} - الصدى</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="الصدى">
<meta property="article:published_time" content="2020-08-05T12:00:00+00:00">
<meta name="author" content="ليلى سالم">
<script>var secret = "نص في برنامج";</script><style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article><h1>{TITLE}</h1><p>{FIRST}</p><script>document.write("نص في برنامج")</script>
<p>{SECOND}</p><p>{FIRST}</p></article>
<aside><h3>اقرأ أيضا</h3><ul><li><a href="/1">خبر آخر عن الطقس</a></li></ul></aside>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


@pytest.mark.parametrize(("charset", "codec"), [("utf-8", "utf-8"), ("windows-1256", "cp1256")])
def test_article_title_day_author_and_outlet_are_taken_from_the_page(tmp_path: Path, charset: str, codec: str) -> None:
    report = only(write(tmp_path, PAGE.replace("CHARSET", charset).encode(codec), "name.txt"))
    assert (report.title, report.published, report.outlet) == (TITLE, date(2020, 8, 5), "الصدى")
    assert report.author == "ليلى سالم"
    assert (report.media_type, report.encoding, report.language) == ("text/html", charset, "ar")
    assert FIRST in report.text.split("\n")
    assert SECOND in report.text.split("\n")
    for foreign in ("نص في برنامج", "الرئيسية", "الطقس", "color"):
        assert foreign not in report.text


def test_a_page_that_declares_the_wrong_charset_is_read_all_the_same(tmp_path: Path) -> None:
    wrong = only(write(tmp_path, PAGE.replace("CHARSET", "utf-8").encode("cp1256")))
    assert (wrong.title, wrong.encoding) == (TITLE, "windows-1256")
    latin = only(write(tmp_path, PAGE.replace("CHARSET", "iso-8859-1").encode()))
    assert (latin.title, latin.encoding) == (TITLE, "utf-8")


def test_no_day_is_guessed_from_the_text(tmp_path: Path) -> None:
    text = f"<h1>{TITLE}</h1><p>{FIRST} كان ذلك في 5 أغسطس 2019.</p><p>{SECOND}</p>"
    page = f"<html><body><article>{text}</article></body></html>"
    assert only(write(tmp_path, page)).published is None


def test_ten_thousand_nested_tags_are_refused(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 10_000 + f"<p>{FIRST}</p>" + "</div>" * 10_000 + "</body></html>"
    error = refused(write(tmp_path, page))
    assert isinstance(error, TooLargeError)
    assert "nested" in str(error)


def test_a_page_of_a_million_tags_is_refused(tmp_path: Path) -> None:
    error = refused(write(tmp_path, "<html><body>" + "<b>x</b>" * 500_000))
    assert isinstance(error, TooLargeError)
    assert "tags" in str(error)


def test_nesting_that_real_pages_have_is_read(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 100 + f"<p>{FIRST}</p><p>{SECOND}</p>" + "</div>" * 100 + "</body></html>"
    assert FIRST in only(write(tmp_path, page)).text


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    for page in ("<html><body><script>var x = 1</script></body></html>", "<!doctype html>", "<html></html>"):
        assert isinstance(refused(write(tmp_path, page)), EmptyError), page


def test_fragments_and_bare_paragraphs_are_pages(tmp_path: Path) -> None:
    for page in (
        f"<p>{FIRST}</p><p>{SECOND}</p>",
        f"<!-- x --><div><p>{FIRST}</p></div>",
        f"\ufeff<article><p>{FIRST}</p></article>",
    ):
        report = only(write(tmp_path, page))
        assert report.media_type == "text/html"
        assert FIRST in report.text


def test_levels_of_loggers_are_as_before(tmp_path: Path) -> None:
    logging.getLogger("trafilatura").setLevel(logging.INFO)
    try:
        list(read_bytes(b"<html></html>", "page"))
        assert logging.getLogger("trafilatura").level == logging.INFO
    finally:
        logging.getLogger("trafilatura").setLevel(logging.NOTSET)
