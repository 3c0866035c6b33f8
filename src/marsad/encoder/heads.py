"""The heads of the learned reader: which of the network's outputs stands for what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ..codebook.yaml_file import read_yaml

TAGS_PER_KIND = 2


class Heads(BaseModel):
    """The lists of ``heads.yaml``, each in the order of the network's outputs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    events: tuple[str, ...]
    parts: tuple[str, ...]
    sectors: tuple[str, ...]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    proclitics: tuple[str, ...]

    @property
    def layout(self) -> Layout:
        """Where the outputs of each head of words begin and end."""
        parts = len(self.events) * len(self.parts)
        names = parts + 1 + TAGS_PER_KIND * len(self.names)
        kinds = names + 1 + TAGS_PER_KIND * len(self.kinds)
        return Layout(
            slice(0, parts), slice(parts, names), slice(names, kinds), slice(kinds, kinds + len(self.proclitics))
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns of the network's output of words.

    ``parts``: one column for each part of each event type, types outermost.  ``names`` and ``kinds``: a column for "no
    name", then for each kind one for a first word and one for a further word.  ``proclitics``: one for each chain.
    """

    parts: slice
    names: slice
    kinds: slice
    proclitics: slice

    @property
    def width(self) -> int:
        """Columns in all."""
        return int(self.proclitics.stop)


@cache
def heads() -> Heads:
    """The heads of the shipped reader."""
    return read_yaml(files(__package__) / "heads.yaml", Heads)
