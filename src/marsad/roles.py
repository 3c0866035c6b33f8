"""What accounts may do: each role covers those before it."""

from __future__ import annotations

from typing import Literal

Role = Literal["reader", "coder", "admin"]

ROLES: tuple[Role, ...] = ("reader", "coder", "admin")
"""Readers see all that the pages show, coders decide and add reports, admins keep accounts and read the audit log."""


def covers(role: Role, needed: Role) -> bool:
    """Whether who has ``role`` may do what is ``needed``'s."""
    return ROLES.index(role) >= ROLES.index(needed)
