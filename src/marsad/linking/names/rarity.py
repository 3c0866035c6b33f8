"""How much a part of a name tells: rare parts more than common ones, in bits."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ...codebook.yaml_file import read_bytes
from .forms import Form, rarity_key

# What a part that is in no list tells: as rare as one in 16,000.
UNKNOWN = 14.0
_LEAST = 1.0
# Few consonants tell little however rare the name is: so many bits at most for none, one, two and more of them.
_MOST = (5.0, 6.5, 9.5, 12.5, UNKNOWN)
# A rendering this much less likely than the best, in natural logarithms, is not asked about.
_NEAR = 1.5


def bits(stem: Form, affix: str) -> float:
    """The binary logarithm of how rare a part is among parts of names, 1 to 14."""
    table = _table()
    mark = f"{affix}:" if affix else ""
    keys = [rarity_key(arabic) for arabic, less in stem.arabic if less < _NEAR]
    return max(_LEAST, min(min(table.get(mark + key, UNKNOWN), _MOST[min(len(key), len(_MOST) - 1)]) for key in keys))


@cache
def _table() -> dict[str, float]:
    lines = read_bytes(files(__package__) / "rarity.tsv").decode().splitlines()
    return {key: float(value) for key, value in (line.split("\t") for line in lines if not line.startswith("#"))}
