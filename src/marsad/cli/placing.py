"""`where` and `places`: what place a name means, and the places of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .filters import filtered_by_kind
from .options import Format_
from .output import show_rows

if TYPE_CHECKING:
    from marsad.catalogue import PlaceEntry
    from marsad.linking.places import Ranked
    from marsad.storing import Query
    from marsad.storing.places import PlaceCount

    from .options import Form

Name = Annotated[
    str,
    typer.Argument(
        help="A name in Arabic, Persian, Latin or Cyrillic letters, with or without a word such as مدينة before it. "
        "Example: 'مدينة وحدات'",
        show_default=False,
    ),
]
Near = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        help="Arabic text that stands around the name: places and peoples in it count. Example: --near 'شرقي دوشنبه'",
        show_default=False,
    ),
]
Lies = Annotated[
    str | None,
    typer.Option(
        "--country", metavar="CC", help="Only places in this country, ISO 3166 alpha-2. Example: --country LY",
        show_default=False,
    ),
]  # fmt: skip
Why = Annotated[
    bool, typer.Option("--explain", help="Say what makes up each score, and what the place lies in. Example: --explain")
]
Count = Annotated[int, typer.Option("--limit", min=1, help="No more than this many. Example: --limit 3")]


def where(
    name: Name, near: Near = None, country: Lies = None, explain: Why = False, limit: Count = 10, form: Format_ = None
) -> None:
    """Tell which places a name may mean, the likeliest first, with scores.

    The names are those of Who's On First, GeoNames, ISO 3166-2 and Marsad's own list. A score is a sum of points for what
    speaks for the place: how alike the spelling is, what the text around says, how great the place is. A name marked
    "by rule" is no one's spelling: Marsad wrote the Latin name in Arabic letters.

    \b
    Examples:
      marsad where كابول
      marsad where طرابلس --near 'قوات مجلس الدفاع في بنغازي' --explain
      marsad where Душанбе --format jsonl
    """
    from marsad.catalogue import load
    from marsad.linking.place_names import candidates
    from marsad.terminal import Column

    columns = [
        ("id", Column("id", 16)),
        ("name", Column("name", 22)),
        ("name_en", Column("in English", 22)),
        ("country", Column("in", 3)),
        ("type", Column("type", 8)),
        ("latitude", Column("latitude", 9, right=True)),
        ("longitude", Column("longitude", 9, right=True)),
        ("radius_km", Column("± km", 6, right=True, spare=1)),
        ("score", Column("score", 6, right=True)),
    ]
    if explain:
        columns += [("lies_in", Column("lies in", 24)), ("reasons", Column("reasons"))]
    found = candidates(name, load(), near=near, country=country.upper() if country else None, limit=limit)
    if not found:
        typer.echo(f"marsad: no place is called {name!r}", err=True)
    show_rows((_candidate(one, explain) for one in found), columns, form)


@filtered_by_kind
def places(query: Query, form: Form | None, store: str | None) -> None:
    """List the places of claims, those of most claims first, with how many claims, events and reports tell of them.

    \b
    Examples:
      marsad places --country SY --kind event
      marsad places --actor isil --since 2015 --limit 20 --format csv > places.csv
    """
    from marsad.storing import open_store
    from marsad.storing.places import count_places
    from marsad.terminal import Column

    columns = [
        ("id", Column("id", 16)),
        ("name", Column("name", 24)),
        ("country", Column("in", 3)),
        ("precision", Column("precision", 9)),
        ("latitude", Column("latitude", 9, right=True, spare=2)),
        ("longitude", Column("longitude", 9, right=True, spare=2)),
        ("radius_km", Column("± km", 6, right=True, spare=2)),
        ("claims", Column("claims", 7, right=True)),
        ("events", Column("events", 7, right=True)),
        ("reports", Column("reports", 7, right=True)),
        ("first", Column("first", 10, spare=1)),
        ("last", Column("last", 10, spare=1)),
    ]
    with open_store(store) as opened:
        show_rows((_counted(count) for count in count_places(opened, query)), columns, form)


def _candidate(found: Ranked, explain: bool) -> dict[str, Any]:
    place = found.place
    row: dict[str, Any] = {
        "id": place.id,
        "name": f"{place.name} (by rule)" if place.by_rule else place.name,
        "name_en": place.en,
        "country": place.country,
        "type": place.kind,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_km": round(place.radius_km) if place.radius_km is not None else None,
        "population": place.population or None,
        "score": round(found.score, 2),
    }
    if explain:
        row["lies_in"] = " < ".join(_enclosing(place)) or None
        row["reasons"] = [f"{r.feature}={r.value:.2f}:{r.points:+.2f}" for r in found.reasons]
    return row


def _enclosing(place: PlaceEntry) -> list[str]:
    """Names of the divisions that a place lies in, the smallest first."""
    from marsad.catalogue.namesakes import namesakes

    names, at = [], place.parent
    while at is not None and (division := namesakes().division(at)) is not None:
        name, _, at = division
        names.append(name)
    return names


def _counted(count: PlaceCount) -> dict[str, Any]:
    place = count.place
    return {
        "id": place.id,
        "name": place.name or place.text,
        "country": place.country,
        "precision": place.precision,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_km": place.radius_km,
        "claims": count.claims,
        "events": count.events,
        "reports": count.reports,
        "first": count.first,
        "last": count.last,
    }
