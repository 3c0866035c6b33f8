"""What all shapes of dates share: the text they look at, and how they answer."""

from __future__ import annotations

from .cursor import Cursor
from .nodes import Node

# The node found and the token after it.
Found = tuple[Node, int] | None
OF = ("من", "ل", "في", "لل")
COMMAS = ("،", ",")
# What an adjective makes of a period: past, coming, running.
TURNS = {"past": -1, "last": -1, "next": 1, "this": 0}


class Shape:
    """Shapes of dates over one text; a method takes a token and tells what starts there."""

    def __init__(self, at: Cursor) -> None:
        self.at = at
        # Tokens that have been read as years, so that one may be joined to the next (في 2003 و2012).
        self.years: set[int] = set()
