"""Which counts still hold: updates and corrections told from what rival sources count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .accounts import Account, accounts_of
from .reasons import reason, said, when
from .standing import Held
from .superseding import supersede
from .totals import Total, counted_within


def held(totals: Iterable[Total]) -> list[Held]:
    """The accounts of one measure and unit with their standings, in the order of their first reports.

    An account is superseded by a later one

    - where the same source gives another number: of one day the greater is held to be the later, for counts climb;
    - where words of an update stand before the later number ("the toll rose to", "in a final count"), and it moved as they
      say: then whoever gave the earlier one, but an authority's count only gives way to an authority's;
    - where the earlier was called preliminary;
    - where a report sets a number aside as the count before ("after it had been 20");
    - where a report tells what somebody had said, if the later number is greater or the same source's: a rival's claim that
      a smaller count follows stands.

    What no such sign tells from another source's count is a rival, if both cannot hold.
    """
    out = [Held(account) for account in accounts_of(totals)]
    _set_beyond_aside(out)
    supersede(out)
    _set_narrow_aside(out)
    _tell_rivals(out)
    return out


def _set_beyond_aside(out: Sequence[Held]) -> None:
    """A count over years or of all attacks, if there is one of this event alone and it is not so great."""
    own = max((h.account.low or 0 for h in out if not h.account.head.beyond), default=None)
    for h in out:
        if own is not None and h.account.head.beyond and (h.account.low or 0) > own:
            h.standing, h.reason = "beyond", reason("beyond")


def _set_narrow_aside(out: Sequence[Held]) -> None:
    """Counts of a kind of people, and of the attackers alone, are no totals beside counts of all."""
    standing = [h for h in out if h.stands and not h.account.head.before]
    anyone = [h for h in standing if not h.account.principal.of_attackers and not h.account.principal.vague]
    for one in standing:
        mine = one.account.principal
        whole = next((h for h in standing if _kind_within(mine, h.account.principal)), None)
        if mine.of_attackers and anyone:
            one.standing, one.reason = "part", reason("attackers")
        elif whole is not None:
            one.standing = "part"
            among = whole.account
            one.reason = reason("kind-among", whom=mine.head.people, whole=said(among), report=when(among.head))


def _kind_within(part: Total, whole: Total) -> bool:
    """Whether a count of women, soldiers or gunmen is within a count of all that another report gives.

    Civilians may be everybody, and so may soldiers or gunmen unless they are less than half.
    """
    if not counted_within(part, whole) or part.head.kind.code == "civilians":
        return False
    return part.companions or part.head.kind.scope == "subset" or (part.low or 0) * 2 < (whole.low or 0)


def _tell_rivals(out: Sequence[Held]) -> None:
    standing = [h for h in out if h.stands]
    for one in standing:
        others = [h.account for h in standing if _apart(one.account, h.account)]
        if others:
            counts = (reason("counts", source=o.head.source.name, number=said(o), report=when(o.head)) for o in others)
            told = reason("rival", others=tuple(counts))
            one.reason = reason("and-also", one=one.reason, other=told) if one.standing == "update" else told
            one.standing = "rival"
        elif one.account.principal.vague:
            one.reason = reason("unnumbered")


def _apart(a: Account, b: Account) -> bool:
    return (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )
