"""Numbers that go on from the one before: joined by "and", inside a list of parts, or set against it."""

from __future__ import annotations

from ...languages.arabic.clitics import bare
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ...records import FigureBody
from ..document import Document, Numbered, is_verb
from ..proposal import Proposal
from ..sectors import sector
from .cues import figure_cues
from .measuring import Measured, counted_phrase, counts_others
from .untold import pair_of_nobody

_NO_PERSONS = frozenset({"seized", "destroyed", "channels", "languages", "attacks"})
_BREAKS_DOWN = "-–—(:"
# Words between two numbers that one "and" joins; what leads on from a number to those counted.
_BREATH = 9
_OF = frozenset({"من", "و"})


def partitive(doc: Document, first: int, last: int) -> bool:
    """Whether one of the words between two numbers opens a list of the parts of the first: من بينهم.

    Right behind the first it says whom that counts, if the clause ends there: 10 منهم، فيما قتل اثنان.
    """
    words = figure_cues().partitives
    begin = first + 1 if first + 1 < last and doc.ends_clause(first + 1) else first
    return last - first <= 14 and any(doc.words.forms[i] in words for i in range(begin, last))


def broken_down(doc: Document, whole: Numbered, figure: Proposal, number: Numbered, found: Measured | None) -> bool:
    """Whether a number right behind a dash, bracket or colon begins to tell what the one before is made of: 23 شخصا (15 جنديا."""
    assert isinstance(figure.body, FigureBody)
    phrase = counted_phrase(doc, whole, number.first)
    sign = any(mark in doc.words.gaps[number.first] for mark in _BREAKS_DOWN)
    if not sign or number.first != (phrase[1] if phrase else whole.last):
        return False
    fewer = (number.value.low or 0) < (figure.body.low or 0)
    return fewer and (found is None or found.measure in ("fighters", figure.body.measure))


def in_one_breath(doc: Document, earlier: Numbered, number: Numbered) -> bool:
    """Whether "and" joins a number to the one before it in a clause, with nothing between but whom that counts: 25 من الحوثيين
    و8 من المقاومة.  Then both are of one event."""
    between = doc.words.forms[earlier.last : number.first]
    same = doc.words.sentence_of(earlier.first) == doc.words.sentence_of(number.first)
    apart = any(is_verb(form) or form in particles().all - _OF for form in between)
    return same and len(between) <= _BREATH and adds(doc, number) and not apart


def joined(doc: Document, earlier: Numbered, number: Numbered) -> bool:
    """Whether the number goes on with the one before: 10 جنود وثلاثة مدنيين."""
    between = number.first - earlier.last
    if between <= _BREATH and any(
        doc.words.forms[i] in figure_cues().comparatives for i in range(earlier.last, number.first)
    ):
        return True
    return between <= _BREATH and adds(doc, number)


def adds(doc: Document, number: Numbered) -> bool:
    """Whether a number is joined by "and" to what stands before it, at most a particle between: وكذلك 20 جنديا."""
    before = doc.words.forms[number.first - 1] if number.first else ""
    told_on = before[:1] == "و" and (before == "و" or before[1:] in particles().all)
    lead = doc.words.forms[number.first]
    return lead[0] == "و" or told_on or doc.report.text[doc.words.starts[number.first] - 1] == "و"


def inherits(found: Measured | None, before: Proposal, number: Numbered, doc: Document) -> bool:
    """Whether a joined number has no word of its own that tells another measure."""
    assert isinstance(before.body, FigureBody)
    if found is None:
        counted = counted_phrase(doc, number, doc.words.sentence_of(number.first).last)
        noun = bare(proclitic(doc.words.forms[counted[0]])[1]) if counted else ""
        return noun not in figure_cues().not_counted and not pair_of_nobody(noun)
    return found.measure in ("fighters", before.body.measure) and found.cue >= number.first


def inherited(doc: Document, before: Proposal, counted: tuple[int, int] | None) -> Measured | None:
    """The measure of the number before, unless what is counted is a thing where that counts persons, or the reverse."""
    assert isinstance(before.body, FigureBody)
    noun = bare(proclitic(doc.words.forms[counted[0]])[1]) if counted else ""
    if before.body.measure in _NO_PERSONS:
        if counted is not None and sector(doc, *counted) is not None:
            return None
    elif noun in figure_cues().things:
        return None
    return Measured(before.body.measure, before.anchor, counted)


def fits(doc: Document, earlier: Numbered, number: Numbered, before: Proposal, figure: Proposal) -> bool:
    """Whether a number joined to a part is a part of the same whole: 29 سجينا و3 حراس, together no more than the whole."""
    assert isinstance(before.body, FigureBody)
    assert isinstance(figure.body, FigureBody)
    whole = before.whole.body if before.whole else None
    if not isinstance(whole, FigureBody) or not joined(doc, earlier, number):
        return False
    if figure.body.measure != before.body.measure and counts_others(doc, number):
        return False
    if figure.body.measure != whole.measure and before.body.measure == whole.measure:
        return False
    top = whole.high if whole.high is not None else whole.low
    together = (before.body.low or 0) + (figure.body.low or 0)
    return top is None or together <= top
