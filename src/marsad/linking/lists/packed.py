"""A list as a compact file: gzip'd JSON Lines, first what the list is, then an entry a line."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from marsad.codebook.yaml_file import read_bytes
from marsad.errors import CodebookError

from .entries import ListEntry, SanctionsList

SHIPPED = "un.jsonl.gz"
"""The list that comes with Marsad, built by ``training/build_lists.py``."""


@dataclass(frozen=True, slots=True)
class _Head:
    publisher: str
    generated: datetime
    sha256: str


def pack(sanctions: SanctionsList) -> bytes:
    """The list as bytes; the same list gives the same bytes."""
    head = _Head(sanctions.publisher, sanctions.generated, sanctions.sha256)
    lines = [_adapter(_Head).dump_json(head)]
    lines += [_adapter(ListEntry).dump_json(entry, exclude_defaults=True) for entry in sanctions.entries]
    return gzip.compress(b"\n".join(lines) + b"\n", 9, mtime=0)


def unpack(packed: bytes, where: str) -> SanctionsList:
    """The list that :func:`pack` made these bytes of.  Raises CodebookError where they were damaged."""
    from pydantic import ValidationError

    try:
        head, *lines = gzip.decompress(packed).splitlines()
        told = _adapter(_Head).validate_json(head)
        entries = tuple(_adapter(ListEntry).validate_json(line) for line in lines)
    except (OSError, EOFError, zlib.error, ValueError, ValidationError) as error:
        raise CodebookError(
            f"damaged: {str(error).splitlines()[0]}", where=where, remedy="install Marsad again, or restore a copy"
        ) from error
    return SanctionsList(publisher=told.publisher, generated=told.generated, sha256=told.sha256, entries=entries)


@cache
def shipped_list() -> SanctionsList:
    """The list that comes with Marsad, loaded once."""
    file = files(__package__) / SHIPPED
    return unpack(read_bytes(file), str(file))


@cache
def _adapter(shape: type) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(shape)
