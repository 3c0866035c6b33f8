"""Whether what a coder sends can be: words of the report, codes of the codebook, ids of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from marsad import catalogue
from marsad.codebook import load
from marsad.records import Report

from .coding import Coded, CodedEvent, CodedFigure, CodedPlace, CodedRole
from .errors import CodingError


def check_coding(coded: Coded, report: Report) -> None:
    """Raise CodingError, naming the field, unless spans cut words out of the report and codes and ids are known."""
    if isinstance(coded, CodedEvent):
        _event(coded, report.text)
    else:
        _figure(coded, report.text)


def _event(coded: CodedEvent, text: str) -> None:
    book = load()
    _known("type", coded.type, book.events)
    if coded.mode is not None:
        _known("mode", coded.mode, book.events[coded.type].modes)
    _span("trigger", coded.trigger.start, coded.trigger.end, text)
    if coded.date and coded.date.earliest and coded.date.latest and coded.date.latest < coded.date.earliest:
        raise CodingError("it ends before it begins", where="date")
    if coded.place:
        _place(coded.place, text)
    for role in coded.roles:
        _role(role, text)


def _place(place: CodedPlace, text: str) -> None:
    _span("place", place.start, place.end, text)
    if place.id is not None and catalogue.load().place(place.id) is None:
        raise CodingError(
            f"the gazetteer has no place {place.id!r}", where="place.id", remedy="see `marsad where NAME`"
        )


def _role(role: CodedRole, text: str) -> None:
    _span(role.role, role.start, role.end, text)
    if role.type is not None:
        _known(f"{role.role}.type", role.type, load().sectors)
    if role.entity is not None and catalogue.load().entry(role.entity) is None:
        raise CodingError(
            f"the catalogue has no actor {role.entity!r}", where=f"{role.role}.entity", remedy="see `marsad who NAME`"
        )


def _figure(coded: CodedFigure, text: str) -> None:
    _known("measure", coded.measure, load().measures)
    _span("figure", coded.start, coded.end, text)
    if coded.low is not None and coded.high is not None and coded.high < coded.low:
        raise CodingError("the upper bound is below the lower", where="high")
    if min(bound for bound in (coded.low, coded.high, 0) if bound is not None) < 0:
        raise CodingError("a count below 0", where="low")


def _span(what: str, start: int, end: int, text: str) -> None:
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise CodingError(
            f"no words stand at {start}:{end}", where=what, remedy="give offsets in code points of the report's text"
        )


def _known(what: str, code: str, codes: Mapping[str, object]) -> None:
    if code not in codes:
        raise CodingError(f"the codebook has no {code!r}", where=what, remedy=f"one of {_listed(codes)}")


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes)) or "none"
