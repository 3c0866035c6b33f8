"""With --team: nobody asks the API without a session, nobody too often, and what is changed is noted.

Before all else that answers, so that nothing kept from an earlier answer is given to someone else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from marsad.storing import Store
from marsad.team import Account, Doer, Outcome, Session, note, session_of
from marsad.team.limits import Limit

from .errors import SignedOutError, TooOftenError, refused
from .settings import Settings

SIGN_IN = ("POST", "/api/v1/session")
_SAFE = ("GET", "HEAD", "OPTIONS")
# Worked out from the evidence each time, or read anew: minutes of work for one request on a large store.
_COSTLY = ("/api/v1/search", "/api/v1/candidates", "/api/v1/places/candidates", "/api/v1/reconcile/", "/api/v1/read")
_LOOKING_BACK = {"as_known_on", "published_until", "rule", "codebook"}
# These note what they do themselves, in the same transaction.
_NOTED = ("/api/v1/session", "/api/v1/accounts", "/api/v1/me")


@dataclass(slots=True)
class Visitor:
    """Who asks: the session, None while signing in; what the request touched is added as it is answered."""

    doer: Doer
    session: Session | None = None
    touched: list[str] = field(default_factory=list)

    @property
    def account(self) -> Account | None:
        """The account signed in."""
        return self.session.account if self.session else None


class ApiGate:
    """Answers 401 and 429, puts the visitor into the request's scope, and keeps answers out of shared caches."""

    def __init__(self, app: ASGIApp, store: Store, settings: Settings) -> None:
        self.app, self.store, self.settings = app, store, settings
        self.writes = Limit(settings.writes, settings.ticks)
        self.reads = Limit(settings.costly_reads, settings.ticks)
        self.told = Limit(settings.refusals_told, settings.ticks)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand the request on."""
        if scope["type"] != "http" or not str(scope["path"]).startswith("/api"):
            await self.app(scope, receive, send)
            return
        asked = (scope["method"], scope["path"])
        token = cookies(scope).get(self.settings.cookie)
        session = await run_in_threadpool(self._session, token) if token else None
        client = scope.get("client")
        doer = Doer(session.account.name if session else None, client[0] if client else None, " ".join(asked)[:300])
        visitor = Visitor(doer, session)
        scope["visitor"] = visitor

        async def private(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Cache-Control", "private, no-store")
                headers.add_vary_header("Cookie")
                if self._is_noted(scope, visitor, message["status"]):
                    await run_in_threadpool(self._note, scope, visitor, message["status"])
            await send(message)

        if session is None and asked != SIGN_IN:
            ended = SignedOutError("nobody is signed in, or the session has ended", remedy="sign in")
            await refused(ended)(scope, receive, private)
        elif waiting := self._waiting(scope, session):
            await refused(TooOftenError(waiting))(scope, receive, private)
        else:
            try:
                await self.app(scope, receive, private)
            except Exception:
                if self._is_noted(scope, visitor, 500):
                    await run_in_threadpool(self._note, scope, visitor, 500)
                raise

    def _session(self, token: str) -> Session | None:
        return session_of(self.store, token, self.settings.clock(), self.settings.lifetime)

    def _waiting(self, scope: Scope, session: Session | None) -> float:
        if session is None:
            return 0.0
        path = str(scope["path"])
        if path.startswith(_COSTLY) or _LOOKING_BACK & set(parse_qs(scope["query_string"].decode("latin-1"))):
            return self.reads.take(session.token)
        return self.writes.take(session.token) if scope["method"] not in _SAFE else 0.0

    def _is_noted(self, scope: Scope, visitor: Visitor, status: int) -> bool:
        """What was changed or was refused is; of what is refused over and over only some, lest it fill the log."""
        if scope["method"] in _SAFE or (str(scope["path"]).startswith(_NOTED) and status not in (403, 429)):
            return False
        return status not in (401, 429) or not self.told.take(visitor.doer.remote or "")

    def _note(self, scope: Scope, visitor: Visitor, status: int) -> None:
        outcome: Outcome = (
            "ok" if status < 400 else "limited" if status == 429 else "refused" if status < 500 else "failed"
        )
        action = "sign-in" if (scope["method"], scope["path"]) == SIGN_IN else "write"
        what = "; ".join([str(status)] * (status >= 400) + visitor.touched)
        note(self.store, visitor.doer.entry(action, what or None, outcome), self.settings.clock())


def cookies(scope: Scope) -> dict[str, str]:
    """The cookies that came with a request; HTTP/2 may bring them in several headers (RFC 9113, section 8.2.3)."""
    lines = [value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"]
    return cookie_parser("; ".join(lines))
