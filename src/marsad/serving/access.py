"""How routes come by the store and the settings."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from .errors import UnknownError
from .served import ServedStore
from .settings import Settings


def _served(request: Request) -> ServedStore:
    served: ServedStore | None = request.app.state.served
    if served is None:
        raise UnknownError("this server has no store")
    return served


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


Served = Annotated[ServedStore, Depends(_served)]
Set = Annotated[Settings, Depends(_settings)]
