"""Who works at this machine, for the records of what was decided."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """The name of the user, "unknown" where the machine has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
