"""Bylines: the lines that say who wrote an article."""

from __future__ import annotations

import re

from .cues import Cues
from .lines import Line, one_line

_MARK = re.compile(r"[:：/–-]")
_LONGEST, _NAME = 8, 4


def author_of(line: Line, cues: Cues) -> str | None:
    """The name in a byline, "" where the line is a byline without a name, None where it is none."""
    if not line.short or line.words > _LONGEST or not (m := cues.byline.match(line.folded)):
        return None
    mark = _MARK.search(line.text)
    name = line.text[mark.end() :] if mark else line.text.split(maxsplit=1)[-1]
    if not mark and len(m.group(1).split()) > _NAME:
        return None
    return one_line(name) or ""
