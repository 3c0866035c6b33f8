"""All that can be set about the server, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``hosts`` are the names by which browsers may call the server, ports aside.

    ``largest_body`` are the bytes that may be sent, ``slowest_body`` the seconds that it may take; of what was worked out so
    many ``kept_answers``, and as many as take ``kept_bytes``, are remembered.  ``static`` is the folder of the built pages.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    hosts: tuple[str, ...] = LOOPBACK
    largest_body: int = 32 * 2**20
    slowest_body: float = 60.0
    kept_answers: int = 64
    kept_bytes: int = 2**30
    static: Path = Path(__file__).parent / "static"

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The names under which it answers: a page of another name that resolves to this machine is refused."""
        own = () if self.host in ("0.0.0.0", "::", "") else (self.host,)
        return frozenset(name.lower() for name in (*self.hosts, *own))
