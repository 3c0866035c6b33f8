from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from reading_samples import BODY, FIRST, SECOND, TITLE, only, refused, write

from marsad.errors import EmptyError, MalformedError, NoiseError, ReadingError, TooLargeError
from marsad.reading import Limits, read
from marsad.records import Report


def lines(*records: Any) -> str:
    return "".join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + "\n" for r in records)


def test_fields_of_a_record_become_those_of_the_report(tmp_path: Path) -> None:
    record = {
        "id": "a1",
        "text": BODY,
        "title": TITLE,
        "published": "2020-08-05T23:30:00+03:00",
        "author": "ليلى سالم",
    }
    record |= {"outlet": "الصدى", "url": "https://example.org/1", "language": "ar"}
    report = only(write(tmp_path, lines(record)))
    assert (report.id, report.text, report.title, report.published) == ("a1", BODY, TITLE, date(2020, 8, 5))
    assert (report.outlet, report.author, report.source) == ("الصدى", "ليلى سالم", "https://example.org/1")
    assert report.language == "ar"


def test_the_field_names_of_other_corpora_are_known(tmp_path: Path) -> None:
    record = {
        "source": "الصدى",
        "url": "https://example.org/1",
        "date_extracted": "2015-08-06 01:02:27",
        "content": BODY,
    }
    report = only(write(tmp_path, lines(record)))
    assert (report.outlet, report.source, report.published) == (
        "الصدى",
        "https://example.org/1",
        date(2015, 8, 6),
    )
    assert report.id == "r" + sha256(BODY.encode()).hexdigest()[:16]


def test_a_source_that_is_an_address_stays_the_source(tmp_path: Path) -> None:
    first, second, third = read(
        write(
            tmp_path,
            lines(
                {"text": BODY, "source": "https://example.org/a"},
                {"text": BODY, "source": "texts/a.txt"},
                {"text": BODY},
            ),
        )
    )
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert isinstance(third, Report)
    assert (first.source, second.source, first.outlet) == ("https://example.org/a", "texts/a.txt", None)
    assert third.source == f"{tmp_path / 'report'}:3"


def test_bad_lines_are_named_and_the_others_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        lines(
            {"text": FIRST},
            '{"text": "torn',
            {"text": " "},
            [1],
            {"title": TITLE},
            {"text": "a\x00b"},
            "",
            {"text": SECOND},
        ),
    )
    found = list(read(path))
    errors = [(type(f), str(f).split(": ")[0]) for f in found if isinstance(f, ReadingError)]
    kinds = [MalformedError, EmptyError, MalformedError, MalformedError, NoiseError]
    assert errors == [(kind, f"{path}:{n}") for n, kind in enumerate(kinds, 2)]
    assert [f.text for f in found if isinstance(f, Report)] == [FIRST, SECOND]


def test_a_line_of_a_hundred_megabytes_is_refused_and_the_next_read(tmp_path: Path) -> None:
    path = tmp_path / "corpus"
    with path.open("wb") as file:
        file.write(lines({"text": FIRST}).encode() + b'{"text": "')
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n' + lines({"text": SECOND}).encode())
    first, error, last = read(path)
    assert isinstance(error, TooLargeError)
    assert f"{path}:2" in str(error)
    assert [r.text for r in (first, last) if isinstance(r, Report)] == [FIRST, SECOND]


def test_a_line_in_windows_1256_among_utf8_ones_is_read(tmp_path: Path) -> None:
    record = lines({"text": BODY})
    first, second = read(write(tmp_path, record.encode() + record.encode("cp1256")))
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.encoding, second.encoding) == ("utf-8", "windows-1256")
    assert second.text == BODY


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("indent", [None, 2])
def test_arrays_and_single_objects_are_read(tmp_path: Path, codec: str, indent: int | None) -> None:
    array = json.dumps([{"text": FIRST}, {"title": TITLE}, {"text": SECOND}], ensure_ascii=False, indent=indent)
    first, error, last = read(write(tmp_path, array.encode(codec)))
    assert isinstance(error, MalformedError)
    assert [r.text for r in (first, last) if isinstance(r, Report)] == [FIRST, SECOND]
    single = json.dumps({"text": BODY, "id": 7}, ensure_ascii=False, indent=indent)
    report = only(write(tmp_path, single.encode(codec)))
    assert (report.text, report.id) == (BODY, "7")


def test_lines_in_utf16_are_read(tmp_path: Path) -> None:
    found = list(read(write(tmp_path, lines({"text": FIRST}, {"text": SECOND}).encode("utf-16"))))
    assert [r.text for r in found if isinstance(r, Report)] == [FIRST, SECOND]


def test_half_a_surrogate_pair_is_replaced_where_it_stood(tmp_path: Path) -> None:
    report = only(write(tmp_path, '{"text": "انفجار \\ud83d في السوق 😀 \\ud83d\\ude00"}\n'))
    assert report.text == "انفجار \ufffd في السوق 😀 😀"


def test_json_nested_beyond_reason_is_one_error(tmp_path: Path) -> None:
    error = refused(write(tmp_path, '{"text": ' + "[" * 200_000))
    assert isinstance(error, MalformedError)


def test_text_that_merely_mentions_braces_is_plain_text(tmp_path: Path) -> None:
    text = f"{{ملاحظة}} {FIRST}\n{SECOND}"
    assert only(write(tmp_path, text)).media_type == "text/plain"


def test_a_record_beyond_the_limit_inside_an_array_is_refused_alone(tmp_path: Path) -> None:
    array = json.dumps([{"text": FIRST * 50}, {"text": SECOND}], ensure_ascii=False)
    error, last = read(write(tmp_path, array), Limits(report_bytes=5_000))
    assert isinstance(error, TooLargeError)
    assert isinstance(last, Report)


@pytest.mark.parametrize(("stated", "language"), [("ar-EG", "ar"), ("EN", "en"), ("Arabic", "ar"), ("", "ar")])
def test_a_language_is_taken_as_a_tag_or_else_guessed(tmp_path: Path, stated: str, language: str) -> None:
    assert only(write(tmp_path, lines({"text": BODY, "language": stated}))).language == language
