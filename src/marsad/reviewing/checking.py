"""Whether what a coder sends can be: words of the report, codes of the codebook, ids of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from marsad import catalogue
from marsad.codebook import load
from marsad.records import Report

from .coding import Coded, CodedEvent, CodedFigure, CodedPlace, CodedRole
from .errors import CodingError


def check_coding(coded: Coded, report: Report, before: Coded | None = None) -> None:
    """Raise CodingError, naming the field, unless spans cut words out of the report and codes and ids are known.

    Ids that stood in the coding ``before`` may stay, whatever became of them since.
    """
    if isinstance(coded, CodedEvent):
        _event(coded, report.text, _ids(before))
    else:
        _figure(coded, report.text)


def _ids(coded: Coded | None) -> set[str | None]:
    """The ids in a coding, and that there is none."""
    if not isinstance(coded, CodedEvent):
        return {None}
    return {None, *(role.entity for role in coded.roles), coded.place.id if coded.place else None}


def _event(coded: CodedEvent, text: str, kept: set[str | None]) -> None:
    book = load()
    _known("type", coded.type, book.events)
    if coded.mode is not None:
        _known("mode", coded.mode, book.events[coded.type].modes)
    _span("trigger", coded.trigger.start, coded.trigger.end, text)
    if coded.date and coded.date.earliest and coded.date.latest and coded.date.latest < coded.date.earliest:
        raise CodingError("it ends before it begins", where="date")
    if coded.place:
        _place(coded.place, text, kept)
    for role in coded.roles:
        _role(role, text, kept)


def _place(place: CodedPlace, text: str, kept: set[str | None]) -> None:
    _span("place", place.start, place.end, text)
    if place.id not in kept and catalogue.load().place(place.id or "") is None:
        raise CodingError(
            f"the gazetteer has no place {place.id!r}", where="place.id", remedy="see `marsad where NAME`"
        )


def _role(role: CodedRole, text: str, kept: set[str | None]) -> None:
    _span(role.role, role.start, role.end, text)
    if role.type is not None:
        _known(f"{role.role}.type", role.type, load().sectors)
    if role.entity not in kept and named_entry(role.entity or "") is None:
        raise CodingError(
            f"the catalogue has no actor or place {role.entity!r}",
            where=f"{role.role}.entity",
            remedy="see `marsad who NAME`",
        )


def named_entry(id_: str) -> catalogue.Entry | catalogue.PlaceEntry | None:
    """Who or what an id stands for: an actor, or a place that acts, such as a state."""
    return catalogue.load().entry(id_) or catalogue.load().place(id_)


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
