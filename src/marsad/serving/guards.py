"""What a browser may not make the server do, and what pages may not do in a browser.

A page of another site may send requests here.  It cannot set a header of its own without asking first (no CORS answers), and its
browser says where it comes from; under a name of its own that resolves to this machine (DNS rebinding) it gives that name.
One other origin may be given leave to read reconciliation, since OpenRefine asks from its page: ``Settings.openrefine``.
"""

from __future__ import annotations

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .bodies import Bounded
from .errors import problem
from .settings import Settings

OWN_HEADER = "x-marsad"
_SAFE = ("GET", "HEAD", "OPTIONS")
# OpenRefine sends its queries, which change nothing, by POST and from outside a browser.
_ASKING = "/api/v1/reconcile/"
# A name or an IPv6 address in brackets, and a port (RFC 9110, 7.2); nothing of what else may stand in an address.
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::[0-9]{1,5})?", re.IGNORECASE)

POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Guards:
    """Lets only requests through that the pages of this server may send, and adds the headers that bind the pages."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 400, 403, 408 or 413, or hand the request on; an error of the server's own is answered in bounds too."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self.settings.https:
            scope["scheme"] = "https"  # TLS ends in front of this server, browsers speak it
        begun = False
        lent = self._lent(scope)

        async def bound(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                if lent:
                    _lend(headers, lent)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if lent:
                    del headers["X-Frame-Options"]
            await send(message)

        refused = self._refused(scope)
        if refused:
            await problem(*refused)(scope, receive, bound)
            return
        body = Bounded(receive, bound, self.settings)
        try:
            await self.app(scope, body.receive, body.send)
        except Exception:
            if not begun and body.refused is None:
                await problem(500, "the server failed at this; its own log says how", "server")(scope, receive, bound)
            if body.refused is None:
                raise
        if body.refused and not begun:
            await problem(*body.refused)(scope, receive, bound)

    def _lent(self, scope: Scope) -> str | None:
        """The origin of OpenRefine, where reconciliation is asked for and its pages have leave to."""
        return self.settings.openrefine if str(scope["path"]).startswith(_ASKING) else None

    def _refused(self, scope: Scope) -> tuple[int, str, str] | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in self.settings.allowed_hosts:
            return 400, "this server does not answer to this name", "host"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.settings.largest_body:
            return 413, "more was sent than the server takes", "too-large"
        if scope["method"] in _SAFE or str(scope["path"]).startswith(_ASKING):
            return None
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403, "sent by a page of another site", "origin"
        own = f"{scope['scheme']}://{host}".lower()
        if any(origin.lower() != own for origin in headers.getlist("origin")):
            return 403, "sent by a page of another origin", "origin"
        if OWN_HEADER not in headers:
            return 403, "the header X-Marsad is missing", "origin"
        return None


def _lend(headers: MutableHeaders, origin: str) -> None:
    """Let the pages of ``origin`` read an answer (the CORS protocol of the Fetch standard) and frame a preview."""
    headers["Access-Control-Allow-Origin"] = origin
    headers.add_vary_header("Origin")
    headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    policy = headers.get("Content-Security-Policy", POLICY)
    headers["Content-Security-Policy"] = policy.replace("frame-ancestors 'none'", f"frame-ancestors {origin}")


def _name(host: str) -> str:
    """The name of a host, its port aside; nothing where it is no host."""
    found = _HOST.fullmatch(host)
    return (found[1] or found[2]).lower() if found else ""
