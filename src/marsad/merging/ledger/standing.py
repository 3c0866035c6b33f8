"""How an account stands among the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from marsad.remarks import Remark

from .accounts import Account
from .reasons import reason

Standing = Literal["total", "part", "update", "superseded", "rival", "denied", "copy", "beyond"]
"""How a figure stands; ``beyond`` is one that counts more than this event."""


@dataclass(slots=True)
class Held:
    """An account and how it stands; ``by`` is what supersedes it, ``over`` what it supersedes.

    ``own`` says that the report or the source itself set it aside, not the word of others.
    """

    account: Account
    standing: Standing = "total"
    reason: Remark = field(default_factory=lambda: reason("total"))
    by: Account | None = None
    over: list[Account] = field(default_factory=list)

    @property
    def stands(self) -> bool:
        """Whether it counts: it is neither superseded nor a part."""
        return self.standing in ("total", "update", "rival")
