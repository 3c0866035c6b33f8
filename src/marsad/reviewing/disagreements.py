"""What coders disagree on, and nobody has adjudicated."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection

from marsad.records import Report, Span

from .agreement.fields import differing
from .judgements import Judgement, by_unit, judgements_of, last_of_each, standing
from .making import sentence_around
from .settled import outcome
from .sight import Sight
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
    """The units that wait for an adjudicator, in the order judged; none that ``looking`` codes blind.

    Those on which two coders or more differ, blind or not, and what one blind coder found in a report of which another judged
    something, and did not find.  Who is not sure differs from nobody.
    """
    log = judgements_of(connection)
    ruled = {one.unit for one in standing(log) if one.adjudicates}
    sure = [one for one in last_of_each(log) if one.verdict != "unsure"]
    readers: dict[str, set[str]] = defaultdict(set)
    for one in sure:
        if one.blind:
            readers[one.report].add(one.by)
    sight = Sight(connection, looking) if looking is not None else None
    found = []
    for unit, said in by_unit(sure).items():
        alone = len(said) == 1 and said[0].verdict == "missed" and said[0].blind and len(readers[said[0].report]) > 1
        differ = alone or len({outcome(one) for one in said}) > 1
        if differ and unit not in ruled and (sight is None or sight.of(unit)):
            fields = ["stands"] if alone else differing(said)
            found.append(Disagreement(claim_subject(connection, *unit), tuple(said), tuple(fields)))
    return found
