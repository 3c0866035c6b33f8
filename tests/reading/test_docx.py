from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

from docx import Document
from reading_samples import FIRST, SECOND, TITLE, only, refused, write

from marsad.errors import EmptyError, EncryptedError, TooLargeError, TornError, UnsupportedError
from marsad.reading import Limits


def document(*, title: str = "", created: datetime | None = None, styled: bool = False) -> bytes:
    made = Document()
    if styled:
        made.add_paragraph(TITLE, style="Title")
    made.add_paragraph(FIRST)
    table = made.add_table(rows=2, cols=3)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells),
        ("المدينة", "القتلى", "الجرحى", "المرج", "4", "4"),
        strict=True,
    ):
        cell.text = text
    made.add_paragraph(SECOND)
    made.core_properties.title = title
    if created:
        made.core_properties.created = created
        made.core_properties.author = "ليلى سالم"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_paragraphs_and_tables_come_in_order(tmp_path: Path) -> None:
    report = only(write(tmp_path, document()))
    assert report.text.split("\n") == [FIRST, "المدينة\tالقتلى\tالجرحى", "المرج\t4\t4", SECOND]
    assert (report.title, report.published, report.author) == (None, None, None)


def test_title_author_and_day_come_from_the_properties(tmp_path: Path) -> None:
    report = only(write(tmp_path, document(title=TITLE, created=datetime(2020, 8, 5, 10, 0))))
    assert (report.title, report.published, report.author) == (TITLE, date(2020, 8, 5), "ليلى سالم")
    assert only(write(tmp_path, document(styled=True))).title == TITLE


def test_a_zip_bomb_is_refused_by_its_stated_sizes(tmp_path: Path) -> None:
    out = io.BytesIO(document())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bin", bytes(30_000_000))
    error = refused(write(tmp_path, out.getvalue()))
    assert isinstance(error, TooLargeError)
    assert "ZIP bomb" in str(error)


def test_an_archive_of_too_many_parts_or_bytes_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, document())
    assert isinstance(refused(path, Limits(entries=3)), TooLargeError)
    assert isinstance(refused(path, Limits(inflated_bytes=1_000)), TooLargeError)
    assert isinstance(refused(path, Limits(document_bytes=1_000)), TooLargeError)


def test_other_archives_are_named(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", FIRST)
    assert isinstance(refused(write(tmp_path, out.getvalue(), "a.docx")), UnsupportedError)


def test_torn_empty_and_locked_documents_are_refused(tmp_path: Path) -> None:
    data = document()
    assert isinstance(refused(write(tmp_path, data[: len(data) // 2])), TornError)
    damaged = data.replace(b"word/document.xml", b"word/documemt.xml", 1)
    assert isinstance(refused(write(tmp_path, damaged)), TornError | UnsupportedError)
    out = io.BytesIO()
    Document().save(out)
    assert isinstance(refused(write(tmp_path, out.getvalue())), EmptyError)
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert isinstance(refused(write(tmp_path, ole)), EncryptedError)
    assert isinstance(refused(write(tmp_path, ole[:500])), UnsupportedError)
