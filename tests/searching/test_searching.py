"""Search by words and by meaning, across languages, over a store whose vectors are made once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
import pytest

from marsad.encoder.running import sentence_vectors
from marsad.records import Report
from marsad.searching import blocks as blocks_module
from marsad.searching import index_sentences, search
from marsad.searching.blocks import blocks, nearest
from marsad.searching.indexing import ASKED_AS, as_passage
from marsad.storing import Query, Store, count_reports, open_store

ARABIC = {
    "prison": "اقتحم مسلحون سجنا في المدينة وأطلقوا سراح عشرات المعتقلين.",
    "oil": "ارتفعت أسعار النفط في الأسواق العالمية إلى أعلى مستوى منذ عام.",
    "flood": "أدت السيول إلى انهيار جسر وتشريد مئات العائلات في الجنوب.",
}
ENGLISH = {
    "jailbreak": "Gunmen stormed a prison in the city and freed dozens of inmates.",
    "crude": "Crude oil prices rose to their highest level in a year.",
    "bridge": "Floods destroyed a bridge and displaced hundreds of families.",
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(blocks_module, "user_cache_path", lambda *_a, **_k: tmp_path / "cache")
    with open_store(str(tmp_path / "s.db"), create=True) as opened:
        add(opened, ARABIC, "ar")
        add(opened, ENGLISH, "en")
        yield opened


def add(store: Store, texts: dict[str, str], language: str) -> None:
    run = store.begin_run(["test"])
    for name, text in texts.items():
        report = Report(id=name, source=name, sha256=sha256(text.encode()).hexdigest(), text=text, language=language)
        store.add(report, text.encode(), [], [], run)


def indexed(store: Store) -> Store:
    list(index_sentences(store))
    return store


@pytest.mark.parametrize(
    ("query", "language", "first"),
    [
        ("هجوم على سجن", "en", "jailbreak"),
        ("أسعار البترول", "en", "crude"),
        ("attack on a prison", "ar", "prison"),
        ("flooding leaves people homeless", "ar", "flood"),
        ("нападение на тюрьму", "ar", "prison"),
    ],
)
def test_meaning_is_found_in_the_other_language(store: Store, query: str, language: str, first: str) -> None:
    hits = search(indexed(store), query, 3, "meaning", language)
    assert hits[0].report.id == first
    assert {h.report.language for h in hits} == {language}
    assert [h.meaning for h in hits] == sorted((h.meaning for h in hits), key=lambda m: -(m or 0))


def test_what_is_found_both_ways_comes_first_with_both_scores(store: Store) -> None:
    first, *rest = search(indexed(store), "مسلحون المدينة", 6)
    assert first.report.id == "prison"
    assert first.words is not None
    assert first.meaning is not None
    assert first.score > max(h.score for h in rest)
    assert all(h.words is None for h in rest)


def test_by_words_needs_no_vectors(store: Store) -> None:
    assert [h.report.id for h in search(store, "النفط", 5, "words")] == ["oil"]
    assert count_reports(store) == (0, 6)


def test_only_what_lacks_vectors_is_read_again(store: Store) -> None:
    assert list(index_sentences(store)) == [6]
    assert list(index_sentences(store)) == []
    add(store, {"late": "هاجم مسلحون قافلة عسكرية قرب الحدود."}, "ar")
    assert list(index_sentences(store)) == [1]
    assert count_reports(store) == (7, 7)


def test_an_interrupted_run_goes_on_where_it_stopped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.searching.indexing._TOGETHER", 2)
    steps = index_sentences(store)
    assert next(steps) == 2
    assert count_reports(store) == (2, 6)
    assert list(index_sentences(store)) == [2, 4]


def asked(text: str) -> npt.NDArray[np.float32]:
    return np.asarray(sentence_vectors([as_passage(ASKED_AS, text)])[0])


def test_search_in_blocks_is_exact(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    query = asked("هجوم على سجن")
    whole = nearest(indexed(store), query, 6)
    monkeypatch.setattr(blocks_module, "BLOCK", 2)
    assert nearest(store, query, 6) == whole
    assert len(list((tmp_path / "cache").rglob("*.npy"))) == 3
    assert nearest(store, query, 6) == whole


def test_files_of_another_store_are_not_believed(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(blocks_module, "BLOCK", 2)
    first = nearest(indexed(store), asked("سجن"), 1)
    for path in (tmp_path / "cache").rglob("*.npy"):
        rows = np.load(path)
        rows["vector"] = np.roll(rows["vector"], 7, axis=1)
        np.save(path, rows)
    assert nearest(store, asked("سجن"), 1) == first


def test_a_torn_file_costs_nothing(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(blocks_module, "BLOCK", 2)
    before = [rows["number"].tolist() for rows in blocks(indexed(store))]
    for path in (tmp_path / "cache").rglob("*.npy"):
        path.write_bytes(b"torn")
    assert [rows["number"].tolist() for rows in blocks(store)] == before


def test_an_empty_store_answers_with_nothing(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "empty.db"), create=True) as opened:
        assert search(indexed(opened), "سجن", 5) == []


@pytest.mark.parametrize("by", ["words", "meaning"])
def test_search_looks_back(store: Store, by: Literal["words", "meaning"]) -> None:
    indexed(store)
    assert search(store, "prison", 5, by=by)
    assert search(store, "prison", 5, by=by, then=Query(as_known_on=date(2020, 1, 1))) == []
    assert search(store, "prison", 5, by=by, then=Query(as_known_on=date(2999, 1, 1))) == search(
        store, "prison", 5, by=by
    )
    # No report here has a day of publication.
    assert search(store, "prison", 5, by=by, then=Query(published_until=date(2999, 1, 1))) == []
