"""Cursors: where a page ended, in letters that need not be understood."""

from __future__ import annotations

import base64
import binascii
import json
from hashlib import sha256
from math import isfinite
from typing import Any

from .errors import BadCursorError


def cursor(place: list[Any], filters: str) -> str:
    """The cursor of a ``place`` in the list that ``filters`` give."""
    told = json.dumps([_mark(filters), *place], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")


def place_of(written: str | None, filters: str, kinds: tuple[type, ...]) -> list[Any] | None:
    """The place that a cursor stands for, values of these ``kinds``; None without a cursor.

    Raises BadCursorError where it is none, or belongs to other filters.
    """
    if written is None:
        return None
    place: list[Any]
    try:
        mark, *place = json.loads(base64.urlsafe_b64decode(written + "=" * (-len(written) % 4)))
    except (ValueError, TypeError, binascii.Error, RecursionError):
        mark, place = None, []
    if mark != _mark(filters) or [type(one) for one in place] != list(kinds) or not all(map(_storable, place)):
        raise BadCursorError("not a cursor of this list", where="cursor", remedy="start without one")
    return place


def _storable(value: Any) -> bool:
    """Whether the database can be asked for it: a place in a list, a finite score, or letters of UTF-8."""
    if isinstance(value, int):
        return 0 <= value < 2**63
    if isinstance(value, float):
        return isfinite(value)
    return not any("\ud800" <= letter <= "\udfff" for letter in value)


def _mark(filters: str) -> str:
    return sha256(filters.encode()).hexdigest()[:8]
