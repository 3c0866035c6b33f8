"""The reference page of the commands, from what ``--help`` says: ``python -m marsad.cli.reference FILE``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from marsad.errors import MarsadError

from .app import app
from .output import SEVERAL_KINDS

_WIDTH = 100


def page() -> str:
    """The page in Markdown."""
    group: Any = get_command(app)
    parts = [
        "# Commands",
        "This page is what `marsad --help` and `marsad COMMAND --help` say. `make docs` makes it anew.",
        *_section("marsad", group),
    ]
    for name, command in commands(group):
        parts += _section(f"marsad {name}", command)
    parts += ["## Exit codes", "\n".join(_codes())]
    return "\n\n".join(parts) + "\n"


def commands(group: Any) -> Iterator[tuple[str, Any]]:
    """Every command below ``group`` with its words ("lists update"), a group before its own, in the order of the help."""
    for name in group.list_commands(None):
        command = group.commands[name]
        yield name, command
        if hasattr(command, "commands"):
            yield from ((f"{name} {below}", one) for below, one in commands(command))


def _section(path: str, command: Any) -> list[str]:
    context = command.context_class(command, info_name=path, terminal_width=_WIDTH, max_content_width=_WIDTH)
    text = "\n".join(row.rstrip() for row in command.get_help(context).splitlines())
    return [f"## {path}", f"```text\n{text.strip()}\n```"]


def _codes() -> Iterator[str]:
    yield "| Code | Kind | When |"
    yield "|---:|---|---|"
    rows = [
        (0, "", "Done."),
        (1, "", "`check --strict` or `doctor` found something."),
        (2, "", "The command was used wrongly."),
        (SEVERAL_KINDS, "", "Sources were refused for more than one kind of reason."),
        (130, "", "Interrupted; what was stored stays."),
    ]
    for kind in kinds():
        rows.append((kind.exit_code, kind.code, " ".join((kind.__doc__ or "").split("\n\n")[0].split())))
    yield from (f"| {code} | {kind} | {when} |" for code, kind, when in sorted(rows))


def kinds() -> list[type[MarsadError]]:
    """Every kind of error a command can end with."""
    import marsad.encoder.files
    import marsad.interchange
    import marsad.linking.lists.errors
    import marsad.merging.ledger
    import marsad.publishing.querying.errors
    import marsad.publishing.release.errors
    import marsad.reviewing.errors
    import marsad.storing
    import marsad.team  # noqa: F401

    found: list[type[MarsadError]] = []
    waiting: list[type[MarsadError]] = MarsadError.__subclasses__()
    while waiting:
        kind = waiting.pop()
        found.append(kind)
        waiting += kind.__subclasses__()
    return found


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
