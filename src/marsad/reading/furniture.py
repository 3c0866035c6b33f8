"""Passages of a scraped page that are not the article: menus, related headlines, share buttons, tags,
copyright.

The headline and the date line count among them: they become the report's title and day, and a headline
repeats what the article says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..languages.arabic.letters import fold, fold_with_map
from .cues import Cues, cues
from .head import Head, read_head
from .lines import Line, cut_lines, first_prose

_TAIL = 400


@dataclass(frozen=True, slots=True)
class Layout:
    """What the look of a text tells; ``furniture`` are ordered, disjoint ranges of original code point
    offsets.
    """

    title: str | None
    published: date | None
    author: str | None
    furniture: tuple[tuple[int, int], ...]


def lay_out(text: str, title: str | None = None) -> Layout:
    """Tell the article from its furniture in ``text``; a ``title`` known from elsewhere is not looked for."""
    known = cues()
    lines = cut_lines(text)
    body = first_prose(lines)
    if body is None:
        head = Head()
        body = 0
    else:
        head = read_head(lines, body, known, title is not None)
    marked = _marked(lines, body, head, known, title)
    ranges = [(lines[i].start, lines[i].end) for i in sorted(marked)]
    if lines and len(lines) - 1 not in marked and (tail := _tail(lines[-1], known)):
        ranges.append(tail)
    return Layout(title or head.title, head.published, head.author, _merged(ranges, text))


def _marked(lines: list[Line], body: int, head: Head, known: Cues, title: str | None) -> set[int]:
    same = fold(title).strip() if title else None
    repeated = next((i + 1 for i in range(body) if lines[i].folded == same), 0) if same else 0
    top = max(head.lines, repeated)
    out = set(range(top)) | head.dated
    following = False
    for i in range(top, len(lines)):
        line = lines[i]
        kind = line.kind(known)
        if kind:
            out.add(i)
            following = kind == "list"
        elif (following and _other_title(line, i < body)) or (
            line.bullet and line.short and known.writer.search(line.folded)
        ):
            out.add(i)
        else:
            following = False
    return out


def _other_title(line: Line, above: bool) -> bool:
    if not line.short or line.stopped or line.prose or line.text.endswith(":"):
        return False
    return line.bullet or not above


def _tail(line: Line, known: Cues) -> tuple[int, int] | None:
    """Tags that a scraper ran on into the last paragraph."""
    start = max(line.start, line.end - _TAIL)
    folded = fold_with_map(line.text[start - line.start :])
    m = known.tail.search(folded.text)
    return (start + folded.start(m.start(1)), line.end) if m else None


def _merged(ranges: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    for start, end in ranges:
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)
