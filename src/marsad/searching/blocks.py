"""Vectors of a store in blocks of one size, kept as files that are mapped, not read, so that a search takes little memory.

A full block is written once to the user's cache, and compared with the store by its first and last vector whenever it is
opened; what fills no block yet comes from the store.  Deleting the cache loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from platformdirs import user_cache_path

from ..encoder.arrays import Floats
from ..storing import Store, Vector, vectors_after, vectors_of

Rows = npt.NDArray[Any]

BLOCK = 16_384
_LANGUAGE = 8


def nearest(
    store: Store, query: Floats, count: int, language: str | None = None, among: Rows | None = None
) -> list[tuple[float, int]]:
    """(cosine, number) of the ``count`` sentences nearest to ``query``, the nearest first; exact: all are compared.

    With ``language`` only sentences of reports in it count, with ``among`` only those of these numbers.
    """
    best: list[tuple[float, int]] = []
    for rows in blocks(store):
        scores = rows["vector"].astype(np.float32) @ query
        if language is not None:
            scores[rows["language"] != language.encode()] = -np.inf
        if among is not None:
            scores[~np.isin(rows["number"], among)] = -np.inf
        top = np.argsort(-scores, kind="stable")[:count]
        best += [(round(float(scores[i]), 4), int(rows["number"][i])) for i in top if np.isfinite(scores[i])]
        best = sorted(best, key=lambda one: (-one[0], one[1]))[:count]
    return best


def blocks(store: Store, folder: Path | None = None) -> Iterator[Rows]:
    """All vectors of a store in order, as arrays with ``number``, ``language`` and ``vector``, at most ``BLOCK`` long."""
    name = sha256(store.name.encode()).hexdigest()[:16]
    kept = (folder or user_cache_path("marsad", appauthor=False) / "vectors") / name
    after = 0
    for which in range(1_000_000):
        path = kept / f"{which:06}.npy"
        rows = _opened(store, path, after)
        if rows is None:
            given = vectors_after(store, after, BLOCK)
            if not given:
                return
            rows = _rows(given)
            if len(rows) == BLOCK:
                _write(path, rows)
        yield rows
        if len(rows) < BLOCK:
            return
        after = int(rows["number"][-1])


def _rows(given: Sequence[Vector]) -> Rows:
    size = len(given[0].vector) // 2
    kind = [("number", "i8"), ("language", f"S{_LANGUAGE}"), ("vector", "f2", (size,))]
    return np.array(
        [(v.number, (v.language or "").encode()[:_LANGUAGE], np.frombuffer(v.vector, np.float16)) for v in given], kind
    )


def _opened(store: Store, path: Path, after: int) -> Rows | None:
    """The block in the file, if it still stands for what the store holds after the number ``after``."""
    try:
        rows: Rows = np.load(path, mmap_mode="r")
    except (OSError, ValueError):
        return None
    ends = [rows[0], rows[-1]]
    held = vectors_of(store, [int(row["number"]) for row in ends])
    same = all((v := held.get(int(row["number"]))) and v.vector == row["vector"].tobytes() for row in ends)
    return rows if same and int(ends[0]["number"]) > after and len(rows) == BLOCK else None


def _write(path: Path, rows: Rows) -> None:
    """Write a block beside its place and move it there, so that no search reads half a file; a full disk costs the cache only."""
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            np.save(file, rows)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
