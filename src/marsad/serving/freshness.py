"""ETags: an answer is as fresh as the store's state is the same."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .gate import Visitor
from .served import ServedStore

_UNDER = "/api/v1/"
_TODAY = ("/api/v1/forecasts",)  # depend on the day beside the store
_OTHERWISE = ("/api/v1/me", "/api/v1/session", "/api/v1/accounts", "/api/v1/audit")  # change while the state does not


class Freshness:
    """Answers 304 to a browser that has the answer of the same state of the store, and names the state otherwise."""

    def __init__(self, app: ASGIApp, served: ServedStore) -> None:
        self.app, self.served = app, served

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 304 or hand the request on."""
        if (
            scope["type"] != "http"
            or scope["method"] not in ("GET", "HEAD")
            or not _depends_on_the_store(scope["path"])
        ):
            await self.app(scope, receive, send)
            return
        visitor: Visitor | None = scope.get("visitor")
        # Placing reports, which the first question after an addition does, changes the state: it is told before and after,
        # which takes microseconds, so that no thread is asked.
        tag = self._tag(scope["path"], visitor)
        known = Headers(scope=scope).get("if-none-match", "")
        if tag in [one.strip() for one in known.split(",")]:
            await Response(status_code=304, headers=_headers(tag))(scope, receive, send)
            return

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                after = self._tag(scope["path"], visitor)
                headers = MutableHeaders(scope=message)
                for name, value in _headers(after if after == tag else None).items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, tagged)

    def _tag(self, path: str, visitor: Visitor | None) -> str:
        from datetime import date

        day = f"-{date.today().isoformat()}" if path.startswith(_TODAY) else ""
        # What a browser keeps of one account's answers is stale for another, and for another role.
        account = visitor.account if visitor else None
        own = f"-{account.number}-{account.role}" if account else ""
        return f'W/"{self.served.state()}{day}{own}"'


def _depends_on_the_store(path: str) -> bool:
    return path.startswith(_UNDER) and not path.startswith(_OTHERWISE)


def _headers(tag: str | None) -> dict[str, str]:
    return {"Cache-Control": "private, no-cache"} | ({"ETag": tag} if tag else {})
