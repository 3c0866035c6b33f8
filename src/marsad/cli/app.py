"""The application: its commands, and how each of them ends.

Exit codes: 0 done; 1 `check --strict` or `doctor` found something; 2 wrong usage; the error's own code
otherwise (see :mod:`marsad.errors` and :mod:`marsad.storing.errors`); 9 sources refused for more than
one kind of reason; 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from marsad.errors import MarsadError

from . import (
    asking,
    briefing,
    cataloguing,
    checking,
    codebooks,
    counting,
    forecasting,
    listing,
    merging,
    naming,
    placing,
    publishing,
    releasing,
    reviewing,
    searching,
    serving,
    taking,
    teaming,
)
from .output import tell


class Verbs(TyperGroup):
    """The commands in the order they are used in, each ending with one line for what went wrong."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Names in the order of registration, commands of several verbs last."""
        return sorted(self.commands, key=lambda name: isinstance(self.commands[name], TyperGroup))

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a known error ends it with one line and its code, a reader gone away with none."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except MarsadError as error:
            tell(str(error))
            raise typer.Exit(error.exit_code) from error
        except BrokenPipeError as error:
            _discard_output()
            raise typer.Exit(0) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            from marsad.storing import StoreFullError

            _discard_output()
            typer.echo("marsad: output: no room left to write (free some space, then run it again)", err=True)
            raise typer.Exit(StoreFullError.exit_code) from error
        return result


def _discard_output() -> None:
    """Python flushes stdout once more when it exits, and would complain then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app = typer.Typer(
    cls=Verbs,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        import importlib.metadata

        typer.echo(f"marsad {importlib.metadata.version('marsad')}")
        raise typer.Exit


@app.callback()
def marsad(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Say the version. Example: --version"),
    ] = False,
) -> None:
    """Read Arabic reports on political violence into claims, each with its sentence and its speaker.

    \b
    Examples:
      marsad read report.txt
      marsad add reports/ && marsad events --since 2021
    """


for command in (
    taking.read,
    taking.add,
    asking.events,
    asking.claims,
    asking.figures,
    forecasting.forecasts,
    asking.reports,
    counting.ledger,
    placing.places,
    placing.where,
    searching.search,
    naming.who,
    cataloguing.actors,
    codebooks.compare_codebooks,
    checking.check,
    briefing.brief,
    publishing.export,
    releasing.release,
    releasing.diff,
    releasing.query,
    serving.serve,
    publishing.schema,
    checking.doctor,
):
    app.command()(command)
app.add_typer(merging.merging, name="merging")
app.add_typer(reviewing.reviewing, name="review")
app.add_typer(listing.lists, name="lists")
app.add_typer(teaming.team, name="team")
