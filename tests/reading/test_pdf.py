from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject
from reading_samples import FIRST, SECOND, TITLE, make_font, make_pdf, only, refused, write

from marsad.errors import EmptyError, EncryptedError, TooLargeError, TornError
from marsad.reading import Limits
from marsad.reading.pages import join_pages


@pytest.fixture(scope="session")
def font(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_font(tmp_path_factory.mktemp("font") / "boxes.ttf")


@pytest.fixture
def pdf(tmp_path: Path, font: Path) -> Path:
    return make_pdf(tmp_path / "report.txt", font, [[TITLE, FIRST, SECOND]])


def test_arabic_comes_out_in_reading_order_a_paragraph_a_line(pdf: Path) -> None:
    report = only(pdf)
    assert report.text.split("\n") == [TITLE, FIRST, SECOND]
    assert (report.title, report.media_type, report.language) == (TITLE, "application/pdf", "ar")


def test_running_headers_and_page_numbers_are_left_out(tmp_path: Path, font: Path) -> None:
    pages = [[TITLE, FIRST], [SECOND], [FIRST], [SECOND]]
    report = only(make_pdf(tmp_path / "r", font, pages, header="نشرة يومية"))
    assert report.text.split("\n") == ["نشرة يومية", TITLE, FIRST, SECOND, FIRST, SECOND]
    assert report.title == TITLE


def test_the_title_of_the_document_counts_unless_it_is_a_file_name(tmp_path: Path, font: Path) -> None:
    assert only(make_pdf(tmp_path / "a", font, [[FIRST]], title=TITLE)).title == TITLE
    assert only(make_pdf(tmp_path / "b", font, [[FIRST]], title="Microsoft Word - final2.docx")).title is None


def test_a_pdf_of_two_hundred_pages_is_read(tmp_path: Path, pdf: Path) -> None:
    writer = PdfWriter()
    page = PdfReader(pdf).pages[0]
    for _ in range(200):
        writer.add_page(page)
    writer.write(tmp_path / "long")
    assert only(tmp_path / "long").text.count(SECOND) == 200
    assert isinstance(refused(tmp_path / "long", Limits(pages=199)), TooLargeError)


def test_a_password_is_asked_for_unless_it_is_empty(tmp_path: Path, pdf: Path) -> None:
    for password, name in (("secret", "locked"), ("", "open")):
        writer = PdfWriter(clone_from=pdf)
        writer.encrypt(password, owner_password="owner", algorithm="AES-256")
        writer.write(tmp_path / name)
    error = refused(tmp_path / "locked")
    assert isinstance(error, EncryptedError)
    assert "password" in str(error)
    assert FIRST in only(tmp_path / "open").text


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_torn_pdf_is_refused(tmp_path: Path, pdf: Path, share: float) -> None:
    data = pdf.read_bytes()
    assert isinstance(refused(write(tmp_path, data[: int(len(data) * share)], "torn")), TornError)


def test_a_pdf_with_its_middle_gone_is_refused(tmp_path: Path, pdf: Path) -> None:
    data = pdf.read_bytes()
    for damaged in (
        b"%PDF-1.7\n" + bytes(5_000) + b"\n%%EOF\n",
        data[:100] + data[-200:],
        b"%PDF-1.4\n%%EOF",
    ):
        assert isinstance(refused(write(tmp_path, damaged, "torn")), TornError | EmptyError)


def test_a_scan_without_letters_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "scan")
    error = refused(tmp_path / "scan")
    assert isinstance(error, EmptyError)
    assert "scanned" in str(error)


def test_a_sentence_that_runs_over_the_page_is_one_line() -> None:
    first, second = FIRST[:100].rsplit(" ", 1)[0], FIRST[len(FIRST[:100].rsplit(" ", 1)[0]) + 1 :]
    pages = [["نشرة 1", SECOND, first, "1"], ["نشرة 2", second, "2"], ["نشرة 3", SECOND, "3 / 3"]]
    assert join_pages(pages).split("\n") == ["نشرة 1", SECOND, FIRST, SECOND]


def test_a_page_that_unpacks_to_more_than_the_memory_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    content = StreamObject()
    content.set_data(b"BT ET " * 2_000_000)
    page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    writer.write(tmp_path / "bomb")
    assert (tmp_path / "bomb").stat().st_size < 100_000
    error = refused(tmp_path / "bomb", Limits(memory=500_000_000))
    assert isinstance(error, TooLargeError)
    assert "memory" in str(error)
