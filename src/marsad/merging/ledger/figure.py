"""A figure as the ledger sees it: who says it, of whom, when, and what its sentence tells of the counts before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from marsad.codebook.types import Label
from marsad.languages.arabic.letters import fold
from marsad.records import Claim, FigureBody, Report, Side, Span

from ..telling import Telling
from .lists import Kind, Turn, kind_labels, people
from .longer import counts_beyond
from .phrases import words_of
from .sources import Source, source_of
from .wording import (
    Number,
    counted_after,
    counted_from,
    counts_companions,
    counts_others,
    number_at,
    rest_of_clause,
    sentence_at,
    turn_before,
)

_HEAD = 4
_ACTING = frozenset({"agent", "organizer", "claimant"})
_SUFFERING = frozenset({"target", "victim"})
SIDES = frozenset({"armed", "security", "irregulars"})
_ARMED = frozenset({"REB", "UAF", "PRM", "IMG", "CRM"})

Named = list[tuple[frozenset[str], str | None]]
"""Words for actors, with the type of each."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure claim and what is read off it.

    ``at`` is the code point offset of its number in the report, ``side`` the claim's own or else what its words tell;
    ``beside`` is the code of the one side that the rest of its clause names; ``others`` says that it counts others beside
    somebody named before, ``companions`` those who fell with somebody, ``beyond`` that it counts more than one event.
    """

    claim: Claim
    body: FigureBody
    report: Report
    telling: str
    at: int
    sentence: Span
    source: Source
    kind: Kind
    beside: str | None
    others: bool
    companions: bool
    side: Side | None
    turn: Turn | None
    beyond: bool

    @property
    def day(self) -> date:
        """The day of the report; the first of all days where it is not known, so that nothing newer is missed."""
        return self.report.published or date.min

    @property
    def place(self) -> tuple[date, str, int, str]:
        """What figures are ordered by: day, report, place in the text."""
        return self.day, self.report.id, self.at, self.claim.id

    @property
    def before(self) -> bool:
        """Whether its report gives it as a count of before."""
        return self.turn in ("former", "had-said")

    @property
    def whom(self) -> str:
        """Whom it counts, in words."""
        return self.body.of or self.kind.code

    @property
    def people(self) -> str | Label:
        """Whom it counts, for a remark: in the words of the report, else what its kind of people is called."""
        return self.body.of or kind_labels()[self.kind.code]

    @property
    def low(self) -> Number:
        """The lower bound."""
        return self.body.low

    @property
    def high(self) -> Number:
        """The upper bound."""
        return self.body.high


def figures_of(telling: Telling) -> list[Figure]:
    """The figures of a telling in the order of its text, denied ones too."""
    if not telling.figures:
        return []
    agents, targets = _of_role(telling, _ACTING), _of_role(telling, _SUFFERING)
    found = []
    for claim in {claim.id: claim for claim in telling.figures}.values():
        if claim.figure is None:
            continue
        sentence = sentence_at(telling.report.text, claim)
        at, end = number_at(claim)
        kind = kind_of(claim.figure.of or counted_after(telling.report.text, at, end))
        # "Fighters of the resistance" are of the resistance.
        if (kind.scope == "general" or kind.code == "armed") and end > at:
            kind = _of_side(counted_from(telling.report.text, end)) or kind
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
                beside=side.code if (side := _of_side(rest_of_clause(telling.report.text, end))) else None,
                others=end > at and counts_others(telling.report.text, claim.figure.of, end),
                companions=counts_companions(telling.report.text, sentence, at),
                side=claim.figure.side or kind.side or _side(claim.figure.of, kind, agents, targets),
                turn=turn_before(telling.report.text, sentence, at),
                beyond=counts_beyond(telling.report.text, sentence, at),
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


def _of_side(words: str | None) -> Kind | None:
    """The side, of those the lists know, that people at large are said to be of; None where they are of several."""
    found = (kind for _, _, kind in people().find(words_of(words).forms)) if words else ()
    kinds = {kind.code: kind for kind in found if kind.scope == "group"}
    return next(iter(kinds.values())) if len(kinds) == 1 and kinds.keys() <= SIDES else None


def _of_role(telling: Telling, names: frozenset[str]) -> Named:
    roles = [role for claim in telling.events if claim.event for role in claim.event.roles]
    return [
        (frozenset(form for form in words_of(f"{role.text} {role.name or ''}").forms if len(form) > 3), role.type)
        for role in roles
        if role.role in names
    ]


def _side(of: str | None, kind: Kind, agents: Named, targets: Named) -> Side | None:
    """Those counted are the attackers' if they go by the agent's name, or by the kind of people the agent is, and not by that of
    those attacked."""
    types = {type_ for _, type_ in agents}
    if kind.code == "armed" and types & _ARMED and not {type_ for _, type_ in targets} & _ARMED:
        return "agent"
    named = frozenset(words_of(of or "").forms)
    if any(named & words for words, _ in targets):
        return None
    return "agent" if any(named & words for words, _ in agents) and kind.scope == "group" else None
