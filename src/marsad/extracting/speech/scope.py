"""How far what is said goes: to the end of its quotation, or of its sentence, or to where the author
speaks again."""

from __future__ import annotations

from .context import Context
from .cue_phrases import Phrases, match
from .frame import How


def content_end(text: Context, first: int, stop: int, how: How | None) -> int:
    """Index just past the last word of what is said from ``first`` on; ``stop`` ends the sentence of the
    verb."""
    quote = text.quotes.opening(first) if first < len(text.forms) else None
    if how in ("colon", "quote") and quote and quote.spoken:
        return _joined_quotations(text, quote.last)
    if first >= stop:
        stop = text.doc.words.sentence_of(first).last if first < len(text.forms) else stop
    return author_again(text, first, stop)


def author_again(text: Context, first: int, stop: int) -> int:
    """The first word from ``first`` on, outside quotations, at which the author speaks again, else the
    end."""
    at = first + 1
    while at < stop:
        quote = text.quotes.opening(at)
        if quote and quote.spoken:
            at = max(at + 1, quote.last)
            stop = max(stop, at)
            continue
        form = text.forms[at]
        begins = form in text.known.anywhere or text.doc.ends_clause(at)
        if form in text.known.author and begins and match(text.known.author, text.forms, at, stop):
            return at
        at += 1
    inside = text.quotes.around(stop - 1)
    return max(stop, inside.last) if inside and inside.first >= first else stop


def until(text: Context, known: Phrases, first: int, stop: int) -> int:
    """The first word after ``first`` at which one of the phrases stands, else ``stop``."""
    return next((k for k in range(first + 1, stop) if match(known, text.forms, k, stop)), stop)


def clause_end(text: Context, first: int, stop: int) -> int:
    """The first word after ``first`` before which punctuation ends a clause, quotations left whole, else
    ``stop``."""
    at = first + 1
    while at < stop:
        quote = text.quotes.opening(at)
        if text.doc.ends_clause(at):
            return at
        at = max(at + 1, quote.last if quote and quote.spoken else 0)
    return stop


def _joined_quotations(text: Context, last: int) -> int:
    """Past quotations that go on after a mere comma or "and"."""
    while last < len(text.forms):
        at = last + 1 if text.forms[last] == "و" else last
        quote = text.quotes.opening(at) if at < len(text.forms) else None
        if quote is None or not quote.spoken or "\n" in text.gaps[at] or text.colon(at):
            break
        last = quote.last
    return last
