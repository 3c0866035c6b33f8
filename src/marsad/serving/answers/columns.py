"""The columns of all events as one file: a head in JSON that says where each array stands, and the arrays behind it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from typing import Any

from marsad.catalogue import load as load_catalogue
from marsad.codebook import load
from marsad.storing.events.columns import Columns, event_columns
from marsad.storing.keeping import kept_bytes

from ..models.shared import Label
from ..served import ServedStore
from .codebook import label_of
from .places import labels_of_places

MARK = b"MARSAD01"
"""What the file begins with; the last two digits are the version of its form."""

_ALIGNED = 8
_LEVEL = 5
_TYPES = {"uint8": "u8", "uint16": "u16", "uint32": "u32", "uint64": "u64", "int32": "i32", "float64": "f64"}


def packed_columns(served: ServedStore) -> bytes:
    """The file, packed by gzip, made once for each state of the store and kept with it."""

    def make() -> bytes:
        return gzip.compress(written(event_columns(served.store), labels_of_places(served)), _LEVEL, mtime=0)

    return served.remember("columns", lambda: kept_bytes(served.store, MARK.decode(), served.state, make))


def written(columns: Columns, places: Mapping[str, Label]) -> bytes:
    """The file: ``MARK``, the length of the head with its padding in four bytes, little end first, the head, the arrays.

    The head has, by name, ``arrays`` with `type` (u8, u16, u32, u64, i32, f64; little end first), `offset` in bytes from the end
    of the head, a multiple of 8, and `length` in numbers; ``dictionaries`` with what the codes stand for; ``labels`` with what
    people call those values, in Arabic and English, null for those that stand for themselves; ``places`` are those of places.
    """
    arrays: dict[str, Any] = {}
    parts: list[bytes] = []
    offset = 0
    for name, array in columns.arrays.items():
        arrays[name] = {"type": _TYPES[array.dtype.name], "offset": offset, "length": len(array)}
        body = array.astype(array.dtype.newbyteorder("<")).tobytes()
        parts.append(body.ljust(-(-len(body) // _ALIGNED) * _ALIGNED, b"\0"))
        offset += len(parts[-1])
    told = {"arrays": arrays, "dictionaries": columns.dictionaries, "labels": _labels(columns, places)}
    head = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    begin = len(MARK) + 4
    head = head.ljust(-(-(begin + len(head)) // _ALIGNED) * _ALIGNED - begin)
    return b"".join((MARK, len(head).to_bytes(4, "little"), head, *parts))


def _labels(columns: Columns, places: Mapping[str, Label]) -> dict[str, list[dict[str, str] | None]]:
    book, catalogue = load(), load_catalogue().entries
    terms: dict[str, Any] = {"type": book.events, "status": book.statuses, "certainty": book.certainties}
    out: dict[str, list[dict[str, str] | None]] = {
        name: [label_of(known[value]).model_dump() if value in known else None for value in columns.dictionaries[name]]
        for name, known in terms.items()
    }
    entries = [catalogue.get(value) for value in columns.dictionaries["actor"]]
    out["actor"] = [{"ar": entry.name, "en": entry.en} if entry else None for entry in entries]
    named = [places.get(name) for name in columns.dictionaries["place_name"]]
    out["place_name"] = [label.model_dump() if label else None for label in named]
    return out
