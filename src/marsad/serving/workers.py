"""Several processes that answer for one store: Python makes answers one at a time in each."""

from __future__ import annotations

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


def run_workers(worker: Worker, count: int, listening: socket) -> None:
    """Answer on a socket with so many processes until this one is told to end; one that fails is begun anew."""
    config = uvicorn.Config(
        worker, factory=True, workers=count, log_level="warning", server_header=False, date_header=True, lifespan="on"
    )
    Multiprocess(config, sockets=[listening]).run()
