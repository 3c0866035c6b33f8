"""Names as the codebooks' tables write them: in English where one is known, else as the report has them."""

from __future__ import annotations

from functools import cache

from marsad.catalogue import load as catalogue
from marsad.records import Place, Role


def own_name(role: Role) -> str:
    """The actor's English name from the catalogue, else the name or words of the report."""
    entry = catalogue().entry(role.entity) if role.entity else None
    return entry.en if entry else role.name or role.text


def country_name(code: str | None) -> str | None:
    """The English name of a country by its ISO 3166 alpha-2 code, as CLDR has it."""
    return _territories().get(code) if code else None


def country_number(code: str | None) -> int | None:
    """The ISO 3166 numeric code of a country by its alpha-2 code."""
    import pycountry

    found = pycountry.countries.get(alpha_2=code) if code else None
    return int(found.numeric) if found else None


def country_code(code: str | None) -> str | None:
    """The ISO 3166 alpha-3 code of a country by its alpha-2 code."""
    import pycountry

    found = pycountry.countries.get(alpha_2=code) if code else None
    return str(found.alpha_3) if found else None


def place_name(place: Place) -> str:
    """The place's English name from the gazetteer, else the name or words of the report."""
    entry = catalogue().place(place.id) if place.id else None
    return (entry.en if entry else None) or place.name or place.text


def region_name(place: Place | None) -> str | None:
    """The first-order division that the place is or lies in; None where the gazetteer does not tell."""
    at = catalogue().place(place.id) if place and place.id else None
    seen: set[str] = set()
    while at and at.kind != "region" and at.parent and at.id not in seen:
        seen.add(at.id)
        at = catalogue().place(at.parent)
    return (at.en or at.name) if at and at.kind == "region" else None


@cache
def _territories() -> dict[str, str]:
    from babel import Locale

    return {str(code): str(name) for code, name in Locale("en").territories.items()}
