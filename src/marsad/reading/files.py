"""Finding files and reading them within bounds."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import TooLargeError


def sources(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that ``paths`` name, in order; a folder stands for the files below it, sorted.

    Hidden files and folders below a folder are skipped, links to folders are not followed.  A path that does
    not exist is passed on, so that reading it says why.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                found = Path(folder) / name
                if not name.startswith(".") and (found.is_file() or not found.exists()):
                    yield found


def named(path: Path) -> str:
    """The path in letters: bytes of a name that are not UTF-8 are told by U+FFFD each."""
    return os.fsencode(path).decode("utf-8", "replace")


def bounded(stream: BinaryIO, where: str, limit: int) -> bytes:
    """All bytes of ``stream``, at most ``limit``; :class:`TooLargeError` beyond, of which nothing is read."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(
            f"larger than the {megabytes(limit)} that one report may have",
            where=where,
            remedy="split it into its reports, one JSON record a line",
        )
    return data


def peek(stream: BinaryIO, size: int) -> bytes:
    """The next bytes of a buffered ``stream``, up to ``size`` or its buffer's, which stay to be read."""
    return stream.peek(size)[:size] if isinstance(stream, io.BufferedReader) else b""


def megabytes(size: int) -> str:
    """A size for people to read.

    >>> megabytes(20_000_000)
    '20 MB'
    """
    return f"{size / 1e6:,.0f} MB" if size >= 1_000_000 else f"{size:,} bytes"
