"""How much a part of a name tells: rare parts more than common ones, in bits."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

from ...codebook.yaml_file import read_bytes
from .forms import Form, rarity_key

# What a part that is in no list tells: as rare as one in 16,000.
UNKNOWN = 14.0
_LEAST = 1.0


def bits(stem: Form, affix: str) -> float:
    """The binary logarithm of how rare a part is among parts of names, 1 to 14."""
    table = _table()
    mark = f"{affix}:" if affix else ""
    return max(_LEAST, min(table.get(mark + rarity_key(arabic), UNKNOWN) for arabic, less in stem.arabic if less < 1.5))


@cache
def _table() -> dict[str, float]:
    lines = read_bytes(files(__package__) / "rarity.tsv").decode().splitlines()
    return {key: float(value) for key, value in (line.split("\t") for line in lines if not line.startswith("#"))}
