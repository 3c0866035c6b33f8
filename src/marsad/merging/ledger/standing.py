"""How an account stands among the others, and how reasons are worded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from .accounts import Account
from .figure import Figure
from .wording import Number

Standing = Literal["total", "part", "update", "superseded", "rival", "denied", "copy", "beyond"]
"""How a figure stands; ``beyond`` is one that counts more than this event."""


@dataclass(slots=True)
class Held:
    """An account and how it stands; ``by`` is what supersedes it, ``over`` what it supersedes.

    ``own`` says that the report or the source itself set it aside, not the word of others.
    """

    account: Account
    standing: Standing = "total"
    reason: str = "a total that no other source contradicts"
    by: Account | None = None
    over: list[Account] = field(default_factory=list)

    @property
    def stands(self) -> bool:
        """Whether it counts: it is neither superseded nor a part."""
        return self.standing in ("total", "update", "rival")


class Numbered(Protocol):
    """What has a lower and an upper bound."""

    @property
    def low(self) -> Number:
        """The lower bound."""

    @property
    def high(self) -> Number:
        """The upper bound."""


def said(account: Numbered) -> str:
    """A number as the reasons write it."""
    low, high = account.low, account.high
    if low is None and high is None:
        return "a number left open"
    if low == high:
        return f"{low:g}"
    return f"at least {low:g}" if high is None else f"at most {high:g}" if low is None else f"{low:g} to {high:g}"


def when(figure: Figure) -> str:
    """The report and its day as the reasons write them."""
    day = figure.report.published
    return f"report {figure.report.id}" + (f" of {day.isoformat()}" if day else "")
