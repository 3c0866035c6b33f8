"""Report → figure claims: every number that counts people or things of the codebook's measures.

A number takes its measure from its own words; one joined to the number before by "and" inherits it; one inside a list of
parts (من بينهم) inherits it and points to its whole.  Each figure points to the event it belongs to.
"""

from __future__ import annotations

from ...catalogue import Catalogue
from ...codebook import load
from ...languages.arabic.lexicon import proclitic
from ...languages.arabic.particles import particles
from ...records import FigureBody
from ..circumstances import event_date, event_place
from ..document import Dated, Document, Numbered, is_verb
from ..events import Events
from ..proposal import Proposal
from .belonging import event_of
from .beside import named_one, one_more, one_of_them
from .cues import figure_cues
from .joining import adds, broken_down, fits, in_one_breath, inherited, inherits, joined, partitive
from .measuring import Measured, counted_phrase, counts_others, measure_of, unit
from .parts import among_the, in_care, resumes
from .uncounted import ones_and_none, told_once
from .untold import counts_nothing

__all__ = ["find_figures"]


def find_figures(doc: Document, catalogue: Catalogue, events: Events, frame_dates: set[Dated]) -> list[Proposal]:
    """All figure claims of a report, each with its event and its whole where it has one.

    A figure without a day or place of its own clause has those of its event.
    """
    out: list[Proposal] = []
    counted: list[tuple[Numbered, Proposal]] = []
    governing: set[int] = set()
    before: tuple[Numbered, Proposal] | None = None
    together: dict[int, Proposal] = {}
    for number in doc.numbers:
        if number.value.share or doc.in_furniture(number.first):
            continue
        if _singles_out(doc, number) or counts_nothing(doc, number):
            continue
        found, whole = _read(doc, number, before, out)
        if found is None:
            continue
        proposal = _propose(doc, number, found)
        if found.cue < number.first and not adds(doc, number):
            governing.add(found.cue)
        proposal.whole = whole
        if (
            whole is None
            and before is not None
            and before[1].whole
            and fits(doc, before[0], number, before[1], proposal)
        ):
            proposal.whole = before[1].whole
        if before is not None and in_one_breath(doc, before[0], number) and before[1].rule == proposal.rule:
            together[proposal.anchor] = before[1]
        out.append(proposal)
        before = (number, proposal)
        counted.append(before)
    out += one_more(doc, counted) + named_one(doc, counted) + one_of_them(doc, counted)
    out += ones_and_none(doc, {n.first for n in doc.numbers}, governing)
    out = told_once(doc, _each_once(out))
    out.sort(key=lambda p: p.anchor)
    for proposal in out:
        with_ = together.get(proposal.anchor)
        proposal.event = with_.event if with_ and with_.event else event_of(doc, events, proposal)
        _circumstances(doc, catalogue, proposal, frame_dates)
    return out


def _each_once(figures: list[Proposal]) -> list[Proposal]:
    """The figures without a second one of the same word, which a person joined to two of them may have."""
    return list({figure.anchor: figure for figure in reversed(figures)}.values())[::-1]


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


def _circumstances(doc: Document, catalogue: Catalogue, figure: Proposal, frame_dates: set[Dated]) -> None:
    event = figure.event
    if event is not None and event.first <= figure.anchor < event.last:
        figure.date, figure.place = event.date, event.place
        return
    sentence = doc.words.sentence_of(figure.anchor)
    figure.date = event_date(doc, figure.anchor, sentence, frame_dates, []) or (event.date if event else None)
    figure.place = event_place(doc, catalogue, figure.anchor, sentence, []) or (event.place if event else None)


def _read(
    doc: Document, number: Numbered, before: tuple[Numbered, Proposal] | None, figures: list[Proposal]
) -> tuple[Measured | None, Proposal | None]:
    """What a number measures, and the figure it is a part of, if it is one."""
    sentence = doc.words.sentence_of(number.first)
    near = before if before is not None and before[1].last > sentence.first else None
    counted = counted_phrase(doc, number, sentence.last)
    # Attacks counted are no toll: what governs a number behind them may stand before them: قتل تفجيران 13 شخصا.
    since = near[0].last if near and near[1].rule != "figure:attacks" else sentence.first
    found = measure_of(doc, number, counted, since, sentence.last)
    whole = _whole(doc, number, found, before, near, figures)
    goes_on = near is not None and joined(doc, near[0], number)
    source = whole or (near[1] if near else None)
    if source is not None and (whole or goes_on) and inherits(found, source, number, doc):
        found = inherited(doc, source, counted)
    return found, whole


def _whole(
    doc: Document,
    number: Numbered,
    found: Measured | None,
    before: tuple[Numbered, Proposal] | None,
    near: tuple[Numbered, Proposal] | None,
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
