"""A brief as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from marsad.terminal import FIRST_STRONG_ISOLATE, POP_ISOLATE, clean

from .telling import Teller
from .types import Brief, Run, Source
from .wording import fill


def as_text(brief: Brief) -> str:
    """The brief, a number in square brackets after every sentence, and what the numbers stand for at its end.

    Names and quotations are set apart by Unicode's isolates, so that they keep their direction.
    """
    return "\n".join(_lines(brief, Teller(brief.language, brief.digits))).rstrip() + "\n"


def _lines(brief: Brief, teller: Teller) -> Iterator[str]:
    yield _text(brief.title)
    yield ""
    yield from map(_text, brief.facts)
    notes: list[tuple[Source, ...]] = []
    for section in brief.sections:
        yield from ("", section.title, "")
        for sentence in section.sentences:
            notes.append(sentence.sources)
            yield f"- {_text(sentence.runs)} [{teller.number(len(notes))}]"
    if notes:
        yield from ("", brief.notes_title, "")
    for number, sources in enumerate(notes, 1):
        for at, source in enumerate(sources):
            lead = f"[{teller.number(number)}] " if at == 0 else "    "
            yield lead + _text(source_runs(source, teller))


def source_runs(source: Source, teller: Teller) -> tuple[Run, ...]:
    """A claim as a footnote names it: outlet, day, its words, report and claim."""
    words = teller.words
    named = [Run(source.outlet, foreign=True)] if source.outlet else []
    parts = [named, [Run(source.day)] if source.day else [], teller.quoted(source.quote), _page(source, teller)]
    out: list[Run] = []
    for part in filter(None, parts):
        out += [Run(words.comma)] if out else []
        out += part
    return tuple(out)


def _page(source: Source, teller: Teller) -> tuple[Run, ...]:
    return fill(teller.words.page, report=Run(source.report, foreign=True), claim=Run(source.claim, foreign=True))


def _text(runs: Iterable[Run]) -> str:
    return "".join(f"{FIRST_STRONG_ISOLATE}{clean(run.text)}{POP_ISOLATE}" if run.foreign else run.text for run in runs)
