"""A small page about an actor or a place, for a frame in a program that reconciles names."""

from __future__ import annotations

from html import escape
from typing import Any

from .properties import Noun, Property, Thing, described, name_of, properties

WIDTH, HEIGHT = 420, 260
_STYLE = "body{font:14px/1.5 sans-serif;margin:.8rem}h1{font-size:1.1rem;margin:0}dl{display:grid;grid-template-columns:auto 1fr;"
_STYLE += "gap:.1rem .8rem}dt{color:#555}dd{margin:0}"
_MOST = 8


def preview(noun: Noun, one: Thing) -> str:
    """The page: all text, nothing that runs, loads or leads anywhere."""
    rows = "".join(_row(found, one) for found in properties(noun) if found.id != "type")
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(name_of(one))}</title><style>{_STYLE}</style>'
        f"</head><body><h1><bdi>{escape(name_of(one))}</bdi></h1><p>{escape(described(one))}</p><dl>{rows}</dl></body></html>\n"
    )


def _row(found: Property[Any], one: Thing) -> str:
    values = found.values(one)
    said = ", ".join(
        f"<bdi>{escape(str(value.get('name', next(iter(value.values())))))}</bdi>" for value in values[:_MOST]
    )
    more = " …" if len(values) > _MOST else ""
    return f"<dt>{escape(found.name)}</dt><dd>{said}{more}</dd>" if values else ""
