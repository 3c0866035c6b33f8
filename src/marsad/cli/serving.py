"""`serve`: the store in a browser, and as an API."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.errors import PortTakenError

from .options import StoreAt
from .stores import put_together

if TYPE_CHECKING:
    import socket

    from fastapi import FastAPI

Host = Annotated[
    str,
    typer.Option(
        help="The address to listen on; others than loopback let other machines in. Example: --host 127.0.0.1"
    ),
]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one. Example: --port 8080")]
Open = Annotated[bool, typer.Option("--open", help="Open a browser. Example: --open")]
Index = Annotated[
    bool,
    typer.Option(
        "--index/--no-index",
        help="Read sentences that search by meaning does not know yet, beside serving. Example: --no-index",
    ),
]
Workers = Annotated[
    int,
    typer.Option(
        min=1, max=64, help="How many processes answer: more than one where many ask at once. Example: --workers 2"
    ),
]
Described = Annotated[
    bool, typer.Option("--openapi", help="Print the API's description, OpenAPI 3.1, and end. Example: --openapi")
]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8765,
    open_: Open = False,
    index: Index = True,
    workers: Workers = 1,
    openapi: Described = False,
    store: StoreAt = None,
) -> None:
    """Open the store in a browser: pages in Arabic and English, and an API with everything they show.

    It listens on this machine alone, and nothing leaves it. There are no accounts: whoever reaches the address may read and
    decide.

    \b
    Examples:
      marsad serve --open
      marsad serve --store sahel.db --port 8080
      marsad serve --openapi > openapi.json
    """
    from marsad.serving import Settings, create_app
    from marsad.serving.warming import warming
    from marsad.serving.workers import Worker, run_workers
    from marsad.storing import open_store

    if openapi:
        import json

        sys.stdout.write(json.dumps(create_app(None).openapi(), ensure_ascii=False, indent=1) + "\n")
        return
    settings = Settings(host=host, port=port)
    with open_store(store) as opened:
        put_together(opened)
        app = create_app(opened, settings)
        with _listening(host, port) as listening:
            _tell(host, listening, open_)
            # Of several processes this one only begins the others, and reads sentences for all.
            loading = warming(app.state.served, index=index) if index or workers == 1 else nullcontext()
            with loading:
                if workers > 1:
                    run_workers(Worker(store, settings), workers, listening)
                else:
                    _run(app, listening)


def _listening(host: str, port: int) -> socket.socket:
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        what = f"cannot be listened on: {error.strerror}"
        raise PortTakenError(what, where=f"{host}:{port}", remedy="name another with --port") from error


def _tell(host: str, listening: socket.socket, browse: bool) -> None:
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listening.getsockname()[1]}/"
    typer.echo(f"marsad: serving on {address} (Ctrl+C ends it)", err=True)
    if browse:
        import webbrowser

        webbrowser.open(address)


def _run(app: FastAPI, listening: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=True, lifespan="on")
    uvicorn.Server(config).run(sockets=[listening])
