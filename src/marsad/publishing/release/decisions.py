"""Decisions on which claims tell of one event, as rows of a release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from marsad.merging.decisions import BY_MARSAD, RULINGS
from marsad.merging.telling import Reason

from .rows import Row


class Decision(Protocol):
    """A decision of the store's log; ``withdraws`` is the number of another that it takes back."""

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def decided(self) -> datetime: ...  # noqa: D102
    @property
    def by(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def one(self) -> str: ...  # noqa: D102
    @property
    def other(self) -> str | None: ...  # noqa: D102
    @property
    def score(self) -> float | None: ...  # noqa: D102
    @property
    def reasons(self) -> Sequence[Reason]: ...  # noqa: D102
    @property
    def because(self) -> str | None: ...  # noqa: D102
    @property
    def withdraws(self) -> int | None: ...  # noqa: D102


def decision_rows(log: Iterable[Decision]) -> Iterator[Row]:
    """Rows for the joins that hold at the end of ``log``, and for every ruling of a person.

    When Marsad joined claims, and which of the two it had first, is left out: it says when reports were added, not what they say.
    """
    every = sorted(log, key=lambda decision: decision.number)
    lifted = {decision.withdraws: decision for decision in every if decision.withdraws is not None}
    last = {(decision.one, decision.other): decision for decision in every if decision.kind in BY_MARSAD}
    for decision in last.values():
        if decision.kind == "joined" and decision.number not in lifted:
            one, other = sorted((decision.one, decision.other or ""))
            because = "; ".join(map(_told, decision.reasons)) or None
            yield _row(decision) | {"one": one, "other": other, "because": because, "decided": None}
    for decision in every:
        if decision.kind in RULINGS:
            lifting = lifted.get(decision.number)
            yield _row(decision) | {
                "withdrawn": lifting is not None,
                "withdrawn_because": lifting.because if lifting else None,
            }


def _told(reason: Reason) -> str:
    """A reason with its points; rare words that two reports share are left out, since names of private persons are such."""
    value = "" if reason.name == "words" else reason.value
    return f"{reason.name} {value}".strip() + f" {reason.points:+.2f}"


def _row(decision: Decision) -> Row:
    return {
        "one": decision.one,
        "other": decision.other,
        "decision": decision.kind,
        "by": decision.by,
        "decided": decision.decided.date(),
        "score": None if decision.score is None else round(decision.score, 4),
        "because": decision.because,
        "withdrawn": False,
        "withdrawn_because": None,
    }
