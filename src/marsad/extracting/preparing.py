"""A report's text → a Document: words, mentions, dates, and the numbers that are no part of a date."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalogue import Catalogue
from ..languages.arabic.dates import DateSpan, find_dates_in
from ..languages.arabic.numbers import NumberSpan, find_numbers_in
from ..languages.arabic.words import Words
from ..records import DateRange, Report
from .coreference import corefer
from .document import Dated, Document, Numbered
from .learned.reading import Learned
from .mentions import find_mentions


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document and its date spans, ``spans[i]`` being the one of ``doc.dates[i]``."""

    doc: Document
    spans: list[DateSpan]


def prepare(report: Report, words: Words, catalogue: Catalogue, learned: Learned | None = None) -> Prepared:
    """Everything about a report that more than one extractor needs, found once.  ``words`` are those of its text."""
    mentions, nouns = corefer(words, find_mentions(words, catalogue, report.id, learned), catalogue, report.id)
    found = ((_dated(report, words, span), span) for span in find_dates_in(words.folded, report.published))
    kept = [(date, span) for date, span in found if date.first < date.last]
    doc = Document(report, words, mentions, nouns, dates=[date for date, _ in kept])
    numbers = (_numbered(words, span) for span in find_numbers_in(words.folded))
    doc.numbers = [n for n in numbers if n.first < n.last and not any(_within(n, d) for d in doc.dates)]
    return Prepared(doc, [span for _, span in kept])


def _dated(report: Report, words: Words, span: DateSpan) -> Dated:
    value = DateRange(
        earliest=span.earliest,
        latest=span.latest,
        precision=span.precision,
        inferred=span.inferred,
        text=report.text[span.start : span.end],
    )
    return Dated(words.at(span.start), words.upto(span.end), value)


def _numbered(words: Words, span: NumberSpan) -> Numbered:
    return Numbered(
        words.at(span.start), words.upto(span.end), words.at(span.core_start), words.upto(span.core_end), span
    )


def _within(number: Numbered, date: Dated) -> bool:
    return number.core_first < date.last and number.core_last > date.first
