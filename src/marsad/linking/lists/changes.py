"""What changed between two states of a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from .entries import ListEntry, SanctionsList

Sort = Literal["added", "removed", "amended"]
_FIELDS = ("name", "names", "regime", "listed_on", "births", "countries", "titles", "designations", "amended")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What was taken out of a field of an entry and what was put in; ``names`` are those beside its first, ``name``."""

    field: str
    out: tuple[str, ...]
    into: tuple[str, ...]

    def __str__(self) -> str:
        words = [f"-{value}" for value in self.out] + [f"+{value}" for value in self.into]
        return f"{self.field.replace('_', ' ')}: {', '.join(words)}"


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry added, removed, or amended in these fields."""

    sort: Sort
    entry: ListEntry
    fields: tuple[FieldChange, ...] = ()


def changes_between(old: SanctionsList, new: SanctionsList) -> list[EntryChange]:
    """What is added, removed and amended in ``new``, in this order, each in the order of its list."""
    before, after = old.by_reference(), new.by_reference()
    amended = (
        EntryChange("amended", entry, fields)
        for reference, entry in after.items()
        if reference in before and (fields := tuple(_fields(before[reference], entry)))
    )
    return [
        *(EntryChange("added", entry) for reference, entry in after.items() if reference not in before),
        *(EntryChange("removed", entry) for reference, entry in before.items() if reference not in after),
        *amended,
    ]


def _fields(old: ListEntry, new: ListEntry) -> Iterator[FieldChange]:
    """The fields that differ by more than capital letters."""
    for field in _FIELDS:
        before, after = _values(old, field), _values(new, field)
        out = tuple(value for key, value in before.items() if key not in after)
        into = tuple(value for key, value in after.items() if key not in before)
        if out or into:
            yield FieldChange(field, out, into)


def _values(entry: ListEntry, field: str) -> dict[str, str]:
    if field == "names":
        values = [name.text for name in entry.names[1:]]
    else:
        value: Any = getattr(entry, field)
        values = [str(one) for one in (value if isinstance(value, tuple) else (value,))]
    return {value.casefold(): value for value in values}
