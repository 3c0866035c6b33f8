"""Where the store is, and opening it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from marsad.errors import StoreError

from .backend import backend_for, parse, troubles
from .errors import NoStoreError
from .schema import upgrade
from .store import Store, now


def default_location() -> str:
    """What ``MARSAD_STORE`` names, else a file in the user's data folder."""
    from platformdirs import user_data_path

    return os.environ.get("MARSAD_STORE") or str(user_data_path("marsad", appauthor=False) / "marsad.db")


def open_store(location: str | None = None, *, create: bool = False, clock: Callable[[], datetime] = now) -> Store:
    """Open the store at a path or URL (by default :func:`default_location`), brought to the newest schema.

    ``clock`` gives the time, UTC and without zone, that is recorded with what is stored and decided.
    Raises NoStoreError when nothing is there and ``create`` is not set, StoreError when it cannot be opened.
    """
    url = parse(location or default_location())
    backend = backend_for(url)
    name = backend.name(url)
    if not backend.exists(url):
        if not create:
            raise NoStoreError("no store here", where=name, remedy="make one with `marsad add`, or name it by --store")
        _make_folder(name)
    engine = backend.engine(url)
    try:
        with troubles(backend, name):
            upgrade(engine, backend, name)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, backend, name, clock)


def _make_folder(name: str) -> None:
    try:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"its folder cannot be made: {error.strerror}", where=name, remedy="name another place by --store"
        ) from error
