"""The tables of a release as tables.yaml declares them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from marsad.codebook.yaml_file import read_yaml
from marsad.errors import CodebookError

Type = Literal["text", "day", "number", "integer", "boolean", "texts"]


class Column(BaseModel):
    """A column: ``refers`` is the table and column whose values it takes."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    type: Type
    about: str
    required: bool = False
    refers: str | None = None


class Table(BaseModel):
    """A table: ``key`` tells its rows apart, ``order`` sorts them."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    about: str
    key: tuple[str, ...]
    order: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid")
    about: str
    key: list[str]
    order: list[str] = []
    columns: list[Column | str]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    groups: dict[str, list[Column]]
    tables: dict[str, _Written]


@cache
def tables() -> dict[str, Table]:
    """The tables by name.  Raises CodebookError where the file contradicts itself."""
    written = read_yaml(files(__package__) / "tables.yaml", _File)
    found = {name: _table(name, table, written.groups) for name, table in written.tables.items()}
    known = {f"{table.name}.{column.name}" for table in found.values() for column in table.columns}
    for table in found.values():
        for column in table.columns:
            if column.refers and column.refers not in known:
                raise _wrong(table.name, f"{column.name} refers to {column.refers}, which there is not")
    return found


def _table(name: str, written: _Written, groups: dict[str, list[Column]]) -> Table:
    columns: list[Column] = []
    for one in written.columns:
        if isinstance(one, str) and one not in groups:
            raise _wrong(name, f"no group {one!r}")
        columns += groups[one] if isinstance(one, str) else [one]
    names = [column.name for column in columns]
    if len(set(names)) < len(names):
        raise _wrong(name, "two columns share a name")
    order = written.order or written.key
    if missing := {*written.key, *order} - set(names):
        raise _wrong(name, f"key or order name columns that it does not have: {', '.join(sorted(missing))}")
    return Table(name=name, about=written.about, key=tuple(written.key), order=tuple(order), columns=tuple(columns))


def _wrong(table: str, what: str) -> CodebookError:
    return CodebookError(what, where=f"tables.yaml: {table}", remedy="correct this entry of the file")
