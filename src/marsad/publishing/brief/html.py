"""A brief as a page of HTML that needs nothing beside itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from marsad.terminal import clean

from .plain import source_runs
from .telling import Teller
from .types import Brief, Run, Source


def as_html(brief: Brief) -> str:
    """The page; every sentence leads to its footnote and back.  Sources are named, not linked."""
    return "\n".join(_page(brief, Teller(brief.language, brief.digits))) + "\n"


def _page(brief: Brief, teller: Teller) -> Iterator[str]:
    style = (files(__package__) / "brief.css").read_text("utf-8").rstrip()
    yield "<!doctype html>"
    yield f'<html lang="{brief.language}" dir="{"rtl" if brief.language == "ar" else "ltr"}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(''.join(clean(run.text) for run in brief.title))}</title>"
    yield f"<style>\n{style}\n</style></head>"
    yield f"<body>\n<main>\n<h1>{_inline(brief.title)}</h1>"
    yield from (f'<p class="fact">{_inline(fact)}</p>' for fact in brief.facts)
    notes: list[tuple[Source, ...]] = []
    for section in brief.sections:
        yield f"<section>\n<h2>{escape(section.title)}</h2>\n<ul>"
        for sentence in section.sentences:
            notes.append(sentence.sources)
            n = len(notes)
            mark = f'<sup><a id="s{n}" href="#n{n}">{escape(teller.number(n))}</a></sup>'
            yield f"<li>{_inline(sentence.runs)}{mark}</li>"
        yield "</ul>\n</section>"
    yield f'<section class="notes">\n<h2>{escape(brief.notes_title)}</h2>'
    for n, sources in enumerate(notes, 1):
        yield f'<div class="note" id="n{n}"><a href="#s{n}">{escape(teller.number(n))}</a>\n<ul>'
        yield from (f'<li id="n{n}-{escape(one.claim)}">{_inline(source_runs(one, teller))}</li>' for one in sources)
        yield "</ul></div>"
    yield "</section>\n</main>\n</body>\n</html>"


def _inline(runs: Iterable[Run]) -> str:
    return "".join(f"<bdi>{escape(clean(run.text))}</bdi>" if run.foreign else escape(run.text) for run in runs)
