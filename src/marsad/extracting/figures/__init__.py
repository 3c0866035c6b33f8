"""Report → figure claims: every number that counts people or things of the codebook's measures.

A number takes its measure from its own words; one joined to the number before by "and" inherits it; one inside a list of
parts (من بينهم) inherits it and points to its whole.  Each figure points to the event it belongs to.
"""

from __future__ import annotations

from ...catalogue import Catalogue
from ...codebook import load
from ...languages.arabic.clitics import bare
from ...languages.arabic.lexicon import proclitic
from ...records import EventBody, FigureBody
from ..circumstances import event_date, event_place
from ..document import Dated, Document, Numbered
from ..events import Events
from ..proposal import Proposal
from ..sectors import sector
from .cues import figure_cues
from .measuring import Measured, counted_phrase, measure_of
from .parts import among_the, resumes
from .uncounted import one_more, ones_and_none

__all__ = ["find_figures"]

_NO_PERSONS = frozenset({"seized", "destroyed", "channels", "languages", "attacks"})


def find_figures(doc: Document, catalogue: Catalogue, events: Events, frame_dates: set[Dated]) -> list[Proposal]:
    """All figure claims of a report, each with its event and its whole where it has one.

    A figure without a day or place of its own clause has those of its event.
    """
    out: list[Proposal] = []
    counted: list[tuple[Numbered, Proposal]] = []
    governing: set[int] = set()
    before: tuple[Numbered, Proposal] | None = None
    for number in doc.numbers:
        if number.value.share or doc.in_furniture(number.first):
            continue
        found, whole = _read(doc, number, before, out)
        if found is None:
            continue
        proposal = _propose(doc, number, found)
        if found.cue < number.first and not _adds(doc, number):
            governing.add(found.cue)
        proposal.whole = whole
        if (
            whole is None
            and before is not None
            and before[1].whole
            and _fits(doc, before[0], number, before[1], proposal)
        ):
            proposal.whole = before[1].whole
        out.append(proposal)
        before = (number, proposal)
        counted.append(before)
    out += one_more(doc, counted)
    out += ones_and_none(doc, {n.first for n in doc.numbers}, governing)
    out.sort(key=lambda p: p.anchor)
    for proposal in out:
        _place_in_event(doc, events, proposal)
        _circumstances(doc, catalogue, proposal, frame_dates)
    return out


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
    found = measure_of(doc, number, counted, near[0].last if near else sentence.first, sentence.last)
    whole: Proposal | None = None
    if near is not None and _partitive(doc, near[0].last, number.first):
        whole = near[1].whole or near[1]
    elif before is not None and resumes(doc, number, sentence.first):
        whole = before[1].whole or before[1]
    elif found is not None:
        whole = among_the(doc, number, found, sentence.first, figures)
    joined = near is not None and _joined(doc, near[0], number)
    source = whole or (near[1] if near else None)
    if source is not None and (whole or joined) and _inherits(found, source, number, doc):
        found = _inherited(doc, source, counted)
    return found, whole


def _partitive(doc: Document, first: int, last: int) -> bool:
    words = figure_cues().partitives
    return last - first <= 14 and any(doc.words.forms[i] in words for i in range(first, last))


def _joined(doc: Document, earlier: Numbered, number: Numbered) -> bool:
    """Whether the number goes on with the one before: 10 جنود وثلاثة مدنيين."""
    between = number.first - earlier.last
    if between <= 9 and any(
        doc.words.forms[i] in figure_cues().comparatives for i in range(earlier.last, number.first)
    ):
        return True
    return between <= 9 and _adds(doc, number)


def _adds(doc: Document, number: Numbered) -> bool:
    """Whether a number is joined by "and" to what stands before it."""
    told_on = doc.words.forms[number.first - 1][0] == "و"
    lead = doc.words.forms[number.first]
    return lead[0] == "و" or told_on or doc.report.text[doc.words.starts[number.first] - 1] == "و"


def _inherits(found: Measured | None, before: Proposal, number: Numbered, doc: Document) -> bool:
    """Whether a joined number has no word of its own that tells another measure."""
    assert isinstance(before.body, FigureBody)
    if found is None:
        counted = counted_phrase(doc, number, doc.words.sentence_of(number.first).last)
        noun = bare(proclitic(doc.words.forms[counted[0]])[1]) if counted else ""
        return noun not in figure_cues().not_counted
    return found.measure in ("fighters", before.body.measure) and found.cue >= number.first


def _inherited(doc: Document, before: Proposal, counted: tuple[int, int] | None) -> Measured | None:
    assert isinstance(before.body, FigureBody)
    noun = bare(proclitic(doc.words.forms[counted[0]])[1]) if counted else ""
    if before.body.measure in _NO_PERSONS:
        if counted is not None and sector(doc, *counted) is not None:
            return None
    elif noun in figure_cues().things:
        return None
    return Measured(before.body.measure, before.anchor, counted)


def _fits(doc: Document, earlier: Numbered, number: Numbered, before: Proposal, figure: Proposal) -> bool:
    """Whether a number joined to a part is a part of the same whole: 29 سجينا و3 حراس, together no more than the whole."""
    assert isinstance(before.body, FigureBody)
    assert isinstance(figure.body, FigureBody)
    whole = before.whole.body if before.whole else None
    if not isinstance(whole, FigureBody) or not _joined(doc, earlier, number):
        return False
    if figure.body.measure != whole.measure and before.body.measure == whole.measure:
        return False
    top = whole.high if whole.high is not None else whole.low
    together = (before.body.low or 0) + (figure.body.low or 0)
    return top is None or together <= top


def _propose(doc: Document, number: Numbered, found: Measured) -> Proposal:
    clause = doc.clause_of(number.core_first)
    first = min(clause[0], number.first)
    last = max(clause[1], number.last)
    if found.cue >= first - 12 and doc.words.sentence_of(found.cue) == doc.words.sentence_of(number.first):
        first, last = min(first, found.cue), max(last, found.cue + 1)
    counted = doc.entity(*found.counted).text if found.counted else None
    body = FigureBody(
        measure=found.measure,
        low=number.value.low,
        high=number.value.high,
        unit=_unit_of(found.measure),
        of=counted,
        approximate=number.value.approximate,
    )
    return Proposal("figure", first, last, number.core_first, f"figure:{found.measure}", body)


def _unit_of(measure: str) -> str:
    return load().measures[measure].unit


def _place_in_event(doc: Document, events: Events, figure: Proposal) -> None:
    """Point a figure to its event: the nearest of a fitting type in its sentence, else the last one told before."""
    assert isinstance(figure.body, FigureBody)
    fitting = load().measures[figure.body.measure].events
    sentence = doc.words.sentence_of(figure.anchor)
    near = [
        (abs(at - figure.anchor), at)
        for at, p in events.told_at.items()
        if sentence.first <= at < sentence.last and _is(p, fitting)
    ]
    if near:
        figure.event = events.told_at[min(near)[1]]
    elif figure.whole is not None:
        figure.event = figure.whole.event
    elif figure.body.measure in (
        "killed",
        "injured",
        "casualties",
        "kidnapped",
        "missing",
        "destroyed",
        "participants",
    ):
        earlier = [p for p in events.proposals if p.anchor < sentence.first and _is(p, fitting)]
        figure.event = earlier[-1] if earlier else None


def _is(event: Proposal, types: tuple[str, ...]) -> bool:
    return isinstance(event.body, EventBody) and event.body.type in types
