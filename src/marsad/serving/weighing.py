"""About how many bytes something takes that is remembered."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# Of many items so many are weighed and stand for the rest: weighing every event of a large store takes longer than some answers.
_SAMPLE = 16
_DEEPEST = 8


def weight(thing: object) -> int:
    """Bytes that ``thing`` and all it holds take, by a sample of items where they are many; what is shared counts each time."""
    return _weight(thing, _DEEPEST)


def _weight(thing: object, deep: int) -> int:
    own = sys.getsizeof(thing)
    if deep == 0 or isinstance(thing, str | bytes | int | float | type):
        return own
    if isinstance(thing, Mapping):
        return own + _items(list(thing.items()), deep)
    if isinstance(thing, Sequence | set | frozenset):
        return own + _items(list(thing), deep)
    return own + sum(_weight(value, deep - 1) for value in _fields(thing))


def _items(items: list[Any], deep: int) -> int:
    """The weight of all ``items``, from every so-manieth of them."""
    sample = items[:: max(1, len(items) // _SAMPLE)]
    return sum(_weight(one, deep - 1) for one in sample) * len(items) // max(1, len(sample))


def _fields(thing: object) -> Iterable[object]:
    """What an object holds: the values of its slots and of its dictionary."""
    names = (name for kind in type(thing).__mro__ for name in getattr(kind, "__slots__", ()))
    slots = (getattr(thing, name) for name in names if hasattr(thing, name) and not name.startswith("__"))
    return (*slots, *vars(thing).values()) if hasattr(thing, "__dict__") else tuple(slots)
