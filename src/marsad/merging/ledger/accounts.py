"""Totals of several reports that come from one source: copies of one wire, or one speaker quoted by many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from marsad.languages.arabic.letters import fold
from marsad.remarks import Remark, ReportId

from .figure import Figure
from .lists import Turn
from .reasons import reason
from .sources import Source
from .totals import Total
from .wording import Number

# Two sentences of at least so many letters, alike to this degree of 100, are one text printed twice.
_LETTERS = 40
_ALIKE = 90
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Account:
    """One number from one independent source, in whatever reports repeat it.

    ``totals`` stand in the order given; ``principal`` is the one that counts: of the first day, an authority's before
    another's, a named source's before the outlet's own words.  ``why`` says of each total but the principal why it is a copy.
    """

    totals: tuple[Total, ...]
    principal: Total
    why: tuple[Remark | None, ...]

    @property
    def head(self) -> Figure:
        """The first figure of the principal."""
        return self.principal.head

    @property
    def sources(self) -> list[Source]:
        """All that are said to give it."""
        return [total.head.source for total in self.totals]

    @property
    def official(self) -> bool:
        """Whether an authority gives it in any of its reports."""
        return any(total.head.source.official for total in self.totals)

    @property
    def turn(self) -> Turn | None:
        """How the reports say that the count has moved to it: rise, fall or renewal."""
        turns = (total.head.turn for total in self.totals)
        return next((turn for turn in turns if turn in ("rise", "fall", "renewal")), None)

    @property
    def low(self) -> Number:
        """The lower bound."""
        return self.principal.low

    @property
    def high(self) -> Number:
        """The upper bound, from whichever of the totals has one: "at least 14" and "14" of one source are 14."""
        return next((total.high for total in self.totals if total.high is not None), None)


def accounts_of(totals: Iterable[Total]) -> list[Account]:
    """Totals put together by where they come from, each account in the order of its first report."""
    groups: list[list[Total]] = []
    for total in sorted(totals, key=lambda t: t.head.place):
        mine = [group for group in groups if any(_why_same(other, total) for other in group)]
        joined = [member for group in mine for member in group] + [total]
        groups = [group for group in groups if group not in mine]
        groups.append(joined)
    accounts = [_account(sorted(group, key=lambda t: t.head.place)) for group in groups]
    return sorted(accounts, key=lambda account: account.totals[0].head.place)


def shared_source(one: Account, other: Account) -> Source | None:
    """A source that both accounts are said to come from."""
    return next((b for a in one.sources for b in other.sources if same_source(a, b)), None)


def one_wire(one: Account, other: Account) -> bool:
    """Whether two papers tell two numbers in one sentence, all but the numbers: then they have it from one wire."""
    return any(
        a.head.source.of_outlet and b.head.source.of_outlet and a.head.report.id != b.head.report.id
        and _alike(_unnumbered(a.head.sentence.text), _unnumbered(b.head.sentence.text))
        for a in one.totals
        for b in other.totals
    )  # fmt: skip


def _unnumbered(text: str) -> str:
    return _DIGITS.sub("0", text)


def same_source(one: Source, other: Source) -> bool:
    """Whether two sources are one: bodies of two countries are not."""
    abroad = one.country and other.country and one.country != other.country
    return one.key == other.key and not abroad


def _account(totals: Sequence[Total]) -> Account:
    principal = min(totals, key=_rank)
    why = tuple(
        None if total is principal else _why_same(principal, total) or reason("copy-of-copy") for total in totals
    )
    return Account(tuple(totals), principal, why)


def _rank(total: Total) -> tuple[object, ...]:
    source = total.head.source
    return total.head.day, not source.official, source.of_outlet, total.head.place


def _why_same(one: Total, other: Total) -> Remark | None:
    """Why two totals of one number have one origin, if they have."""
    if one.low != other.low or one.head.before != other.head.before:
        return None
    a, b = one.head, other.head
    if same_source(a.source, b.source) and (one.high == other.high or (one.low and None in (one.high, other.high))):
        return reason("same-source", source=a.source.name, report=ReportId(a.report.id))
    if one.high != other.high:
        return None
    if a.report.id == b.report.id and (a.source.of_outlet or b.source.of_outlet):
        return reason("word-of", source=(b if a.source.of_outlet else a).source.name)
    if a.source.agency and a.source.agency == b.source.agency and a.report.id != b.report.id:
        return reason("same-agency", report=ReportId(a.report.id), agency=a.source.agency)
    if a.report.id != b.report.id and _alike(a.sentence.text, b.sentence.text):
        return reason("same-sentence", report=ReportId(a.report.id))
    return None


def _alike(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    return min(len(a), len(b)) >= _LETTERS and ratio(a, b, score_cutoff=_ALIKE) > 0
