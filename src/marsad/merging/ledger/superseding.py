"""Updates and corrections: which count takes the place of which."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.remarks import Remark, ReportId

from .accounts import Account, one_wire, shared_source
from .reasons import reason, said, when
from .standing import Held
from .totals import Total


def supersede(out: Sequence[Held]) -> None:
    """Mark which of the accounts are superseded and which are updates, by the rules of :func:`~.holding.held`."""
    formers = [h.account for h in out if h.account.head.before]
    counted = [h for h in out if h.stands]
    for old in counted:
        _mark(old, [(why, new) for new in counted if (why := _set_aside(old.account, new.account, formers))])
    standing = [h for h in out if h.stands]
    for old in standing:
        _mark(old, [(why, new) for new in standing if (why := _outdated(old.account, new.account))])
    for new in out:
        if new.over and new.standing == "total":
            new.standing = "update"
            numbers = (reason("number-in", number=said(o), report=when(o.head)) for o in new.over)
            new.reason = reason("update", others=tuple(numbers))


def _mark(old: Held, newer: list[tuple[Remark, Held]]) -> None:
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


def _set_aside(old: Account, new: Account, formers: Sequence[Account]) -> Remark | None:
    """Why a number that a report gives as one of before gives way to ``new``, wherever that number was given."""
    if new.head.before or _same_number(old, new) or new.principal.vague:
        return None
    for former in formers:
        report = former.head.report.id
        named = (former.low, former.high) == (old.low, old.high) and former.head.day >= old.head.day
        if named and _gives_way(former, new) and any(total.head.report.id == report for total in new.totals):
            return reason("former-of", report=ReportId(report), number=said(new))
    if old.head.before and new.head.day >= old.head.day and _gives_way(old, new):
        return reason("former", report=ReportId(old.head.report.id), number=said(new), later=when(new.head))
    return None


def _gives_way(former: Account, new: Account) -> bool:
    """Whether a count of before is outdone by ``new``: one that somebody had only said, by more or by the same source."""
    return former.head.turn == "former" or _up(former, new) or shared_source(former, new) is not None


def _outdated(old: Account, new: Account) -> Remark | None:
    """Why a later count takes the place of an earlier one."""
    if not _comparable(old.principal, new.principal):
        return None
    if new.head.claim.certainty == "hedged" != old.head.claim.certainty:
        return None
    source = shared_source(old, new)
    turn = new.turn
    if source and (_up(old, new) if turn != "fall" and _together(old, new) else _order(old) < _order(new)):
        return reason("later", source=source.name, number=said(new), report=when(new.head))
    if not source and old.head.day < new.head.day and one_wire(old, new):
        return reason("one-wire", earlier=when(old.head), number=said(new), report=when(new.head))
    # A first count of which hardly anything is left was not of the same thing.
    early = old.head.turn == "early" != new.head.turn and (new.low or 0) * 2 >= (old.low or 0)
    if early and old.head.report.id == new.head.report.id:
        return reason("early-here", number=said(new))
    if not _told_before(old, new):
        return None
    up = _up(old, new)
    moved = (turn == "rise" and up) or (turn == "fall" and not up) or turn == "renewal"
    if moved and (new.official or not old.official):
        return reason("moved", number=said(new), report=when(new.head))
    return reason("early", number=said(new), report=when(new.head)) if early else None


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
