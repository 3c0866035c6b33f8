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

if TYPE_CHECKING:
    from marsad.merging.forecasts import Score
    from marsad.publishing.brief import Dispute, Format, Material
    from marsad.publishing.brief.types import Told
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


@filtered_beside(_OWN)
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
        material = _material(opened, query, as_of or date.today())
    content = written(brief_of(material, lang or "ar", digits, most=most or 25), chosen)  # type: ignore[arg-type]
    if output is not None:
        output.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)
    sums = f"{len(material.events)} events, {len(material.disputes)} disputes, {len(material.scores)} forecasts"
    typer.echo(f"marsad: {sums}{f', written to {output}' if output else ''}", err=True)


def _material(store: Store, query: Query, as_of: date) -> Material:
    from marsad.publishing.brief import Material
    from marsad.storing import find_events

    events = [event for event, _ in find_events(store, query)]
    told = _claims(store, query, sorted({name for event in events for name in event.reports}))
    paired = ((event, tuple(told[one] for one in event.claims if one in told)) for event in events)
    some = [(event, claims) for event, claims in paired if claims]
    some.sort(key=lambda pair: (str(pair[0].date.earliest if pair[0].date else ""), pair[0].id))
    used = {claim.id for _, claims in some for claim, _ in claims}
    return Material(
        events=tuple(some),
        disputes=tuple(one for one in _disputes(told) if any(claim.id in used for claim, _ in one.told)),
        scores=tuple(_scores(store, query, as_of)),
        country=query.country.upper() if query.country else None,
        subject=query.place or query.actor,
        since=query.since,
        until=query.until,
    )


def _claims(store: Store, query: Query, reports: list[str]) -> dict[str, Told]:
    """All claims of the reports, by id."""
    from marsad.storing import find_claims
    from marsad.storing.forecasts import whole

    return {
        claim.id: (claim, report)
        for name in reports
        for claim, report in find_claims(store, replace(whole(query), report=name))
    }


def _disputes(told: dict[str, Told]) -> Iterator[Dispute]:
    from itertools import groupby

    from marsad.merging import contradictions
    from marsad.publishing.brief import Dispute

    for _, some in groupby(told.values(), key=lambda pair: pair[1].id):
        pairs = list(some)
        report = pairs[0][1]
        for one in contradictions(report, [claim for claim, _ in pairs]):
            if one.severity == "contradiction":
                yield Dispute(one.kind, tuple((claim, report) for claim in one.claims))


def _scores(store: Store, query: Query, as_of: date) -> list[Score]:
    from marsad.merging.forecasts import scored
    from marsad.storing.forecasts import event_series, find_forecasts

    told = list(find_forecasts(store, replace(query, limit=None)))
    series = event_series(store, query, told)
    return [scored(one, series, as_of) for one in told]
