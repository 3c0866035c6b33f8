from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from marsad.terminal import FIRST_STRONG_ISOLATE, POP_ISOLATE, Column, Table, cell, clean, cut, laid_out


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("ASSAULT", 9, "ASSAULT  "),
        ("داعش", 9, "     داعش"),
        ("مُحَمَّد", 6, "  مُحَمَّد"),
        ("32", 4, "32  "),
        ("٣٢ قتيلا", 10, "  ٣٢ قتيلا"),
        ("مقتل سبعة جنود", 10, "مقتل سبعة…"),
        ("a line\nand another", 8, "a line…"),
        ("", 3, "   "),
    ],
)
def test_a_cell_is_as_wide_as_its_column(text: str, width: int, shown: str) -> None:
    assert cell(text, width, isolate=False).ljust(width) == shown.ljust(width)


def test_numbers_stand_at_the_right_when_asked() -> None:
    assert cell("32", 5, isolate=False, right=True) == "   32"


def test_isolates_surround_the_words_and_not_the_padding() -> None:
    assert cell("داعش", 6, isolate=True) == f"  {FIRST_STRONG_ISOLATE}داعش{POP_ISOLATE}"
    assert cell("IMU", 6, isolate=True) == "IMU   "


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.integers(1, 60), st.booleans())
def test_no_text_breaks_the_columns(text: str, width: int, isolate: bool) -> None:
    shown = cell(text, width, isolate=isolate)
    assert cell_len(shown) == width
    assert "\n" not in shown
    assert "\x1b" not in shown
    assert shown.count(FIRST_STRONG_ISOLATE) == shown.count(POP_ISOLATE) <= 1


def test_what_steers_a_terminal_is_not_shown() -> None:
    assert clean("قتل\x1b[2J\u202eabc\u2066") == "قتل [2Jabc"


def test_cutting_keeps_marks_with_their_letters() -> None:
    assert cut("كَتَبَ", 3) == "كَتَبَ"
    assert cell_len(cut("كَتَبَ", 2)) == 2


def test_a_narrow_terminal_leaves_out_what_can_be_spared() -> None:
    columns = [Column("id", 10), Column("when", 20, spare=1), Column("who", 20, spare=2), Column("words")]
    assert [width for _, width in laid_out(columns, 100)] == [10, 20, 20, 44]
    assert [width for _, width in laid_out(columns, 60)] == [10, 20, 0, 26]
    assert [width for _, width in laid_out(columns, 40)] == [10, 0, 0, 28]


def test_elsewhere_than_on_a_terminal_no_isolates_are_added() -> None:
    out = io.StringIO()
    Table([Column("who", 10)], out).row(["داعش"])
    assert FIRST_STRONG_ISOLATE not in out.getvalue()
    assert "داعش" in out.getvalue()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("قُتل خمسة جنود في هجوم على بلدة في شمال مالي يوم 9 مايو 2021.\n", encoding="utf-8")
    return path


def test_on_a_terminal_read_shows_a_table_with_isolates(report: Path) -> None:
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "marsad", "read", str(report)],
        stdout=follower,
        stderr=subprocess.PIPE,
        env=os.environ | {"COLUMNS": "160"},
    )
    os.close(follower)
    shown = bytearray()
    try:
        while chunk := os.read(leader, 4096):
            shown += chunk
    except OSError:
        pass
    os.close(leader)
    _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    lines = bytes(shown).decode("utf-8").splitlines()
    assert lines[0].split()[:3] == ["claim", "when", "type"]
    assert len(lines) > 2
    assert all(f"{FIRST_STRONG_ISOLATE}" in line for line in lines[2:])
    assert all(cell_len(line) <= 160 for line in lines)
