"""Review as the API answers with it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from marsad.codebook import Codebook
from marsad.reviewing.agreement import Agreement, Compared, FieldAlpha, SpanAgreement
from marsad.reviewing.assignments import Assignment
from marsad.reviewing.disagreements import Disagreement
from marsad.reviewing.effects import effect_of
from marsad.reviewing.judgements import Judgement
from marsad.reviewing.queue import count_assigned
from marsad.reviewing.recoding import Recoding

from ..models import review as models
from ..models.shared import ReportHead


def judgement_answer(connection: Connection, one: Judgement) -> models.Judgement:
    """A judgement with what became of it."""
    effect = effect_of(connection, one)
    return models.Judgement(
        number=one.number,
        judged=one.judged,
        by=one.by,
        kind=one.kind,
        claim=one.claim,
        other=one.other,
        report=one.report,
        verdict=one.verdict,
        coded=one.coded,
        because=one.because,
        codebook=one.codebook,
        blind=one.blind,
        assignment=one.assignment,
        adjudicates=one.adjudicates,
        withdraws=one.withdraws,
        effect=effect.state,
        decision=effect.decision,
        became=effect.claim,
    )


def assignment_answer(connection: Connection, one: Assignment) -> models.Assignment:
    """An assignment with its coder's progress."""
    total, judged = count_assigned(connection, one)
    return models.Assignment(
        number=one.number, made=one.made, by=one.by, coder=one.coder, country=one.country, since=one.since, until=one.until,
        blind=one.blind, withdrawn=one.withdrawn, claims=total, judged=judged,
    )  # fmt: skip


def agreement_answer(found: Agreement) -> models.Agreement:
    """All figures of agreement."""
    return models.Agreement(alphas=[_alpha(one) for one in found.alphas], spans=[_span(one) for one in found.spans])


def disagreement_answer(connection: Connection, one: Disagreement) -> models.Disagreement:
    """A unit with the codings of its coders side by side."""
    subject = one.subject
    return models.Disagreement(
        kind=subject.kind,
        claim=subject.unit[0],
        other=subject.unit[1],
        report=ReportHead.of(one.report),
        sentence=one.sentence,
        coded=subject.coded if subject.claim else None,
        judgements=[judgement_answer(connection, said) for said in one.judgements],
        fields=list(one.fields),
    )


def recoding_answer(connection: Connection, one: Recoding, book: Codebook) -> models.Recoding:
    """A judgement to recode, and what changed up to ``book``."""
    return models.Recoding(
        judgement=judgement_answer(connection, one.judgement),
        now=book.version,
        changes=[models.CodebookChange(part=c.part, code=c.code, before=c.before, after=c.after) for c in one.changes],
    )


def _alpha(one: FieldAlpha) -> models.Alpha:
    return models.Alpha(
        field=one.field, kind=one.kind, level=one.level, alpha=one.alpha, units=one.units, values=one.values,
        coders=list(one.coders), because=one.because, behind=_behind(one.behind),
    )  # fmt: skip


def _span(one: SpanAgreement) -> models.SpanScore:
    f1 = one.f1
    return models.SpanScore(
        role=one.role, one=one.one, other=one.other, exact=f1.exact, overlap=f1.overlap, units=f1.units,
        spans=(f1.one, f1.other), because=one.because, behind=_behind(one.behind),
    )  # fmt: skip


def _behind(units: Iterable[Compared]) -> list[models.Compared]:
    return [models.Compared(judgements=[said.number for said in one.judgements], differ=one.differ) for one in units]
