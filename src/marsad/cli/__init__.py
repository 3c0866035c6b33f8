"""The command line: one command a verb."""

from __future__ import annotations

import io
import sys


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    from .app import app

    # Data is UTF-8 whatever the locale; a terminal that cannot show a letter shows a question mark.
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")
    app(prog_name="marsad")


__all__ = ["main"]
