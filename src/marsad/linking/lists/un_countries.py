"""The UN list's names of countries as ISO 3166 codes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from marsad.codebook.yaml_file import read_yaml


def country_code(name: str) -> str | None:
    """The ISO 3166 alpha-2 code of a country as the list names it in English; None where it is no country of today."""
    return _codes().get(name.strip().casefold())


@cache
def _codes() -> dict[str, str]:
    from babel import Locale

    known = {
        str(name).casefold(): code
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code.isalpha()
    }
    own = read_yaml(files(__package__) / "un_countries.yaml", dict[str, str])
    return known | {name.casefold(): code for name, code in own.items()}
