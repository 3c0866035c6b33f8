"""Rows as Arrow tables, and those as Parquet and CSV, byte for byte the same for the same rows in whatever order they came."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..spreadsheets import row_writer
from .declared import Table, Type, tables

if TYPE_CHECKING:
    import pyarrow as pa

_TOGETHER = 4096  # rows turned into Arrow at a time
_GROUP = 65_536  # rows of a row group of Parquet


class Builder:
    """Collects the rows of one table."""

    def __init__(self, table: Table) -> None:
        self._table, self._schema = table, schema(table)
        self._types = {column.name: column.type for column in table.columns}
        self._waiting: list[dict[str, Any]] = []
        self._done: list[pa.RecordBatch] = []

    def add(self, cells: Mapping[str, Any]) -> None:
        """Take a row; cells of other names than the table's columns are left out, a column without a cell is null."""
        self._waiting.append({name: _value(cells.get(name), kind) for name, kind in self._types.items()})
        if len(self._waiting) == _TOGETHER:
            self._turn()

    def _turn(self) -> None:
        import pyarrow as pa

        self._done.append(pa.RecordBatch.from_pylist(self._waiting, schema=self._schema))
        self._waiting = []

    def table(self) -> pa.Table:
        """All rows in the table's order."""
        import pyarrow as pa

        self._turn()
        whole = pa.Table.from_batches(self._done, schema=self._schema)
        order = dict.fromkeys((*self._table.order, *self._table.key))
        return whole.sort_by([(name, "ascending") for name in order]).combine_chunks()


def builders() -> dict[str, Builder]:
    """An empty builder for each table of a release."""
    return {name: Builder(table) for name, table in tables().items()}


def schema(table: Table) -> pa.Schema:
    """The Arrow schema of a table."""
    import pyarrow as pa

    types: dict[Type, pa.DataType] = {
        "text": pa.string(),
        "day": pa.date32(),
        "number": pa.float64(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "texts": pa.list_(pa.field("item", pa.string(), nullable=False)),
    }
    return pa.schema([pa.field(c.name, types[c.type], nullable=not c.required) for c in table.columns])


def write_parquet(table: pa.Table, path: Path) -> None:
    """Write ``table`` as Parquet: the bytes follow from the rows and from pyarrow's version, which they name."""
    import pyarrow.parquet as pq

    pq.write_table(
        table, path, version="2.6", data_page_version="1.0", compression="zstd", compression_level=3,
        row_group_size=_GROUP, use_dictionary=True, write_statistics=True, store_schema=True,
    )  # fmt: skip


def write_csv(table: pa.Table, path: Path) -> None:
    """Write ``table`` as CSV in UTF-8, lines ended by a line feed, lists as JSON arrays, null as nothing, texts guarded."""
    with path.open("w", encoding="utf-8", newline="") as out:
        write_row = row_writer(out)
        write_row(table.column_names)
        for batch in table.to_batches(max_chunksize=_TOGETHER):
            columns = [batch.column(i).to_pylist() for i in range(batch.num_columns)]
            for row in zip(*columns, strict=True):
                write_row([_cell(value) for value in row])


def _value(value: Any, kind: Type) -> Any:
    if value is None:
        return None
    if kind == "day" and isinstance(value, str):
        return date.fromisoformat(value)
    if kind == "number":
        return float(value)
    # A lone surrogate, which a JSON source can hold, has no place in UTF-8.
    return value.encode("utf-8", "replace").decode() if kind == "text" else value


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
