"""`merging`: why reports were put together into events, and a person's say in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.user import user_name

from .options import AsKnownOn, Format_, StoreAt
from .output import show_rows, tell
from .stores import put_together

if TYPE_CHECKING:
    from marsad.merging.telling import Reason
    from marsad.storing import MergeDecision, Store

EventOf = Annotated[
    str | None,
    typer.Argument(
        metavar="EVENT",
        help="One event, by an id that it has or had, or by a claim of it. Example: e0123456789abcdef",
        show_default=False,
    ),
]
TheEvent = Annotated[
    str,
    typer.Argument(
        metavar="EVENT",
        help="The event, by an id that it has or had, or by a claim of it. Example: e0123456789abcdef",
        show_default=False,
    ),
]
Another = Annotated[
    str,
    typer.Argument(
        metavar="EVENT", help="The other one, named likewise. Example: efedcba9876543210", show_default=False
    ),
]
Parts = Annotated[
    list[str],
    typer.Argument(
        metavar="CLAIM|REPORT",
        help="What tells of another event: ids of claims, ids or sources of reports. Example: c39f590ca225951868824",
        show_default=False,
    ),
]
Out = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM|REPORT",
        help="A claim of an event by its id, or all of a report by its id or source. Example: satire.txt",
        show_default=False,
    ),
]
Number = Annotated[
    int,
    typer.Argument(help="Number of the decision, as `marsad merging log` shows it. Example: 17", show_default=False),
]
Because = Annotated[
    str, typer.Option("--because", help="Why it is decided so. Example: --because 'two attacks on one day'")
]
By = Annotated[
    str | None,
    typer.Option(
        "--by", help="Who decides; else the user of this machine. Example: --by 'A. Karim'", show_default=False
    ),
]

merging = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@merging.callback()
def about() -> None:
    """Show why reports were put together into one event, and join, split, leave out or take back.

    Every decision of Marsad's and of a person is kept with its time and reasons; none is overwritten. A person's goes before
    Marsad's, now and for reports that come later.

    \b
    Examples:
      marsad merging log e0123456789abcdef
      marsad merging withdraw 17 --because 'another town of the same name'
    """


@merging.command("log")
def show_log(event: EventOf = None, as_known_on: AsKnownOn = None, form: Format_ = None, store: StoreAt = None) -> None:
    """Show the decisions on an event, or all of them, in the order made: who joined what, how surely and why.

    The reasons of a join are what each thing compared is worth, in log-odds; the score is the probability they come to.

    \b
    Examples:
      marsad merging log
      marsad merging log e0123456789abcdef --format jsonl
    """
    from marsad.storing import Query, decisions_on, event_named, open_store
    from marsad.terminal import Column

    columns = [
        ("number", Column("number", 6, right=True)),
        ("decided", Column("decided", 10, spare=3)),
        ("by", Column("by", 14, spare=4)),
        ("decision", Column("decision", 9)),
        ("one", Column("claim", 21)),
        ("other", Column("and claim", 21)),
        ("score", Column("score", 5, right=True)),
        ("withdraws", Column("undoes", 6, right=True)),
        ("because", Column("because", spare=1)),
        ("reasons", Column("reasons", spare=2)),
    ]
    query = Query(as_known_on=as_known_on)
    with open_store(store) as opened:
        put_together(opened)
        found = event_named(opened, event, query) if event else None
        show_rows((_row(decision) for decision in decisions_on(opened, found, query)), columns, form)


@merging.command()
def join(event: TheEvent, other: Another, because: Because, by: By = None, store: StoreAt = None) -> None:
    """Hold two events to be one, whatever Marsad makes of them.

    \b
    Examples:
      marsad merging join e0123456789abcdef efedcba9876543210 --because 'the same attack, dated by its claim'
    """
    from marsad.storing.events import merge

    _decide(store, lambda opened: merge(opened, event, other, by=by or user_name(), because=because))


@merging.command()
def split(event: TheEvent, parts: Parts, because: Because, by: By = None, store: StoreAt = None) -> None:
    """Hold claims of an event, or what reports say in it, to tell of another one than the rest.

    \b
    Examples:
      marsad merging split e0123456789abcdef c39f590ca225951868824 --because 'the attack of the day before'
    """
    from marsad.storing.events import split as split_off

    _decide(store, lambda opened: split_off(opened, event, parts, by=by or user_name(), because=because))


@merging.command()
def exclude(what: Out, because: Because, by: By = None, store: StoreAt = None) -> None:
    """Leave a claim, or all that a report tells, out of all events; the claims themselves stay.

    \b
    Examples:
      marsad merging exclude satire.txt --because 'satire' --by 'A. Karim'
    """
    from marsad.storing.events import exclude as leave_out

    _decide(store, lambda opened: leave_out(opened, what, by=by or user_name(), because=because))


@merging.command()
def withdraw(number: Number, because: Because, by: By = None, store: StoreAt = None) -> None:
    """Take a decision back: events are then as if it had never been made.

    Where Marsad joined, what the join holds together is held apart from now on; to take that back, withdraw it in turn.

    \b
    Examples:
      marsad merging withdraw 17 --because 'another town of the same name'
    """
    from marsad.storing.events import withdraw as take_back

    _decide(store, lambda opened: take_back(opened, number, by=by or user_name(), because=because))


@merging.command()
def anew(store: StoreAt = None) -> None:
    """Put all reports together anew, after an update of Marsad that weighs likenesses otherwise.

    What persons decided holds on. What comes out otherwise is a decision of today: --as-known-on a day before shows events as
    they were.

    \b
    Examples:
      marsad merging anew
    """
    from marsad.storing import open_store
    from marsad.storing.events import start_over

    with open_store(store) as opened:
        put_together(opened)
        start_over(opened)


def _decide(store: str | None, make: Callable[[Store], MergeDecision]) -> None:
    from marsad.storing import open_store

    with open_store(store) as opened:
        put_together(opened)
        made = make(opened)
    tell(f"decision {made.number}, {made.kind}, by {made.by}")


def _row(decision: MergeDecision) -> dict[str, Any]:
    return {
        "number": decision.number,
        "decided": decision.decided.date().isoformat(),
        "by": decision.by,
        "decision": decision.kind,
        "one": decision.one,
        "other": decision.other,
        "claims": sorted(decision.about),
        "score": decision.score,
        "withdraws": decision.withdraws,
        "because": decision.because,
        "reasons": [_said(reason) for reason in decision.reasons],
    }


def _said(reason: Reason) -> str:
    seen = f" ({reason.value})" if reason.value else ""
    return f"{reason.name}{seen} {reason.points:+.2f}"
