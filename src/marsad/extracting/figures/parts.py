"""Parts told away from their whole: "ثلاثة منهم", "ومن بين القتلى خمسة"."""

from __future__ import annotations

from collections.abc import Sequence

from ...languages.arabic.clitics import bare
from ...languages.arabic.lexicon import proclitic
from ...records import FigureBody
from ..document import Document, Numbered
from ..phrase_words import phrase_words
from ..proposal import Proposal
from .cues import figure_cues
from .measuring import Measured

_BACK, _AHEAD = 5, 9
# Words between a stay or a leave and the hospital: ما زالوا يعالجون في أحد المستشفيات.
_BETWEEN = 3


def resumes(doc: Document, number: Numbered, start: int) -> bool:
    """Whether a pronoun right beside the number takes up what was counted before: ثلاثة منهم, قتل منهم 150."""
    forms = doc.words.forms
    after = number.last < len(forms) and forms[number.last] in phrase_words().of_them
    before = any(forms[i] in phrase_words().of_them for i in range(max(start, number.first - 2), number.first))
    return after or before


def among_the(doc: Document, number: Numbered, found: Measured, start: int, figures: list[Proposal]) -> Proposal | None:
    """The figure that a number is a part of by naming those counted: ومن بين القتلى خمسة, سبعة من الموقوفين."""
    forms, cues = doc.words.forms, figure_cues()
    for i in range(number.first - 1, max(start, number.first - _BACK) - 1, -1):
        word = bare(proclitic(forms[i])[1])
        whole_word = proclitic(forms[i])[1]
        told = (
            cues.units.get(word)
            or cues.units.get(whole_word)
            or cues.governors.get(word)
            or cues.governors.get(whole_word)
        )
        if told == found.measure and i > start and forms[i - 1].endswith("بين"):
            return _last_whole(figures, told)
    if number.last + 1 < len(forms) and forms[number.last] == "من":
        noun = proclitic(forms[number.last + 1])[1]
        if noun.startswith("ال") and found.measure in (
            cues.units.get(bare(noun)),
            cues.units.get(noun),
            cues.governors.get(noun),
        ):
            return _last_whole(figures, found.measure)
    return None


def in_care(doc: Document, number: Numbered, found: Measured, figures: list[Proposal]) -> Proposal | None:
    """The wounded among whom a number is said to be in a critical state, or in hospital still or no longer.

    عشرون جريحا ما زالوا في حالة حرجة, عشرة مصابين خرجوا من المستشفى.
    """
    forms, cues = doc.words.forms, figure_cues()
    last = min(doc.words.sentence_of(number.first).last, number.last + _AHEAD)
    pairs = zip(forms[number.last : last], forms[number.last + 1 : last], strict=False)
    critical = any(a.startswith(cues.state) and b in cues.critical for a, b in pairs)
    if found.measure != "injured" or not (critical or _in_hospital(forms[number.last : last])):
        return None
    whole = _last_whole(figures, "injured")
    least = whole.body.low if whole and isinstance(whole.body, FigureBody) else None
    return whole if least and number.value.low and number.value.low < least else None


def _in_hospital(forms: Sequence[str]) -> bool:
    """Whether somebody is said to be in hospital still, or to have left it."""
    cues = figure_cues()
    stays = [i for i, form in enumerate(forms) if form in cues.in_care]
    return any(bare(proclitic(form)[1]) in cues.hospitals for i in stays for form in forms[i + 1 : i + 2 + _BETWEEN])


def _last_whole(figures: list[Proposal], measure: str) -> Proposal | None:
    """The last figure of a measure that is no part itself."""
    same = (f for f in reversed(figures) if isinstance(f.body, FigureBody) and f.body.measure == measure)
    return next((f for f in same if f.whole is None), None)
