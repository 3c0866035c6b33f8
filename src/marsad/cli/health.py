"""What `doctor` looks at."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from marsad.errors import MarsadError

_LEAST_SPACE = 200_000_000
"""Bytes: about six thousand reports with their claims."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How one part of the installation is doing, and what to do if it is not well."""

    what: str
    well: bool
    state: str
    remedy: str = ""


def examine(store: str | None) -> Iterator[Finding]:
    """Look at versions, terminal, codebook, catalogue, sanctions list and store, in this order."""
    yield _versions()
    yield _terminal()
    yield _loads("codebook", _codebook)
    yield _loads("catalogue", _catalogue)
    yield _loads("sanctions list", lambda: _list(store))
    yield from _store(store)


def _versions() -> Finding:
    found = [f"Python {platform.python_version()}"]
    missing = []
    for name in ("marsad", "sqlalchemy", "alembic", "pydantic", "typer", "rich", "pyarrow", "duckdb"):
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    state = ", ".join(found) + (f"; not installed: {', '.join(missing)}" if missing else "")
    return Finding("versions", not missing, state, "install Marsad with pip")


def _terminal() -> Finding:
    encoding = sys.stdout.encoding or "none"
    well = encoding.lower().replace("-", "") == "utf8"
    return Finding("output encoding", well, encoding, "set LANG to a UTF-8 locale, or PYTHONUTF8=1")


def _loads(what: str, load: Callable[[], str]) -> Finding:
    try:
        return Finding(what, True, load())
    except MarsadError as error:
        return Finding(what, False, str(error), "install Marsad again, or mend the file")


def _codebook() -> str:
    from marsad.codebook import load

    book = load()
    return f"version {book.version}, {len(book.events)} event types, {len(book.measures)} measures"


def _catalogue() -> str:
    from marsad.catalogue import load

    return f"{len(load().entries)} actors"


def _list(location: str | None) -> str:
    from marsad.linking.lists import list_in_use
    from marsad.storing import NoStoreError, open_store

    try:
        with open_store(location) as store:
            found = list_in_use(store)
    except NoStoreError:
        found = list_in_use(None)
    return f"UN Security Council, {found.day}, {found.count('person')} persons, {found.count('body')} entities"


def _store(location: str | None) -> Iterator[Finding]:
    from marsad.storing import NoStoreError, default_location, open_store
    from marsad.storing.tables import HEAD

    try:
        with open_store(location) as store:
            yield Finding("store", True, f"{store.name}, schema {HEAD}, {store.counts()['reports']} reports")
            with store.reading() as connection:
                for what, well, state, remedy in store.backend.health(connection):
                    yield Finding(what, well, state, remedy)
    except NoStoreError:
        yield Finding("store", True, f"none yet at {location or default_location()}; `marsad add` makes it")
    except MarsadError as error:
        yield Finding("store", False, error.what, error.remedy or "")
    yield _space(location or default_location())


def _space(location: str) -> Finding:
    folder = Path(location)
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Finding("disk", free >= _LEAST_SPACE, f"{free / 1e9:.1f} GB free at {folder}", "free some space")
