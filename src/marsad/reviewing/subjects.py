"""What a judgement is on: the claim or pair, its report, and what Marsad or a first coder made of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from marsad.interchange import from_json
from marsad.records import Claim, Report
from marsad.storing import UnknownNameError
from marsad.storing.review_tables import effects, judgements
from marsad.storing.tables import claims, reports

from .checking import check_coding
from .codes_of import coded_of
from .coding import Coded, CodedEvent, Unit
from .errors import CodingError
from .judgements import UnitKey, judgements_of, on_unit, standing
from .making import made_claim

_CLAIM = select(claims.c.body, claims.c.report, reports.c.body.label("told")).join(
    reports, reports.c.number == claims.c.report
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is judged: ``number`` is the report's; ``claim`` is None where nothing had been found; ``coded`` as it stands now."""

    kind: Unit
    unit: UnitKey
    number: int
    report: Report
    claim: Claim | None = None
    coded: Coded | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The words it is about."""
        if self.claim:
            return self.claim.start, self.claim.end
        assert self.coded is not None
        return span_of(self.coded)


def claim_subject(connection: Connection, name: str, other: str | None = None) -> Subject:
    """What the id of a claim, or two of a pair of events, stand for.  Raises UnknownNameError, CodingError."""
    if other is not None:
        return _pair(connection, name, other)
    root = root_of(connection, name)
    found = stored(connection, root)
    if found is None:
        return _marked(connection, root)
    claim, report, number = found
    return Subject(kind=claim.kind, unit=(root, None), number=number, report=report, claim=claim, coded=coded_of(claim))


def missed_subject(connection: Connection, report: str, coded: Coded, by: str) -> Subject:
    """Where a coder found what Marsad had not: the unit that another coder marked there already, else a new one."""
    row = connection.execute(select(reports.c.number, reports.c.body).where(reports.c.id == report)).first()
    if row is None:
        raise UnknownNameError("no report has this id", where=report, remedy="see `marsad reports`")
    told = from_json(row.body)
    assert isinstance(told, Report)
    check_coding(coded, told)
    start, end = span_of(coded)
    marked = standing(judgements_of(connection, judgements.c.report == row.number, judgements.c.verdict == "missed"))
    for one in marked:
        if one.coded and one.kind == coded.kind and _overlap(span_of(one.coded), (start, end)):
            return Subject(kind=one.kind, unit=one.unit, number=row.number, report=told, coded=one.coded)
    id_ = made_claim(coded, told, by).id
    return Subject(kind=coded.kind, unit=(id_, None), number=row.number, report=told, coded=coded)


def root_of(connection: Connection, name: str) -> str:
    """The claim that was judged first where ``name`` is one that a coder's judgement made."""
    made = (
        select(judgements.c.claim)
        .join(effects, effects.c.judgement == judgements.c.number)
        .where(effects.c.claim == name)
        .order_by(effects.c.number)
    )
    return connection.execute(made).scalar() or name


def stored(connection: Connection, id_: str) -> tuple[Claim, Report, int] | None:
    """A claim, its report and the report's number; None where there is none of this id."""
    row = connection.execute(_CLAIM.where(claims.c.id == id_)).first()
    if row is None:
        return None
    claim, report = from_json(row.body), from_json(row.told)
    assert isinstance(claim, Claim)
    assert isinstance(report, Report)
    return claim, report, row.report


def event_of(connection: Connection, subject: Subject) -> Claim | None:
    """The claim of the event that something judged is about, as it would be where there is none yet; none of a pair."""
    claim = subject.claim
    if subject.kind == "pair":
        return None
    if claim is None and subject.coded is not None:
        claim = made_claim(subject.coded, subject.report, "")
    if claim is not None and claim.figure and claim.figure.event:
        found = stored(connection, claim.figure.event)
        return found[0] if found else claim
    return claim


def span_of(coded: Coded) -> tuple[int, int]:
    """The words that a coding is anchored in: an event's trigger, a figure's own."""
    return (coded.trigger.start, coded.trigger.end) if isinstance(coded, CodedEvent) else (coded.start, coded.end)


def _pair(connection: Connection, name: str, other: str) -> Subject:
    one, two = sorted((root_of(connection, name), root_of(connection, other)))
    found = stored(connection, one)
    if found is None or stored(connection, two) is None:
        raise UnknownNameError("no claim has this id", where=one if found is None else two)
    if one == two:
        raise CodingError("a pair of one claim", where=one, remedy="name claims of two events")
    claim, report, number = found
    return Subject(kind="pair", unit=(one, two), number=number, report=report, claim=claim)


def _marked(connection: Connection, name: str) -> Subject:
    marked = [one for one in on_unit(connection, (name, None)) if one.verdict == "missed"]
    if not marked:
        raise UnknownNameError("no claim has this id", where=name, remedy="see `marsad review queue`")
    row = connection.execute(select(reports.c.number, reports.c.body).where(reports.c.id == marked[0].report)).one()
    report = from_json(row.body)
    assert isinstance(report, Report)
    return Subject(
        kind=marked[0].kind, unit=(name, None), number=row.number, report=report, coded=marked[0].coded
    )  # fmt: skip


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
