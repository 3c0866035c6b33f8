"""Report → figure claims: every number that counts people or things of the codebook's measures.

Each figure points to the event it belongs to, one that is told in one breath with another to the same.
"""

from __future__ import annotations

from ...catalogue import Catalogue
from ..circumstances import event_date, event_place
from ..document import Dated, Document
from ..events import Events
from ..proposal import Proposal
from .belonging import event_of
from .beside import named_one, one_more, one_of_them
from .numbered import numbered
from .uncounted import ones_and_none, told_once

__all__ = ["find_figures"]


def find_figures(doc: Document, catalogue: Catalogue, events: Events, frame_dates: set[Dated]) -> list[Proposal]:
    """All figure claims of a report, each with its event and its whole where it has one.

    A figure without a day or place of its own clause has those of its event.
    """
    counted, governing = numbered(doc)
    out = [figure for _, figure in counted]
    out += one_more(doc, counted) + named_one(doc, counted) + one_of_them(doc, counted)
    out += ones_and_none(doc, {n.first for n in doc.numbers}, governing)
    out = told_once(doc, _each_once(out))
    out.sort(key=lambda p: p.anchor)
    for figure in out:
        beside = figure.told_with.event if figure.told_with else None
        figure.event = beside or event_of(doc, events, figure)
        _circumstances(doc, catalogue, figure, frame_dates)
    return out


def _each_once(figures: list[Proposal]) -> list[Proposal]:
    """The figures without a second one of the same word, which a person joined to two of them may have."""
    return list({figure.anchor: figure for figure in reversed(figures)}.values())[::-1]


def _circumstances(doc: Document, catalogue: Catalogue, figure: Proposal, frame_dates: set[Dated]) -> None:
    event = figure.event
    if event is not None and event.first <= figure.anchor < event.last:
        figure.date, figure.place = event.date, event.place
        return
    sentence = doc.words.sentence_of(figure.anchor)
    figure.date = event_date(doc, figure.anchor, sentence, frame_dates, []) or (event.date if event else None)
    figure.place = event_place(doc, catalogue, figure.anchor, sentence, []) or (event.place if event else None)
