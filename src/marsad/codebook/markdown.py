"""Pieces of Markdown that the page of the codebook is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .types import Source


def cited(source: Source) -> str:
    """A public codebook as one cites it, and what was taken from it."""
    return f"{source.publisher}: *{source.title}*, {source.version}, {source.year}. {source.use}"


def bullets(lines: Iterable[str]) -> Iterator[str]:
    """A list, and the empty line after it."""
    for line in lines:
        yield f"- {line}"
    yield ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table, and the empty line after it."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"
    yield ""
