from __future__ import annotations

from pathlib import Path

import pytest
from un_samples import sample_list, sample_names

from marsad.linking.candidates import Candidates
from marsad.linking.kept import kept
from marsad.linking.lists.written_names import script_of


@pytest.fixture
def names() -> Candidates:
    return sample_names()


@pytest.mark.parametrize("name", ["تيمور بكزودوف", "Тимур Бекзодов", "Timur Bekzodov"])
def test_an_entry_in_latin_letters_is_found_from_other_scripts(names: Candidates, name: str) -> None:
    first = names.find(name)[0]
    assert (first.source, first.id, first.kind) == ("un", "QDi.902", "person")
    assert first.comparison.verdict != "different"
    assert first.comparison.parts


def test_the_catalogue_lends_its_names_to_entries_of_the_list(names: Candidates) -> None:
    found = names.find("ولاية خراسان", kind="body")
    assert {(one.source, one.id) for one in found[:2]} == {("catalogue", "isil-khorasan"), ("un", "QDe.161")}
    lent = next(one for one in found if one.source == "un")
    assert lent.via == "isil-khorasan"
    assert lent.entry is names.listed("QDe.161")


def test_candidates_come_best_first_each_once_and_no_more_than_asked(names: Candidates) -> None:
    found = names.find("الحركة الإسلامية الأوزبكية", limit=3)
    assert len(found) <= 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert len({(one.source, one.id) for one in found}) == len(found)


def test_the_id_of_an_actor_finds_it(names: Candidates) -> None:
    assert names.find("isil-khorasan")[0].id in ("isil-khorasan", "QDe.161")


def test_kinds_are_kept_apart(names: Candidates) -> None:
    assert {one.kind for one in names.find("Timur Bekzodov", kind="body")} <= {"body"}
    assert {one.kind for one in names.find("حركة تيمور", kind="person")} <= {"person"}


def test_an_entry_beside_a_name_has_a_score_whatever_it_is(names: Candidates) -> None:
    near, far = names.beside("سليم الواحي القرطاجني", "QDi.901"), names.beside("تيمور بكزودوف", "QDi.901")
    assert near is not None
    assert far is not None
    assert near.score > far.score
    assert names.beside("سليم", "QDi.999") is None
    lent = names.beside("ولاية خراسان", "QDe.161")
    assert lent is not None
    assert lent.via == "isil-khorasan"


def test_an_index_without_a_script_has_no_such_name_of_whoever_is_listed() -> None:
    reduced = Candidates(sample_list(), without_script="arabic")
    salim = next(one for one in reduced.find("سليم الواحي القرطاجني") if one.id == "QDi.901")
    assert script_of(salim.name) == "latin"
    for query in ("الحركة الإسلامية الأوزبكية", "ولاية خراسان"):
        listed = [one for one in reduced.find(query) if one.id in ("imu", "QDe.010", "isil-khorasan", "QDe.161")]
        assert all(script_of(one.name) != "arabic" for one in listed)
    # Who is not listed keeps all names.
    assert script_of(reduced.find("فلاديمير بوتين")[0].name) == "arabic"


def test_what_is_kept_is_made_once_and_made_anew_where_damaged(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> dict[str, int]:
        made.append(len(made))
        return {"made": len(made)}

    assert kept("words", "one", dict, make, tmp_path) == {"made": 1}
    assert kept("words", "one", dict, make, tmp_path) == {"made": 1}
    assert kept("words", "two", dict, make, tmp_path) == {"made": 2}
    assert len(made) == 2
    for path in tmp_path.iterdir():
        path.write_bytes(b"torn")
    assert kept("words", "one", dict, make, tmp_path) == {"made": 3}


def test_a_folder_that_cannot_be_written_to_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert kept("words", "one", list, lambda: [1], tmp_path / "file") == [1]
