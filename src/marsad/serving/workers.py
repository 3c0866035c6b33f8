"""Several processes that answer for one store: Python makes answers one at a time in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from socket import socket
from threading import Event, Thread

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from marsad.storing import open_store

from .app import create_app
from .settings import Settings
from .warming import warm


@dataclass(frozen=True, slots=True)
class Worker:
    """Makes the application in a process of its own, over the store at ``location``."""

    location: str | None
    settings: Settings

    def __call__(self) -> FastAPI:
        """The application; what its answers need is loaded beside."""
        app = create_app(open_store(self.location), self.settings)
        Thread(target=warm, args=(app.state.served, Event()), kwargs={"index": False}, daemon=True).start()
        return app


def configured(app: FastAPI | Worker, proxies: Sequence[str], count: int = 1) -> uvicorn.Config:
    """How uvicorn runs ``app``; ``proxies`` are the addresses whose word is taken for where requests come from."""
    return uvicorn.Config(
        app,
        factory=isinstance(app, Worker),
        workers=count,
        log_level="warning",
        server_header=False,
        date_header=True,
        lifespan="on",
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
    )


def run_workers(worker: Worker, count: int, listening: socket, proxies: Sequence[str]) -> None:
    """Answer on a socket with so many processes until this one is told to end; one that fails is begun anew."""
    Multiprocess(configured(worker, proxies, count), sockets=[listening]).run()
