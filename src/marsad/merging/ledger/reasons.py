"""Why a figure stands as it does: the remarks of the ledger, worded in ``reasons.yaml``."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal, Protocol, get_args

from marsad.remarks import Given, Remark, ReportId, Wordings

from .figure import Figure
from .wording import Number

Code = Literal[
    "total", "unnumbered", "beyond", "attackers", "kind-among", "kind-among-here", "rival", "counts", "and-also", "denied",
    "update", "number-in", "former-of", "former", "later", "one-wire", "early-here", "early", "moved",
    "copy-of-copy", "same-source", "word-of", "same-agency", "same-sentence",
    "within", "grown-by", "with-others", "one-of-parts", "added-up", "number-of",
    "open", "at-least", "at-most", "from-to", "report", "report-of-day",
]  # fmt: skip


class Numbered(Protocol):
    """What has a lower and an upper bound."""

    @property
    def low(self) -> Number:
        """The lower bound."""

    @property
    def high(self) -> Number:
        """The upper bound."""


reason: Wordings[Code] = Wordings(files(__package__) / "reasons.yaml", get_args(Code))


def said(account: Numbered) -> Given:
    """A number as the remarks give it, its bounds told or open."""
    low, high = account.low, account.high
    if low is None:
        return reason("open") if high is None else reason("at-most", number=high)
    if high is None:
        return reason("at-least", number=low)
    return low if low == high else reason("from-to", low=low, high=high)


def when(figure: Figure) -> Remark:
    """The report of a figure, and its day."""
    report, day = ReportId(figure.report.id), figure.report.published
    return reason("report-of-day", report=report, day=day) if day else reason("report", report=report)
