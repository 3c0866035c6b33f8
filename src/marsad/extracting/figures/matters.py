"""Where a figure's own matter begins and ends: words that open another matter part it from the events told around it."""

from __future__ import annotations

from ...languages.arabic.words import Sentence
from ...records import FigureBody
from ..document import Document
from ..phrase_words import meanwhile
from ..proposal import Proposal
from .cues import figure_cues


def own_matter(doc: Document, figure: Proposal, sentence: Sentence) -> tuple[int, int, bool]:
    """The words, first and last, among which the event of a figure stands, and whether nothing before them can tell it.

    "From another side" begins another matter.  So does "meanwhile" where those who are found dead, attacks that are counted,
    or words like "in another incident" follow it: فيما عثر على جثتي حارسين في حادث منفصل.
    """
    borders = [i for i in range(sentence.first, sentence.last) if _opens(doc, i)]
    first = max((i for i in borders if i <= figure.anchor), default=None)
    last = min((i for i in borders if i > figure.anchor and _phrase_at(doc, i)), default=sentence.last)
    if first is None or not (_phrase_at(doc, first) or _tells_another(doc, figure, first, last)):
        return sentence.first, last, False
    return first, last, True


def goes_on_meanwhile(doc: Document, at: int) -> bool:
    """Whether a word opens what happened meanwhile; "later on" (فيما بعد) does not."""
    return meanwhile(doc.words.forms[at]) and figure_cues().later.isdisjoint(doc.words.forms[at + 1 : at + 2])


def _opens(doc: Document, at: int) -> bool:
    """Whether another matter may open with a word: one of "meanwhile", or one with which such a phrase begins a clause."""
    clause_begins = at == 0 or doc.ends_clause(at) or doc.words.sentence_of(at).first == at
    return goes_on_meanwhile(doc, at) or (clause_begins and _phrase_at(doc, at))


def _phrase_at(doc: Document, at: int) -> bool:
    forms = doc.words.forms
    word = forms[at].removeprefix("و")
    phrases = figure_cues().elsewhere
    return any(word == phrase[0] and tuple(forms[at + 1 : at + len(phrase)]) == phrase[1:] for phrase in phrases)


def _tells_another(doc: Document, figure: Proposal, first: int, last: int) -> bool:
    assert isinstance(figure.body, FigureBody)
    found = any(doc.words.forms[i] in figure_cues().found for i in range(first, figure.anchor))
    return figure.body.measure == "attacks" or found or any(_phrase_at(doc, i) for i in range(first, last))
