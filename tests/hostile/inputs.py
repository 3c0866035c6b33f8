"""The list of hostile inputs, checked when it is loaded."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from marsad.codebook.yaml_file import read_yaml

LEAST = 100
_FILE = Path(__file__).with_name("inputs.yaml")


class _Repeated(BaseModel):
    model_config = ConfigDict(extra="forbid")
    repeat: Annotated[str, Field(min_length=1)]
    times: Annotated[int, Field(gt=1)]

    @property
    def text(self) -> str:
        return self.repeat * self.times


class _Escaped(BaseModel):
    model_config = ConfigDict(extra="forbid")
    json_: Annotated[str, Field(alias="json")]

    @property
    def text(self) -> str:
        return str(json.loads(self.json_))


Written = str | _Repeated | _Escaped


@cache
def inputs() -> dict[str, str]:
    """Hostile texts by name, the name being that of the group and a number from 1.

    Raises ValueError where there are fewer than :data:`LEAST` or one stands there twice, CodebookError for what is no list.
    """
    return checked(read_yaml(_FILE, dict[str, list[Written]]))


def checked(groups: dict[str, list[Written]]) -> dict[str, str]:
    """The texts of all ``groups``."""
    named = {
        f"{group}-{number}": one if isinstance(one, str) else one.text
        for group, written in groups.items()
        for number, one in enumerate(written, 1)
    }
    if len(set(named.values())) < len(named):
        raise ValueError("an input stands there twice")
    if len(named) < LEAST:
        raise ValueError(f"{len(named)} inputs are fewer than {LEAST}")
    return named


def in_text(hostile: str) -> str:
    """``hostile`` as it can stand in a text: reading refuses NUL, and puts a sign for half a character."""
    return hostile.replace("\0", "").encode("utf-8", "replace").decode()
