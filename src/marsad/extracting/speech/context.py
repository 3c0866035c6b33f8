"""A report as the readers of speech see it: words with quotations and dates, and small questions about
them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ...languages.arabic.dates import DateSpan
from ...languages.arabic.lexicon import base, proclitic
from ...languages.arabic.particles import particles
from ...records import DateRange
from ..document import Document, is_verb
from .cue_phrases import match
from .cues import Cues, cues
from .quotations import Quotations, quotations


@dataclass(slots=True)
class Context:
    """What every part of reading speech works on; ``date_from`` gives by first word a date's last word
    and span."""

    doc: Document
    known: Cues
    quotes: Quotations
    forms: list[str]
    gaps: list[str]
    date_from: dict[int, tuple[int, DateSpan]] = field(default_factory=dict)
    date_upto: dict[int, tuple[int, DateSpan]] = field(default_factory=dict)

    def named_upto(self, word: int) -> bool:
        """Whether a name ends before ``word``."""
        held = (self.doc.mention_from.get(k) for k in range(max(0, word - 6), word))
        return any(h is not None and h[0] == word and h[1].type != "nationality" for h in held)

    def mention(self, word: int) -> tuple[int, str] | None:
        """Last word (exclusive) and type of the mention that starts at ``word``; demonyms do not count."""
        held = self.doc.mention_from.get(word)
        return (held[0], held[1].type) if held and held[1].type != "nationality" else None

    def attached(self, word: int) -> str:
        """The preposition written onto a word; none where a name or quotation begins with it."""
        held = self.doc.mention_from.get(word)
        if held is not None and held[1].start == self.doc.words.starts[word]:
            return ""
        return "" if self.quotes.opening(word) else attached(self.forms[word])

    def colon(self, word: int) -> bool:
        """Whether a colon stands before ``word`` that opens a statement, not one inside a time or a
        ratio."""
        gap = self.gaps[word]
        return ":" in gap and not (gap == ":" and self.forms[word - 1].isdigit())

    def comma(self, word: int) -> bool:
        """Whether a mark that sets a parenthesis off stands before ``word``."""
        gap = self.gaps[word]
        return (gap != " " and any(mark in gap for mark in "،,؛()[]–—")) or gap in (" - ", "-")

    def definite(self, word: int) -> bool:
        """Whether the word has the article or begins a name."""
        return article(self.forms[word]) or self.mention(word) is not None

    def marked_feminine(self, word: int) -> bool:
        """Whether the word is written with the feminine ending, which folding does not tell from a
        pronoun."""
        return self.doc.report.text[self.doc.words.ends[word] - 1] == "ة"

    def date_range(self, span: DateSpan) -> DateRange:
        """The span as a record."""
        text = self.doc.report.text[span.start : span.end]
        return DateRange(
            earliest=span.earliest,
            latest=span.latest,
            precision=span.precision,
            inferred=span.inferred,
            text=text,
        )


def context(doc: Document, dates: Sequence[DateSpan]) -> Context:
    """Gather what reading the speech of ``doc`` needs."""
    out = Context(doc, cues(), quotations(doc.words), doc.words.forms, doc.words.gaps)
    out.quotes = out.quotes.ended(lambda word: _author_again(out, word))
    for span in dates:
        first, last = doc.words.at(span.start), doc.words.upto(span.end)
        if first < last and not _in_name(out, first, last):
            out.date_from[first] = (last, span)
            out.date_upto[last] = (first, span)
    return out


def _in_name(text: Context, first: int, last: int) -> bool:
    """Whether words that read as a date are part of a name: «روسيا اليوم»."""
    quote = text.quotes.within(first)
    if quote and not quote.spoken and (quote.first < first or quote.last > last):
        return True
    held = (text.doc.mention_from.get(word) for word in range(max(0, first - 5), first + 1))
    return any(h is not None and h[0] >= last for h in held)


def _author_again(text: Context, word: int) -> bool:
    """Whether a quotation that was never closed must be over at ``word``: its speaker is told of again."""
    form = text.forms[word]
    cue = text.known.forms.get(form)
    last = len(text.forms)
    if cue is not None and cue.lead and cue.part == "perfect":
        near = range(word + 1, min(word + 8, last))
        if text.doc.words.sentence_of(word).first == word or any(
            text.forms[k] in text.known.that or text.colon(k) for k in near
        ):
            return True
    return text.comma(word) and bool(
        (match(text.known.according_verb, text.forms, word, last) and form not in ("كما", "وكما", "علي"))
        or match(text.known.according, text.forms, word, last)
    )


@lru_cache(maxsize=8192)
def article(form: str) -> bool:
    """Whether a folded word bears the article, after whatever proclitic."""
    rest = proclitic(form)[1]
    return form.startswith("ال") or (len(rest) > 3 and rest.startswith("ال"))


@lru_cache(maxsize=8192)
def finite(form: str) -> bool:
    """Whether a folded word reads as a finite verb: one of news prose, or one of saying."""
    cue = cues().forms.get(form)
    return is_verb(form) or (
        cue is not None and cue.part in ("perfect", "imperfect") and not cue.noun_like and not cue.pronoun
    )


@lru_cache(maxsize=8192)
def attached(form: str) -> str:
    """The preposition written onto a folded word (ب ل ك), or nothing."""
    lead = proclitic(form)[0]
    return lead[-1] if lead and lead[-1] in "بلك" else ""


@lru_cache(maxsize=8192)
def preposition(form: str) -> bool:
    """Whether a folded word is a preposition on its own, with or without a conjunction before it."""
    among = particles().prepositions
    return form in among or (form[:1] in "وف" and form[1:] in among)


@lru_cache(maxsize=8192)
def one_of(form: str, listed: frozenset[str]) -> bool:
    """Whether a folded word is a listed noun, whatever its article, prepositions, owner or number."""
    stem = base(form)
    if form in listed or stem in listed:
        return True
    for ending in ("ه", "ها", "هم", "هما", "ا", "ين", "ون", "ان", "ات"):
        if stem.endswith(ending) and len(stem) > len(ending) + 1:
            rest = stem[: -len(ending)]
            if rest in listed or rest + "ه" in listed or (rest.endswith("ت") and rest[:-1] + "ه" in listed):
                return True
    return False
