"""The files that describe a release to others: a Frictionless data package and CITATION.cff."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml

from .declared import Column, Table, Type, tables
from .manifest import About, Content

# Types of Table Schema, https://specs.frictionlessdata.io/table-schema/#types-and-formats
_FIELD: dict[Type, str] = {
    "text": "string",
    "day": "date",
    "number": "number",
    "integer": "integer",
    "boolean": "boolean",
    "texts": "array",
}
_MESSAGE = "If you use this data set, please cite it, and the reports that it quotes."


def data_package(number: int, about: About, content: Content) -> str:
    """datapackage.json: each table as CSV with its schema, and the same as Parquet."""
    described: dict[str, Any] = {
        "profile": "data-package",
        "name": f"marsad-release-{number:04d}",
        "id": f"sha256:{content.hash}",
        "title": about.title,
        "version": str(number),
        "contributors": [{"title": creator, "role": "author"} for creator in about.creators],
        "licenses": [{"name": about.license}] if about.license else [],
        "resources": list(_resources(content)),
    }
    told = {name: value for name, value in described.items() if value}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _resources(content: Content) -> Iterator[dict[str, Any]]:
    for name, table in tables().items():
        yield {
            "name": name,
            "type": "table",
            "description": table.about,
            **_file(f"csv/{name}.csv", content),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": _schema(table),
        }
        yield {
            "name": f"{name}-parquet",
            "type": "file",
            "description": f"The table {name} as Parquet.",
            **_file(f"parquet/{name}.parquet", content),
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
        }


def _file(path: str, content: Content) -> dict[str, Any]:
    facts = content.files[path]
    return {"path": path, "bytes": facts.bytes, "hash": f"sha256:{facts.sha256}"}


def _schema(table: Table) -> dict[str, Any]:
    found: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    found |= {"missingValues": [""], "primaryKey": list(table.key)}
    keys = []
    for column in table.columns:
        if column.refers:
            other, _, name = column.refers.partition(".")
            resource = "" if other == table.name else other
            keys.append({"fields": [column.name], "reference": {"resource": resource, "fields": [name]}})
    return found | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "type": _FIELD[column.type], "description": column.about}
    return found | ({"constraints": {"required": True}} if column.required else {})


def citation(number: int, about: About, content: Content, released: date) -> str:
    """CITATION.cff 1.2.0, https://github.com/citation-file-format/citation-file-format."""
    described: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "type": "dataset",
        "title": about.title,
        "authors": [_author(creator) for creator in about.creators] or [{"name": "anonymous"}],
        "version": str(number),
        "date-released": released.isoformat(),
        "identifiers": [
            {"type": "other", "value": f"sha256:{content.hash}", "description": "Hash of the release's content"}
        ],
    }
    if about.license:
        described["license"] = about.license
    told: str = yaml.safe_dump(described, allow_unicode=True, sort_keys=False, width=120)
    return told


def _author(creator: str) -> dict[str, str]:
    """A person where a comma sets family name and given names apart, else an entity."""
    family, comma, given = creator.partition(",")
    if comma and given.strip():
        return {"family-names": family.strip(), "given-names": given.strip()}
    return {"name": creator.strip()}
