"""`team`: accounts of those who share a store, their sessions, and the audit log."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.roles import Role
from marsad.terminal import Column
from marsad.user import user_name

from .options import Format_, Limit, StoreAt
from .output import show_rows

if TYPE_CHECKING:
    from marsad.storing import Store
    from marsad.team import Account, Doer

team = typer.Typer(no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)

Name = Annotated[str, typer.Argument(help="The account's name. Example: amal", show_default=False)]
Some = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help="Only this account. Example: amal", show_default=False)
]
RoleOf = Annotated[
    Role, typer.Option("--role", help="What it may do: read, code as well, administer as well. Example: --role coder")
]
NewRole = Annotated[Role, typer.Argument(help="What it may do from now on. Example: admin", show_default=False)]
FromStdin = Annotated[
    bool,
    typer.Option("--password-stdin", help="Read the password from standard input, one line. Example: --password-stdin"),
]
Enable = Annotated[bool, typer.Option("--undo", help="Open the account again. Example: --undo")]
End = Annotated[bool, typer.Option("--end", help="End the account's sessions. Example: --end")]
Of = Annotated[
    str | None,
    typer.Option("--account", help="Only what this account did. Example: --account amal", show_default=False),
]
Action = Annotated[
    str | None,
    typer.Option("--action", help="Only entries of this kind. Example: --action sign-in", show_default=False),
]


@team.callback()
def about() -> None:
    """Accounts for `marsad serve --team`: who may read, code or administer, their sessions, and the audit log.

    \b
    Examples:
      marsad team add amal --role admin
      marsad team audit --limit 20
    """


@team.command()
def add(name: Name, role: RoleOf = "reader", password_stdin: FromStdin = False, store: StoreAt = None) -> None:
    """Make an account; its password is asked for, twice and unseen, and kept as a hash alone.

    \b
    Examples:
      marsad team add amal --role admin
      pass show marsad/amal | marsad team add amal --role coder --password-stdin
    """
    from marsad.storing import open_store
    from marsad.storing.store import now
    from marsad.team import add_account

    with open_store(store) as opened:
        made = add_account(opened, name, role, _password(password_stdin), now(), _doer())
    _say(made, f"made, {made.role}")


@team.command("list")
def list_(form: Format_ = None, store: StoreAt = None) -> None:
    """Show all accounts, in the order made.

    \b
    Examples:
      marsad team list
      marsad team list --format jsonl
    """
    from marsad.storing import open_store
    from marsad.team import accounts_of

    columns = [
        ("name", Column("name")),
        ("role", Column("role", 6)),
        ("made", Column("made", 10)),
        ("by", Column("by", 16, spare=1)),
        ("disabled", Column("disabled", 10)),
    ]
    with open_store(store) as opened:
        rows = [
            {
                "name": one.name,
                "role": one.role,
                "made": one.made.date().isoformat(),
                "by": one.by,
                "disabled": one.disabled.date().isoformat() if one.disabled else None,
            }
            for one in accounts_of(opened)
        ]
    show_rows(rows, columns, form)


@team.command("role")
def role_(name: Name, role: NewRole, store: StoreAt = None) -> None:
    """Give an account another role; the last admin keeps theirs.

    \b
    Examples:
      marsad team role amal admin
      marsad team role karim reader
    """
    from marsad.storing import open_store
    from marsad.storing.store import now
    from marsad.team import set_role

    with open_store(store) as opened:
        _say(set_role(opened, name, role, now(), _doer()), f"now {role}")


@team.command()
def password(name: Name, password_stdin: FromStdin = False, store: StoreAt = None) -> None:
    """Give an account another password, and end its sessions.

    \b
    Examples:
      marsad team password amal
      pass show marsad/amal | marsad team password amal --password-stdin
    """
    from marsad.storing import open_store
    from marsad.storing.store import now
    from marsad.team import set_password

    with open_store(store) as opened:
        _known(opened, name)
        _say(set_password(opened, name, _password(password_stdin), now(), _doer()), "has another password")


@team.command()
def disable(name: Name, undo: Enable = False, store: StoreAt = None) -> None:
    """Close an account and end its sessions; what it decided stays, signed with its name.

    \b
    Examples:
      marsad team disable karim
      marsad team disable karim --undo
    """
    from marsad.storing import open_store
    from marsad.storing.store import now
    from marsad.team import set_disabled

    with open_store(store) as opened:
        changed = set_disabled(opened, name, not undo, now(), _doer())
    _say(changed, "open again" if undo else "disabled")


@team.command()
def sessions(name: Some = None, end: End = False, form: Format_ = None, store: StoreAt = None) -> None:
    """Show sessions that have not expired, of all accounts or of one; or end all of an account.

    Those unused for longer than `marsad serve --idle` allows stand among them, and open nothing any more.

    \b
    Examples:
      marsad team sessions
      marsad team sessions amal --end
    """
    from datetime import timedelta

    from marsad.storing import open_store
    from marsad.storing.store import now
    from marsad.team import Lifetime, end_sessions, sessions_of

    if end and name is None:
        raise typer.BadParameter("name the account whose sessions are to end", param_hint="NAME")
    with open_store(store) as opened:
        account = _known(opened, name) if name else None
        if end and account:
            _say(account, f"{end_sessions(opened, account, now(), _doer())} sessions ended")
            return
        year = timedelta(days=365)
        found = sessions_of(opened, now(), Lifetime(idle=year, absolute=year), account)
    columns = [
        ("account", Column("account")),
        ("role", Column("role", 6)),
        ("made", Column("signed in", 16)),
        ("used", Column("last used", 16)),
        ("expires", Column("expires", 16)),
    ]
    times = ("made", "used", "expires")
    rows = [
        {"account": one.account.name, "role": one.account.role}
        | {time: getattr(one, time).strftime("%Y-%m-%dT%H:%M") for time in times}
        for one in found
    ]
    show_rows(rows, columns, form)


@team.command()
def audit(
    account: Of = None, action: Action = None, limit: Limit = None, form: Format_ = None, store: StoreAt = None
) -> None:
    """Show who signed in, who was refused, and who changed what, the newest first.

    \b
    Examples:
      marsad team audit --limit 20
      marsad team audit --account amal --format csv > amal.csv
    """
    from marsad.storing import open_store

    columns = [
        ("number", Column("number", 6, right=True, spare=4)),
        ("at", Column("when", 19)),
        ("account", Column("account", 16)),
        ("action", Column("action", 16)),
        ("outcome", Column("outcome", 8)),
        ("what", Column("what")),
        ("address", Column("address", 24, spare=1)),
        ("remote", Column("from", 15, spare=2)),
    ]
    with open_store(store) as opened:
        show_rows(_entries(opened, limit, account, action), columns, form)


def _entries(store: Store, limit: int | None, account: str | None, action: str | None) -> Iterator[dict[str, Any]]:
    from dataclasses import asdict

    from marsad.team import entries

    left, before = limit, None
    while left is None or left > 0:
        page = entries(store, min(left or 500, 500), before, account=account, action=action)
        for one in page:
            yield {"number": one.number, "at": one.at.strftime("%Y-%m-%dT%H:%M:%S"), **asdict(one.entry)}
        if not page:
            return
        before = page[-1].number
        left = None if left is None else left - len(page)


def _known(store: Store, name: str) -> Account:
    from marsad.team import UnknownAccountError, account_named

    found = account_named(store, name)
    if found is None:
        raise UnknownAccountError("no account has this name", where=name, remedy="see `marsad team list`")
    return found[0]


def _doer() -> Doer:
    from marsad.team import Doer

    return Doer(user_name(), address="marsad team")


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return asked


def _say(account: Account, what: str) -> None:
    typer.echo(f"marsad: {account.name}: {what}", err=True)
