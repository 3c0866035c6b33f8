"""Shapes that many answers share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, Field

from marsad.records import Report
from marsad.remarks import Language, Sort
from marsad.remarks import Remark as Worded

Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    """Some items of a list; ``next`` is the cursor of those that follow, null at the end."""

    items: list[Item]
    next: str | None = Field(default=None, description="Give it back as `cursor` for the items that follow; opaque.")
    total: int | None = Field(default=None, description="How many answer in all, where that is cheap to tell.")


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it; ``code`` is stable, ``where`` and ``remedy`` are for people."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    where: str | None = None
    remedy: str | None = None


class ReportHead(BaseModel):
    """A report without its text."""

    id: str
    source: str
    sha256: str
    outlet: str | None
    author: str | None
    title: str | None
    published: date | None
    language: str | None
    media_type: str | None

    @classmethod
    def of(cls, report: Report) -> ReportHead:
        """The head of ``report``."""
        return cls(**{name: getattr(report, name) for name in cls.model_fields})


class Label(BaseModel):
    """What people call a code, in both languages."""

    ar: str
    en: str


class Mark(BaseModel):
    """Where a remark has what it was given, offsets in code points; ``value`` is the number, or the day in ISO 8601."""

    start: int
    end: int
    sort: Sort
    value: float | str | None


class Remark(Label):
    """Why something is so, in both languages; ``marks`` tell where names, numbers, days and reports' ids stand in each."""

    code: str
    marks: dict[Language, list[Mark]]

    @classmethod
    def of(cls, remark: Worded) -> Remark:
        """The remark as the API tells it."""
        marks: dict[Language, list[Mark]] = {"ar": list(_marks(remark, "ar")), "en": list(_marks(remark, "en"))}
        return cls(code=remark.code, ar=remark.ar, en=remark.en, marks=marks)


def _marks(remark: Worded, language: Language) -> Iterator[Mark]:
    at = 0
    for run in remark.runs(language):
        if run.sort:
            yield Mark(start=at, end=at + len(run.text), sort=run.sort, value=run.value)
        at += len(run.text)


class Reason(BaseModel):
    """One thing that a score is made of: ``points`` are log-odds or shares, ``value`` what was seen."""

    name: str
    value: str | None = None
    points: float


class TollSum(BaseModel):
    """Figures added up over events; where a bound is open the best figure counts for it.

    ``told`` events have a figure; of ``open`` of them nobody says how many at most.
    """

    low: float
    best: float
    high: float
    told: int
    open: int
