"""Requests sent as they stand, byte for byte, and their answers."""

from __future__ import annotations

import base64
import gzip
import json
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPResponse
from threading import Thread
from typing import Any

import uvicorn
from pydantic import BaseModel, ConfigDict, Field

from marsad.serving import Settings, create_app
from marsad.serving.cursors import _mark
from marsad.serving.filters import EventListing, KindFilters, Paging
from marsad.serving.routers.channels import ChannelFilters
from marsad.serving.routers.decisions import DecisionListing
from marsad.storing import Store

LARGEST = 1_000_000
_LISTS: dict[str, Paging] = {
    "reports": KindFilters(), "decisions": DecisionListing(), "channels": ChannelFilters(), "events": EventListing(),
}  # fmt: skip
_CHUNK = b"186a0\r\n" + b"a" * 100_000 + b"\r\n"
_FILLED = re.compile(r"\{(port|long|digits|nested|ranges|chunks|gzip|fields|cursor:\w+:[\w-]+)\}")


class Asked(BaseModel):
    """A request of the table, and what must come of it."""

    model_config = ConfigDict(extra="forbid")
    what: str
    request: str
    body: str | None = None
    raw: bool = False
    status: int
    headers: dict[str, str] = Field(default_factory=dict)
    never: list[str] = Field(default_factory=list)
    without: str | None = None
    empty: bool = False
    bare: bool = Field(default=False, description="Refused before it is a request: no headers bind such an answer.")


class Group(BaseModel):
    """Requests of one kind."""

    model_config = ConfigDict(extra="forbid")
    group: str
    requests: list[Asked]


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


@contextmanager
def listening(store: Store, settings: Settings) -> Iterator[int]:
    """The port of a server as `marsad serve` runs it."""
    with socket.create_server(("127.0.0.1", 0)) as place:
        app: Any = create_app(store, settings)
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off", server_header=False))
        thread = Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
        thread.start()
        try:
            yield place.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(timeout=10)


def sent(port: int, asked: Asked) -> Answer:
    """The answer to a request of the table."""
    first, *lines = filled(asked.request, port).split("\n")
    body = filled(asked.body or "", port).encode("latin-1" if asked.raw or "{gzip}" in (asked.body or "") else "utf-8")
    told = any(line.lower().startswith(("content-length", "transfer-encoding")) for line in lines)
    if body and not told:
        lines.append(f"Content-Length: {len(body)}")
    head = "\r\n".join([f"{first} HTTP/1.1", *lines, "Connection: close", "", ""]).encode()
    return answered(port, head + body, asked.request.split(" ", 1)[0])


def answered(port: int, request: bytes, method: str = "GET") -> Answer:
    """The answer to bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as to:
        # The answer may come before all was sent.
        with suppress(BrokenPipeError, ConnectionResetError):
            to.sendall(request)
        response = HTTPResponse(to, method=method)
        response.begin()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())


def filled(text: str, port: int) -> str:
    """``text`` with what stands in braces put in."""
    return _FILLED.sub(lambda found: _value(found[1], port), text)


def _value(name: str, port: int) -> str:
    if name.startswith("cursor:"):
        _, noun, place = name.split(":")
        return _cursor(noun, place)
    return {
        "port": str(port), "long": "x" * 300, "digits": "9" * 5000, "nested": "[" * 100_000, "ranges": "0-1," * 500 + "0-1",
        "chunks": (_CHUNK * (LARGEST // 100_000 + 2) + b"0\r\n\r\n").decode(), "fields": "a=1&" * 5000,
        "gzip": gzip.compress(b'{"text":"x"}').decode("latin-1"),
    }[name]  # fmt: skip


def _cursor(noun: str, place: str) -> str:
    """A cursor of the right list that stands for a place that none has."""
    values: list[Any] = ["\ud800"] * 5 if place == "surrogate" else [json.loads(place)]
    told = json.dumps([_mark(_LISTS[noun].filters), *values])
    return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")
