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

    from marsad.serving import Settings
    from marsad.storing import Store

Host = Annotated[
    str,
    typer.Option(
        help="The address to listen on; others than loopback let other machines in and need --team. "
        "Example: --host 127.0.0.1"
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

OpenRefine = Annotated[
    str | None,
    typer.Option(
        metavar="ORIGIN",
        help="Let the pages of OpenRefine at this origin reconcile. Example: --openrefine http://127.0.0.1:3333",
        show_default=False,
    ),
]
ForTeam = Annotated[bool, typer.Option("--team", help="Ask for accounts, which `marsad team` keeps. Example: --team")]
Allow = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="A name by which browsers call the server, beside those of loopback and --host; may be repeated. "
        "Example: --allow marsad.example.org",
        show_default=False,
    ),
]
Https = Annotated[
    bool,
    typer.Option("--https", help="A proxy in front ends TLS: cookies go over https alone. Example: --https"),
]
Proxy = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ADDRESS",
        help="The proxy in front, whose word is taken for where requests come from; may be repeated. "
        "Example: --proxy 127.0.0.1",
        show_default=False,
    ),
]
Idle = Annotated[
    int, typer.Option(min=1, metavar="MINUTES", help="End sessions unused for so long. Example: --idle 30")
]
Hours = Annotated[
    int, typer.Option(min=1, metavar="HOURS", help="End sessions so long after signing in. Example: --session-hours 8")
]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8765,
    open_: Open = False,
    index: Index = True,
    workers: Workers = 1,
    openapi: Described = False,
    openrefine: OpenRefine = None,
    team: ForTeam = False,
    allow: Allow = None,
    https: Https = False,
    proxy: Proxy = None,
    idle: Idle = 60,
    session_hours: Hours = 12,
    store: StoreAt = None,
) -> None:
    """Open the store in a browser: pages in Arabic and English, and an API with everything they show.

    It listens on this machine alone, and nothing leaves it. Whoever reaches the address may read and decide, unless --team asks
    for accounts: then it may listen on other addresses too.

    \b
    Examples:
      marsad serve --open
      marsad serve --store sahel.db --port 8080
      marsad serve --openapi > openapi.json
      marsad serve --team --host 0.0.0.0 --allow marsad.example.org --https --proxy 10.0.0.2
    """
    from datetime import timedelta

    from marsad.serving import Settings, create_app
    from marsad.serving.settings import LOOPBACK, origin
    from marsad.serving.warming import warming
    from marsad.serving.workers import Worker, run_workers
    from marsad.storing import open_store
    from marsad.team import Lifetime

    if openapi:
        _describe(create_app(None))
        return
    if not team:
        _keep_to_loopback(host, *(allow or ()))
    hosts = (*LOOPBACK, *(allow or ()))
    life = Lifetime(idle=timedelta(minutes=idle), absolute=timedelta(hours=session_hours))
    lent = origin(openrefine) if openrefine else None
    settings = Settings(host=host, port=port, hosts=hosts, team=team, https=https, lifetime=life, openrefine=lent)
    with open_store(store) as opened:
        if team:
            _check_team(opened, settings)
        put_together(opened)
        app = create_app(opened, settings)
        with _listening(host, port) as listening:
            _tell(host, listening, open_)
            # Of several processes this one only begins the others, and reads sentences for all.
            loading = warming(app.state.served, index=index) if index or workers == 1 else nullcontext()
            with loading:
                if workers > 1:
                    run_workers(Worker(store, settings), workers, listening, proxy or [])
                else:
                    _run(app, listening, proxy or [])


def _describe(app: FastAPI) -> None:
    import json

    sys.stdout.write(json.dumps(app.openapi(), ensure_ascii=False, indent=1) + "\n")


def _keep_to_loopback(*names: str) -> None:
    """Refuse names by which other machines call, whether they come here or by way of a proxy."""
    from marsad.serving.settings import is_loopback
    from marsad.team import ExposedError

    if outside := [name for name in names if not is_loopback(name)]:
        what = "other machines would reach it, and whoever does may read and decide"
        remedy = "ask for accounts with --team, or leave --host and --allow away"
        raise ExposedError(what, where=outside[0], remedy=remedy)


def _check_team(store: Store, settings: Settings) -> None:
    """Refuse to begin without an admin, and say what the network around must see to."""
    from marsad.serving.settings import LOOPBACK, is_loopback
    from marsad.team import NoAdminError, count_admins

    if not count_admins(store):
        remedy = "make one with `marsad team add NAME --role admin`"
        raise NoAdminError("no account is there to administer the team", where=store.name, remedy=remedy)
    if _others_may_read(store.name):
        typer.echo(
            f"marsad: warning: others on this machine may read {store.name}, hashes of passwords included: chmod 600",
            err=True,
        )
    if is_loopback(settings.host):
        return
    if not settings.https:
        warning = "without TLS passwords and sessions can be read on the way: put a proxy that ends TLS in front, and say --https"
        typer.echo(f"marsad: warning: {warning}", err=True)
    if not settings.allowed_hosts - set(LOOPBACK):
        typer.echo(
            "marsad: warning: it answers to no name that other machines call it by: give them with --allow", err=True
        )


def _others_may_read(name: str) -> bool:
    import os
    from pathlib import Path

    place = Path(name)
    return os.name == "posix" and place.is_file() and bool(place.stat().st_mode & 0o077)


def _listening(host: str, port: int) -> socket.socket:
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        what = f"cannot be listened on: {error.strerror}"
        raise PortTakenError(what, where=f"{host}:{port}", remedy="name another with --port") from error
    # Connections take this over. asyncio sets it itself only where a socket names its protocol, which this one does not:
    # the body of an answer would wait 40 ms for its head to be acknowledged.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _tell(host: str, listening: socket.socket, browse: bool) -> None:
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listening.getsockname()[1]}/"
    typer.echo(f"marsad: serving on {address} (Ctrl+C ends it)", err=True)
    if browse:
        import webbrowser

        webbrowser.open(address)


def _run(app: FastAPI, listening: socket.socket, proxies: list[str]) -> None:
    import uvicorn

    from marsad.serving.workers import configured

    uvicorn.Server(configured(app, proxies)).run(sockets=[listening])
