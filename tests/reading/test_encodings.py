from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_samples import BODY, FIRST, only, refused, write

from marsad.errors import EncodingError, NoiseError, ReadingError
from marsad.reading import read_bytes
from marsad.reading.encodings import decode


@pytest.mark.parametrize(
    ("codec", "stated"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1256", "windows-1256"),
        ("iso8859_6", "iso-8859-6"),
    ],
)
def test_arabic_is_read_from_every_encoding_and_the_encoding_stated(tmp_path: Path, codec: str, stated: str) -> None:
    report = only(write(tmp_path, BODY.encode(codec)))
    assert (report.text, report.encoding, report.language) == (BODY, stated, "ar")


@pytest.mark.parametrize(
    "text", ["مقتل اثنين في هجوم", "انفجار في سوق", "قال إن «الهدنة» انتهت", "هجوم على ثكنة – 3 قتلى"]
)
def test_a_line_is_enough_to_tell_windows_1256(text: str) -> None:
    read = decode(text.encode("cp1256"), "line")
    assert (read.text, read.encoding) == (text, "windows-1256")


def test_russian_and_french_code_pages_are_not_taken_for_arabic() -> None:
    russian = "По данным министерства внутренних дел, в результате нападения на колонию погибли двадцать человек. " * 3
    french = "Le porte-parole a déclaré que l'attaque avait été préparée depuis l'étranger et déjouée à temps. " * 3
    assert decode(russian.encode("cp1251"), "ru").text == russian
    assert decode(french.encode("cp1252"), "fr").text == french


def test_a_few_broken_bytes_are_replaced_and_counted(tmp_path: Path) -> None:
    broken = BODY.encode() * 2 + b"\xff" + BODY.encode() + b"\xfe" + BODY.encode() * 2
    report = only(write(tmp_path, broken))
    assert report.encoding == "utf-8 with 2 bytes replaced"
    assert report.text.replace("\ufffd", "") == BODY * 5


def test_two_encodings_in_one_file_are_refused(tmp_path: Path) -> None:
    error = refused(write(tmp_path, BODY.encode() + b"\n" + BODY.encode("cp1256")))
    assert isinstance(error, EncodingError)
    assert "mostly UTF-8" in str(error)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x00" * 100,
        BODY.encode() + b"\x00" + BODY.encode(),
        bytes(range(1, 256)) * 9,
    ],
)
def test_noise_is_refused(tmp_path: Path, data: bytes) -> None:
    assert isinstance(refused(write(tmp_path, data)), NoiseError)


def test_utf16_with_nul_characters_is_noise(tmp_path: Path) -> None:
    assert isinstance(refused(write(tmp_path, (BODY + "\x00" + BODY).encode("utf-16"))), NoiseError)


@given(st.text(alphabet=FIRST + " \n،.0123456789abc", min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), "given").text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_reading_error(data: bytes) -> None:
    [found] = read_bytes(b"- " + data, "given")
    if isinstance(found, ReadingError):
        assert str(found).startswith("given: ")
    else:
        assert "\x00" not in found.text
