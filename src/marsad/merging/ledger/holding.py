"""Which counts still hold: updates and corrections told from what rival sources count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from .accounts import Account, accounts_of, shared_source
from .figure import Figure
from .totals import Number, Total, counted_within

Standing = Literal["total", "part", "update", "superseded", "rival", "denied", "copy"]


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


def held(totals: Iterable[Total]) -> list[Held]:
    """The accounts of one measure and unit with their standings, in the order of their first reports.

    An account is superseded by a later one

    - where the same source gives another number: of one day the greater is held to be the later, for counts climb;
    - where words of an update stand before the later number ("the toll rose to", "in a final count"), and it moved as they
      say: then whoever gave the earlier one, but an authority's count only gives way to an authority's;
    - where the earlier was called preliminary;
    - where a report sets a number aside as the count before ("after it had been 20").

    What no such sign tells from another source's count is a rival, if both cannot hold.
    """
    out = [Held(account) for account in accounts_of(totals)]
    _supersede(out)
    _set_narrow_aside(out)
    _tell_rivals(out)
    return out


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


def _supersede(out: Sequence[Held]) -> None:
    formers = [h.account for h in out if h.account.head.turn == "former"]
    for old in out:
        _mark(old, [(reason, new) for new in out if (reason := _set_aside(old.account, new.account, formers))])
    standing = [h for h in out if h.stands]
    for old in standing:
        _mark(old, [(reason, new) for new in standing if (reason := _outdated(old.account, new.account))])
    for new in out:
        if new.over and new.standing == "total":
            new.standing = "update"
            new.reason = "it takes the place of " + ", ".join(f"{said(o)} ({when(o.head)})" for o in new.over)


def _mark(old: Held, newer: list[tuple[str, Held]]) -> None:
    """Let the first of what is newer take the place of ``old``, one of its own reports before others."""
    if newer:
        old.reason, new = min(newer, key=lambda n: (_reports(old).isdisjoint(_reports(n[1])), _order(n[1].account)))
        old.standing, old.by = "superseded", new.account
        new.over.append(old.account)


def _reports(h: Held) -> set[str]:
    return {total.head.report.id for total in h.account.totals}


def _order(account: Account) -> tuple[object, ...]:
    """Counts in the order of time; of one day the greater is the later."""
    head = account.head
    return head.day, *_order_of_numbers(account), head.place


def _set_aside(old: Account, new: Account, formers: Sequence[Account]) -> str | None:
    """Why a number that a report gives as one of before gives way to ``new``, wherever that number was given."""
    if new.head.turn == "former" or _same_number(old, new) or new.principal.vague:
        return None
    for former in formers:
        report = former.head.report.id
        named = (former.low, former.high) == (old.low, old.high) and former.head.day >= old.head.day
        if named and any(total.head.report.id == report for total in new.totals):
            return f"report {report} gives it as the count before {said(new)}"
    if old.head.turn == "former" and new.head.day >= old.head.day:
        return f"report {old.head.report.id} gives it as a count of before; {said(new)} is in {when(new.head)}"
    return None


def _outdated(old: Account, new: Account) -> str | None:
    """Why a later count takes the place of an earlier one."""
    if not _comparable(old.principal, new.principal):
        return None
    if new.head.claim.certainty == "hedged" != old.head.claim.certainty:
        return None
    source = shared_source(old, new)
    turn = new.turn
    if source and (_up(old, new) if turn != "fall" and _together(old, new) else _order(old) < _order(new)):
        return f"{source.name} gives {said(new)} later, in {when(new.head)}"
    early = old.head.turn == "early" != new.head.turn
    if early and old.head.report.id == new.head.report.id:
        return f"it was called preliminary, beside {said(new)} in the same report"
    if not _told_before(old, new):
        return None
    up = _up(old, new)
    moved = (turn == "rise" and up) or (turn == "fall" and not up) or turn == "renewal"
    if moved and (new.official or not old.official):
        return f"the count is said to have moved to {said(new)} in {when(new.head)}"
    return f"it was called preliminary; {said(new)} followed in {when(new.head)}" if early else None


def _together(old: Account, new: Account) -> bool:
    """Whether one report has both numbers from one source."""
    mine = {(t.head.report.id, t.head.source.key) for t in old.totals}
    return any((t.head.report.id, t.head.source.key) in mine for t in new.totals)


def _up(old: Account, new: Account) -> bool:
    """Whether the new number is greater, or as great and better bounded."""
    return _order_of_numbers(new) > _order_of_numbers(old)


def _order_of_numbers(account: Account) -> tuple[float, bool]:
    return account.low if account.low is not None else account.high or 0, account.high is not None


def _same_number(old: Account, new: Account) -> bool:
    return (old.low, old.high) == (new.low, new.high)


def _told_before(old: Account, new: Account) -> bool:
    """Whether it is known that the one was told before the other: of two reports of one day it is not."""
    if old.head.report.id == new.head.report.id:
        return old.head.at < new.head.at
    return old.head.day < new.head.day


def _comparable(old: Total, new: Total) -> bool:
    """Whether one can take the place of the other: both number something, and the new one counts no fewer kinds of people."""
    if new.vague or (new.low, new.high) == (old.low, old.high):
        return False
    if new.of_attackers != old.of_attackers:
        return False
    return not (new.narrow and new.head.kind.known) or new.head.kind.code == old.head.kind.code


def _set_narrow_aside(out: Sequence[Held]) -> None:
    """Counts of a kind of people, and of the attackers alone, are no totals beside counts of all."""
    standing = [h for h in out if h.stands and h.account.head.turn != "former"]
    anyone = [h for h in standing if not h.account.principal.of_attackers and not h.account.principal.vague]
    for one in standing:
        mine = one.account.principal
        whole = next((h for h in standing if _kind_within(mine, h.account.principal)), None)
        if mine.of_attackers and anyone:
            one.standing, one.reason = "part", "it counts the attackers only"
        elif whole is not None:
            one.standing = "part"
            one.reason = (
                f"it counts {mine.head.whom} only, among the {said(whole.account)} of {when(whole.account.head)}"
            )


def _kind_within(part: Total, whole: Total) -> bool:
    """Whether a count of women, soldiers or gunmen is within a count of all that another report gives.

    Civilians may be everybody, and so may soldiers or gunmen unless they are less than half.
    """
    if not counted_within(part, whole) or part.head.kind.code == "civilians":
        return False
    return part.head.kind.scope == "subset" or (part.low or 0) * 2 < (whole.low or 0)


def _tell_rivals(out: Sequence[Held]) -> None:
    standing = [h for h in out if h.stands]
    for one in standing:
        others = [h.account for h in standing if _apart(one.account, h.account)]
        if others:
            told = ", ".join(f"{o.head.source.name} counts {said(o)} ({when(o.head)})" for o in others)
            one.reason = f"{one.reason}; {told}" if one.standing == "update" else told
            one.standing = "rival"
        elif one.account.principal.vague:
            one.reason = "it names no number, and counts under the rule acled only"


def _apart(a: Account, b: Account) -> bool:
    return (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )
