"""Bodies of requests within bounds of size and time, whatever was said of their length."""

from __future__ import annotations

from time import monotonic

from anyio import fail_after
from starlette.types import Message, Receive, Send

from .settings import Settings

_GONE: Message = {"type": "http.disconnect"}


class Bounded:
    """Stands between a request and the application: cuts a body off where it gets too long or takes too long.

    ``refused`` then is status, words and code of the answer, and what the application answers is not sent.
    """

    def __init__(self, receive: Receive, send: Send, settings: Settings) -> None:
        self._receive, self._send, self._settings = receive, send, settings
        self._taken, self._until, self._whole = 0, monotonic() + settings.slowest_body, False
        self.refused: tuple[int, str, str] | None = None

    async def receive(self) -> Message:
        """The next message; that the client went away where the body is refused."""
        if self.refused:
            return _GONE
        if self._whole:
            return await self._receive()
        try:
            with fail_after(max(0.0, self._until - monotonic())):
                message = await self._receive()
        except TimeoutError:
            self.refused = 408, "the request took too long to come", "too-slow"
            return _GONE
        self._taken += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._taken > self._settings.largest_body:
            self.refused = 413, "more was sent than the server takes", "too-large"
            return _GONE
        return message

    async def send(self, message: Message) -> None:
        """Pass a message on, unless the body was refused."""
        if self.refused is None:
            await self._send(message)
