"""The command line: one command a verb."""

from __future__ import annotations


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    from .app import app

    app(prog_name="marsad")


__all__ = ["main"]
