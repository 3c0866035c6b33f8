"""A figure as the ledger sees it: who says it, of whom, when, and what its sentence tells of the counts before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from marsad.languages.arabic import find_numbers
from marsad.languages.arabic.letters import fold
from marsad.records import Claim, FigureBody, Report, Side, Span

from ..telling import Telling
from .lists import Kind, Turn, people, turns
from .phrases import words_of
from .sources import Source, source_of

_STOP = re.compile(r"[!?؟…\n\r]|\.(?!\w)")
_HEAD = 4
_FAR = 8
_NEAR = 30


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure claim and what is read off it.

    ``at`` is the code point offset of its number in the report, ``side`` the claim's own or else what its words tell.
    """

    claim: Claim
    body: FigureBody
    report: Report
    telling: str
    at: int
    sentence: Span
    source: Source
    kind: Kind
    side: Side | None
    turn: Turn | None

    @property
    def day(self) -> date:
        """The day of the report; the first of all days where it is not known, so that nothing newer is missed."""
        return self.report.published or date.min

    @property
    def place(self) -> tuple[date, str, int, str]:
        """What figures are ordered by: day, report, place in the text."""
        return self.day, self.report.id, self.at, self.claim.id

    @property
    def low(self) -> float | int | None:
        """The lower bound."""
        return self.body.low

    @property
    def high(self) -> float | int | None:
        """The upper bound."""
        return self.body.high


def figures_of(telling: Telling) -> list[Figure]:
    """The figures of a telling in the order of its text, denied ones too."""
    agents = _agents(telling)
    found = []
    for claim in {claim.id: claim for claim in telling.figures}.values():
        if claim.figure is None:
            continue
        sentence = sentence_at(telling.report.text, claim)
        at, end = _number(claim, claim.figure)
        kind = kind_of(claim.figure.of or _counted(telling.report.text, at, end))
        found.append(
            Figure(
                claim=claim,
                body=claim.figure,
                report=telling.report,
                telling=telling.id,
                at=at,
                sentence=sentence,
                source=source_of(claim.voice, telling.report),
                kind=kind,
                side=claim.figure.side or kind.side or _side(claim.figure.of, kind, agents),
                turn=_turn(telling.report.text, sentence, at),
            )
        )
    return sorted(found, key=lambda figure: figure.place)


def kind_of(of: str | None) -> Kind:
    """Whom the words for those counted name; nobody in particular counts as anybody."""
    if not of:
        return Kind("general", "general")
    forms = words_of(of).forms
    head = people().first(forms[:1])
    if head is not None:
        return head
    return people().first(forms[:_HEAD]) or Kind(fold(of), "group", known=False)


def sentence_at(text: str, claim: Claim) -> Span:
    """The sentence in which a claim begins, up to where the claim or the sentence ends, whichever is later."""
    start = 0
    for stop in _STOP.finditer(text, max(0, claim.start - 2000), claim.start):
        start = stop.end()
    if start == 0 and claim.start > 2000:
        start = claim.start
    stop_after = _STOP.search(text, max(claim.end - 1, claim.start))
    end = max(claim.end, stop_after.start() if stop_after else len(text))
    while start < claim.start and text[start].isspace():
        start += 1
    return Span(text[start:end], start, end)


def _agents(telling: Telling) -> list[tuple[frozenset[str], str | None]]:
    roles = [role for claim in telling.events if claim.event for role in claim.event.roles]
    return [
        (frozenset(form for form in words_of(f"{role.text} {role.name or ''}").forms if len(form) > 3), role.type)
        for role in roles
        if role.role in ("agent", "organizer", "claimant")
    ]


def _side(of: str | None, kind: Kind, agents: list[tuple[frozenset[str], str | None]]) -> Side | None:
    """Those counted are the attackers' if they go by the agent's name, or by the kind of people the agent is."""
    types = {type_ for _, type_ in agents}
    if kind.code == "armed" and types & {"REB", "UAF", "PRM", "IMG", "CRM"}:
        return "agent"
    named = frozenset(words_of(of or "").forms)
    return "agent" if any(named & words for words, _ in agents) and kind.scope == "group" else None


def _number(claim: Claim, body: FigureBody) -> tuple[int, int]:
    """Where the number stands in the report; the beginning of the claim where it is not found."""
    if claim.end - claim.start > 4:
        for number in find_numbers(claim.text):
            if (number.low, number.high) == (body.low, body.high):
                return claim.start + number.start, claim.start + number.end
    return claim.start, claim.start


def _counted(text: str, at: int, end: int) -> str | None:
    """The word after a number, or else the one before it, if it names a kind of people: ثلاثة بالغين, جنديا واحدا."""
    if at == end:
        return None
    after, before = text[end : end + _NEAR].split()[:1], text[max(0, at - _NEAR) : at].split()[-2:]
    for word in (*after, *reversed(before)):
        kind = people().first(words_of(word).forms)
        if kind is not None and kind.scope in ("group", "subset"):
            return word
    return None


def _turn(text: str, sentence: Span, at: int) -> Turn | None:
    """The last cue before a number in its sentence; a cue of what was before reaches no further than a few words."""
    before = words_of(text[sentence.start : at]).forms
    last: Turn | None = None
    for _, end, turn in turns().find(before):
        if turn in ("rise", "fall", "renewal", "early") or len(before) - end <= _FAR:
            last = turn
        else:
            last = None if turn == last else last
    return last
