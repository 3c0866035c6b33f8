"""What coders disagree on, and nobody has adjudicated."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from marsad.records import Report, Span

from .agreement.fields import differing
from .judgements import Judgement, by_unit, judgements_of, last_of_each, standing
from .making import sentence_around
from .settled import outcome
from .sight import seen_by
from .subjects import Subject, claim_subject


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A unit, what its coders said last, and the ``fields`` in which they differ."""

    subject: Subject
    judgements: tuple[Judgement, ...]
    fields: tuple[str, ...]

    @property
    def report(self) -> Report:
        """The report that the unit stands in."""
        return self.subject.report

    @property
    def sentence(self) -> Span:
        """The sentence around it."""
        return sentence_around(self.report, *self.subject.span)


def disagreements(connection: Connection, looking: str | None = None) -> list[Disagreement]:
    """The units on which two coders or more differ, blind or not, in the order judged; none that ``looking`` coded blind.

    Who is not sure differs from nobody.
    """
    log = judgements_of(connection)
    ruled = {one.unit for one in standing(log) if one.adjudicates}
    sure = [one for one in last_of_each(log) if one.verdict != "unsure"]
    seen = sure if looking is None else seen_by(connection, looking, sure)
    found = []
    for unit, said in by_unit(seen).items():
        if unit not in ruled and len({outcome(one) for one in said}) > 1:
            found.append(Disagreement(claim_subject(connection, *unit), tuple(said), tuple(differing(said))))
    return found
