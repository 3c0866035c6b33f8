from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import Result

from marsad.records import Claim, DateRange, Entity, RelationBody, Report
from marsad.storing import open_store

FIRST = "أدرج مجلس الأمن الحركة الإسلامية الأوزبكية في أكتوبر 2001."
SECOND = "وأدرج مجلس الأمن ولاية خراسان في مايو 2015."
THIRD = "وأدرج مجلس الأمن جمعية الواحة في مايو 2015."
TEXT = f"{FIRST} {SECOND} {THIRD}"


@pytest.fixture(autouse=True)
def report(tmp_path: Path) -> None:
    """A stored report that tells of three listings: on the list's day, on another, and of somebody not listed."""
    original = TEXT.encode()
    told = Report(id="lists", source="lists.txt", sha256=sha256(original).hexdigest(), text=TEXT)

    def entity(words: str, after: int, id_: str | None) -> Entity:
        at = TEXT.index(words, after)
        return Entity(words, at, at + len(words), entity=id_)

    def listing(id_: str, sentence: str, subject: str, actor: str | None, first: str, last: str) -> Claim:
        at = TEXT.index(sentence)
        body = RelationBody(
            predicate="listed-by",
            subject=entity(subject, at, actor),
            object=entity("مجلس الأمن", at, "un-security-council"),
        )
        days = DateRange(earliest=date.fromisoformat(first), latest=date.fromisoformat(last), precision="month")
        return Claim(
            id=id_,
            report="lists",
            kind="relation",
            start=at,
            end=at + len(sentence),
            text=sentence,
            relation=body,
            date=days,
        )

    claims = [
        listing("imu", FIRST, "الحركة الإسلامية الأوزبكية", "imu", "2001-10-01", "2001-10-31"),
        listing("khorasan", SECOND, "ولاية خراسان", "isil-khorasan", "2015-05-01", "2015-05-31"),
        listing("oasis", THIRD, "جمعية الواحة", None, "2015-05-01", "2015-05-31"),
    ]
    with open_store(str(tmp_path / "marsad.db"), create=True) as store:
        assert store.add(told, original, (), claims, store.begin_run([]))


def test_listings_are_confirmed_or_at_odds(marsad: Callable[..., Result]) -> None:
    result = marsad("check", "--format", "jsonl")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["kind"], row["claims"]) for row in found] == [
        ("listing-at-odds", ["khorasan"]),
        ("listing-confirmed", ["imu"]),
    ]
    assert "2001-10-06" in found[1]["what"]
    assert found[0]["sentences"] == [SECOND.removesuffix(".")]
    assert "1 contradiction" in result.stderr


def test_notes_show_who_is_not_on_the_list(marsad: Callable[..., Result]) -> None:
    found = [json.loads(line) for line in marsad("check", "--notes", "--format", "jsonl").stdout.splitlines()]
    assert ("listing-not-found", ["oasis"]) in [(row["kind"], row["claims"]) for row in found]


def test_a_decision_of_a_person_counts(marsad: Callable[..., Result]) -> None:
    because = ("--because", "the association is that body", "--report", "lists.txt")
    assert marsad("who", "جمعية الواحة", "--confirm", "QDe.161", *because).exit_code == 0
    found = [json.loads(line) for line in marsad("check", "--format", "jsonl").stdout.splitlines()]
    assert ("listing-at-odds", ["oasis"]) in [(row["kind"], row["claims"]) for row in found]
