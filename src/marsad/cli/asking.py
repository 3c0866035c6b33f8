"""`events`, `claims`, `figures`, `reports` and `search`: what is in the store."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import (
    Actor,
    At,
    Country,
    Format_,
    How,
    InReport,
    Limit,
    Of,
    Since,
    StoreAt,
    Type,
    Until,
)
from .output import show, show_rows

if TYPE_CHECKING:
    from marsad.storing import Found


def events(
    country: Country = None,
    place: At = None,
    actor: Actor = None,
    type_: Type = None,
    since: Since = None,
    until: Until = None,
    certainty: How = None,
    report: InReport = None,
    limit: Limit = None,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """List events with their figures: low, best and high.

    Each event is what one report tells; its figures are computed by the rule "single-report". Events
    denied are left out.

    \b
    Examples:
      marsad events --country TJ --since 2019
      marsad events --actor isil --type ASSAULT --format csv > events.csv
    """
    from marsad.storing import Query, find_events, open_store

    query = Query(
        country=country,
        place=place,
        actor=actor,
        type=type_,
        since=since,
        until=until,
        certainty=certainty,
        report=report,
        limit=limit,
    )
    with open_store(store) as opened:
        show(find_events(opened, query), "event", form)


def claims(
    kind: Of = None,
    country: Country = None,
    place: At = None,
    actor: Actor = None,
    type_: Type = None,
    since: Since = None,
    until: Until = None,
    certainty: How = None,
    report: InReport = None,
    limit: Limit = None,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """List claims: who says what, in which words.

    \b
    Examples:
      marsad claims --kind relation --actor imu
      marsad claims --report report.txt --certainty denied --format jsonl
    """
    from marsad.storing import Query, find_claims, open_store

    query = Query(
        kind=(kind,) if kind else (),
        country=country,
        place=place,
        actor=actor,
        type=type_,
        since=since,
        until=until,
        certainty=certainty,
        report=report,
        limit=limit,
    )
    with open_store(store) as opened:
        show(find_claims(opened, query), "claim", form)


def figures(
    country: Country = None,
    place: At = None,
    actor: Actor = None,
    type_: Type = None,
    since: Since = None,
    until: Until = None,
    certainty: How = None,
    report: InReport = None,
    limit: Limit = None,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """List figures: how many, of whom, and who says so.

    A figure also answers to place, actor and day of the event it belongs to.

    \b
    Examples:
      marsad figures --type killed --since 2021
      marsad figures --country ML --format csv > figures.csv
    """
    from marsad.storing import Query, find_claims, open_store

    query = Query(
        kind=("figure",),
        country=country,
        place=place,
        actor=actor,
        type=type_,
        since=since,
        until=until,
        certainty=certainty,
        report=report,
        limit=limit,
    )
    with open_store(store) as opened:
        show(find_claims(opened, query), "claim", form)


def reports(
    kind: Of = None,
    country: Country = None,
    place: At = None,
    actor: Actor = None,
    type_: Type = None,
    since: Since = None,
    until: Until = None,
    certainty: How = None,
    report: InReport = None,
    limit: Limit = None,
    form: Format_ = None,
    store: StoreAt = None,
) -> None:
    """List reports.

    Days are those of publication; the other conditions ask for reports with at least one such claim.

    \b
    Examples:
      marsad reports --since 2021-05 --until 2021-06
      marsad reports --actor al-qaida --kind event
    """
    from marsad.storing import Query, find_reports, open_store

    query = Query(
        kind=(kind,) if kind else (),
        country=country,
        place=place,
        actor=actor,
        type=type_,
        since=since,
        until=until,
        certainty=certainty,
        report=report,
        limit=limit,
    )
    with open_store(store) as opened:
        show(((found, None) for found in find_reports(opened, query)), "report", form)


Words = Annotated[
    str,
    typer.Argument(
        help='Words that stand in one sentence, "in quotation marks" next to each other. Example: ارهاب',
        show_default=False,
    ),
]


def search(words: Words, limit: Limit = None, form: Format_ = None, store: StoreAt = None) -> None:
    """Find sentences by their words, in any spelling, with or without article and prepositions.

    ارهاب finds الإرهاب, والإرهاب and بالإرهاب. Titles are searched too.

    \b
    Examples:
      marsad search 'هجوم مطار'
      marsad search '"تنظيم القاعدة" مالي' --limit 10
    """
    from marsad.storing import open_store
    from marsad.storing import search as find
    from marsad.terminal import Column

    columns = [
        ("report", Column("report", 18)),
        ("published", Column("published", 10)),
        ("outlet", Column("outlet", 16, spare=3)),
        ("start", Column("start", 7, right=True, spare=2)),
        ("end", Column("end", 7, right=True, spare=2)),
        ("claims", Column("claims", 18, spare=1)),
        ("text", Column("sentence")),
    ]
    with open_store(store) as opened, closing(find(opened, words)) as hits:
        show_rows((_hit(found) for found in islice(hits, limit)), columns, form)


def _hit(found: Found) -> dict[str, Any]:
    day = found.report.published
    return {
        "report": found.report.id,
        "published": day.isoformat() if day else None,
        "outlet": found.report.outlet,
        "start": found.start,
        "end": found.end,
        "claims": list(found.claims),
        "text": found.text,
    }
