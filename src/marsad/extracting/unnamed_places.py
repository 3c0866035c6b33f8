"""The country of a place that is told by what it is, not by its name: في بلدة حدودية تركية."""

from __future__ import annotations

from ..catalogue import Catalogue, PlaceEntry
from ..languages.arabic.clitics import splits
from ..languages.arabic.words import Sentence
from ..records import Mention, Span
from .document import Document, is_verb
from .phrase_words import phrase_words

# Words between what a place is and whose: بلدة حدودية تركية.
_BETWEEN = 1


def unnamed_place(
    doc: Document, catalogue: Catalogue, at: int, sentence: Sentence, reach: int
) -> tuple[Span, PlaceEntry] | None:
    """The words for the nearest town, district or the like within ``reach`` words of ``at`` in the sentence that is told by its
    nationality alone, and its country; None where there is none.  Bases and other sites are often of one country in another.
    """
    near = range(max(sentence.first, at - reach), min(sentence.last, at + reach))
    for word in sorted(near, key=lambda word: (abs(word - at), word)):
        lead = _before_one(doc, catalogue, word, sentence)
        whose = _whose(doc, word, sentence) if lead is not None else None
        country = catalogue.country(whose.country) if whose and whose.country else None
        if lead is not None and whose and country:
            start = doc.words.starts[word] + len(lead)
            return Span(doc.report.text[start : whose.end], start, whose.end), country
    return None


def _before_one(doc: Document, catalogue: Catalogue, word: int, sentence: Sentence) -> str | None:
    """The letters written onto a word for some town or the like in which something happens, "" for none (في بلدة, ببلدة); None
    where it is no such word.
    """
    form = doc.words.forms[word]
    inside = (
        word > sentence.first and doc.words.forms[word - 1] in phrase_words().inside and doc.words.gaps[word] == " "
    )
    if inside and form in catalogue.place_words:
        return ""
    raw = doc.report.text[doc.words.starts[word] :]
    return next(
        (
            lead
            for lead, rest in splits(form)
            if lead.endswith("ب") and rest in catalogue.place_words and raw.startswith(lead)
        ),
        None,
    )


def _whose(doc: Document, word: int, sentence: Sentence) -> Mention | None:
    """The adjective of a nationality that says whose the place at ``word`` is."""
    for after in range(word + 1, min(word + 2 + _BETWEEN, sentence.last)):
        form = doc.words.forms[after]
        if doc.words.gaps[after] != " " or is_verb(form) or form in phrase_words().locatives:
            return None
        _, mention = doc.mention_from.get(after, (after, None))
        if mention is not None:
            whole = mention.type == "nationality" and mention.start == doc.words.starts[after]
            return mention if whole else None
    return None
