"""`brief`: a digest of what the store tells, in Arabic or English, with a footnote to every sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from .filters import filtered_beside
from .forecasting import AsOf
from .stores import put_together

if TYPE_CHECKING:
    from marsad.merging import Telling
    from marsad.merging.forecasts import Score
    from marsad.publishing.brief import Dispute, Format, Material
    from marsad.publishing.brief.types import Told
    from marsad.records import Event
    from marsad.storing import Query, Store

Lang = Annotated[
    Literal["ar", "en"] | None,
    typer.Option("--lang", help="Arabic or English; by default Arabic. Example: --lang en", show_default=False),
]
DigitsOf = Annotated[
    Literal["arab", "latn"] | None,
    typer.Option(
        "--digits",
        help="Digits ٠١٢ (arab) or 012 (latn); by default those of the language. Example: --digits latn",
        show_default=False,
    ),
]
BriefFormat = Annotated[
    Literal["text", "html", "docx"] | None,
    typer.Option(
        "--format",
        help="Plain text, a page of HTML, or a Word document; by default as the name of the output ends, else text. "
        "Example: --format docx",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Write to this file. Example: --output brief.docx", show_default=False),
]
Most = Annotated[
    int | None,
    typer.Option(
        "--most",
        min=1,
        help="No more than so many main events, actors, disputes and forecasts each; by default 25. Example: --most 10",
        show_default=False,
    ),
]
_OWN = {"lang": Lang, "digits": DigitsOf, "form": BriefFormat, "output": Output, "most": Most, "as_of": AsOf}
_BY_NAME = {".html": "html", ".htm": "html", ".docx": "docx"}


@filtered_beside(_OWN, by_rule=True)
def brief(
    query: Query,
    form: Format | None,
    store: str | None,
    *,
    lang: Literal["ar", "en"] | None,
    digits: Literal["arab", "latn"] | None,
    output: Path | None,
    most: int | None,
    as_of: date | None,
) -> None:
    """Write a brief: what happened, who acted, where accounts differ, what was predicted.

    Every sentence carries the claims it rests on: report, outlet, day, the quoted words, the claim's id. Forecasts are
    those published in the time asked for.

    \b
    Examples:
      marsad brief --country TJ --since 2018
      marsad brief --country TJ --since 2018 --lang en --output tajikistan.docx
      marsad brief --actor isil --format html > isil.html
    """
    from marsad.publishing.brief import brief_of, written
    from marsad.storing import open_store

    chosen = form or _BY_NAME.get(output.suffix.lower() if output else "", "text")
    if chosen == "docx" and output is None and sys.stdout.isatty():
        raise typer.BadParameter("a Word document is no text for a terminal; name a file with --output")
    with open_store(store) as opened:
        put_together(opened)
        material = _material(opened, query, as_of)
    content = written(brief_of(material, lang or "ar", digits, most=most or 25), chosen)  # type: ignore[arg-type]
    if output is not None:
        output.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)
    sums = f"{len(material.events)} events, {len(material.disputes)} disputes, {len(material.scores)} forecasts"
    typer.echo(f"marsad: {sums}{f', written to {output}' if output else ''}", err=True)


def _material(store: Store, query: Query, as_of: date | None) -> Material:
    from marsad.publishing.brief import Material
    from marsad.storing import find_tellings

    groups = [(event, told) for event, told in find_tellings(store, query) if told]
    return Material(
        events=tuple((event, _told(told)) for event, told in groups),
        disputes=tuple(_disputes(store, query, groups)),
        scores=tuple(_scores(store, query, as_of)),
        country=query.country.upper() if query.country else None,
        subject=query.place or query.actor,
        since=query.since,
        until=query.until,
    )


def _told(tellings: list[Telling]) -> tuple[Told, ...]:
    return tuple((claim, one.report) for one in tellings for claim in (*one.events, *one.denials, *one.figures))


def _disputes(store: Store, query: Query, groups: list[tuple[Event, list[Telling]]]) -> Iterator[Dispute]:
    """What contradicts itself in a report, between reports of an event, and between events, the heaviest first."""
    from marsad.merging.contradictions import (
        by_weight,
        contradictions,
        contradictions_across,
        contradictions_between,
        events_by_telling,
    )
    from marsad.publishing.brief import Dispute
    from marsad.storing import find_claims
    from marsad.storing.forecasts import whole

    every = [telling for _, tellings in groups for telling in tellings]
    reports = {telling.report.id: telling.report for telling in every}
    used = {claim.id for _, tellings in groups for claim, _ in _told(tellings)}
    found = [one for _, tellings in groups for one in contradictions_across(tellings)]
    found += contradictions_between(every, events_by_telling((event.id, told) for event, told in groups))
    for report in reports.values():
        claims = [claim for claim, _ in find_claims(store, replace(whole(query), report=report.id))]
        inside = contradictions(report, claims)
        found += [one for one in inside if any(claim.id in used for claim in one.claims)]
    for one in by_weight(found):
        if one.severity == "contradiction":
            yield Dispute(one.kind, tuple((claim, reports[claim.report]) for claim in one.claims))


def _scores(store: Store, query: Query, as_of: date | None) -> list[Score]:
    from marsad.storing.forecasts import find_scores

    return find_scores(store, replace(query, limit=None), as_of)
