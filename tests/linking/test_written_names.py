from __future__ import annotations

import pytest

from marsad.linking.lists.entries import Kind
from marsad.linking.lists.written_names import is_former, name_in_note, names_in, script_of


@pytest.mark.parametrize(
    ("written", "kind", "names"),
    [
        ("سليم الواحي (Salim al-Wahi; Saleem al-Wahi)", "person", ["سليم الواحي", "Salim al-Wahi", "Saleem al-Wahi"]),
        ("Salim Wahi سليم واحي", "person", ["Salim Wahi", "سليم واحي"]),
        ("Abu Nur (original script: Абу Нур)", "person", ["Abu Nur", "Абу Нур"]),
        ("a) Salim Wahi b) Saleem Wahee", "person", ["Salim Wahi", "Saleem Wahee"]),
        ("Al-Wahi, Salim", "person", ["Salim Al-Wahi"]),
        ('"WAHI, Sheikh"', "person", ["Sheikh WAHI"]),
        ("WAHI, JR", "person", ["WAHI, JR"]),
        ("Salim Wahi (birth name)", "person", ["Salim Wahi"]),
        ("Salim Wahi (previously listed as)", "person", ["Salim Wahi"]),
        ("Salim Wahi, born 1 Jan. 1953 (Oman passport no.12345678)", "person", ["Salim Wahi"]),
        ("NORTHERN TRADING HOUSE (NTH)", "body", ["NORTHERN TRADING HOUSE", "NTH"]),
        ("RELIEF HOUSE (KENYA)", "body", ["RELIEF HOUSE (KENYA)"]),
        ("Oasis Trading, Ltd", "body", ["Oasis Trading, Ltd"]),
        ("OASIS HOUSE / OAS", "body", ["OASIS HOUSE", "OAS"]),
        ("بيت الواحة (Wahat House (WH))", "body", ["بيت الواحة", "Wahat House", "WH"]),
        ("  \n ", "person", []),
        ("-", "person", []),
    ],
)
def test_a_field_is_taken_apart_into_names(written: str, kind: Kind, names: list[str]) -> None:
    assert names_in(written, kind) == names


def test_remarks_are_told_from_names() -> None:
    assert is_former("Salim Wahi formerly listed as")
    assert not is_former("Salim Wahi")
    assert name_in_note("DOB: 1 May 1960. In Arabic: سليم الواحي ") == "سليم الواحي"
    assert name_in_note("DOB: 1 May 1960") is None


@pytest.mark.parametrize(
    ("text", "script"),
    [("سليم", "arabic"), ("Salim", "latin"), ("Салим", "cyrillic"), ("12", ""), ("حزب Party حر", "latin")],
)
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script
