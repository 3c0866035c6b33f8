from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from marsad.merging.telling import Reason
from marsad.publishing.release.decisions import decision_rows
from marsad.storing import MergeDecision

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def decision(number: int, kind: str, one: str, other: str | None, **more: Any) -> MergeDecision:
    plain: dict[str, Any] = {"by": "marsad 0.1", "decided": NOON, "since": NOON}
    return MergeDecision(number=number, kind=kind, one=one, other=other, **(plain | more))  # type: ignore[arg-type]


def rows(*log: MergeDecision) -> list[tuple[Any, ...]]:
    return [(row["decision"], row["one"], row["withdrawn"], row["withdrawn_because"]) for row in decision_rows(log)]


def test_joins_that_hold_are_told_and_those_that_do_not_are_not() -> None:
    log = [
        decision(1, "joined", "a", "b"), decision(2, "joined", "c", "d"), decision(3, "unjoined", "a", "b"),
        decision(4, "joined", "e", "f"), decision(5, "unjoined", "e", "f"), decision(6, "joined", "e", "f"),
    ]  # fmt: skip
    assert sorted(row[1] for row in rows(*log)) == ["c", "e"]


def test_rulings_are_told_with_why_they_were_taken_back() -> None:
    log = [
        decision(1, "joined", "a", "b"),
        decision(2, "apart", "a", "b", by="Awa", because="two towns", withdraws=1),
        decision(3, "withdrawn", "a", "b", by="Awa", because="one after all", withdraws=2),
        decision(4, "excluded", "c", None, by="Awa", because="a film"),
    ]
    assert rows(*log) == [("apart", "a", True, "one after all"), ("excluded", "c", False, None)]


def test_the_time_of_marsads_joins_is_left_out_and_that_of_rulings_is_kept() -> None:
    joined, same = decision_rows([decision(1, "joined", "a", "b"), decision(2, "same", "a", "c", by="Awa")])
    assert joined["decided"] is None
    assert same["decided"] == NOON.date()


def test_reasons_are_told_with_points_and_shared_words_without_the_words() -> None:
    reasons = (Reason("same-day", "2021-05-09", 1.5), Reason("words", "الحداد", 0.7), Reason("bias", "", -2.0))
    (row,) = decision_rows([decision(1, "joined", "a", "b", score=0.912345, reasons=reasons)])
    assert row["because"] == "same-day 2021-05-09 +1.50; words +0.70; bias -2.00"
    assert row["score"] == 0.9123
