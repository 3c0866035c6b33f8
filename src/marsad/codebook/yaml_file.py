"""Data files in YAML, read into typed shapes, with errors that name the file, the entry and the remedy.

Every list and table that Marsad keeps beside its code comes in through :func:`read_yaml`, so that a slip of
the hand in one of them is told at loading, not found later in somebody's data set.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from marsad.errors import CodebookError

T = TypeVar("T")
# The C parser is about ten times faster; PyYAML built without libyaml has the other one only.
_Base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _UniqueKeys(_Base):  # type: ignore[misc]  # the base is chosen at run time
    """A safe loader that refuses a key given twice; the plain one keeps the last without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            if key_node.tag == "tag:yaml.org,2002:merge":
                continue
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    "while reading a mapping",
                    node.start_mark,
                    f"the key {key!r} stands twice",
                    key_node.start_mark,
                )
            seen.add(key)
        return dict(super().construct_mapping(node, deep=deep))


def read_yaml(file: Traversable | Path, shape: type[T]) -> T:
    """Read a YAML ``file`` into ``shape``: a pydantic model, a dataclass, or a ``list`` or ``dict`` of such.

    ``file`` is a path or what ``importlib.resources.files("marsad...") / "name.yaml"`` gives.  Dates, numbers
    and words are converted by pydantic; give models ``extra="forbid"`` to refuse unknown keys.

    Raises :class:`CodebookError` naming the file, the entry and the remedy where the file is missing, is not
    UTF-8 or not YAML, holds a key twice, or does not fit the shape.
    """
    data = _parse(file, read_bytes(file))
    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as error:
        first, *rest = error.errors(include_url=False, include_context=False)
        entry = _entry(data, first["loc"])
        more = f"; and {len(rest)} more" if rest else ""
        raise CodebookError(
            f"{first['msg']}{more}", where=f"{file}: {entry}", remedy="correct this entry of the file"
        ) from error


def read_bytes(file: Traversable | Path) -> bytes:
    """The file's bytes; :class:`CodebookError` where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise CodebookError(
            f"cannot be read: {error.strerror}",
            where=str(file),
            remedy="restore the file or reinstall Marsad",
        ) from error


def _parse(file: Traversable | Path, content: bytes) -> Any:
    try:
        return yaml.load(content.decode("utf-8-sig"), Loader=_UniqueKeys)
    except UnicodeDecodeError as error:
        raise CodebookError(
            f"not UTF-8 at byte {error.start}", where=str(file), remedy="save the file as UTF-8"
        ) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = f", line {mark.line + 1}" if mark else ""
        raise CodebookError(
            f"{error.problem}", where=f"{file}{line}", remedy="correct the YAML of this line"
        ) from error
    except (yaml.YAMLError, TypeError) as error:
        what = str(error).splitlines()[0]
        raise CodebookError(what, where=str(file), remedy="correct the YAML of this file") from error


def _entry(data: Any, loc: tuple[int | str, ...]) -> str:
    """The way to a value; list items go by their code, id or name, else by their number from 1."""
    return " > ".join(_steps(data, loc)) or "whole file"


def _steps(data: Any, loc: tuple[int | str, ...]) -> Iterator[str]:
    for step in loc:
        if isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
            named = isinstance(data, dict) and next((data[k] for k in ("code", "id", "name") if k in data), None)
            yield str(named or f"item {step + 1}")
        else:
            data = data.get(step) if isinstance(data, dict) else None
            yield str(step)
