"""Which counts still hold: updates and corrections told from what rival sources count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .accounts import Account, accounts_of, shared_source
from .figure import Figure
from .totals import Total, counted_within

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

    - where the same source gives another number: of one day the greater is held to be the later, for counts climb; what a
      paper says in its own words, from whomever it has it, is taken back by a greater number only;
    - where words of an update stand before the later number ("the toll rose to", "in a final count"), and it moved as they
      say: then whoever gave the earlier one;
    - where the earlier was called preliminary;
    - where a report sets a number aside as the count before ("after it had been 20").

    What no such sign tells from another source's count is a rival, if both cannot hold.
    """
    out = [Held(account) for account in accounts_of(totals)]
    _supersede(out)
    _set_narrow_aside(out)
    _tell_rivals(out)
    return out


def said(account: Account | Total) -> str:
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
        newer = [
            (reason, new)
            for new in out
            if new is not old and (reason := _why_superseded(old.account, new.account, formers))
        ]
        if not newer:
            continue
        reason, new = min(newer, key=lambda pair: _order(pair[1].account))
        old.standing, old.by, old.reason = "superseded", new.account, reason
        new.over.append(old.account)
    for new in out:
        if new.over and new.standing == "total":
            new.standing = "update"
            new.reason = "it takes the place of " + ", ".join(f"{said(o)} ({when(o.head)})" for o in new.over)


def _order(account: Account) -> tuple[object, ...]:
    """Counts in the order of time; of one day the greater is the later."""
    head = account.head
    return head.day, *_order_of_numbers(account), head.place


def _why_superseded(old: Account, new: Account, formers: Sequence[Account]) -> str | None:
    for former in formers:
        if (former.low, former.high) == (old.low, old.high) and former.head.day >= old.head.day:
            reason = _set_aside(former.head.report.id, new)
            if reason and not _same_number(old, new):
                return reason
    if "former" in (old.head.turn, new.head.turn) or not _comparable(old.principal, new.principal):
        return None
    if new.head.claim.certainty == "hedged" != old.head.claim.certainty:
        return None
    source = shared_source(old, new)
    if source and _order(old) < _order(new) and (_up(old, new) or not source.key.startswith("outlet:")):
        return f"{source.name} gives {said(new)} later, in {when(new.head)}"
    if not _told_before(old, new):
        return None
    turn = next((t.head.turn for t in new.totals if t.head.turn in ("rise", "fall", "renewal")), None)
    up = _up(old, new)
    if (turn == "rise" and up) or (turn == "fall" and not up) or turn == "renewal":
        return f"the count is said to have moved to {said(new)} in {when(new.head)}"
    if old.head.turn == "early":
        return f"it was called preliminary; {said(new)} followed in {when(new.head)}"
    return None


def _set_aside(report: str, new: Account) -> str | None:
    """Whether a report that sets a number aside gives ``new`` as the one that takes its place."""
    if new.head.turn != "former" and any(total.head.report.id == report for total in new.totals):
        return f"report {report} gives it as the count before {said(new)}"
    return None


def _up(old: Account, new: Account) -> bool:
    """Whether the new number is greater, or as great and better bounded."""
    return _order_of_numbers(new) > _order_of_numbers(old)


def _order_of_numbers(account: Account) -> tuple[float, bool]:
    return account.low if account.low is not None else account.high or 0, account.high is not None


def _same_number(old: Account, new: Account) -> bool:
    return (old.low, old.high) == (new.low, new.high)


def _told_before(old: Account, new: Account) -> bool:
    if old.head.report.id == new.head.report.id:
        return old.head.at < new.head.at
    return old.head.day <= new.head.day


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
        whole = next((h for h in standing if counted_within(mine, h.account.principal)), None)
        if mine.of_attackers and anyone:
            one.standing, one.reason = "part", "it counts the attackers only"
        elif whole is not None:
            one.standing = "part"
            one.reason = (
                f"it counts {mine.head.body.of} only, among the {said(whole.account)} of {when(whole.account.head)}"
            )


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
