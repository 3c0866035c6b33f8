"""Keeps an index of names in the user's cache folder: building one takes seconds, loading it a fraction of one.

A kept file is found by a hash of all it was made of: the names, the tables and the code.  It is a pickle in a folder of the
user's own, trusted as the byte code is that Python keeps beside modules; a damaged or foreign one is made anew.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_MADE_OF = (".py", ".yaml", ".tsv")
_PACKAGES = ("marsad.linking", "marsad.catalogue", "marsad.languages.arabic")
_MOST = 6  # kept files, the newest


def kept(name: str, key: str, shape: type[T], make: Callable[[], T], folder: Path | None = None) -> T:
    """What ``make`` gives for ``key``, taken from ``folder`` (the user's cache) where it was kept there, else made and kept.

    A folder that cannot be written to only costs the time to make it again.  What is given stays for as long as the process
    lives: Python's collector is told not to look through it time and again, which takes a tenth of the time of looking up names.
    """
    from platformdirs import user_cache_path

    home = folder or user_cache_path("marsad", appauthor=False)
    path = home / f"{name}-{_hash(key)}.pickle"
    found = _load(path)
    if not isinstance(found, shape):
        found = make()
        _keep(found, path)
    gc.freeze()
    return found


def _load(path: Path) -> object:
    try:
        with path.open("rb") as file, _without_collecting():
            return pickle.load(file)
    except Exception:  # noqa: BLE001  # a pickle may fail in any way, and each time the remedy is to make it anew
        return None


def _keep(made: object, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            file.write(pickle.dumps(made, protocol=5))
        Path(file.name).replace(path)
        others = sorted(path.parent.glob(f"{path.name.partition('-')[0]}-*.pickle"), key=os.path.getmtime)
        for old in others[:-_MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        return


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Python's collector would look through the objects again and again while they are made."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _hash(key: str) -> str:
    told = sha256(f"{sys.version}\n{key}\n".encode())
    for package in _PACKAGES:
        for file in _files(files(package)):
            told.update(file.name.encode() + file.read_bytes())
    return told.hexdigest()[:24]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for one in sorted(folder.iterdir(), key=lambda item: item.name):
        if one.is_dir() and one.name != "__pycache__":
            yield from _files(one)
        elif one.name.endswith(_MADE_OF):
            yield one
