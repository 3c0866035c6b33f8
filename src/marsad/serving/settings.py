"""All that can be set about the server, in one place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

from marsad.errors import OriginError
from marsad.storing.store import now
from marsad.team import Lifetime
from marsad.team.limits import Rate

_HOST = re.compile(r"(?:\[[0-9a-fA-F:.]+\]|[\w.-]+)(?::\d{1,5})?", re.ASCII)

LOOPBACK = ("127.0.0.1", "localhost", "::1")

# A session ends 12 hours after it began (NIST SP 800-63B, 4.2.3), or an hour after its last use.
_A_DAY_AT_WORK = Lifetime(idle=timedelta(hours=1), absolute=timedelta(hours=12))
_SIGN_INS_OF_ACCOUNT, _SIGN_INS_FROM_ADDRESS = Rate(10, 60), Rate(30, 10)
_WRITES, _COSTLY_READS, _REFUSALS_TOLD = Rate(60, 1), Rate(120, 0.5), Rate(10, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``hosts`` are the names by which browsers may call the server, ports aside.

    ``largest_body`` are the bytes that may be sent, ``slowest_body`` the seconds that it may take; of what was worked out so
    many ``kept_answers``, and as many as take ``kept_bytes``, are remembered.  ``static`` is the folder of the built pages.
    ``openrefine`` is the origin of OpenRefine's pages, which then may ask for reconciliation.  With ``team`` the API asks for
    accounts; ``https`` says that browsers reach it by TLS.  Of the rates, writes and costly reads are of one session, what is
    told of refusals is of one address.  ``clock`` gives the time, UTC and without zone, ``ticks`` seconds that never go back.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    hosts: tuple[str, ...] = LOOPBACK
    largest_body: int = 32 * 2**20
    slowest_body: float = 60.0
    kept_answers: int = 64
    kept_bytes: int = 2**30
    static: Path = Path(__file__).parent / "static"
    openrefine: str | None = None
    team: bool = False
    https: bool = False
    lifetime: Lifetime = _A_DAY_AT_WORK
    sign_ins_of_account: Rate = _SIGN_INS_OF_ACCOUNT
    sign_ins_from_address: Rate = _SIGN_INS_FROM_ADDRESS
    writes: Rate = _WRITES
    costly_reads: Rate = _COSTLY_READS
    refusals_told: Rate = _REFUSALS_TOLD
    clock: Callable[[], datetime] = now
    ticks: Callable[[], float] = monotonic

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The names under which it answers: a page of another name that resolves to this machine is refused."""
        own = () if self.host in ("0.0.0.0", "::", "") else (self.host,)
        return frozenset(name.lower() for name in (*self.hosts, *own))

    @property
    def cookie(self) -> str:
        """The name of the cookie: behind TLS one that browsers take from this host alone (RFC 6265bis, 4.1.3.2)."""
        return "__Host-marsad" if self.https else "marsad"


def origin(written: str) -> str:
    """An origin as browsers send it: scheme, host and port, nothing behind them.

    Raises :class:`OriginError` where it is none.
    """
    parts = urlsplit(written.strip())
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc) or parts.path not in ("", "/"):
        raise OriginError("not an origin of pages", where=written, remedy="give one such as http://127.0.0.1:3333")
    return f"{parts.scheme}://{parts.netloc}".lower()


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens on ``host``."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
