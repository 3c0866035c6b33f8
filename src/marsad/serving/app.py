"""The application: routers, guards and pages put together over one store."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from marsad.storing import Store
from marsad.storing.store import version

from .errors import handle
from .freshness import Freshness
from .guards import Guards
from .models.shared import Problem
from .pages import Pages
from .routers import ROUTERS
from .served import ServedStore
from .settings import Settings

API = "/api/v1"
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "model": Problem,
        "description": "The request cannot be answered.",
        "content": {"application/problem+json": {}},
    },
}


def create_app(store: Store | None, settings: Settings | None = None) -> FastAPI:
    """The API and the pages over ``store``; without one only the API's description can be asked for."""
    chosen = settings or Settings()
    middleware = [Middleware(Guards, settings=chosen), Middleware(GZipMiddleware, minimum_size=1000, compresslevel=3)]
    served = ServedStore(store, kept=chosen.kept_answers) if store else None
    if served:
        middleware.append(Middleware(Freshness, served=served))
    app = FastAPI(
        title="Marsad",
        version=version(),
        summary="Sourced claims and events on political violence",
        description="Everything that the pages show. Records are those of the interchange format, nulls written out.",
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        middleware=middleware,
        responses=_PROBLEMS,
        separate_input_output_schemas=False,
    )
    app.state.served, app.state.settings = served, chosen
    for router in ROUTERS:
        app.include_router(router, prefix=API)
    handle(app)
    app.mount("/", Pages(chosen.static))
    return app
