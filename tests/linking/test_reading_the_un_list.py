from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from un_samples import alias, body, person, un_list

from marsad.errors import MarsadError, TooLargeError, UnreadableError
from marsad.linking.lists import Birth, ListName, un_xml
from marsad.linking.lists.errors import ForeignListError, ListEntryError, TornListError
from marsad.linking.lists.un_xml import read_un, read_un_file

WAHI = person(
    "QDi.901",
    "SALIM",
    "WAHI",
    more="<NAME_ORIGINAL_SCRIPT>سليم الواحي</NAME_ORIGINAL_SCRIPT><NATIONALITY><VALUE>Syrian Arab Republic</VALUE>"
    "<VALUE>na</VALUE></NATIONALITY><TITLE><VALUE>Mullah</VALUE></TITLE><LAST_DAY_UPDATED><VALUE>2020-11-24</VALUE>"
    "<VALUE>2018-01-02</VALUE></LAST_DAY_UPDATED>"
    + alias("Saleem al-Wahi", "Low")
    + alias("Abu Nur", "", "formerly listed as. In Arabic: أبو نور")
    + "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1975-05-14</DATE></INDIVIDUAL_DATE_OF_BIRTH>"
    "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1974</YEAR></INDIVIDUAL_DATE_OF_BIRTH>"
    "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1970</FROM_YEAR><TO_YEAR>1976</TO_YEAR>"
    "</INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>30 years old</NOTE>"
    "</INDIVIDUAL_DATE_OF_BIRTH>",
)


def test_an_entry_is_read_with_its_facts() -> None:
    entry = read_un(un_list(WAHI), "list.xml").by_reference()["QDi.901"]
    assert entry.kind == "person"
    assert entry.names == (
        ListName("SALIM WAHI", "name"),
        ListName("سليم الواحي", "original"),
        ListName("Saleem al-Wahi", "alias", "low"),
        ListName("Abu Nur", "former"),
        ListName("أبو نور", "former"),
    )
    assert entry.listed_on == date(2016, 2, 29)
    assert entry.amended == (date(2018, 1, 2), date(2020, 11, 24))
    assert entry.countries == ("SY",)
    assert entry.titles == ("Mullah",)
    assert entry.births == (
        Birth(date(1975, 5, 14), date(1975, 5, 14)),
        Birth(date(1974, 1, 1), date(1974, 12, 31), about=True),
        Birth(date(1970, 1, 1), date(1976, 12, 31)),
    )
    assert [str(birth) for birth in entry.births] == ["1975-05-14", "about 1974", "1970-1976"]


def test_the_list_has_its_day_in_utc_and_both_kinds() -> None:
    found = read_un(
        un_list(WAHI, body("QDe.901", "OASIS HOUSE"), generated="2018-10-29T22:09:49.856-04:00"), "list.xml"
    )
    assert found.generated == datetime(2018, 10, 30, 2, 9, 49, 856000, tzinfo=UTC)
    assert (found.count("person"), found.count("body")) == (1, 1)
    assert found.entries[1].listed_on == date(2001, 10, 6)


def test_stories_and_long_designations_are_not_kept() -> None:
    more = f"<DESIGNATION><VALUE>{'deputy ' * 60}</VALUE></DESIGNATION>"
    entry = read_un(un_list(person("QDi.901", "SALIM", more=more)), "list.xml").entries[0]
    assert len(entry.designations[0]) <= 160
    assert "story" not in repr(entry)


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (un_list(WAHI)[:-200], TornListError, "torn"),
        (b"", TornListError, "torn"),
        (b"name,listed\nSalim,2016", TornListError, "no XML"),
        (b"<rss><channel/></rss>", ForeignListError, "its root is rss"),
        (un_list(), ForeignListError, "no entries"),
        (un_list(WAHI, generated="yesterday"), ForeignListError, "yesterday"),
        (un_list(WAHI, WAHI), ListEntryError, "two entries have the number QDi.901"),
        (un_list(person("QDi.901", "SALIM"), body("QDi.901", "OASIS")), ListEntryError, "QDi.901"),
        (un_list(person("", "SALIM")), ListEntryError, "reference number"),
        (un_list(person("QDi.901", " ")), ListEntryError, "no name"),
        (un_list(person("QDi.901", "SALIM", listed_on="soon")), ListEntryError, "no day of listing"),
    ],
)
def test_what_is_no_list_is_refused_with_file_and_reason(content: bytes, error: type[MarsadError], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        read_un(content, "given.xml")
    assert str(caught.value).startswith("given.xml")
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    declared = f'<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY one SYSTEM "{secret.as_uri()}">]>'.encode()
    hostile = un_list(person("QDi.901", "SALIM")).replace(b"\n<CONS", b"\n" + declared + b"<CONS")
    with pytest.raises(ForeignListError, match="document type"):
        read_un(hostile.replace(b"SALIM", b"&one;"), "hostile.xml")


def test_a_file_that_is_not_there_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match=r"none\.xml"):
        read_un_file(tmp_path / "none.xml")
    monkeypatch.setattr(un_xml, "MOST_BYTES", 100)
    (tmp_path / "large.xml").write_bytes(un_list(WAHI))
    with pytest.raises(TooLargeError, match=r"large\.xml"):
        read_un_file(tmp_path / "large.xml")
