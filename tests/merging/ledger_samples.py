"""Tellings made by hand: reports of our own, with the figures that stand in them."""

from __future__ import annotations

from datetime import date
from typing import Any

from marsad.merging.telling import Telling
from marsad.records import Certainty, Claim, EventBody, FigureBody, Report, Role, Span, Speaker

Number = int | None


def report(id_: str, text: str, day: int | None = 1, outlet: str | None = None, **fields: Any) -> Report:
    return Report(
        id=id_,
        source=f"{id_}.txt",
        sha256="0" * 64,
        text=text,
        outlet=outlet or f"صحيفة {id_}",
        published=date(2021, 5, day) if day else None,
        **fields,
    )


def said_by(words: str, via: str | None = None) -> tuple[Speaker, ...]:
    chain = (Speaker(words, 0, len(words)),)
    return (*chain, Speaker(via, 0, len(via), role="via")) if via else chain


def figure(
    told: Report,
    words: str,
    low: Number,
    high: Number | str = "same",
    of: str | None = None,
    by: str | tuple[Speaker, ...] = (),
    measure: str = "killed",
    part_of: Claim | None = None,
    certainty: Certainty = "asserted",
    **fields: Any,
) -> Claim:
    """The figure that ``words`` give in a report; closed unless ``high`` says otherwise."""
    start = told.text.index(words)
    body = FigureBody(
        measure=measure,
        low=low,
        high=low if high == "same" else high,  # type: ignore[arg-type]
        of=of,
        part_of=part_of.id if part_of else None,
        event=f"{told.id}-event",
        **fields,
    )
    return Claim(
        id=f"{told.id}:{start}:{words}",
        report=told.id,
        kind="figure",
        start=start,
        end=start + len(words),
        text=words,
        voice=said_by(by) if isinstance(by, str) else by,
        certainty=certainty,
        figure=body,
    )


def telling(told: Report, *figures: Claim, roles: tuple[Role, ...] = ()) -> Telling:
    word = told.text[:4]
    body = EventBody(type="ASSAULT", trigger=Span(word, 0, 4), roles=roles)
    event = Claim(id=f"{told.id}-event", report=told.id, kind="event", start=0, end=4, text=word, event=body)
    return Telling(report=told, events=(event,), figures=figures)


def plain(id_: str, number: Number, by: str | tuple[Speaker, ...] = (), day: int | None = 1, **fields: Any) -> Telling:
    """A report of one sentence with one toll."""
    text = f"هجوم {id_} أوقع {number} قتيلا"
    told = report(id_, text, day)
    return telling(told, figure(told, f"{number} قتيلا", number, of="قتيلا", by=by, **fields))
