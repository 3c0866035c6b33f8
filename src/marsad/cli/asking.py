"""`events`, `claims`, `figures` and `reports`: what is in the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .filters import filtered, filtered_beside, filtered_by_kind
from .options import By
from .output import show
from .stores import put_together

if TYPE_CHECKING:
    from marsad.storing import Query

    from .options import Form


@filtered_beside({"codebook": By}, by_rule=True)
def events(query: Query, form: Form | None, store: str | None, codebook: str | None) -> None:
    """List events with their figures: low, best and high, earliest first.

    An event is what one report or several tell of one and the same; why reports were put together, and how to take that back,
    is told by `marsad merging`. Type, country and days are the event's own; place, actor, certainty, probability and report
    those of any claim of it. Events that are only denied are left out. An id keeps its meaning: the event of the claim that was
    recorded first, whatever was merged with it.

    \b
    Examples:
      marsad events --country TJ --since 2019
      marsad events --actor isil --type ASSAULT --format csv > events.csv
      marsad events --since 2021 --codebook ucdp --format csv > ged.csv
      marsad events --as-known-on 2024-03-31
      marsad events --published-until 2021-05-10 --country ML
    """
    from marsad.storing import find_events, open_store

    with open_store(store) as opened:
        put_together(opened)
        if codebook is not None:
            from .codebooks import show_by_codebook

            show_by_codebook(opened, query, codebook, form)
            return
        show(find_events(opened, query), "event", form)


@filtered_by_kind
def claims(query: Query, form: Form | None, store: str | None) -> None:
    """List claims: who says what, in which words.

    \b
    Examples:
      marsad claims --kind relation --actor imu
      marsad claims --sure 0.9
      marsad claims --report report.txt --certainty denied --format jsonl
    """
    from marsad.storing import find_claims, open_store

    with open_store(store) as opened:
        show(find_claims(opened, query), "claim", form)


@filtered
def figures(query: Query, form: Form | None, store: str | None) -> None:
    """List figures: how many, of whom, and who says so.

    A figure also answers to place, actor and day of the event it belongs to.

    \b
    Examples:
      marsad figures --type killed --since 2021
      marsad figures --country ML --format csv > figures.csv
    """
    from marsad.storing import find_claims, open_store

    with open_store(store) as opened:
        show(find_claims(opened, replace(query, kind=("figure",))), "claim", form)


@filtered_by_kind
def reports(query: Query, form: Form | None, store: str | None) -> None:
    """List reports.

    Days are those of publication; the other conditions ask for reports with at least one such claim.

    \b
    Examples:
      marsad reports --since 2021-05 --until 2021-06
      marsad reports --actor al-qaida --kind event
    """
    from marsad.storing import find_reports, open_store

    with open_store(store) as opened:
        show(((found, None) for found in find_reports(opened, query)), "report", form)
