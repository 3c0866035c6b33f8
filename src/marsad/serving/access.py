"""How routes come by the store and the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request

from marsad.user import user_name

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


def signature(given: str | None) -> str:
    """The name under which a decision is kept: the one given, else that of the machine's user."""
    return given or user_name()


def _signer() -> Signer:
    return signature


Signer = Callable[[str | None], str]
Served = Annotated[ServedStore, Depends(_served)]
Set = Annotated[Settings, Depends(_settings)]
Signed = Annotated[Signer, Depends(_signer)]
