"""The application: routers, guards and pages put together over one store."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio import to_thread
from fastapi import FastAPI, Security
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from marsad.storing import Store
from marsad.storing.store import version

from .access import permitted
from .errors import handle
from .freshness import Freshness
from .gate import ApiGate
from .guards import Guards
from .models.shared import Problem
from .pages import Pages
from .routers import ROUTERS, session
from .served import ServedStore
from .settings import Settings

API = "/api/v1"
# Answers are made by Python, one thread at a time: more threads would wait for one another, and for connections to the store.
_THREADS = 6
# How long a thread that makes an answer keeps the one waiting that takes requests in and sends answers out, several times each.
_SECONDS = 0.001
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "model": Problem,
        "description": "The request cannot be answered.",
        "content": {"application/problem+json": {}},
    },
}


@asynccontextmanager
async def _few_threads(_app: FastAPI) -> AsyncIterator[None]:
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SECONDS)
    yield
    sys.setswitchinterval(before)


def create_app(store: Store | None, settings: Settings | None = None) -> FastAPI:
    """The API and the pages over ``store``; without one only the API's description can be asked for."""
    chosen = settings or Settings()
    middleware = [Middleware(Guards, settings=chosen), Middleware(GZipMiddleware, minimum_size=1000, compresslevel=3)]
    served = ServedStore(store, kept=chosen.kept_answers, room=chosen.kept_bytes) if store else None
    if store and chosen.team:
        middleware.append(Middleware(ApiGate, store=store, settings=chosen))
    if served:
        middleware.append(Middleware(Freshness, served=served))
    app = FastAPI(
        title="Marsad",
        version=version(),
        summary="Sourced claims and events on political violence",
        description="Everything that the pages show. Records are those of the interchange format, nulls written out.",
        openapi_url=f"{API}/openapi.json",
        lifespan=_few_threads,
        docs_url=None,
        redoc_url=None,
        middleware=middleware,
        responses=_PROBLEMS,
        separate_input_output_schemas=False,
    )
    app.state.served, app.state.settings = served, chosen
    app.state.sign_ins = session.SignInLimits(chosen)
    for router in ROUTERS:
        app.include_router(router, prefix=API, dependencies=[Security(permitted)])
    app.include_router(session.signing_in, prefix=API)
    handle(app)
    app.mount("/", Pages(chosen.static))
    return app
