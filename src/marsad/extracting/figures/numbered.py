"""Figures of the numbers of a report.

A number takes its measure from its own words; one joined to the number before by "and" inherits it; one inside a list of
parts (من بينهم) inherits it and points to its whole.
"""

from __future__ import annotations

from ...codebook import load
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ...records import FigureBody
from ..document import Document, Numbered, is_verb
from ..proposal import Proposal
from .cues import figure_cues
from .joining import adds, broken_down, fits, in_one_breath, inherited, inherits, joined, partitive
from .measuring import Measured, counted_phrase, counts_others, measure_of, unit
from .parts import among_the, in_care, resumes
from .untold import counts_nothing

Counted = tuple[Numbered, Proposal]


def numbered(doc: Document) -> tuple[list[Counted], set[int]]:
    """The numbers that count something, in order, each with its figure; and the words before them that govern them."""
    counted: list[Counted] = []
    figures: list[Proposal] = []
    governing: set[int] = set()
    for number in doc.numbers:
        if number.value.share or doc.in_furniture(number.first):
            continue
        if _singles_out(doc, number) or counts_nothing(doc, number):
            continue
        before = counted[-1] if counted else None
        found, whole = _read(doc, number, before, figures)
        if found is None:
            continue
        if found.cue < number.first and not adds(doc, number):
            governing.add(found.cue)
        figure = _propose(doc, number, found)
        figure.whole = whole
        if before is not None:
            _join(doc, before, (number, figure))
        figures.append(figure)
        counted.append((number, figure))
    return counted, governing


def _join(doc: Document, before: Counted, added: Counted) -> None:
    """Give a figure what it has from the one before it, by whom the two count: its whole, and that both are told together."""
    (earlier, beside), (number, figure) = before, added
    if figure.whole is None and beside.whole and fits(doc, earlier, number, beside, figure):
        figure.whole = beside.whole
    if in_one_breath(doc, earlier, number) and beside.rule == figure.rule:
        figure.told_with = beside


def _singles_out(doc: Document, number: Numbered) -> bool:
    """Whether "one" only agrees with a noun for no person before it: من أسرة واحدة."""
    if doc.words.forms[number.core_first] not in ("واحد", "واحده") or number.first != number.core_first:
        return False
    cues, before = figure_cues(), doc.words.forms[number.first - 1] if number.first else ""
    noun = proclitic(before)[1]
    alone = doc.words.forms[number.first - 2] not in ("من", "في") if number.first > 1 else True
    told = noun in cues.governors or noun in cues.units or noun in cues.singulars or (alone and noun in cues.things)
    return (
        bool(before)
        and not told
        and noun not in particles().all
        and not doc.ends_clause(number.first)
        and (doc.ends_in_ta(number.first - 1) or not is_verb(before))
    )


def _read(
    doc: Document, number: Numbered, before: Counted | None, figures: list[Proposal]
) -> tuple[Measured | None, Proposal | None]:
    """What a number measures, and the figure it is a part of, if it is one."""
    sentence = doc.words.sentence_of(number.first)
    near = before if before is not None and before[1].last > sentence.first else None
    counted = counted_phrase(doc, number, sentence.last)
    # Attacks counted are no toll: what governs a number behind them may stand before them: قتل تفجيران 13 شخصا.
    since = _behind(doc, near[0], number) if near and near[1].rule != "figure:attacks" else sentence.first
    found = measure_of(doc, number, counted, since, sentence.last)
    whole = _whole(doc, number, found, before, near, figures)
    goes_on = near is not None and joined(doc, near[0], number)
    source = whole or (near[1] if near else None)
    if source is not None and (whole or goes_on) and inherits(found, source, number, doc):
        found = inherited(doc, source, counted)
    return found, whole


def _behind(doc: Document, before: Numbered, number: Numbered) -> int:
    """The word behind a number and whom it counts: ... 43 من العائدين، صدرت بحق 28 منهم أحكام."""
    counted = counted_phrase(doc, before, number.first)
    return counted[1] if counted else before.last


def _whole(
    doc: Document,
    number: Numbered,
    found: Measured | None,
    before: Counted | None,
    near: Counted | None,
    figures: list[Proposal],
) -> Proposal | None:
    """The figure that a number is a part of; ``near`` is the one before it if that ends in the same sentence."""
    start = doc.words.sentence_of(number.first).first
    if counts_others(doc, number):
        return None
    if near is not None and partitive(doc, near[0].last, number.first):
        return near[1].whole or near[1]
    if near is not None and broken_down(doc, near[0], near[1], number, found):
        return near[1]
    if before is not None and _just_told(doc, before[1], start) and resumes(doc, number, start):
        return before[1].whole or before[1]
    if found is None:
        return None
    return among_the(doc, number, found, start, figures) or in_care(doc, number, found, figures)


def _just_told(doc: Document, figure: Proposal, first: int) -> bool:
    """Whether a figure stands in the sentence that begins at the word ``first`` or in the one before it."""
    return figure.last > (doc.words.sentence_of(first - 1).first if first else 0)


def _propose(doc: Document, number: Numbered, found: Measured) -> Proposal:
    clause = doc.clause_of(number.core_first)
    first = min(clause[0], number.first)
    last = max(clause[1], number.last)
    if found.cue >= first - 12 and doc.words.sentence_of(found.cue) == doc.words.sentence_of(number.first):
        first, last = min(first, found.cue), max(last, found.cue + 1)
    counted = doc.entity(*found.counted).text if found.counted else None
    # What is told behind the number is told there: ارتفع إلى 16 عدد القتلى في القصف.
    behind = found.counted is not None and number.last <= found.cue < found.counted[0]
    body = FigureBody(
        measure=found.measure,
        low=number.value.low,
        high=number.value.high,
        unit=_unit_of(doc, found),
        of=counted,
        approximate=number.value.approximate,
    )
    anchor = found.cue if behind else number.core_first
    return Proposal("figure", first, last, anchor, f"figure:{found.measure}", body)


def _unit_of(doc: Document, found: Measured) -> str:
    """The unit of a figure: that of its measure, but families that are counted are families."""
    unit_of_measure = load().measures[found.measure].unit
    noun = unit(doc.words.forms[found.counted[0]]) if found.counted else ""
    return "families" if unit_of_measure == "persons" and noun in figure_cues().families else unit_of_measure
