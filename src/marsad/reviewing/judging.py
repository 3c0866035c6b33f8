"""Judging: a coder's verdict is kept, and takes effect on events where it settles what it is on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from marsad import catalogue
from marsad.codebook import load
from marsad.storing import Store, UnknownNameError
from marsad.storing.events import bring_up_to_date
from marsad.storing.events.loading import Loader
from marsad.storing.events.placing import place_all
from marsad.storing.review_tables import judgements

from .assignments import Assignment, assignment_for
from .checking import check_coding
from .coding import Coded, CodedFigure, Verdict
from .effects import take_effect
from .errors import CodingError, JudgingError
from .judgements import Judgement, add_judgement, judgements_of, on_unit, standing
from .snapshots import keep_codebook
from .subjects import Subject, claim_subject, event_of, missed_subject, root_of, stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a coder says: of a claim, of a pair with ``other``, or of a report in which something was missed."""

    verdict: Verdict
    claim: str | None = None
    other: str | None = None
    report: str | None = None
    coded: Coded | None = None
    because: str | None = None
    adjudicate: bool = False


def judge(store: Store, said: Saying, *, by: str) -> Judgement:
    """Keep what a coder says, and have it take effect where it settles the unit; all of it or nothing.

    Raises UnknownNameError where there is no such claim or report, CodingError where the coding cannot be, JudgingError where a
    blind coder of the unit would adjudicate it.
    """
    bring_up_to_date(store)
    load()  # read before the store is held for writing, as is the catalogue
    catalogue.load()
    with store.writing() as connection:
        place_all(store, connection, Loader())
        subject = _subject(connection, said, by)
        verdict, coded = _coding(replace(said, coded=_attached(connection, said.coded, subject)), subject)
        if said.adjudicate:
            _may_adjudicate(connection, subject, by)
        under = None if said.adjudicate else _assignment(connection, subject, by)
        number = add_judgement(
            connection,
            {
                "judged": store.moment(connection),
                "by": by,
                "kind": subject.kind,
                "claim": subject.unit[0],
                "other": subject.unit[1],
                "report": subject.number,
                "verdict": verdict,
                "coded": coded,
                "because": said.because,
                "codebook": keep_codebook(store, connection, load()),
                "blind": bool(under and under.blind),
                "assignment": under.number if under else None,
                "adjudicates": said.adjudicate,
                "withdraws": None,
            },
        )
        take_effect(store, connection, subject)
        return judgements_of(connection, judgements.c.number == number)[0]


def withdraw_judgement(store: Store, number: int, *, by: str, because: str | None = None) -> Judgement:
    """Take a judgement back: what is settled follows from those that are left.

    Raises UnknownNameError where there is none of this number, JudgingError where it was taken back or takes one back itself.
    """
    bring_up_to_date(store)
    with store.writing() as connection:
        place_all(store, connection, Loader())
        found = judgements_of(connection, judgements.c.number == number)
        if not found:
            raise UnknownNameError("no judgement has this number", where=str(number))
        (taken,) = found
        if taken not in standing(on_unit(connection, taken.unit)):
            raise JudgingError("this judgement does not stand any more", where=str(number), remedy="judge anew")
        subject = claim_subject(connection, taken.claim, taken.other)
        made = add_judgement(
            connection,
            {
                "judged": store.moment(connection),
                "by": by,
                "kind": taken.kind,
                "claim": taken.claim,
                "other": taken.other,
                "report": subject.number,
                "verdict": "withdraw",
                "coded": None,
                "because": because,
                "codebook": keep_codebook(store, connection, load()),
                "blind": taken.blind,
                "assignment": taken.assignment,
                "adjudicates": False,
                "withdraws": number,
            },
        )
        take_effect(store, connection, subject)
        return judgements_of(connection, judgements.c.number == made)[0]


def _subject(connection: Connection, said: Saying, by: str) -> Subject:
    if said.verdict != "missed":
        if said.claim is None:
            raise CodingError("no claim is named", where=said.verdict)
        return claim_subject(connection, said.claim, said.other)
    if said.report is None or said.coded is None:
        raise CodingError("what was missed wants a report and its coding", where="missed")
    return missed_subject(connection, said.report, said.coded, by)


def _attached(connection: Connection, coded: Coded | None, subject: Subject) -> Coded | None:
    """A coding with its figure told of the claim of an event that was judged first.

    Raises CodingError where that is none of the report.
    """
    if not isinstance(coded, CodedFigure) or coded.event is None:
        return coded
    root = root_of(connection, coded.event)
    found = stored(connection, root)
    if found is None or found[0].kind != "event" or found[2] != subject.number:
        raise CodingError("no claim of an event in this report", where=f"event, {coded.event}")
    return replace(coded, event=root)


def _coding(said: Saying, subject: Subject) -> tuple[Verdict, Coded | None]:
    """The verdict and the coding to be kept.  Raises CodingError where they do not go together."""
    coded = said.coded
    if said.verdict in ("reject", "unsure") or subject.kind == "pair":
        if coded is not None or said.verdict not in ("accept", "reject", "unsure"):
            raise CodingError("this brings no coding", where=f"{said.verdict}, {subject.kind}")
        return said.verdict, None
    if coded is None:
        if said.verdict == "correct":
            raise CodingError("a correction wants its coding", where=subject.unit[0])
        return said.verdict, subject.coded
    if coded.kind != subject.kind:
        raise CodingError(f"a coding of the kind {coded.kind}", where=f"{subject.unit[0]}, of the kind {subject.kind}")
    check_coding(coded, subject.report, subject.coded)
    if subject.claim is None:
        return said.verdict, coded
    return ("accept" if coded == subject.coded else "correct"), coded


def _may_adjudicate(connection: Connection, subject: Subject, by: str) -> None:
    if any(one.by == by and one.blind for one in standing(on_unit(connection, subject.unit)) if not one.adjudicates):
        raise JudgingError(
            "whoever coded it blind does not adjudicate it", where=by, remedy="have another person decide"
        )


def _assignment(connection: Connection, subject: Subject, by: str) -> Assignment | None:
    event = event_of(connection, subject)
    return assignment_for(connection, by, event, unknown=subject.claim is None) if event else None
